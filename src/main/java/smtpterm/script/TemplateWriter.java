package smtpterm.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import smtpterm.script.Template.Literal;
import smtpterm.script.Template.Piece;

/**
 * Writes a template so that it reads the same: the dollar sign doubled where text looks like a
 * place to fill in, octets in hexadecimal digits for what cannot be seen.
 */
final class TemplateWriter {
  private final StringBuilder out = new StringBuilder();
  private final String special;

  /** Spells these characters out as well, since here they would end the text. */
  TemplateWriter(String special) {
    this.special = special;
  }

  String write(Template template) {
    for (Piece piece : template.pieces()) {
      if (piece instanceof Literal literal) {
        literal.text().codePoints().forEach(this::character);
      } else {
        place(inside(piece));
      }
    }
    return out.toString();
  }

  /** Spells the first character out, which would be taken for a sign. */
  static Template firstSpelled(Template template) {
    if (template.pieces().isEmpty() || !(template.pieces().get(0) instanceof Literal literal)) {
      return template;
    }
    int end = literal.text().offsetByCodePoints(0, 1);
    return around(template, 0, "", literal.text().substring(0, end), literal.text().substring(end));
  }

  /** Spells a blank at the end out, which would be overlooked. */
  static Template lastBlankSpelled(Template template) {
    int last = template.pieces().size() - 1;
    boolean blank =
        last >= 0
            && template.pieces().get(last) instanceof Literal literal
            && !literal.text().equals(literal.text().stripTrailing());
    return blank ? lastSpelled(template) : template;
  }

  /** Spells the last character out. */
  static Template lastSpelled(Template template) {
    int last = template.pieces().size() - 1;
    if (last < 0 || !(template.pieces().get(last) instanceof Literal literal)) {
      return template;
    }
    int end = literal.text().offsetByCodePoints(literal.text().length(), -1);
    return around(
        template, last, literal.text().substring(0, end), literal.text().substring(end), "");
  }

  private static Template around(
      Template template, int index, String before, String spelled, String behind) {
    List<Piece> pieces = new ArrayList<>(template.pieces());
    List<Piece> parts =
        List.of(
            new Literal(before), new Template.Hex(Letters.digits(spelled)), new Literal(behind));
    pieces.remove(index);
    pieces.addAll(index, parts);
    return new Template(pieces);
  }

  private boolean endsWithDollar() {
    return out.length() > 0 && out.charAt(out.length() - 1) == '$';
  }

  private void character(int c) {
    if (c == '{' && endsWithDollar()) {
      out.insert(out.length() - 1, '$').append('{');
    } else if (!Letters.plain(c) || special.indexOf(c) >= 0) {
      place("hex:" + Letters.digits(Character.toString(c)));
    } else {
      out.appendCodePoint(c);
    }
  }

  /** Dollar signs in front of a place would take it for text. */
  private void place(String inside) {
    int dollars = 0;
    while (endsWithDollar()) {
      out.setLength(out.length() - 1);
      dollars++;
    }
    if (dollars > 0) {
      out.append("${hex:").append("24".repeat(dollars)).append('}');
    }
    out.append("${").append(inside).append('}');
  }

  private static String inside(Piece piece) {
    if (piece instanceof Template.Variable variable) {
      return variable.name() + more(variable.fallback());
    } else if (piece instanceof Template.Secret secret) {
      return "secret:" + secret.name() + more(secret.fallback());
    } else if (piece instanceof Template.Answer answer) {
      String user = answer.user().map(u -> ":" + new TemplateWriter("}:").write(u)).orElse("");
      return "answer" + user + more(answer.password());
    } else if (piece instanceof Template.Base64 base64) {
      return "base64:" + new TemplateWriter("}").write(base64.content());
    }
    return "hex:" + ((Template.Hex) piece).digits();
  }

  private static String more(Optional<Template> part) {
    return part.map(p -> ":" + new TemplateWriter("}").write(p)).orElse("");
  }
}
