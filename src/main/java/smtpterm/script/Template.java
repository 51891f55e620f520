package smtpterm.script;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import smtpterm.wire.LosslessUtf8;

/**
 * Text with places to fill in, such as {@code MAIL FROM:<${user}@example.com>}.
 *
 * @param pieces text and places, in their order
 */
public record Template(List<Piece> pieces) {
  /** Names that stand for something in every file: {@code ${date}}, and so on. */
  public static final Set<String> BUILT_IN = Set.of("date", "message-id", "hostname", "uuid");

  private static final java.util.Base64.Encoder ENCODER = java.util.Base64.getEncoder();

  /** A hostile file could ask for a password as if it were none. */
  private static final Pattern SECRETIVE =
      Pattern.compile("(?i).*(?:passw|secret|token|kennwort|geheim).*");

  /** Copies the list. */
  public Template {
    pieces = List.copyOf(pieces);
  }

  /** A piece of the text. */
  public sealed interface Piece {}

  /** Text that stands for itself. */
  public record Literal(String text) implements Piece {}

  /** {@code ${user}} or {@code ${user:anna}}; also {@code ${date}}, {@code ${uuid}} and such. */
  public record Variable(Place at, String name, Optional<Template> fallback) implements Piece {}

  /** {@code ${secret:password}}: a variable that is never shown. */
  public record Secret(Place at, String name, Optional<Template> fallback) implements Piece {}

  /** {@code ${answer}} or {@code ${answer:anna:geheim}}: what the login under way asks for. */
  public record Answer(Place at, Optional<Template> user, Optional<Template> password)
      implements Piece {}

  /** {@code ${base64:anna}}: this text in Base64. */
  public record Base64(Template content) implements Piece {}

  /** {@code ${hex:1B5B}}: octets that cannot be written as text. */
  public record Hex(String digits) implements Piece {}

  /** Text without any place to fill in. */
  public static Template literal(String text) {
    return new Template(text.isEmpty() ? List.of() : List.of(new Literal(text)));
  }

  /** One place to fill in. */
  public static Template of(Piece piece) {
    return new Template(List.of(piece));
  }

  /** Whether a variable of this name is a secret, such as {@code password}. */
  public static boolean secretive(String name) {
    return SECRETIVE.matcher(name).matches();
  }

  /** Whether a secret from outside the file is filled in here. */
  boolean hasSecret() {
    return pieces.stream().anyMatch(Template::isSecret);
  }

  private static boolean isSecret(Piece piece) {
    if (piece instanceof Variable variable) {
      return secretive(variable.name());
    } else if (piece instanceof Answer answer) {
      return answer.password().map(Template::hasSecret).orElse(true);
    } else if (piece instanceof Base64 base64) {
      return base64.content().hasSecret();
    }
    return piece instanceof Secret;
  }

  /** Whether nothing stands here. */
  public boolean isEmpty() {
    return pieces.isEmpty();
  }

  /** The text if nothing is to be filled in. */
  public Optional<String> plain() {
    StringBuilder text = new StringBuilder();
    for (Piece piece : pieces) {
      if (!(piece instanceof Literal literal)) {
        return Optional.empty();
      }
      text.append(literal.text());
    }
    return Optional.of(text.toString());
  }

  /**
   * What will be sent, if no variable has a part in it. Octets that are no UTF-8 stand as lone
   * surrogates, as everywhere.
   */
  public Optional<String> fixed() {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    for (Piece piece : pieces) {
      Optional<byte[]> part = octets(piece);
      if (part.isEmpty()) {
        return Optional.empty();
      }
      octets.writeBytes(part.get());
    }
    return Optional.of(LosslessUtf8.decode(octets.toByteArray()));
  }

  /**
   * What will be sent up to the first place of which a variable decides: {@code RETR } of {@code
   * RETR ${number}}.
   */
  public String beginning() {
    int fixed = 0;
    while (fixed < pieces.size() && octets(pieces.get(fixed)).isPresent()) {
      fixed++;
    }
    return new Template(pieces.subList(0, fixed)).fixed().orElseThrow();
  }

  private static Optional<byte[]> octets(Piece piece) {
    if (piece instanceof Literal literal) {
      return Optional.of(LosslessUtf8.encode(literal.text()));
    } else if (piece instanceof Hex hex) {
      return Optional.of(HexFormat.of().parseHex(hex.digits()));
    } else if (piece instanceof Base64 base64) {
      return base64.content().fixed().map(LosslessUtf8::encode).map(ENCODER::encode);
    }
    return Optional.empty();
  }

  /** As it is written in a file. */
  String written() {
    return new TemplateWriter("").write(this);
  }
}
