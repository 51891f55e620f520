package smtpterm.real;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smtpterm.pty.Key;
import smtpterm.pty.PtyProgram;

/**
 * Logins by hand at real servers, each answer computed with {@code /answer} and sent with Enter.
 */
@Tag("real")
class AnswersIT {
  @TempDir Path home;

  @ParameterizedTest
  @CsvSource({
    "POSTFIX, PLAIN, 1, false",
    "EXIM, CRAM-MD5, 1, false",
    "SENDMAIL, DIGEST-MD5, 1, true",
    "DOVECOT_SUBMISSION, DIGEST-MD5, 1, true",
    "POSTFIX, SCRAM-SHA-1, 2, true",
    "DOVECOT_POP3, SCRAM-SHA-256, 2, true",
    "AIOSMTPD, LOGIN, 2, false",
  })
  void whatIsComputedIsTaken(Door door, String mechanism, int answers, boolean serverProves)
      throws IOException {
    try (Desk desk = new Desk(home, door, false)) {
      PtyProgram terminal = desk.terminal();
      String challenge = door.url().startsWith("pop3") ? "S: +" : "S: 334";
      terminal.enter("/clear");
      terminal.awaitScreen("an empty screen", screen -> !screen.contains("S: "));
      desk.say("AUTH " + mechanism, challenge);
      for (int i = 1; i <= answers; i++) {
        desk.answer(door.login("bob"), "pass word");
        int challenges = i + 1;
        if (i < answers || serverProves) {
          terminal.awaitScreen(
              "one more challenge",
              screen ->
                  screen.transcript().stream().filter(line -> line.startsWith(challenge)).count()
                          == challenges
                      && desk.prompted(screen));
        }
      }
      if (serverProves) {
        terminal.key(Key.ENTER);
      }
      desk.awaitLoggedIn();
      assertThat(new String(terminal.rawOutput(), UTF_8)).doesNotContain("pass word");
    }
  }
}
