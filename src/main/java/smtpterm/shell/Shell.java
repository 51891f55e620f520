package smtpterm.shell;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import smtpterm.protocol.Chunk;
import smtpterm.protocol.LineKind;
import smtpterm.protocol.Phase;
import smtpterm.session.Client;
import smtpterm.session.SessionView;

/**
 * The loop of the terminal: reads a line, sends it or does it, waits for the reply, and so on until
 * the user leaves.
 */
final class Shell {
  /** So long the prompt stays away while a reply is on its way. */
  private static final Duration SHORT_WAIT = Duration.ofSeconds(2);

  /** So long the server may take to answer the QUIT of a user who leaves. */
  private static final Duration GOOD_BYE = Duration.ofSeconds(5);

  private final LineEditor editor;
  private final Screen screen;
  private final Conversation conversation;
  private final Sending sending;
  private final LocalCommands commands;
  private String initial = "";
  private boolean leaving;
  private boolean askedToAbort;
  private Login.Outcome login = Login.Outcome.NONE;
  private boolean stopped;

  Shell(
      LineEditor editor,
      Screen screen,
      Conversation conversation,
      Sending sending,
      LocalCommands commands) {
    this.editor = editor;
    this.screen = screen;
    this.conversation = conversation;
    this.sending = sending;
    this.commands = commands;
    commands.add("quit", LocalCommand.nothing(), argument -> leave());
  }

  /** Runs until the user leaves. */
  void run() {
    while (!leaving) {
      boolean secret = sending.pastedSecret();
      Optional<String> pasted = sending.nextPasted();
      if (pasted.isPresent()) {
        take(pasted.get(), secret, !secret);
        continue;
      }
      Client.Waited waited = sending.settle(SHORT_WAIT);
      boolean silent = waited == Client.Waited.TIMED_OUT;
      stopped = waited == Client.Waited.STOPPED;
      // Ctrl-C may have come between two lines: it must not hit the next one, nor be lost.
      Thread.interrupted();
      if (conversation.missedInterrupt()) {
        interrupted("");
        continue;
      }
      if (silent && !editor.hasStatus()) {
        screen.note("shell.waiting");
      }
      read();
    }
  }

  /** The user leaves. */
  void quit() {
    leave();
  }

  /**
   * Lets the user type one line while a file is played, and waits for the reply. What he begins by
   * it, such as a message, he also brings to its end.
   */
  Press aside() {
    LineKind before = kind();
    do {
      Typed typed = editor.read("", false);
      if (typed instanceof Typed.Text text) {
        typed(text);
        settlePasted();
      } else if (typed instanceof Typed.End) {
        return Press.LEAVE;
      } else {
        return Press.NEXT;
      }
    } while (!leaving && conversation.open() && before == LineKind.COMMAND && kind() != before);
    return leaving ? Press.LEAVE : Press.NEXT;
  }

  /** Sends the rest of a paste; what was not finished is not kept. */
  private void settlePasted() {
    conversation.await();
    for (Optional<String> line = sending.nextPasted();
        line.isPresent();
        line = sending.nextPasted()) {
      take(line.get(), false, true);
      conversation.await();
    }
    if (sending.halted()) {
      sending.drop();
    }
    initial = "";
    askedToAbort = false;
  }

  private void read() {
    String before = initial;
    initial = "";
    Login.Outcome over = sending.takeLoginOutcome();
    login = over == Login.Outcome.NONE ? login : over;
    Typed typed = editor.read(before, login == Login.Outcome.REFUSED);
    if (typed instanceof Typed.Text text) {
      typed(text);
      // What was typed ahead is used up with the first line that was not.
      login = text.ahead() ? login : Login.Outcome.NONE;
    } else if (typed instanceof Typed.Interrupt interrupt) {
      interrupted(interrupt.text());
    } else {
      ended();
    }
  }

  private void typed(Typed.Text text) {
    boolean abortPending = askedToAbort;
    askedToAbort = false;
    List<String> pasted = editor.takePasted();
    if (!pasted.isEmpty()) {
      // What stands behind the last line break is not finished: it becomes the next line.
      initial = pasted.get(pasted.size() - 1);
      sending.queue(pasted.subList(0, pasted.size() - 1));
    }
    if (sending.halted() && text.text().isEmpty() && pasted.isEmpty() && !abortPending) {
      sending.goOn();
      return;
    }
    if (text.ahead() && !stopped && waiting() && conversation.await() == Client.Waited.STOPPED) {
      // Typed before its time, and now unwanted: back into the line with it, unless it is a secret.
      initial = text.hidden() ? "" : text.text();
      return;
    }
    if (!text.ahead()) {
      sending.noTlsIsKnown();
    } else if (sending.tlsRefused()) {
      screen.note("shell.tls.ahead-dropped");
      return;
    }
    boolean meantForLogin = text.ahead() && login != Login.Outcome.NONE;
    take(text.text(), text.hidden(), !text.hidden() && !meantForLogin);
  }

  private boolean waiting() {
    return conversation.view().filter(SessionView::serversTurn).isPresent();
  }

  /** Does or sends one line. */
  private void take(String line, boolean hidden, boolean memorable) {
    // A password may start with a slash.
    boolean command = !hidden && (!conversation.open() || kind() == LineKind.COMMAND);
    if (command && line.startsWith("/") && !line.startsWith("//")) {
      if (memorable && commands.memorable(line)) {
        sending.remember(line);
      }
      commands.run(line);
    } else if (conversation.open() && kind() == LineKind.ANSWER && ByHand.wanted(line)) {
      commands.run(line);
      sending.takePrefilled().ifPresent(answer -> initial = answer);
    } else if (!conversation.open()) {
      if (!line.isBlank()) {
        screen.note("shell.nothing-sent");
      }
    } else {
      boolean escaped =
          command ? line.startsWith("//") : kind() == LineKind.ANSWER && ByHand.escaped(line);
      sending.typed(escaped ? line.substring(1) : line, hidden, memorable);
    }
  }

  private void interrupted(String text) {
    if (!text.isEmpty()) {
      askedToAbort = false;
      return;
    }
    if (sending.halted()) {
      sending.drop();
    } else if (!conversation.open()) {
      screen.note("shell.interrupt.leave");
    } else {
      switch (kind()) {
        case TEXT -> abortText();
        case ANSWER -> initial = "*";
        case COMMAND -> screen.note("shell.interrupt.leave");
      }
    }
  }

  private void abortText() {
    if (askedToAbort) {
      askedToAbort = false;
      conversation.disconnect();
    } else {
      askedToAbort = true;
      Optional<Chunk> chunk = conversation.view().flatMap(v -> v.progress().transaction().chunk());
      if (chunk.isPresent()) {
        screen.note("shell.interrupt.chunk", chunk.get().octets());
      } else {
        screen.note("shell.interrupt.text");
      }
    }
  }

  private void ended() {
    if (conversation.open() && kind() == LineKind.TEXT) {
      abortText();
    } else {
      leave();
    }
  }

  private void leave() {
    if (conversation.open() && kind() == LineKind.ANSWER) {
      sending.send("*", false);
      conversation.await(GOOD_BYE);
    }
    if (conversation.open() && kind() == LineKind.COMMAND && !over()) {
      sending.send("QUIT", false);
      conversation.await(GOOD_BYE);
    }
    leaving = true;
  }

  /** Whether there is nothing to say QUIT to: it was said, or the protocol knows no such thing. */
  private boolean over() {
    return conversation
        .view()
        .map(v -> v.progress().phase())
        .filter(p -> p == Phase.CLOSED || p == Phase.RAW)
        .isPresent();
  }

  private LineKind kind() {
    return conversation.view().map(SessionView::next).orElse(LineKind.COMMAND);
  }
}
