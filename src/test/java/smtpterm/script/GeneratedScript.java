package smtpterm.script;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import smtpterm.script.Expectation.Wording;

/** Scripts as nobody would write them, but as a recording of strange peers could be. */
final class GeneratedScript {
  private static final Place AT = new Place(1, 1);
  private static final List<String> FRAGMENTS =
      List.of(
          "$",
          "${",
          "$$",
          "{",
          "}",
          "/",
          "=",
          "= ",
          "*",
          "* ",
          "<",
          ">",
          "<x>",
          "••••••••",
          "********",
          " ",
          "  ",
          "\t",
          "\u0000",
          "\u001b",
          "\u202e",
          "\udce4",
          "\u2028",
          "\ufeff",
          "5.1.1",
          "2.0.0 ",
          "...",
          ".",
          "..",
          "PASS ",
          "AUTH PLAIN ",
          "APOP a ",
          "C: ",
          "S: ",
          "# ",
          "@",
          "ä",
          "😀",
          "\u200d",
          ":",
          "|251",
          "| 4xx",
          "-",
          "250 ",
          "+OK",
          "\\",
          "%s",
          "hello",
          "world");
  private static final List<String> COMMANDS =
      List.of("EHLO pc", "QUIT", "MAIL FROM:<>", "RCPT TO:<a@b>", "AUTH LOGIN", "NOOP", "DATA");
  private static final List<String> TARGETS =
      List.of("localhost:2525", "lmtp://[::1]:24", "pop3s://mail.example");

  private final Random random;
  private final List<Step> steps = new ArrayList<>();

  private GeneratedScript(Random random) {
    this.random = random;
  }

  static Script of(Random random) {
    GeneratedScript script = new GeneratedScript(random);
    for (int i = 0; i < 12; i++) {
      script.round();
    }
    return new Script(script.steps);
  }

  private void round() {
    switch (random.nextInt(6)) {
      case 0 -> directive();
      case 1 -> message();
      case 2 -> fetching();
      case 3 -> steps.add(new Step.Note(AT, note()));
      default -> {
        for (int i = random.nextInt(3); i >= 0; i--) {
          say(random.nextBoolean() ? Template.literal(pick(COMMANDS)) : template(0));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
          reply();
        }
      }
    }
  }

  private void message() {
    say(Template.literal("DATA"));
    if (random.nextBoolean()) {
      answer("354", false);
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      say(template(0));
    }
    say(Template.literal("."));
    answer("250", false);
  }

  private void fetching() {
    steps.add(new Step.Wait(AT, Duration.ofMillis(1 + random.nextInt(3000))));
    say(Template.literal("RETR 1"));
    say(Template.literal("NOOP"));
    answer("+OK", false);
    for (int i = random.nextInt(4); i > 0; i--) {
      switch (random.nextInt(4)) {
        case 0 -> hear(new Expectation.AnyLines());
        case 1 -> hear(new Expectation.BodyPattern(regex(), template(0)));
        default -> {
          Template text = template(0);
          boolean dot = text.fixed().filter(t -> t.strip().equals(".")).isPresent();
          hear(new Expectation.BodyLine(dot ? Template.literal("x") : text));
        }
      }
    }
    hear(new Expectation.BodyLine(Template.literal(".")));
    answer("+OK", false);
  }

  private void directive() {
    Template text = template(0);
    Template file = text.isEmpty() ? Template.literal("a.eml") : text;
    steps.add(
        switch (random.nextInt(8)) {
          case 0 -> new Step.Connect(AT, Template.literal(pick(TARGETS)));
          case 1 -> new Step.Closed(AT);
          case 2 -> new Step.Timeout(AT, Duration.ofMillis(1 + random.nextInt(3_600_000)));
          case 3 -> new Step.Pause(AT);
          case 4 -> new Step.Assignment(AT, "user", text);
          case 5 -> new Step.Pipelining(AT, random.nextBoolean());
          case 6 -> new Step.SendFile(AT, file);
          default -> new Step.Include(AT, file);
        });
  }

  private void say(Template text) {
    steps.add(new Step.ClientLine(AT, text));
  }

  private void hear(Expectation expected) {
    steps.add(new Step.ServerLine(AT, expected));
  }

  private void reply() {
    if (random.nextInt(5) == 0) {
      hear(new Expectation.Anything(template(0)));
      return;
    }
    String code = pick(List.of("250", "2xx", "550", "+OK", "-ERR", "+"));
    if (Character.isDigit(code.charAt(0)) && random.nextBoolean()) {
      answer(code, true);
    }
    answer(code, false);
  }

  private void answer(String code, boolean continued) {
    List<String> codes = random.nextInt(4) == 0 ? List.of(code, "251", "4xx") : List.of(code);
    hear(new Expectation.Coded(codes, continued, wording()));
  }

  private Wording wording() {
    return switch (random.nextInt(6)) {
      case 0 -> new Wording.Exact(template(0));
      case 1 -> new Wording.Enhanced("5.1.1");
      case 2 -> new Wording.Matching(regex(), template(0));
      default -> new Wording.Sample(template(0));
    };
  }

  private Regex regex() {
    return Regex.of(pick(List.of("a", "^x\\/y$", "(?<id>\\S+) = ", "\\$\\{", " ", "\\\\")));
  }

  private String note() {
    return Letters.harmless(text()).stripTrailing();
  }

  private Template template(int depth) {
    List<Template.Piece> pieces = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      pieces.add(piece(depth));
    }
    return new Template(pieces);
  }

  private Template.Piece piece(int depth) {
    int kind = random.nextInt(depth > 2 ? 3 : 8);
    return switch (kind) {
      case 3 -> new Template.Variable(AT, "name-1", perhaps(depth));
      case 4 -> new Template.Secret(AT, "password", perhaps(depth));
      case 5 -> new Template.Base64(template(depth + 1));
      case 6 -> new Template.Hex(pick(List.of("1B5B", "41", "e4", "24", "C3A4")));
      case 7 -> answer(depth);
      default -> new Template.Literal(text());
    };
  }

  private Template.Piece answer(int depth) {
    Optional<Template> user = perhaps(depth).filter(u -> !u.isEmpty());
    return new Template.Answer(AT, user, user.isEmpty() ? Optional.empty() : perhaps(depth));
  }

  private Optional<Template> perhaps(int depth) {
    return random.nextBoolean() ? Optional.empty() : Optional.of(template(depth + 1));
  }

  private String text() {
    StringBuilder text = new StringBuilder(pick(FRAGMENTS));
    while (random.nextInt(3) > 0) {
      text.append(pick(FRAGMENTS));
    }
    return text.toString();
  }

  private <T> T pick(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
