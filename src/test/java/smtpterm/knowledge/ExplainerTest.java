package smtpterm.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import smtpterm.text.Language;
import smtpterm.text.Texts;

/** Which text is picked for a reply, by what was said before: the table of all cases. */
final class ExplainerTest {
  /** How each state of a conversation is reached. */
  private static final String STATES =
      """
      start   |
      hello   | greet
      helo    | greet; HELO me>250 hi
      idle    | greet; EHLO me>250-hi^250-SIZE 10485760^250-8BITMIME^250 CHUNKING
      open    | greet; EHLO me>250-hi^250-SIZE 1000^250-AUTH LOGIN PLAIN^250 STARTTLS
      login   | =open; AUTH LOGIN>334 VXNlcm5hbWU6
      plain   | =open; AUTH PLAIN>334
      cram    | =open; AUTH CRAM-MD5>334 PDEyM0BteD4=
      wrong   | =open; AUTH LOGIN>334 VXNlcm5hbWU6; geh!>334 UGFzc3dvcmQ6
      short   | =open; AUTH LOGIN>334 VXNlcm5hbWU6; geheim>334 UGFzc3dvcmQ6
      bits    | =open; AUTH LOGIN>334 VXNlcm5hbWU6; YW5uYR==>334 UGFzc3dvcmQ6
      bytes   | =open; AUTH LOGIN>334 VXNlcm5hbWU6; anna>334 UGFzc3dvcmQ6
      right   | =open; AUTH LOGIN>334 VXNlcm5hbWU6; YW5uYQ==>334 UGFzc3dvcmQ6
      known   | =right; Z2VoZWlt>235 2.7.0 ok
      sender  | =open; MAIL FROM:<a@b>>250 ok
      rcpt    | =sender; RCPT TO:<c@d>>250 ok
      text    | =rcpt; DATA>354 go on
      after   | =text; .>250 ok
      """;

  @TestFactory
  List<DynamicTest> theMostSpecificTextIsPicked() {
    Explainer explainer = new Explainer(new Texts(Language.ENGLISH), Optional.empty());
    List<DynamicTest> tests = new ArrayList<>();
    for (String row : ExplainerCases.TABLE.lines().toList()) {
      String[] cells = row.split("\\|", -1);
      tests.add(
          DynamicTest.dynamicTest(
              row,
              () -> {
                Talk talk = in(cells[0].strip());
                String line = cells[1].substring(1, Math.max(cells[1].length() - 1, 1));
                String[] reply = cells[2].strip().split("\\^", -1);
                Moment moment =
                    switch (line) {
                      case "GREETING" -> talk.greeted(reply);
                      case "UNASKED" -> talk.unasked(reply);
                      default -> talk.typed(line.replace("%s", "x".repeat(600)), reply);
                    };
                Explanation explanation = explainer.explain(moment);
                assertThat(explanation.id()).isEqualTo(cells[3].strip());
                assertThat(explanation.headline()).isNotBlank().doesNotContain("%", "\n");
                assertThat(explanation.next()).hasSizeLessThanOrEqualTo(4);
              }));
    }
    return tests;
  }

  private static Talk in(String state) {
    String row = STATES.lines().filter(l -> l.startsWith(state + " ")).findFirst().orElseThrow();
    Talk talk = new Talk();
    for (String step : row.substring(row.indexOf('|') + 1).split(";", -1)) {
      String said = step.strip();
      if (said.startsWith("=")) {
        talk = in(said.substring(1));
      } else if (said.equals("greet")) {
        talk.greeted("220 mx");
      } else if (!said.isEmpty()) {
        int reply = said.lastIndexOf('>');
        talk.typed(said.substring(0, reply), said.substring(reply + 1).split("\\^", -1));
      }
    }
    return talk;
  }
}
