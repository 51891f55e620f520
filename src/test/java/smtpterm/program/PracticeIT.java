package smtpterm.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import smtpterm.pty.Key;
import smtpterm.pty.PtyProgram;

/** A lesson: a whole mail typed by hand to the practice server. */
@EnabledOnOs(OS.LINUX)
class PracticeIT {
  @TempDir Path home;

  @Test
  void aWholeMailTypedInEnglishArrives() throws IOException {
    try (PtyProgram program = Program.practice(home)) {
      typeMail(program);
      program.awaitScreen("→ bob has mail: \"Gartenparty\" · /inbox bob shows it");
      program.enter("/inbox bob");
      program.awaitScreen("1  Gartenparty, from anna@kolleg.de");
      program.enter("/inbox bob 1");
      program.awaitScreen("Grüße aus dem Garten");
      program.enter("/quit");
      assertThat(program.exitCode()).isZero();
      assertThat(program.screen().transcript())
          .containsSubsequence(
              "C: EHLO laptop",
              "S: 250-mail.kolleg.de greets laptop",
              "C: AUTH LOGIN",
              "S: 334 VXNlcm5hbWU6",
              "   … 334 go on: the server asks in Base64 for \"Username:\".",
              "   → type it in Base64, or type it plain and press F6",
              "C: YW5uYQ==",
              "S: 334 UGFzc3dvcmQ6",
              "   … 334 go on: the server asks in Base64 for \"Password:\".",
              "C: Z2VoZWlt",
              "S: 235 2.7.0 Authentication successful",
              "   ✔ 235 logged in.  2.7.0 = success, security, other.",
              "   → MAIL FROM:<anna@kolleg.de>",
              "C: MAIL FROM:<anna@kolleg.de>",
              "C: RCPT TO:<bob@kolleg.de>",
              "C: DATA",
              "C: Subject: Gartenparty",
              "C:",
              "C: .",
              "# /inbox bob",
              "# /inbox bob 1",
              "# /quit",
              "C: QUIT",
              "S: 221 2.0.0 Bye");
      assertThat(program.unknownSequences()).isEmpty();
    }
  }

  @Test
  void aWholeMailTypedInGermanArrives() throws IOException {
    try (PtyProgram program = Program.practice(home, "--lang", "de")) {
      typeMail(program);
      program.awaitScreen("→ bob hat Post: „Gartenparty“ · /inbox bob zeigt sie");
      program.enter("/inbox bob");
      program.awaitScreen("1  Gartenparty, von anna@kolleg.de");
      program.key(Key.CTRL_D);
      assertThat(program.exitCode()).isZero();
      assertThat(program.screen().transcript())
          .containsSubsequence(
              "   … 334 weiter: der Server fragt in Base64 nach „Username:“.",
              "C: YW5uYQ==",
              "   … 334 weiter: der Server fragt in Base64 nach „Password:“.",
              "C: Z2VoZWlt",
              "   ✔ 235 angemeldet.  2.7.0 = Erfolg, Sicherheit, Sonstiges.",
              "# /inbox bob",
              "C: QUIT");
    }
  }

  /** It lies on the disk, where no more of it is read than can be shown. */
  @Test
  void ofALargeMailTheBeginningIsShown() throws IOException {
    StringBuilder text = new StringBuilder("Subject: Lang\n\n");
    for (int line = 1; line <= 3_000; line++) {
      text.append(String.format(Locale.ROOT, "This is line %04d of many.%n", line));
    }
    Path file = Files.writeString(home.resolve("long.txt"), text);
    try (PtyProgram program = Program.practice(home)) {
      program.enter("EHLO laptop");
      program.enter("MAIL FROM:<anna@kolleg.de>");
      program.enter("RCPT TO:<bob@kolleg.de>");
      Program.awaitPrompt(program, "S: 250 2.1.5");
      program.enter("/send " + file);
      program.awaitScreen("→ bob has mail: \"Lang\" · /inbox bob shows it");
      program.enter("/inbox bob");
      program.awaitScreen("1  Lang, from anna@kolleg.de (84");
      program.enter("/inbox bob 1");
      program.awaitScreen("This is line 0390 of many.");
      program.enter("QUIT");
      program.awaitScreen("S: 221 ");
      assertThat(program.screen().transcript().toString())
          .contains("This is line 0001 of many.")
          .doesNotContain("This is line 0400 of many.");
    }
  }

  private static void typeMail(PtyProgram program) {
    program.enter("EHLO laptop");
    Program.awaitPrompt(program, "→ AUTH LOGIN");
    program.enter("AUTH LOGIN");
    Program.awaitPrompt(program, "S: 334 VXNlcm5hbWU6");
    typeInBase64(program, "anna", "YW5uYQ==");
    Program.awaitPrompt(program, "S: 334 UGFzc3dvcmQ6");
    typeInBase64(program, "geheim", "Z2VoZWlt");
    Program.awaitPrompt(program, "S: 235 ");
    program.enter("MAIL FROM:<anna@kolleg.de>");
    program.enter("RCPT TO:<bob@kolleg.de>");
    program.enter("DATA");
    Program.awaitPrompt(program, "S: 354 ");
    program.enter("Subject: Gartenparty");
    program.enter("");
    program.enter("Grüße aus dem Garten");
    program.enter(".");
  }

  private static void typeInBase64(PtyProgram program, String plain, String encoded) {
    program.type(plain);
    program.key(Key.F6);
    Program.awaitTyped(program, encoded);
    program.key(Key.ENTER);
  }

  @Test
  void theBase64KeyPressedAgainRestoresWhatWasTyped() throws IOException {
    try (PtyProgram program = Program.practice(home)) {
      program.enter("EHLO laptop");
      program.enter("AUTH LOGIN");
      Program.awaitPrompt(program, "S: 334 VXNlcm5hbWU6");
      program.type("anna");
      program.key(Key.F6);
      Program.awaitTyped(program, "YW5uYQ==");
      program.awaitScreen("now Base64, 8 characters");
      program.key(Key.ALT_6);
      Program.awaitTyped(program, "anna");
      program.key(Key.ALT_6);
      Program.awaitTyped(program, "YW5uYQ==");
      program.key(Key.F6);
      Program.awaitTyped(program, "anna");
    }
  }

  @Test
  void onAnAuthLineTheKeyTurnsWhatStandsBehindTheMechanism() throws IOException {
    try (PtyProgram program = Program.practice(home)) {
      program.enter("EHLO laptop");
      Program.awaitPrompt(program, "→ AUTH LOGIN");
      program.type("AUTH PLAIN \\0anna\\0geheim");
      program.key(Key.F6);
      Program.awaitTyped(program, "AUTH PLAIN AGFubmEAZ2VoZWlt");
      program.key(Key.F6);
      Program.awaitTyped(program, "AUTH PLAIN \\0anna\\0geheim");
      program.key(Key.CTRL_C);
      program.type("NOOP a büro");
      program.key(Key.F6);
      Program.awaitTyped(program, "NOOP a YsO8cm8=");
      program.key(Key.CTRL_C);
      program.enter("AUTH PLAIN");
      Program.awaitPrompt(program, "C: AUTH PLAIN");
      typeInBase64(program, "\\0anna\\0geheim", "AGFubmEAZ2VoZWlt");
      Program.awaitPrompt(program, "S: 235 ");
    }
  }
}
