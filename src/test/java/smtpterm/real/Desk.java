package smtpterm.real;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import smtpterm.pty.Key;
import smtpterm.pty.PtyCommand;
import smtpterm.pty.PtyProgram;
import smtpterm.pty.Screen;

/** The program in a terminal, at a real server, which is greeted again for each login. */
final class Desk implements AutoCloseable {
  private final PtyProgram terminal;
  private final Door door;
  private final boolean pop3;
  private final boolean startTls;

  /** Connects, and greets; where TLS is neither there from the start nor wanted, in the clear. */
  Desk(Path home, Door door, boolean startTls, String... options) throws IOException {
    String url = door.url();
    this.door = door;
    this.pop3 = url.startsWith("pop3");
    this.startTls = startTls;
    String authority = Door.Certificate.file("ca.pem").toString();
    List<String> arguments = new ArrayList<>(List.of("--lang", "en", "--ca", authority));
    arguments.addAll(List.of(options));
    arguments.add(url);
    terminal = PtyCommand.smtpterm(home, arguments.toArray(String[]::new)).size(130, 60).start();
    greet();
  }

  private void greet() {
    awaitPrompt(pop3 ? "S: +OK" : "S: 220");
    if (startTls) {
      hello();
      say(pop3 ? "STLS" : "STARTTLS", "Verified: an authority trusted here vouches");
    }
    hello();
  }

  private void hello() {
    say(pop3 ? "CAPA" : "EHLO laptop", pop3 ? "done: this is what" : "250 done");
  }

  /** Hangs up, and connects and greets anew, so that somebody else may log in. */
  void again() {
    terminal.enter("QUIT");
    terminal.awaitScreen("the end", screen -> screen.cursorLine().startsWith("> "));
    terminal.enter("/clear");
    terminal.enter("/connect");
    greet();
  }

  /** Logs in with {@code /login} and this password or token. */
  void login(String way, String user, String secret) {
    terminal.enter("/login --" + way + " " + user);
    terminal.awaitScreen(
        "a question", screen -> screen.cursorLine().matches("(Password|Token) for .*: *"));
    terminal.enter(secret);
  }

  /** Has the answer to the challenge computed, asked for name and password or not, and sends it. */
  void answer(String user, String password) {
    terminal.enter("/answer " + user);
    terminal.awaitScreen(
        "a question or an answer",
        screen -> computed(screen) || screen.cursorLine().startsWith("Password for "));
    if (!computed(terminal.screen())) {
      terminal.enter(password);
      terminal.awaitScreen("an answer", Desk::computed);
    }
    terminal.key(Key.ENTER);
  }

  private static boolean computed(Screen screen) {
    return screen.cursorLine().startsWith("C: ")
        && screen.column() > 3
        && !screen.cursorLine().contains("/answer");
  }

  /** Whether an empty line stands behind the prompt. */
  boolean prompted(Screen screen) {
    return screen.cursorLine().startsWith("C:") && screen.column() == 3;
  }

  /** Says a line, and waits for this answer. */
  void say(String line, String answer) {
    terminal.enter(line);
    awaitPrompt(answer);
  }

  void awaitLoggedIn() {
    awaitPrompt(pop3 ? "✔ +OK logged in" : "✔ 235 logged in");
  }

  void awaitRefused() {
    awaitPrompt(door.refusal());
  }

  private void awaitPrompt(String above) {
    terminal.awaitScreen(
        "\"" + above + "\" and a prompt", screen -> prompted(screen) && screen.contains(above));
  }

  PtyProgram terminal() {
    return terminal;
  }

  @Override
  public void close() {
    terminal.close();
  }
}
