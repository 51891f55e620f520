package smtpterm.typing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smtpterm.knowledge.Catalog;
import smtpterm.session.SessionView;
import smtpterm.text.Language;
import smtpterm.text.Texts;

final class CompletionTest {
  private static final String[] EHLO = {
    "250-mx", "250-SIZE 1000", "250-DSN", "250-8BITMIME", "250-STARTTLS", "250 AUTH PLAIN LOGIN"
  };

  private final Memory memory = new Memory();
  private final Completion completion = completion(Language.ENGLISH);

  private Completion completion(Language language) {
    Texts texts = new Texts(language);
    Clock clock = Clock.fixed(Instant.parse("2026-11-22T08:14:03Z"), ZoneId.of("Europe/Berlin"));
    return new Completion(
        new Catalog(texts), texts, memory, new Here(() -> "laptop", clock, () -> 35));
  }

  private List<String> lines(SessionView view, String line) {
    return completion.complete(view, line).stream().map(Suggestion::line).toList();
  }

  private List<String> fitting(SessionView view, String line) {
    return completion.complete(view, line).stream()
        .filter(Suggestion::fitting)
        .map(Suggestion::line)
        .toList();
  }

  /** {@code RCPT TO:<: first MAIL FROM, then RCPT}. */
  private List<String> later(Completion spoken, SessionView view, String line) {
    return spoken.complete(view, line).stream()
        .filter(s -> !s.fitting())
        .map(s -> s.line() + " " + s.description())
        .toList();
  }

  private Views hello() {
    return Views.smtp(memory).say("EHLO me", EHLO);
  }

  @Test
  void whatIsDueComesFirstAndWhatIsOutOfOrderLastWithItsReason() {
    assertThat(fitting(hello().view(), ""))
        .containsExactly(
            "STARTTLS",
            "AUTH ",
            "MAIL FROM:<",
            "RSET",
            "VRFY ",
            "EXPN ",
            "HELP",
            "NOOP",
            "QUIT",
            "EHLO ",
            "HELO ");
    assertThat(lines(hello().view(), "").subList(11, 14))
        .containsExactly("RCPT TO:<", "DATA", "BDAT ");
    assertThat(later(completion, hello().view(), ""))
        .containsExactly(
            "RCPT TO:< first MAIL FROM, then RCPT",
            "DATA first MAIL and RCPT, then DATA",
            "BDAT  the server has not offered CHUNKING");
    assertThat(later(completion(Language.GERMAN), hello().view(), "R"))
        .containsExactly("RCPT TO:< erst MAIL FROM, dann RCPT");
  }

  @ParameterizedTest(name = "{0}: {1} later")
  @CsvSource(
      delimiter = '|',
      value = {
        "greeted | M   | MAIL FROM:< | first EHLO, then MAIL",
        "greeted | ET  | ETRN        | first EHLO, then ETRN",
        "helo    | AU  | AUTH        | AUTH needs EHLO; HELO is not enough",
        "helo    | ETR | ETRN        | ETRN needs EHLO; HELO is not enough",
        "sender  | M   | MAIL FROM:< | a mail is begun already; RSET drops it",
        "sender  | D   | DATA        | first RCPT TO, then DATA",
        "sender  | ST  | STARTTLS    | a mail is begun already; RSET drops it",
        "sender  | A   | AUTH        | no login in the middle of a mail; RSET drops it",
        "login   | A   | AUTH        | you are logged in already",
        "tls     | A   | AUTH        | AUTH is not offered yet; perhaps it is after STARTTLS",
        "silent  | E   | EHLO        | the server greets first",
        "waiting | R   | RCPT TO:<   | the reply to MAIL is still to come",
        "user    | C   | CAPA        | PASS is due now",
        "user    | RET | RETR        | first the login, then RETR",
        "pop3    | P   | PASS        | first USER, then PASS",
        "box     | P   | PASS        | you are logged in already"
      })
  void eachObstacleIsNamed(String state, String typed, String line, String reason) {
    assertThat(later(completion, state(state), typed).stream().map(s -> s.replace("  ", " ")))
        .contains(line + " " + reason);
  }

  private SessionView state(String name) {
    return switch (name) {
      case "silent" -> Views.silent();
      case "greeted" -> Views.smtp(memory).view();
      case "helo" -> Views.smtp(memory).say("HELO me", "250 mx").view();
      case "sender" -> hello().say("MAIL FROM:<a@b.example>", "250 ok").view();
      case "login" -> hello().say("AUTH PLAIN AGEAYg==", "235 ok").view();
      case "tls" -> Views.smtp(memory).say("EHLO me", "250-mx", "250 STARTTLS").view();
      case "waiting" -> hello().waitingFor("MAIL FROM:<a@b.example>");
      case "pop3" -> Views.pop3(memory).view();
      case "user" -> Views.pop3(memory).say("USER anna", "+OK").view();
      default -> box().view();
    };
  }

  private Views box() {
    return Views.pop3(memory).say("USER anna", "+OK").say("PASS x", "+OK");
  }

  @Test
  void aRareCommandIsOfferedWhereTheServerOffersItOrSomebodyKnowsIt() {
    assertThat(lines(hello().view(), "S")).containsExactly("STARTTLS");
    assertThat(lines(hello().view(), "SE")).containsExactly("SEND FROM:<");
    assertThat(later(completion, hello().view(), "TU"))
        .containsExactly("TURN the server has not offered TURN");
    SessionView etrn = Views.smtp(memory).say("EHLO me", "250-mx", "250 ETRN").view();
    assertThat(fitting(etrn, "e")).containsExactly("etrn ", "expn ", "ehlo ");
  }

  @Test
  void theCaseGoesOnAsItWasTyped() {
    assertThat(lines(hello().view(), "m")).containsExactly("mail from:<");
    assertThat(lines(hello().view(), "Ma")).containsExactly("Mail from:<");
    assertThat(lines(hello().view(), "MAIL")).containsExactly("MAIL FROM:<");
    assertThat(lines(hello().view(), "MAIL FROM:<x")).isEmpty();
    assertThat(lines(hello().view(), "RSET")).isEmpty();
    assertThat(lines(hello().view(), "auth ")).containsExactly("auth plain", "auth login");
    assertThat(lines(hello().view(), "AUTH l")).containsExactly("AUTH login");
  }

  @Test
  void onlyOfferedMechanismsAreOffered() {
    assertThat(lines(hello().view(), "AUTH ")).containsExactly("AUTH PLAIN", "AUTH LOGIN");
    assertThat(lines(hello().view(), "AUTH PLAIN ")).isEmpty();
    SessionView pop3 =
        Views.pop3(memory).say("CAPA", "+OK", "SASL PLAIN CRAM-MD5", "USER", ".").view();
    assertThat(lines(pop3, "AUTH C")).containsExactly("AUTH CRAM-MD5");
  }

  @Test
  void helloGetsTheNameOfThisComputer() {
    assertThat(lines(Views.smtp(memory).view(), "EHLO ")).containsExactly("EHLO laptop");
    assertThat(lines(Views.smtp(memory).view(), "helo L")).containsExactly("helo Laptop");
    assertThat(lines(Views.smtp(memory).view(), "EHLO x")).isEmpty();
    assertThat(lines(Views.smtp(memory).view(), "EHLO laptop ")).isEmpty();
    assertThat(lines(Views.lmtp(memory).view(), "LHLO ")).containsExactly("LHLO laptop");
  }

  @Test
  void anAddressComesWithItsBracket() {
    memory.accounts(List.of("anna@kolleg.de", "bob@kolleg.de"));
    SessionView idle = hello().view();
    assertThat(lines(idle, "MAIL FROM:<"))
        .containsExactly("MAIL FROM:<anna@kolleg.de>", "MAIL FROM:<bob@kolleg.de>", "MAIL FROM:<>");
    assertThat(lines(idle, "mail from: <AN")).containsExactly("mail from: <ANna@kolleg.de>");
    assertThat(lines(idle, "MAIL FROM:<nobody")).isEmpty();
    SessionView sender =
        hello()
            .say("MAIL FROM:<anna@kolleg.de>", "250 ok")
            .say("RCPT TO:<bob@kolleg.de>", "250 ok")
            .view();
    assertThat(lines(sender, "RCPT TO:<")).containsExactly("RCPT TO:<anna@kolleg.de>");
    assertThat(lines(sender, "VRFY b")).containsExactly("VRFY bob@kolleg.de");
    assertThat(lines(sender, "EXPN ")).hasSize(2);
  }

  @Test
  void helpKnowsTheCommandsAsTopics() {
    assertThat(lines(hello().view(), "HELP R")).containsExactly("HELP RCPT", "HELP RSET");
    assertThat(lines(hello().view(), "help d")).containsExactly("help data");
  }

  @Test
  void theLastBlockIsCalledSo() {
    assertThat(lines(hello().view(), "BDAT 86")).containsExactly("BDAT 86 LAST");
    assertThat(lines(hello().view(), "bdat 86 l")).containsExactly("bdat 86 last");
    assertThat(lines(hello().view(), "BDAT 86 LAST ")).isEmpty();
  }

  @Test
  void nothingIsMadeOfAnAnswerAndOfWhatNobodyKnows() {
    SessionView challenge = hello().say("AUTH LOGIN", "334 VXNlcm5hbWU6").view();
    assertThat(lines(challenge, "")).isEmpty();
    assertThat(lines(hello().say("QUIT", "221 bye").view(), "")).isEmpty();
    assertThat(lines(hello().view(), "xyzzy")).isEmpty();
    assertThat(lines(hello().view(), "NOOP ")).isEmpty();
  }

  @Test
  void theCommandsOfPop3FollowTheLoginAndTheCapabilities() {
    SessionView login = Views.pop3(memory).view();
    assertThat(fitting(login, "")).contains("USER ", "APOP ", "CAPA", "STLS", "QUIT");
    assertThat(fitting(login, "")).doesNotContain("LIST", "RETR ", "PASS ", "RPOP ");
    SessionView asked = Views.pop3(memory).say("CAPA", "+OK", "USER", "UIDL", ".").view();
    assertThat(fitting(asked, "")).contains("USER ").doesNotContain("STLS");
    assertThat(later(completion, asked, "ST"))
        .contains("STLS the server has not offered STLS", "STAT first the login, then STAT");
    assertThat(fitting(box().view(), "R")).containsExactly("RETR ", "RSET");
  }
}
