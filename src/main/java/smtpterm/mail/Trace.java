package smtpterm.mail;

import java.util.List;

/**
 * What a message tells of its way and its sender.
 *
 * @param path from the first server to the last
 * @param checks what servers found out about the sender, the topmost first
 * @param findings what a careful reader sees
 */
public record Trace(List<Hop> path, List<Check> checks, List<Finding> findings) {
  public Trace {
    path = List.copyOf(path);
    checks = List.copyOf(checks);
    findings = List.copyOf(findings);
  }
}
