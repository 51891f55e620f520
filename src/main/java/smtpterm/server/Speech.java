package smtpterm.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import smtpterm.script.Awaited;
import smtpterm.script.Expectation;
import smtpterm.script.Expectation.Wording;
import smtpterm.script.Regex;
import smtpterm.script.Template;

/**
 * Words for what a script expects of its server: {@code S: 250 /queued as (\S+)/ queued as 7} is
 * said as {@code 250 queued as 7}, and {@code S: 250} as the practice server says it.
 */
final class Speech {
  private static final Pattern CODE = Pattern.compile("(?:[2-5][0-9]{2}(?: |$)|\\+OK|-ERR|\\+ ).*");

  private final Blanks blanks;

  Speech(Blanks blanks) {
    this.blanks = blanks;
  }

  /**
   * The whole reply.
   *
   * @param awaited what the script says; nothing where it is silent, so that the command succeeds
   */
  Spoken reply(Optional<Awaited> awaited, Moment moment) {
    if (awaited.isEmpty()) {
      String practised = moment.practised() ? moment.practice().code() : "";
      return usual(Spoken.positive(practised) ? practised : positive(moment), moment);
    }
    List<Expectation> lines = awaited.get().lines().stream().map(l -> l.expected()).toList();
    return moment.pop3() ? pop3(lines, moment) : smtp(lines, moment);
  }

  /** The code of SMTP or POP3 that says yes. */
  private static String positive(Moment moment) {
    return moment
        .needed()
        .orElseGet(() -> moment.pop3() ? "+OK" : UsualWords.code('2', moment.verb()));
  }

  private static Spoken usual(String code, Moment moment) {
    if (moment.practice().code().equals(code)) {
      return moment.practice();
    }
    List<String> lines = new ArrayList<>(List.of(code + " " + text(code, moment)));
    if (moment.dotted() && code.equals("+OK")) {
      lines.addAll(FetchedSample.lines(moment.verb(), List.of()));
      lines.add(".");
    }
    return new Spoken(lines);
  }

  private static String text(String code, Moment moment) {
    boolean asks = code.equals("334") || code.equals("+");
    return asks ? moment.challenge() : UsualWords.text(code, moment.verb());
  }

  private Spoken smtp(List<Expectation> lines, Moment moment) {
    String code = code(lines, moment);
    if (lines.size() == 1 && words(lines.get(0), code, moment).isEmpty()) {
      return usual(code, moment);
    }
    boolean practised = moment.practice().code().equals(code);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Optional<String> own = words(lines.get(i), code, moment);
      boolean any = lines.get(i) instanceof Expectation.AnyLines;
      int more = moment.practice().lines().size() - (lines.size() - 1);
      for (int j = 0; any && practised && j < more - 1; j++) {
        texts.add(moment.practice().text(i + j));
      }
      String practice = practised ? moment.practice().text(texts.size()) : "";
      texts.add(own.orElse(practice.isEmpty() ? text(code, moment) : practice));
    }
    List<String> spoken = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      spoken.add(code + (i + 1 < texts.size() ? "-" : " ") + texts.get(i));
    }
    return new Spoken(spoken);
  }

  private Spoken pop3(List<Expectation> lines, Moment moment) {
    String code = code(lines, moment);
    Optional<String> own = words(lines.get(0), code, moment);
    if (lines.size() == 1 && own.isEmpty()) {
      return usual(code, moment);
    }
    boolean practised = moment.practice().code().equals(code);
    String usual = practised ? moment.practice().text(0) : text(code, moment);
    List<String> spoken = new ArrayList<>(List.of(code + " " + own.orElse(usual)));
    if (lines.size() == 1 && moment.dotted() && code.equals("+OK")) {
      spoken.addAll(usual(code, moment).lines().stream().skip(1).toList());
    }
    for (Expectation line : lines.subList(1, lines.size())) {
      body(line, spoken, moment);
    }
    if (moment.dotted() && code.equals("+OK") && !spoken.get(spoken.size() - 1).equals(".")) {
      spoken.add(".");
    }
    return new Spoken(spoken);
  }

  private void body(Expectation line, List<String> spoken, Moment moment) {
    if (line instanceof Expectation.BodyLine body) {
      spoken.add(blanks.fill(body.text()).orElse("..."));
    } else if (line instanceof Expectation.BodyPattern body) {
      spoken.add(example(body.pattern(), body.sample()).orElse(""));
    } else {
      spoken.addAll(FetchedSample.lines(moment.verb(), spoken.subList(1, spoken.size())));
    }
  }

  /** The code that is said, of those that the script allows. */
  private String code(List<Expectation> lines, Moment moment) {
    Expectation last = lines.get(moment.pop3() ? 0 : lines.size() - 1);
    List<String> welcome =
        last instanceof Expectation.Coded coded ? coded.codes() : codes(lines.get(0));
    Optional<String> needed = moment.needed();
    if (needed.isPresent() && allows(welcome, needed.get())) {
      return needed.get();
    }
    if (welcome.isEmpty()) {
      Optional<String> sample = whole(lines.get(0)).map(Spoken::code);
      return sample.orElseGet(
          () -> moment.practised() ? moment.practice().code() : positive(moment));
    }
    boolean classes = welcome.stream().anyMatch(c -> c.endsWith("xx"));
    String practised = moment.practised() ? moment.practice().code() : "";
    if (classes && !practised.isEmpty() && allows(welcome, practised)) {
      return practised;
    }
    String first = firstOf(welcome, last);
    return first.endsWith("xx") ? UsualWords.code(first.charAt(0), moment.verb()) : first;
  }

  private static List<String> codes(Expectation line) {
    return line instanceof Expectation.Coded coded ? coded.codes() : List.of();
  }

  /** Of {@code 450|550 5.1.1} it is 550, since the first digits agree (RFC 2034 section 4). */
  private static String firstOf(List<String> welcome, Expectation line) {
    if (line instanceof Expectation.Coded coded
        && coded.wording() instanceof Wording.Enhanced enhanced) {
      char first = enhanced.code().charAt(0);
      return welcome.stream().filter(c -> c.charAt(0) == first).findFirst().orElse(welcome.get(0));
    }
    return welcome.get(0);
  }

  private static boolean allows(List<String> welcome, String code) {
    return welcome.isEmpty()
        || welcome.stream()
            .anyMatch(c -> c.equals(code) || (c.endsWith("xx") && c.charAt(0) == code.charAt(0)));
  }

  /** What {@code * 250 fine} gives as an example, code and all. */
  private Optional<String> whole(Expectation line) {
    return line instanceof Expectation.Anything anything
        ? blanks.fill(anything.sample()).filter(text -> CODE.matcher(text).matches())
        : Optional.empty();
  }

  /** The words that the script has for a line; none where it has none that can be said. */
  private Optional<String> words(Expectation line, String code, Moment moment) {
    if (line instanceof Expectation.Coded coded) {
      return words(coded.wording(), code, moment);
    } else if (line instanceof Expectation.Anything anything) {
      return whole(line)
          .filter(text -> Spoken.code(text).equals(code))
          .map(text -> Spoken.of(text).text(0))
          .or(() -> blanks.fill(anything.sample()).filter(text -> whole(line).isEmpty()))
          .filter(text -> !text.isEmpty());
    }
    return Optional.empty();
  }

  private Optional<String> words(Wording wording, String code, Moment moment) {
    if (wording instanceof Wording.Sample sample) {
      return blanks.fill(sample.text()).filter(text -> !text.isEmpty());
    } else if (wording instanceof Wording.Exact exact) {
      return blanks.fill(exact.text());
    } else if (wording instanceof Wording.Enhanced enhanced) {
      String practice = moment.practice().code().equals(code) ? moment.practice().text(0) : "";
      return Optional.of(
          practice.startsWith(enhanced.code() + " ")
              ? practice
              : UsualWords.enhanced(code, enhanced.code()));
    }
    Wording.Matching matching = (Wording.Matching) wording;
    return example(matching.pattern(), matching.sample());
  }

  /** An example of what matches; what its groups catch is known from then on. */
  Optional<String> example(Regex pattern, Template sample) {
    Optional<String> text = blanks.fill(sample);
    Optional<Regex.Result> found = text.map(pattern::find).filter(Regex.Result::found);
    found.ifPresent(result -> blanks.capture(result.named()));
    return found.flatMap(result -> text);
  }
}
