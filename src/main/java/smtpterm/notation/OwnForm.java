package smtpterm.notation;

import java.util.List;
import java.util.regex.Pattern;
import smtpterm.script.CopiedScreen;

/** Recognises a file that is written in our own form. */
final class OwnForm {
  /** What only our own form has. */
  private static final Pattern OWN =
      Pattern.compile(
          "@(?:connect|closed|timeout|wait|pause|set|pipelining|send|include)\\b.*+"
              + "|S: ?(?:\\*(?: .*+)?|[2-5]xx.*+|[2-5][0-9]{2}[|].*+|[2-5][0-9]{2} (?:/|= ).*+"
              + "|\\+OK /.*+|-ERR /.*+)"
              + "|[CS]: .{0,2000}?\\$\\{(?:secret:|answer[:}]|base64:|hex:|hostname}|date}|uuid}|message-id}).*+");

  private static final Pattern COMMAND =
      Pattern.compile("(?i)(?:EHLO|HELO|LHLO|MAIL FROM:|RCPT TO:|DATA|QUIT|USER|PASS|STAT)\\b.*+");

  private OwnForm() {}

  static boolean shown(List<String> lines) {
    if (CopiedScreen.is(lines)) {
      return true;
    }
    boolean own =
        lines.stream().anyMatch(l -> l.length() < 4096 && OWN.matcher(l.strip()).matches());
    boolean marked = lines.stream().anyMatch(l -> l.startsWith("C:") || l.startsWith("S:"));
    return own && (marked || lines.stream().noneMatch(l -> COMMAND.matcher(l.strip()).matches()));
  }
}
