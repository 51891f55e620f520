package smtpterm.mail;

import java.util.Map;
import java.util.Objects;

/**
 * What a server found out about the sender: {@code dkim=pass header.d=example.org} (RFC 8601).
 *
 * @param server which one says so, or "" where it does not tell its name
 * @param method such as {@code spf}, in lower case
 * @param result such as {@code pass}, in lower case
 * @param properties such as {@code header.d} with {@code example.org}, names in lower case
 */
public record Check(String server, String method, String result, Map<String, String> properties) {
  public Check {
    Objects.requireNonNull(server, "server");
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(result, "result");
    properties = Map.copyOf(properties);
  }

  /** The value of a property; "" where there is none. */
  public String property(String name) {
    return properties.getOrDefault(name, "");
  }
}
