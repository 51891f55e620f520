package smtpterm.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import smtpterm.knowledge.Explainer;
import smtpterm.knowledge.Moment;
import smtpterm.protocol.Smtp;
import smtpterm.session.Notice;
import smtpterm.session.Session;
import smtpterm.session.Turn;
import smtpterm.text.Language;
import smtpterm.text.Texts;
import smtpterm.wire.Line;

/**
 * How long explaining a reply takes, once the catalogue is loaded. No test: run it with
 *
 * <pre>mvn -q -Dquick -DskipTests package
 * java -cp target/test-classes:target/smtpterm.jar smtpterm.bench.ExplainBenchmark</pre>
 */
public final class ExplainBenchmark {
  private static final int ROUNDS = 400;

  private ExplainBenchmark() {}

  /** Prints first, median, 99th percentile and longest, in microseconds a reply. */
  public static void main(String[] arguments) {
    List<Moment> moments = conversation();
    long start = System.nanoTime();
    Explainer explainer = new Explainer(new Texts(Language.GERMAN), Optional.of("kolleg.de"));
    int letters = explainer.explain(moments.get(0)).headline().length();
    long first = System.nanoTime() - start;
    List<Long> cold = new ArrayList<>();
    List<Long> warm = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      for (Moment moment : moments) {
        long before = System.nanoTime();
        letters += explainer.explain(moment).headline().length();
        (round < ROUNDS / 2 ? cold : warm).add(System.nanoTime() - before);
      }
    }
    print("first reply, catalogue loaded", List.of(first));
    print("first half of the rounds", cold);
    print("second half of the rounds", warm);
    if (letters == 0) {
      throw new IllegalStateException("nothing was explained");
    }
  }

  private static void print(String what, List<Long> nanos) {
    long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
    System.out.printf(
        Locale.ROOT,
        "%-30s n=%6d  median %8.1f us  p99 %8.1f us  max %8.1f us%n",
        what,
        sorted.length,
        sorted[sorted.length / 2] / 1e3,
        sorted[(int) (sorted.length * 0.99)] / 1e3,
        Arrays.stream(sorted).max().orElse(0) / 1e3);
  }

  /** A whole mail with a login and a few mistakes. */
  private static List<Moment> conversation() {
    String[] lines = {
      "S: 220 mail.kolleg.de ESMTP",
      "C: EHLO laptop",
      "S: 250-mail.kolleg.de",
      "S: 250-SIZE 10485760",
      "S: 250-AUTH LOGIN PLAIN",
      "S: 250-PIPELINING",
      "S: 250 DSN",
      "C: MIAL FROM:<a@b>",
      "S: 500 5.5.2 Unknown command",
      "C: AUTH LOGIN",
      "S: 334 VXNlcm5hbWU6",
      "C: YW5uYQ==",
      "S: 334 UGFzc3dvcmQ6",
      "C: Z2VoZWlt",
      "S: 235 2.7.0 ok",
      "C: RCPT TO:<bob@kolleg.de>",
      "S: 503 5.5.1 MAIL first",
      "C: MAIL FROM <anna@kolleg.de>",
      "S: 501 5.5.4 Syntax",
      "C: MAIL FROM:<anna@kolleg.de>",
      "S: 250 2.1.0 ok",
      "C: RCPT TO:<nobody@kolleg.de>",
      "S: 550 5.1.1 unknown",
      "C: RCPT TO:<bob@kolleg.de>",
      "S: 250 2.1.5 ok",
      "C: DATA",
      "S: 354 go on",
      "C: Subject: x",
      "C: ",
      "C: .",
      "S: 250 2.0.0 queued",
      "C: QUIT",
      "S: 221 2.0.0 bye",
    };
    Session session = new Session(new Smtp(), 0);
    List<Moment> moments = new ArrayList<>();
    for (String line : lines) {
      String text = line.substring(3);
      if (line.startsWith("C")) {
        session.typed(text, false, 0);
      } else {
        Optional<Notice.Replied> replied = session.received(new Line(text, Line.Ending.CRLF, 0), 0);
        replied.map(Notice.Replied::turn).map(ExplainBenchmark::moment).ifPresent(moments::add);
      }
    }
    return moments;
  }

  private static Moment moment(Turn turn) {
    return new Moment(turn.before(), turn.asked(), turn.reply(), turn.after());
  }
}
