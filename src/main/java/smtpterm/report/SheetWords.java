package smtpterm.report;

import java.util.List;
import smtpterm.script.Awaited;
import smtpterm.script.Expectation;
import smtpterm.script.Expectation.Wording;
import smtpterm.script.Step;

/**
 * What a server says, as a file expects it: {@code S: 250|251 /queued as (\S+)/ queued as 7} is
 * shown as {@code 250 queued as 7}, a bare {@code S: 250} as {@code 250}.
 */
final class SheetWords {
  /** Lines that may be any; nobody says the dots. */
  private static final SheetBlanks.Filled LEFT_OUT = new SheetBlanks.Filled("...", "x", false);

  private final SheetBlanks blanks;

  SheetWords(SheetBlanks blanks) {
    this.blanks = blanks;
  }

  /** The lines of a reply. */
  List<SheetBlanks.Filled> lines(Awaited reply) {
    return reply.lines().stream().map(this::line).toList();
  }

  /** Whether this is a mere code, or an example of a line somewhere in the reply. */
  static boolean partial(Awaited reply) {
    if (reply.lines().size() > 1
        || !(reply.lines().get(0).expected() instanceof Expectation.Coded coded)) {
      return false;
    }
    return coded.wording() instanceof Wording.Matching
        || coded.wording() instanceof Wording.Enhanced
        || (coded.wording() instanceof Wording.Sample sample && sample.text().isEmpty());
  }

  private SheetBlanks.Filled line(Step.ServerLine line) {
    Expectation expected = line.expected();
    if (expected instanceof Expectation.BodyLine body) {
      return blanks.fill(body.text());
    } else if (expected instanceof Expectation.BodyPattern body) {
      return or(blanks.fill(body.sample()), LEFT_OUT);
    } else if (expected instanceof Expectation.Anything anything) {
      return or(blanks.fill(anything.sample()), new SheetBlanks.Filled("*", "*", false));
    } else if (expected instanceof Expectation.Coded coded) {
      return coded(coded);
    }
    return LEFT_OUT;
  }

  private SheetBlanks.Filled coded(Expectation.Coded coded) {
    String code = coded.codes().get(0);
    SheetBlanks.Filled text;
    if (coded.wording() instanceof Wording.Sample sample) {
      text = blanks.fill(sample.text());
    } else if (coded.wording() instanceof Wording.Exact exact) {
      text = blanks.fill(exact.text());
    } else if (coded.wording() instanceof Wording.Enhanced enhanced) {
      char first = enhanced.code().charAt(0);
      // The first digits agree (RFC 2034, section 4).
      code = coded.codes().stream().filter(c -> c.charAt(0) == first).findFirst().orElse(code);
      text = new SheetBlanks.Filled(enhanced.code(), enhanced.code(), false);
    } else {
      text = blanks.fill(((Wording.Matching) coded.wording()).sample());
    }
    String gap = text.shown().isEmpty() ? "" : " ";
    String start = code + (coded.continued() ? "-" : gap);
    return new SheetBlanks.Filled(start + text.shown(), start + text.spoken(), text.secret());
  }

  private static SheetBlanks.Filled or(SheetBlanks.Filled text, SheetBlanks.Filled otherwise) {
    return text.shown().isEmpty() ? otherwise : text;
  }
}
