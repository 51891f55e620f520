package smtpterm.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import smtpterm.bench.Keystrokes.Kind;
import smtpterm.bench.Keystrokes.Stroke;
import smtpterm.pty.PtyCommand;
import smtpterm.pty.PtyProgram;

/**
 * How long it takes from a key to the screen, in a real terminal, with all that helps switched on:
 * after the start, and once more after 10,000 lines of session. Other line editors type the same
 * keys in the same run. No test: run it, from the folder of the project, with
 *
 * <pre>mvn -q -Dquick -DskipTests package
 * java -cp target/test-classes:target/smtpterm.jar smtpterm.bench.KeyBenchmark</pre>
 *
 * <p>A number as argument says how many rounds to measure. On a machine that does other things,
 * too, the best round tells most.
 */
public final class KeyBenchmark {
  private static final int KEYS = 500;
  private static final int LINES_OF_SESSION = 10_000;
  private static final int LINES_OF_MAIL = 96;

  /** Longer than any program takes between two octets of the same echo, shorter than a finger. */
  private static final Duration PACE = Duration.ofMillis(20);

  private static final List<String> FRIENDS = List.of("bob", "eve", "kim", "leo", "mia", "tom");

  /**
   * Line editors that are often there; each reads lines behind the same prompt and forgets them.
   */
  private static final Map<String, List<String>> PEERS = peers();

  private KeyBenchmark() {}

  /** Prints median, 90th and 99th percentile and longest, for each program in each round. */
  public static void main(String[] arguments) throws IOException {
    int rounds = arguments.length == 0 ? 3 : Integer.parseInt(arguments[0]);
    Map<String, Double> best = new LinkedHashMap<>();
    for (int round = 1; round <= rounds; round++) {
      System.out.println("round " + round);
      for (Map.Entry<String, List<String>> peer : PEERS.entrySet()) {
        if (installed(peer.getValue().get(0))) {
          peer(peer.getKey(), peer.getValue(), best);
        }
      }
      smtpterm(best);
    }
    double ours = best.getOrDefault("first keys", 0.0);
    best.forEach(
        (what, p99) ->
            System.out.printf(
                Locale.ROOT,
                "best p99: %-24s %6.2f ms, first keys of smtpterm / this = %.2f%n",
                what,
                p99,
                ours / p99));
  }

  private static Map<String, List<String>> peers() {
    Map<String, List<String>> peers = new LinkedHashMap<>();
    peers.put("bash", List.of("bash", "-c", "while IFS= read -rep 'C: ' line; do :; done"));
    peers.put("fish", List.of("fish", "-c", "while read --shell -P 'C: ' line; end"));
    String python = "import readline\nwhile True: input('C: ')";
    peers.put("python", List.of("python3", "-c", python));
    return peers;
  }

  private static boolean installed(String program) {
    return Pattern.compile(Pattern.quote(File.pathSeparator))
        .splitAsStream(System.getenv("PATH"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  private static void peer(String name, List<String> command, Map<String, Double> best)
      throws IOException {
    try (PtyProgram program = PtyCommand.of(command.toArray(new String[0])).size(100, 30).start()) {
      program.awaitScreen(Keystrokes.PROMPT);
      report(name, type(program, false), best);
    }
  }

  private static void smtpterm(Map<String, Double> best) throws IOException {
    Path home = Files.createTempDirectory("smtpterm-bench");
    PtyCommand command =
        PtyCommand.of("scripts/smtpterm", "practice", "--smtp", "0", "--pop3", "0")
            .env("HOME", home.toString())
            .env("XDG_STATE_HOME", home.resolve("state").toString())
            .env("XDG_CONFIG_HOME", home.resolve("config").toString())
            .env("XDG_CACHE_HOME", home.resolve("cache").toString())
            .size(100, 30);
    try (PtyProgram program = command.start()) {
      program.awaitScreen("S: 220");
      program.echoNanos("", Keystrokes.PROMPT::equals, PACE);
      report("first keys", type(program, true), best);
      Latencies warm = report("next keys", type(program, true), best);
      long start = System.nanoTime();
      goOn(program);
      System.out.printf(Locale.ROOT, "  %.1f s pass%n", (System.nanoTime() - start) / 1e9);
      Latencies late = report("after 10,000 lines", type(program, true), best);
      System.out.printf(
          Locale.ROOT,
          "  after / before 10,000 lines: median %.2f, p99 %.2f%n",
          late.millis(0.5) / warm.millis(0.5),
          late.millis(0.99) / warm.millis(0.99));
    }
  }

  private static Latencies report(String what, Latencies seen, Map<String, Double> best) {
    System.out.printf(Locale.ROOT, "  %-20s %s%n", what, seen);
    best.merge(what, seen.millis(0.99), Math::min);
    return seen;
  }

  /** Types mails until so many keys were measured; Enter is not: it waits for a server. */
  private static Latencies type(PtyProgram program, boolean completes) throws IOException {
    List<Long> nanos = new ArrayList<>();
    for (int mail = 0; nanos.size() < KEYS; mail++) {
      for (Stroke stroke : Keystrokes.mail(FRIENDS.get(mail % FRIENDS.size()))) {
        if (completes || stroke.kind() != Kind.COMPLETES) {
          long taken = program.echoNanos(stroke.octets(), stroke.shown(), PACE);
          if (stroke.kind() != Kind.ENDS && nanos.size() < KEYS) {
            nanos.add(taken);
          }
        }
      }
    }
    return new Latencies(nanos);
  }

  /** A long session: mails, commands, typed ahead. */
  private static void goOn(PtyProgram program) throws IOException {
    for (int lines = 0; lines < LINES_OF_SESSION; lines += LINES_OF_MAIL + 5) {
      StringBuilder mail = new StringBuilder("MAIL FROM:<anna@kolleg.de>\r");
      mail.append("RCPT TO:<bob@kolleg.de>\rDATA\r");
      for (int i = 0; i < LINES_OF_MAIL; i++) {
        mail.append("Line ").append(lines + i).append(" of a long session\r");
      }
      mail.append(".\rNOOP ").append(lines).append('\r');
      program.type(mail.toString());
      program.awaitScreen("C: NOOP " + lines);
    }
    program.echoNanos("", Keystrokes.PROMPT::equals, PACE);
  }
}
