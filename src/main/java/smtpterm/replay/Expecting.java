package smtpterm.replay;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import smtpterm.protocol.EnhancedCode;
import smtpterm.protocol.Reply;
import smtpterm.script.Awaited;
import smtpterm.script.Expectation;
import smtpterm.script.Expectation.Wording;
import smtpterm.script.Place;
import smtpterm.script.Regex;
import smtpterm.script.Script;
import smtpterm.script.ScriptWriter;
import smtpterm.script.Step;
import smtpterm.script.Template;
import smtpterm.session.Turn;

/** Compares a reply with what a file expects, and keeps what named groups catch of it. */
final class Expecting {
  /** For all lines of a reply: one expression must not look at a mailbox for hours. */
  private static final long LONGEST_NANOS = 2_000_000_000L;

  private final Names names;
  private final Filling filling;
  private final boolean exact;

  Expecting(Names names, Filling filling, boolean exact) {
    this.names = names;
    this.filling = filling;
    this.exact = exact;
  }

  /** Whether this reply may set names. */
  static boolean catches(Awaited awaited) {
    return awaited.lines().stream().anyMatch(line -> !caught(line).isEmpty());
  }

  /** The names that a line of a reply sets. */
  static List<String> caught(Step.ServerLine line) {
    if (line.expected() instanceof Expectation.BodyPattern body) {
      return body.pattern().names();
    }
    return line.expected() instanceof Expectation.Coded coded
            && coded.wording() instanceof Wording.Matching matching
        ? matching.pattern().names()
        : List.of();
  }

  /** A whole reply as it is written in the file. */
  static String written(Awaited awaited) {
    return awaited.lines().stream().map(Expecting::written).collect(Collectors.joining("\n"));
  }

  /** What is written in the file, without its mark. */
  static String written(Step.ServerLine line) {
    return ScriptWriter.write(new Script(List.of(line))).get(0).substring(2).strip();
  }

  /** What is wrong with this reply, if anything is: the first that differs. */
  Optional<Failure> compare(Awaited awaited, Turn turn) throws Failed {
    Reply reply = turn.reply();
    for (Step.ServerLine line : awaited.lines()) {
      Optional<Failure> failure = Optional.empty();
      if (line.expected() instanceof Expectation.Coded coded && !welcome(coded, reply.code())) {
        String came = reply.code().isEmpty() ? reply.lines().get(0) : reply.code();
        failure =
            Optional.of(
                Failure.of(
                    line.at(), Failure.Kind.WRONG_CODE, String.join("|", coded.codes()), came));
      } else if (!exact) {
        failure = somewhere(line, reply);
      }
      if (failure.isPresent()) {
        return Optional.of(failure.get().expecting(written(line)).after(turn));
      }
    }
    return exact ? inOrder(awaited, turn) : Optional.empty();
  }

  private static boolean welcome(Expectation.Coded expected, String code) {
    return expected.codes().stream()
        .anyMatch(
            c ->
                c.equals(code)
                    || (c.endsWith("xx") && code.length() == 3 && c.charAt(0) == code.charAt(0)));
  }

  /** Each thing that is asked must be true of some line of the reply. */
  private Optional<Failure> somewhere(Step.ServerLine line, Reply reply) throws Failed {
    if (line.expected() instanceof Expectation.BodyPattern body) {
      return matching(line.at(), body.pattern(), reply.lines().subList(1, reply.lines().size()));
    }
    return line.expected() instanceof Expectation.Coded coded
        ? worded(line.at(), coded.wording(), reply.texts())
        : Optional.empty();
  }

  private Optional<Failure> worded(Place at, Wording wording, List<String> texts) throws Failed {
    if (wording instanceof Wording.Matching matching) {
      return matching(at, matching.pattern(), texts);
    } else if (wording instanceof Wording.Enhanced enhanced) {
      List<String> codes =
          texts.stream()
              .flatMap(t -> EnhancedCode.atStartOf(t).stream())
              .map(EnhancedCode::toString)
              .toList();
      return codes.contains(enhanced.code())
          ? Optional.empty()
          : Optional.of(
              Failure.of(
                  at,
                  Failure.Kind.OTHER_ENHANCED,
                  enhanced.code(),
                  codes.isEmpty() ? "–" : codes.get(codes.size() - 1)));
    } else if (wording instanceof Wording.Exact text) {
      return text(at, text.text(), texts, false);
    }
    Wording.Sample sample = (Wording.Sample) wording;
    return exact && !sample.text().isEmpty()
        ? text(at, sample.text(), texts, true)
        : Optional.empty();
  }

  /** Whether one of the lines says this; blanks at the end of an example are nobody's. */
  private Optional<Failure> text(Place at, Template template, List<String> texts, boolean sample)
      throws Failed {
    String wanted = filling.line(at, template, Optional.empty()).text();
    boolean there = texts.stream().anyMatch(t -> (sample ? t.stripTrailing() : t).equals(wanted));
    return there
        ? Optional.empty()
        : Optional.of(Failure.of(at, Failure.Kind.OTHER_TEXT, wanted, texts.get(texts.size() - 1)));
  }

  private Optional<Failure> matching(Place at, Regex regex, List<String> lines) {
    long end = System.nanoTime() + LONGEST_NANOS;
    for (String line : lines) {
      Regex.Result result = regex.find(line);
      if (result.found()) {
        result.named().forEach(names::capture);
        return Optional.empty();
      }
      if (result.outcome() == Regex.Outcome.GAVE_UP || System.nanoTime() - end > 0) {
        return Optional.of(Failure.of(at, Failure.Kind.REGEX_TOO_SLOW, regex.pattern()));
      }
    }
    return Optional.of(Failure.of(at, Failure.Kind.NO_MATCH, regex.pattern()));
  }

  /** Line by line, {@code ...} standing for any lines. */
  private Optional<Failure> inOrder(Awaited awaited, Turn turn) throws Failed {
    List<Step.ServerLine> wanted = awaited.lines();
    Reply reply = turn.reply();
    if (wanted.stream().anyMatch(line -> line.expected() instanceof Expectation.Anything)
        || (wanted.size() == 1 && asksForCodeOnly(wanted.get(0)))) {
      return Optional.empty();
    }
    int w = 0;
    int l = 0;
    int star = -1;
    int resume = 0;
    while (l < reply.lines().size()) {
      if (w < wanted.size() && wanted.get(w).expected() instanceof Expectation.AnyLines) {
        star = w++;
        resume = l;
      } else if (w < wanted.size() && here(wanted.get(w), reply, l).isEmpty()) {
        w++;
        l++;
      } else if (star >= 0) {
        w = star + 1;
        l = ++resume;
      } else {
        return Optional.of(differs(wanted, w, turn, l));
      }
    }
    while (w < wanted.size() && wanted.get(w).expected() instanceof Expectation.AnyLines) {
      w++;
    }
    return w == wanted.size() ? Optional.empty() : Optional.of(differs(wanted, w, turn, l));
  }

  private static boolean asksForCodeOnly(Step.ServerLine line) {
    return line.expected() instanceof Expectation.Coded coded
        && !coded.continued()
        && coded.wording() instanceof Wording.Sample sample
        && sample.text().isEmpty();
  }

  private Failure differs(List<Step.ServerLine> wanted, int at, Turn turn, int line) throws Failed {
    Step.ServerLine place = wanted.get(Math.min(at, wanted.size() - 1));
    boolean both = at < wanted.size() && line < turn.reply().lines().size();
    boolean star = wanted.stream().anyMatch(w -> w.expected() instanceof Expectation.AnyLines);
    Optional<Failure> told =
        both && !star && wanted.size() == turn.reply().lines().size()
            ? here(place, turn.reply(), line)
            : Optional.empty();
    return told.orElseGet(
            () ->
                Failure.of(
                    place.at(),
                    Failure.Kind.OTHER_LINES,
                    wanted.size(),
                    turn.reply().lines().size()))
        .expecting(written(new Awaited(wanted)))
        .after(turn);
  }

  /** What is wrong with this line of the reply. */
  private Optional<Failure> here(Step.ServerLine line, Reply reply, int index) throws Failed {
    Expectation expected = line.expected();
    if (expected instanceof Expectation.BodyLine body) {
      return text(line.at(), body.text(), List.of(reply.lines().get(index)), true);
    } else if (expected instanceof Expectation.BodyPattern body) {
      return matching(line.at(), body.pattern(), List.of(reply.lines().get(index)));
    }
    return expected instanceof Expectation.Coded coded
        ? worded(line.at(), coded.wording(), List.of(reply.texts().get(index)))
        : Optional.empty();
  }
}
