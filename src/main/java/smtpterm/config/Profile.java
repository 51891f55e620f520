package smtpterm.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A server with a name, such as {@code [server.schule]} with {@code host = "smtp.example"}.
 *
 * @param name behind {@code server.}
 * @param line of its head, from 1
 * @param values what stands below, in the order of the file
 */
public record Profile(String name, int line, Map<String, Value> values) {
  /** Copies the map. */
  public Profile {
    Objects.requireNonNull(name, "name");
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** One value's text. */
  public Optional<String> text(String key) {
    return Optional.ofNullable(values.get(key)).map(Value::text);
  }

  /** Who usually logs in there; perhaps empty. */
  public String user() {
    return text(Schema.USER).orElse("");
  }

  /** Where it is, as it is typed behind the program's name: {@code pop3s://mail.example:995}. */
  public String target() {
    return text(Schema.URL)
        .orElseGet(
            () -> {
              String host = text(Schema.HOST).orElse("");
              boolean bare = host.indexOf(':') >= 0 && !host.startsWith("[");
              return text(Schema.PROTOCOL).map(protocol -> protocol + "://").orElse("")
                  + (bare ? "[" + host + "]" : host)
                  + text(Schema.PORT).map(port -> ":" + port).orElse("");
            });
  }
}
