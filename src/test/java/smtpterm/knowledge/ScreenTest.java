package smtpterm.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smtpterm.text.Language;
import smtpterm.text.Texts;

/** Whole explanations as a person reads them, in both languages. */
final class ScreenTest {
  private static final String DASH = "   → ";

  private static List<Moment> mail() {
    Talk talk = new Talk();
    List<Moment> moments = new ArrayList<>();
    moments.add(talk.greeted("220 mail.kolleg.de ESMTP"));
    moments.add(
        talk.typed(
            "EHLO laptop",
            "250-mail.kolleg.de greets laptop",
            "250-SIZE 10485760",
            "250-AUTH LOGIN PLAIN CRAM-MD5 SCRAM-SHA-256",
            "250 STARTTLS"));
    moments.add(talk.typed("AUTH LOGIN", "334 VXNlcm5hbWU6"));
    moments.add(talk.typed("YW5uYQ==", "334 UGFzc3dvcmQ6"));
    moments.add(talk.typed("Z2VoZWlt", "235 2.7.0 Authentication successful"));
    moments.add(talk.typed("MAIL FROM:<anna@kolleg.de>", "250 2.1.0 Sender ok"));
    moments.add(talk.typed("RCPT TO:<bob@kolleg.de>", "250 2.1.5 Recipient ok"));
    moments.add(talk.typed("DATA", "354 End with a dot"));
    moments.add(talk.typed(".", "250 2.0.0 Accepted"));
    moments.add(talk.typed("QUIT", "221 2.0.0 Bye"));
    return moments;
  }

  private static List<Moment> mistakes() {
    Talk talk = new Talk();
    List<Moment> moments = new ArrayList<>();
    talk.greeted("220 mx");
    moments.add(talk.typed("MAIL FROM:<a@b>", "503 5.5.1 EHLO first"));
    talk.typed("EHLO me", "250-mx", "250-AUTH LOGIN", "250 SIZE 35882577");
    moments.add(talk.typed("MIAL FROM:<a@b>", "500 5.5.2 Unknown"));
    talk.typed("AUTH LOGIN", "334 VXNlcm5hbWU6");
    talk.typed("anna", "334 UGFzc3dvcmQ6");
    moments.add(talk.typed("Z2VoZWlt", "535 5.7.8 Wrong"));
    moments.add(talk.typed("MAIL FROM <a@b>", "501 5.5.4 Syntax"));
    moments.add(talk.typed("MAIL FROM:<a@b> SIZE=90000000", "552 5.3.4 Too big"));
    talk.typed("MAIL FROM:<a@b>", "250 ok");
    moments.add(talk.typed("RCPT TO:<x@kolleg.de>", "550 5.1.1 Unknown"));
    moments.add(talk.typed("RCPT TO:<x@gmx.de>", "550 2.7.1 We do not relay"));
    moments.add(talk.typed("DATA", "503 5.5.1 RCPT first"));
    moments.add(talk.typed("NOOP", "571 Odd"));
    moments.add(talk.unasked("421 4.4.2 Timeout"));
    return moments;
  }

  @Test
  void aWholeMailInEnglish() {
    assertThat(screen(Language.ENGLISH, mail()))
        .isEqualTo(
            """
            220 ready: the server greets you.
               → EHLO <name of your computer>
            250 done: the server greets back and lists what it can do besides plain SMTP.
                 SIZE 10485760 | takes messages up to 10 MiB
                 AUTH … | you can log in with LOGIN, PLAIN, CRAM-MD5 or SCRAM-SHA-256
                 STARTTLS | the connection can be switched to TLS
               → AUTH LOGIN · STARTTLS · MAIL FROM:<…>
            334 go on: the server asks in Base64 for "Username:".
               → type it in Base64, or type it plain and press F6
            334 go on: the server asks in Base64 for "Password:".
            235 logged in.  2.7.0 = success, security, other.
               → MAIL FROM:<anna@kolleg.de>
            250 done: sender noted (the envelope, not the From: line).  2.1.0 = success, address, other.
               → RCPT TO:<…>
            250 done: recipient noted (the envelope, not the To: line).  2.1.5 = success, address, valid.
               → DATA · RCPT TO:<…>
            354 go on: from here on everything is the mail, until a line with only a dot.
               → header lines such as Subject: …, an empty line, the text, then a single .
            250 done: the server has the mail now; delivery is its next job.  2.0.0 = success.
               → MAIL FROM:<anna@kolleg.de> · QUIT
            221 done: the server says good-bye and closes the connection.  2.0.0 = success.
            """);
  }

  @Test
  void aWholeMailInGerman() {
    assertThat(screen(Language.GERMAN, mail()))
        .isEqualTo(
            """
            220 bereit: der Server begrüßt dich.
               → EHLO <Name deines Rechners>
            250 erledigt: der Server grüßt zurück und zählt auf, was er außer einfachem SMTP kann.
                 SIZE 10485760 | nimmt Mails bis 10 MiB an
                 AUTH … | du kannst dich anmelden mit LOGIN, PLAIN, CRAM-MD5 oder SCRAM-SHA-256
                 STARTTLS | die Verbindung lässt sich auf TLS umschalten
               → AUTH LOGIN · STARTTLS · MAIL FROM:<…>
            334 weiter: der Server fragt in Base64 nach „Username:“.
               → tippe es in Base64, oder tippe es im Klartext und drücke F6
            334 weiter: der Server fragt in Base64 nach „Password:“.
            235 angemeldet.  2.7.0 = Erfolg, Sicherheit, Sonstiges.
               → MAIL FROM:<anna@kolleg.de>
            250 erledigt: Absender notiert (Umschlag, nicht From:).  2.1.0 = Erfolg, Adresse, Sonstiges.
               → RCPT TO:<…>
            250 erledigt: Empfänger notiert (Umschlag, nicht To:).  2.1.5 = Erfolg, Adresse, gültig.
               → DATA · RCPT TO:<…>
            354 weiter: ab hier ist alles Nachrichtentext, bis zu einer Zeile nur mit einem Punkt.
               → Kopfzeilen wie Subject: …, eine leere Zeile, der Text, dann ein einzelner .
            250 erledigt: der Server hat die Mail; zugestellt ist sie noch nicht.  2.0.0 = Erfolg.
               → MAIL FROM:<anna@kolleg.de> · QUIT
            221 erledigt: der Server verabschiedet sich und schließt die Verbindung.  2.0.0 = Erfolg.
            """);
  }

  @Test
  void mistakesInEnglish() {
    assertThat(screen(Language.ENGLISH, mistakes()))
        .isEqualTo(
            """
            503 wrong order: first EHLO, then MAIL.  5.5.1 = refused, protocol, wrong command.
               → EHLO <name of your computer>
            500 unknown command "MIAL". Did you mean MAIL?  5.5.2 = refused, protocol, syntax error.
               → AUTH LOGIN · MAIL FROM:<…>
            535 login refused, probably because an answer was plain text, not Base64.
                 5.7.8 | refused, security, wrong login data
               → AUTH LOGIN · MAIL FROM:<…>
            501 wrong form: the colon behind FROM is missing.  5.5.4 = refused, protocol, wrong argument.
               → AUTH LOGIN · MAIL FROM:<…>
            552 refused: bigger than allowed (34.2 MiB).  5.3.4 = refused, mail system, mail too big.
               → AUTH LOGIN · MAIL FROM:<…>
            550 refused: no such mailbox here. Is it spelt right?
                 5.1.1 | refused, address, no such mailbox
               → RCPT TO:<…> · RSET
            550 refused: the mailbox is on another server, and this one does not pass on your mail.
                 2.7.1 | success, security, not allowed
                 550 and 2.7.1 | the server contradicts itself: both should begin with the same digit
               → RSET · AUTH LOGIN
            503 wrong order: first RCPT TO, then DATA.  5.5.1 = refused, protocol, wrong command.
               → RCPT TO:<…>
            571 refused for good, says the 5. The code is not in the standard; the 7 is not defined.
               → RCPT TO:<…>
            421 unasked: the server closes, mostly because it waited too long.
                 4.4.2 | not now, network, connection bad or lost
            """);
  }

  @Test
  void mistakesInGerman() {
    assertThat(screen(Language.GERMAN, mistakes()))
        .isEqualTo(
            """
            503 Reihenfolge: erst EHLO, dann MAIL.  5.5.1 = abgelehnt, Protokoll, Befehl falsch.
               → EHLO <Name deines Rechners>
            500 unbekannter Befehl „MIAL“. Meinst du MAIL?  5.5.2 = abgelehnt, Protokoll, Schreibfehler.
               → AUTH LOGIN · MAIL FROM:<…>
            535 Anmeldung abgelehnt, vermutlich: eine Antwort war Klartext statt Base64.
                 5.7.8 | abgelehnt, Sicherheit, Login falsch
               → AUTH LOGIN · MAIL FROM:<…>
            501 Form: hinter FROM fehlt der Doppelpunkt.  5.5.4 = abgelehnt, Protokoll, Zusatz falsch.
               → AUTH LOGIN · MAIL FROM:<…>
            552 abgelehnt: größer als erlaubt (34,2 MiB).  5.3.4 = abgelehnt, Mailsystem, Mail zu groß.
               → AUTH LOGIN · MAIL FROM:<…>
            550 abgelehnt: dieses Postfach gibt es hier nicht. Ist es richtig geschrieben?
                 5.1.1 | abgelehnt, Adresse, Postfach unbekannt
               → RCPT TO:<…> · RSET
            550 abgelehnt: das Postfach ist woanders, und der Server leitet deine Mail nicht weiter.
                 2.7.1 | Erfolg, Sicherheit, nicht erlaubt
                 550 und 2.7.1 | der Server widerspricht sich: beide sollten mit derselben Ziffer beginnen
               → RSET · AUTH LOGIN
            503 Reihenfolge: erst RCPT TO, dann DATA.  5.5.1 = abgelehnt, Protokoll, Befehl falsch.
               → RCPT TO:<…>
            571 endgültig abgelehnt, sagt die 5. Genormt ist der Code nicht; die 7 ist nicht festgelegt.
               → RCPT TO:<…>
            421 ungefragt: der Server schließt, meist weil er zu lange gewartet hat.
                 4.4.2 | jetzt nicht, Netz, Verbindung gestört
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SIZE 10485760         | SIZE 10485760   | takes messages up to 10 MiB
          SIZE 35882577         | SIZE 35882577   | takes messages up to 34.2 MiB
          SIZE 1073741823       | SIZE 1073741823 | takes messages up to 1 GiB
          SIZE 1000             | SIZE 1000       | takes messages up to 1000 octets
          SIZE 0                | SIZE 0          | says that messages have no fixed limit
          SIZE                  | SIZE            | says that messages have no fixed limit
          SIZE many             | SIZE many       | says how big a message it takes
          AUTH LOGIN            | AUTH …          | you can log in with LOGIN
          AUTH=LOGIN PLAIN      | AUTH …          | you can log in with LOGIN or PLAIN
          AUTH                  | AUTH            | you can log in
          LIMITS RCPTMAX=20 FOO=1 | LIMITS …      | at most 20 recipients for one mail
          LIMITS MAILMAX=5 RCPTMAX=20 | LIMITS …  | at most 5 mails over one connection; at most 20 recipients for one mail
          FUTURERELEASE 864000 2027-01-01T00:00:00Z | FUTURERELEASE … | can keep a mail for up to 10 days
          DELIVERBY 120         | DELIVERBY 120   | delivers within a time that you set, from 120 seconds on
          X-FOO                 | X-FOO           | a private extension that is not known here
          FOO BAR               | FOO BAR         | not known here
          pipelining            | PIPELINING      | takes several commands at once, without a pause for each reply
          """)
  void keywordsAreExplainedWithTheirNumbers(String line, String left, String sentence) {
    Talk talk = new Talk();
    talk.greeted("220 mx");
    Explanation explanation =
        explainer(Language.ENGLISH).explain(talk.typed("EHLO me", "250-mx", "250 " + line));
    assertThat(explanation.details()).containsExactly(new Explanation.Detail(left, sentence));
  }

  @Test
  void anEndlessListOfKeywordsIsCut() {
    String[] lines = new String[901];
    lines[0] = "250-mx";
    for (int i = 1; i <= 900; i++) {
      lines[i] = (i == 900 ? "250 X" : "250-X") + i;
    }
    Talk talk = new Talk();
    talk.greeted("220 mx");
    List<Explanation.Detail> rows =
        explainer(Language.ENGLISH).explain(talk.typed("EHLO me", lines)).details();
    assertThat(rows).hasSize(41).last().isEqualTo(new Explanation.Detail("…", "and 860 more"));
  }

  @Test
  void aLongChallengeIsCutAndNothingOfItIsTakenAway() {
    Talk talk = new Talk();
    talk.greeted("220 mx");
    talk.typed("EHLO me", "250-mx", "250 AUTH LOGIN");
    // "%s" and a right-to-left override: shown as they are; the screen escapes them.
    Explanation explanation =
        explainer(Language.ENGLISH).explain(talk.typed("AUTH LOGIN", "334 JXPigK4="));
    assertThat(explanation.headline())
        .isEqualTo("334 go on: the server asks in Base64 for \"%s\u202e\".");
    Moment moment = talk.typed("YW5uYQ==", "334 " + "QUFB".repeat(100));
    assertThat(explainer(Language.ENGLISH).explain(moment).headline())
        .isEqualTo("334 go on: the server asks in Base64 for \"" + "A".repeat(60) + "…\".");
  }

  @Test
  void nothingIsClaimedAboutAnUnknownProtocol() {
    Explanation explanation = explainer(Language.ENGLISH).explain(new Talk().raw("220 ftp"));
    assertThat(explanation.silent()).isTrue();
    assertThat(explanation.details()).isEmpty();
    assertThat(explanation.next()).isEmpty();
  }

  private static Explainer explainer(Language language) {
    return new Explainer(new Texts(language), Optional.of("kolleg.de"));
  }

  private static String screen(Language language, List<Moment> moments) {
    Explainer explainer = explainer(language);
    StringBuilder screen = new StringBuilder();
    for (Moment moment : moments) {
      Explanation explanation = explainer.explain(moment);
      // As on a window of 100 columns: the enhanced code behind the sentence, or else below it.
      boolean fits = explanation.whole().length() <= 95;
      screen.append(fits ? explanation.whole() : explanation.headline()).append('\n');
      explanation
          .enhanced()
          .filter(code -> !fits)
          .ifPresent(
              code ->
                  screen
                      .append("     ")
                      .append(code.left())
                      .append(" | ")
                      .append(code.sentence())
                      .append('\n'));
      for (Explanation.Detail row : explanation.details()) {
        screen.append("     ").append(row.left()).append(" | ").append(row.sentence());
        screen.append('\n');
      }
      if (!explanation.next().isEmpty()) {
        screen.append(DASH).append(String.join(" · ", explanation.next())).append('\n');
      }
    }
    return screen.toString();
  }
}
