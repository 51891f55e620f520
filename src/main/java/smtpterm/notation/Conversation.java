package smtpterm.notation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import smtpterm.script.Expectation;
import smtpterm.script.Expectation.Wording;
import smtpterm.script.Script;
import smtpterm.script.ScriptWriter;
import smtpterm.script.Step;
import smtpterm.script.Template;

/** What both sides say in a script, without notes and directives. */
public final class Conversation {
  private Conversation() {}

  /** The lines in their order; what is to be filled in is shown as it is written. */
  public static List<Utterance> of(Script script) {
    List<Utterance> all = new ArrayList<>();
    for (Step step : script.steps()) {
      if (step instanceof Step.ClientLine client) {
        all.add(new Utterance(Side.CLIENT, plain(client.text())));
      } else if (step instanceof Step.ServerLine server) {
        all.add(new Utterance(Side.SERVER, text(server.expected())));
      }
    }
    return all;
  }

  /** The same with every place to fill in, and every dollar sign, as the file has it. */
  static List<Utterance> written(Script script) {
    return ScriptWriter.write(script).stream()
        .filter(line -> line.startsWith("C:") || line.startsWith("S:"))
        .map(line -> new Utterance(line.startsWith("C") ? Side.CLIENT : Side.SERVER, behind(line)))
        .toList();
  }

  private static String behind(String line) {
    return line.substring(Math.min(3, line.length()));
  }

  private static String text(Expectation expected) {
    if (expected instanceof Expectation.Coded coded) {
      return String.join("|", coded.codes())
          + (coded.continued() ? "-" : " ")
          + text(coded.wording());
    } else if (expected instanceof Expectation.Anything anything) {
      return plain(anything.sample());
    } else if (expected instanceof Expectation.BodyLine line) {
      return plain(line.text());
    } else if (expected instanceof Expectation.BodyPattern pattern) {
      return plain(pattern.sample());
    }
    return "...";
  }

  private static String text(Wording wording) {
    if (wording instanceof Wording.Sample sample) {
      return plain(sample.text());
    } else if (wording instanceof Wording.Exact exact) {
      return plain(exact.text());
    } else if (wording instanceof Wording.Enhanced enhanced) {
      return enhanced.code();
    }
    return plain(((Wording.Matching) wording).sample());
  }

  private static String plain(Template template) {
    Optional<String> plain = template.plain();
    if (plain.isPresent()) {
      return plain.get();
    }
    StringBuilder text = new StringBuilder();
    for (Template.Piece piece : template.pieces()) {
      if (piece instanceof Template.Literal literal) {
        text.append(literal.text());
      } else if (piece instanceof Template.Hex hex) {
        text.append(new String(octets(hex.digits()), StandardCharsets.UTF_8));
      } else if (piece instanceof Template.Variable variable) {
        String fallback = variable.fallback().map(f -> ":" + f).orElse("");
        text.append("${").append(variable.name()).append(fallback).append('}');
      } else {
        text.append("${…}");
      }
    }
    return text.toString();
  }

  private static byte[] octets(String digits) {
    byte[] octets = new byte[digits.length() / 2];
    for (int i = 0; i < octets.length; i++) {
      octets[i] = (byte) Integer.parseInt(digits.substring(2 * i, 2 * i + 2), 16);
    }
    return octets;
  }
}
