package smtpterm.server;

import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import smtpterm.sasl.Base64Line;
import smtpterm.script.Step;
import smtpterm.script.Template;
import smtpterm.wire.LosslessUtf8;

/**
 * What the places to fill in stand for in one conversation: {@code queued as ${id}} becomes {@code
 * queued as 12345} where the script has set {@code id} before, or caught it in a sample of its own.
 */
final class Blanks {
  /** Variables made of variables must not grow without end. */
  private static final int LONGEST = 65_536;

  private final Map<String, String> values = new HashMap<>();
  private final String host;
  private final Supplier<ZonedDateTime> now;

  /**
   * @param host the name of this server
   * @param now what {@code ${date}} says
   */
  Blanks(String host, Supplier<ZonedDateTime> now) {
    this.host = host;
    this.now = now;
  }

  /** {@code @set id 12345}, if that can be filled in. */
  void set(Step.Assignment assignment) {
    Optional<String> value = fill(assignment.value());
    values.remove(assignment.name());
    value.ifPresent(v -> values.put(assignment.name(), v));
  }

  /** What the named groups of a pattern have caught. */
  void capture(Map<String, String> named) {
    values.putAll(named);
  }

  /** The whole text; empty where something in it is known to the client alone, or to nobody. */
  Optional<String> fill(Template template) {
    StringBuilder text = new StringBuilder();
    for (Template.Piece piece : template.pieces()) {
      Optional<String> part = fill(piece);
      if (part.isEmpty() || text.length() + part.get().length() > LONGEST) {
        return Optional.empty();
      }
      text.append(part.get());
    }
    return Optional.of(text.toString());
  }

  /** The text of one place or piece. */
  Optional<String> fill(Template.Piece piece) {
    if (piece instanceof Template.Literal literal) {
      return Optional.of(literal.text());
    } else if (piece instanceof Template.Hex hex) {
      return Optional.of(LosslessUtf8.decode(HexFormat.of().parseHex(hex.digits())));
    } else if (piece instanceof Template.Base64 base64) {
      return fill(base64.content()).map(t -> Base64Line.encode(LosslessUtf8.encode(t)));
    } else if (piece instanceof Template.Variable variable) {
      return named(variable.name()).or(() -> variable.fallback().flatMap(this::fill));
    } else if (piece instanceof Template.Secret secret) {
      return secret.fallback().flatMap(this::fill);
    }
    return Optional.empty();
  }

  private Optional<String> named(String name) {
    if (values.containsKey(name)) {
      return Optional.of(values.get(name));
    }
    return switch (name) {
      case "date" -> Optional.of(TraceFields.date(now.get()));
      case "uuid" -> Optional.of(UUID.randomUUID().toString());
      case "message-id" -> Optional.of("<" + UUID.randomUUID() + "@" + host + ">");
      case "hostname" -> Optional.of(host);
      default -> Optional.empty();
    };
  }
}
