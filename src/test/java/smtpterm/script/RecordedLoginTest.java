package smtpterm.script;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Secrets never come into the file; what stands in their places plays again. */
final class RecordedLoginTest {
  private static final String WRONG = "${answer:${user}:${secret:wrong-password}}";

  private final Recorded smtp = new Recorded("mail.example:25");
  private final Recorded pop = new Recorded("pop3://mail.example");

  RecordedLoginTest() {
    smtp.play("S: 220 mx", "C: EHLO me", "S: 250 mx");
    pop.play("S: +OK hi <1.2@mx>");
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }

  private static String plain(String user, String password) {
    return base64("\0" + user + "\0" + password);
  }

  private List<String> said() {
    List<String> lines = smtp.lines();
    assertThat(String.join("\n", lines)).doesNotContain("geheim", base64("geheim"));
    return lines.subList(3, lines.size());
  }

  @Test
  void loginNamesTheUserAndLeavesThePasswordOpen() {
    smtp.play("C: AUTH LOGIN", "S: 334 VXNlcm5hbWU6", "C: " + base64("anna"));
    smtp.play("S: 334 UGFzc3dvcmQ6", "C: " + base64("geheim"), "S: 235 ok");
    assertThat(said())
        .containsExactly(
            "C: AUTH LOGIN",
            "S: 334 VXNlcm5hbWU6",
            "C: YW5uYQ==",
            "S: 334 UGFzc3dvcmQ6",
            "@set user anna",
            "C: ${answer}",
            "S: 235 ok");
  }

  @Test
  void theUserIsNamedOnceAndEachUserHasAPasswordOfHisOwn() {
    smtp.play("C: AUTH PLAIN " + plain("anna", "geheim"), "S: 235 ok", "C: NOOP", "S: 250 ok");
    smtp.play("C: AUTH PLAIN " + plain("anna", "geheim"), "S: 503 twice");
    smtp.play("C: AUTH PLAIN " + plain("bob", "x"), "S: 235 ok");
    assertThat(said())
        .containsExactly(
            "@set user anna",
            "C: AUTH PLAIN ${answer}",
            "S: 235 ok",
            "C: NOOP",
            "S: 250 ok",
            "C: AUTH PLAIN " + WRONG,
            "S: 503 twice",
            "@set user bob",
            "C: AUTH PLAIN ${answer:${user}:${secret:password-2}}",
            "S: 235 ok");
  }

  @Test
  void allOfALoginThatWasRefusedHasTheWrongPassword() {
    smtp.play("C: AUTH SCRAM-SHA-256", "S: 334 ", "C: " + base64("n,,n=anna,r=abc"));
    smtp.play("S: 334 " + base64("r=abcd,s=QSXCR+Q6sek8bf92,i=4096"));
    smtp.play("C: " + base64("c=biws,r=abcd,p=AAAA"), "S: 535 no", "C: NOOP", "S: 250 ok");
    assertThat(said())
        .contains("@set user anna", "C: " + WRONG, "S: 535 no", "C: NOOP")
        .filteredOn(line -> line.equals("C: " + WRONG))
        .hasSize(2);
  }

  @Test
  void theProofOfTheServerIsLookedAtAgain() {
    smtp.play("C: AUTH SCRAM-SHA-256 " + base64("n,,n=anna,r=abc"), "S: 334 abcd");
    smtp.play("C: " + base64("c=biws,r=abcd,p=AAAA"), "S: 334 " + base64("v=AAAA"), "C:");
    smtp.play("S: 235 ok");
    assertThat(said())
        .containsExactly(
            "@set user anna",
            "C: AUTH SCRAM-SHA-256 ${answer}",
            "S: 334 abcd",
            "C: ${answer}",
            "S: 334 dj1BQUFB",
            "C: ${answer}",
            "S: 235 ok");
  }

  @Test
  void aLoginThatWasGivenUpHasTheRightPassword() {
    smtp.play("C: AUTH SCRAM-SHA-1 " + base64("n,,n=anna,r=abc"), "S: 334 abcd", "C: *");
    smtp.play("S: 501 cancelled", "C: AUTH PLAIN " + plain("anna", "geheim"), "S: 535 no");
    assertThat(said()).contains("C: AUTH SCRAM-SHA-1 ${answer}", "C: *", "C: AUTH PLAIN " + WRONG);
  }

  @Test
  void whatWasNoBase64IsNoneAgain() {
    smtp.play("C: AUTH PLAIN", "S: 334 ", "C: geheim!", "S: 501 no Base64");
    smtp.play("C: AUTH PLAIN", "S: 334 ", "C: " + base64("no NUL"), "S: 501 no name");
    smtp.play("C: AUTH NTLM " + base64("geheim"), "S: 504 unknown");
    assertThat(said())
        .containsSubsequence("C: ${secret:wrong-password}", "S: 501 no Base64")
        .containsSubsequence("C: ${base64:${secret:wrong-password}}", "S: 501 no name")
        .containsSubsequence("C: AUTH NTLM ${secret:wrong-password}", "S: 504 unknown");
  }

  @Test
  void aTokenIsAnotherSecretThanThePassword() {
    smtp.play("C: AUTH XOAUTH2 " + base64("user=anna\1auth=Bearer geheim\1\1"), "S: 235 ok");
    assertThat(said()).contains("C: AUTH XOAUTH2 ${answer:${user}:${secret:token}}");
  }

  @Test
  void withoutASecretNothingIsAskedFor() {
    smtp.play("C: AUTH EXTERNAL =", "S: 535 no", "C: AUTH EXTERNAL", "S: 334 ", "C:", "S: 235 ok");
    assertThat(said())
        .containsExactly(
            "C: AUTH EXTERNAL =", "S: 535 no", "C: AUTH EXTERNAL", "S: 334", "C:", "S: 235 ok");
  }

  @Test
  void aSecretThatTheServerTookForACommandStaysSecret() {
    smtp.play("C: AUTH LOGIN", "H: geheim", "S: 504 no", "S: 500 what");
    assertThat(said())
        .containsExactly(
            "C: AUTH LOGIN", "S: 504 no", "C: ${secret:wrong-password}", "S: 500 what");
  }

  @Test
  void aLoginThatNeverEndedIsWrittenAtTheEnd() {
    smtp.play("C: AUTH PLAIN " + plain("anna", "geheim"));
    assertThat(said()).isEmpty();
    smtp.recorder().settle();
    assertThat(said()).containsExactly("@set user anna", "C: AUTH PLAIN ${answer}");
  }

  @Test
  void passIsThePasswordOrTheWrongOne() {
    pop.play("C: USER anna", "S: +OK", "C: PASS x", "S: -ERR no");
    pop.play("C: USER anna", "C: pass geheim", "S: +OK", "S: +OK in");
    assertThat(pop.lines())
        .endsWith(
            "C: USER anna",
            "S: +OK",
            "@set user anna",
            "C: PASS ${secret:wrong-password}",
            "S: -ERR no",
            "C: USER anna",
            "C: pass ${secret:password}",
            "S: +OK",
            "S: +OK in");
  }

  @Test
  void theDigestOfApopIsComputedAnew() {
    pop.play("C: APOP anna c4c9334bac560ecc979e58001b3e22fb", "S: -ERR no");
    pop.play("C: APOP anna 00c9334bac560ecc979e58001b3e22fb", "S: +OK in");
    assertThat(pop.lines())
        .endsWith(
            "@set user anna",
            "C: APOP anna " + WRONG,
            "S: -ERR no",
            "C: APOP anna ${answer}",
            "S: +OK in");
  }
}
