package smtpterm.report;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import smtpterm.screen.Look;
import smtpterm.script.Template;

/**
 * Fills templates as far as the file itself knows: {@code ${user}} by what {@code @set user carol}
 * said, {@code ${port:25}} by 25, {@code ${date}} by {@code ‹date›}, and secrets by a mask.
 */
final class SheetBlanks {
  static final String MASK = Look.plain(true).mask();

  /** Base64 that says nothing: a login must look like one to whoever follows it. */
  private static final String STAND_IN = "Li4u";

  private final Map<String, Filled> known = new HashMap<>();

  /**
   * A text twice.
   *
   * @param shown for the reader
   * @param spoken for whoever follows the conversation: nothing in it that no client would say
   * @param secret whether a secret stands in it, masked in what is shown
   */
  record Filled(String shown, String spoken, boolean secret) {
    private Filled and(Filled more) {
      return new Filled(shown + more.shown, spoken + more.spoken, secret || more.secret);
    }
  }

  /** What this name stands for from here on. */
  void set(String name, Template value) {
    known.put(name, fill(value));
  }

  Filled fill(Template template) {
    Filled all = new Filled("", "", false);
    for (Template.Piece piece : template.pieces()) {
      all = all.and(fill(piece));
    }
    return all;
  }

  private Filled fill(Template.Piece piece) {
    if (piece instanceof Template.Literal literal) {
      return plain(literal.text());
    } else if (piece instanceof Template.Variable variable) {
      Optional<Filled> value = Optional.ofNullable(known.get(variable.name()));
      return value
          .or(() -> variable.fallback().map(this::fill))
          .orElseGet(() -> new Filled("‹" + variable.name() + "›", variable.name(), false));
    } else if (piece instanceof Template.Base64 base64) {
      Filled content = fill(base64.content());
      return content.secret() ? hidden() : encoded(content);
    } else if (piece instanceof Template.Hex hex) {
      return Template.of(hex).fixed().map(SheetBlanks::plain).orElseThrow();
    }
    return hidden();
  }

  private static Filled encoded(Filled content) {
    byte[] octets = content.spoken().getBytes(StandardCharsets.UTF_8);
    String code = Base64.getEncoder().encodeToString(octets);
    boolean sure = content.shown().equals(content.spoken());
    return new Filled(sure ? code : "‹Base64: " + content.shown() + "›", code, false);
  }

  private static Filled plain(String text) {
    return new Filled(text, text, false);
  }

  private static Filled hidden() {
    return new Filled(MASK, STAND_IN, true);
  }
}
