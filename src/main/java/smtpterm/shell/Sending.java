package smtpterm.shell;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import smtpterm.protocol.LineKind;
import smtpterm.protocol.Pipelining;
import smtpterm.protocol.ReplyClass;
import smtpterm.protocol.Secrecy;
import smtpterm.session.Client;
import smtpterm.session.Notice;
import smtpterm.session.SessionView;

/**
 * Sends what was typed, and the lines of a paste one by one, each after the reply to the one
 * before.
 */
final class Sending {
  /** Of a longer paste only every so many lines. */
  private static final int COUNTED_SINGLY = 100;

  private final Conversation conversation;
  private final Screen screen;
  private final Histories histories;
  private final Settings settings;
  private final Deque<String> pasted = new ArrayDeque<>();
  private boolean halted;
  private boolean counted;
  private boolean goesOn;
  private volatile boolean typing;
  private volatile boolean refused;
  private volatile boolean dataRefused;
  private volatile boolean tlsRefused;
  private final LoginEnd login = new LoginEnd();
  private int answersInPaste;
  private volatile String challenge = "";
  private Runnable below = () -> {};
  private volatile boolean acting;
  private Optional<String> prefilled = Optional.empty();

  Sending(Conversation conversation, Screen screen, Histories histories, Settings settings) {
    this.conversation = conversation;
    this.screen = screen;
    this.histories = histories;
    this.settings = settings;
  }

  /** To be told everything that happens, so that a refusal halts a paste. */
  void hear(Notice notice) {
    login.hear(notice);
    if (notice instanceof Notice.Replied replied) {
      if (replied.turn().reply().replyClass() == ReplyClass.INTERMEDIATE) {
        challenge = replied.turn().reply().text();
      }
      if (replied.turn().reply().replyClass().refusal()) {
        refused = true;
        dataRefused |= replied.turn().asked().filter(a -> a.command("DATA")).isPresent();
        tlsRefused |=
            replied
                .turn()
                .asked()
                .filter(a -> a.command("STARTTLS") || a.command("STLS"))
                .isPresent();
      }
    } else if (notice instanceof Notice.Ended) {
      refused = true;
    }
  }

  /** How a login ended since this was asked last: lines typed ahead were meant for it. */
  Login.Outcome takeLoginOutcome() {
    return login.takeOutcome();
  }

  /**
   * Sends a line that the user typed at the prompt.
   *
   * @param memorable whether the history may have it, as far as the one who typed it knows
   */
  void typed(String line, boolean hidden, boolean memorable) {
    typing = true;
    acting = false;
    try {
      send(line, hidden, memorable);
    } finally {
      typing = false;
    }
  }

  /** Keeps a line for smtpterm itself, which is not sent. */
  void remember(String local) {
    histories.remember(LineKind.COMMAND, local);
  }

  /** Whether the line being sent was typed at the prompt, where it may still stand. */
  boolean typing() {
    return typing;
  }

  /**
   * Sends one line as it is, which the history does not get: nobody typed it.
   *
   * @param hidden whether it was masked while it was typed
   * @return false when there is no connection
   */
  boolean send(String line, boolean hidden) {
    acting = false;
    return send(line, hidden, false);
  }

  private boolean send(String line, boolean hidden, boolean memorable) {
    Optional<Client> client = conversation.client();
    if (client.isEmpty()) {
      return false;
    }
    LineKind kind = client.get().view().next();
    if (memorable && Secrecy.memorable(kind, line)) {
      histories.remember(kind, line);
    }
    if (!goesOn) {
      refused = false;
      dataRefused = false;
    }
    goesOn =
        settings.pipelining()
            && Pipelining.mayGoOn(client.get().view().progress().protocol(), kind, line);
    // One group of commands is one write, as RFC 2920 section 3.1 has it.
    boolean more = goesOn && !pasted.isEmpty() && !typing;
    return more ? client.get().typeLater(line, hidden) : client.get().type(line, hidden);
  }

  /** From now on somebody else sends; what was to be said about a line of ours was said. */
  void handOver() {
    acting = false;
    login.takeOutcome();
  }

  /** Whether TLS was refused since this was asked last, so what was typed for it must not go. */
  boolean tlsRefused() {
    return tlsRefused;
  }

  /** What comes now was typed by somebody who knows that there is no TLS. */
  void noTlsIsKnown() {
    tlsRefused = false;
  }

  /**
   * Sends one line as {@link #send(String, boolean)} does.
   *
   * @param explained prints what the line is made of, between it and the reply
   */
  boolean send(String line, Runnable explained) {
    below = explained;
    acting = true;
    try {
      return send(line, false, false);
    } finally {
      below = () -> {};
    }
  }

  /**
   * Whether this is a challenge to a line that nobody typed: who sent it says what there is to say,
   * and knows what comes next.
   */
  boolean explained(Notice.Replied replied) {
    return acting && replied.turn().reply().replyClass() == ReplyClass.INTERMEDIATE;
  }

  /** A line was sent and shown, the reply cannot have come yet. */
  void shown() {
    below.run();
  }

  /** What the server asked last, in Base64. */
  String challenge() {
    return challenge;
  }

  /** This is to stand in the line that is typed next, unsent. */
  void prefill(String line) {
    prefilled = Optional.of(line);
  }

  /** What is to stand in the line; told once. */
  Optional<String> takePrefilled() {
    Optional<String> taken = prefilled;
    prefilled = Optional.empty();
    return taken;
  }

  /** More lines of a paste wait behind those that wait already. */
  void queue(List<String> lines) {
    pasted.addAll(lines);
  }

  /** The next line of a paste, when all before it is answered and was not refused. */
  Optional<String> nextPasted() {
    if (pasted.isEmpty() || halted) {
      uncount();
      return Optional.empty();
    }
    count();
    if (goesOn && conversation.open()) {
      return Optional.of(pasted.remove());
    }
    Client.Waited waited = conversation.open() ? conversation.await() : Client.Waited.ENDED;
    if (waited == Client.Waited.ANSWERED && !refused) {
      answersInPaste = Math.max(0, answersInPaste - 1);
      return Optional.of(pasted.remove());
    }
    uncount();
    halt();
    return Optional.empty();
  }

  /**
   * Tells in the status line how many lines wait; of many not each, or drawing would take longest.
   */
  private void count() {
    int rest = pasted.size();
    if (rest <= COUNTED_SINGLY || rest % COUNTED_SINGLY == 0 || !counted) {
      counted = true;
      screen.activity(
          rest == 1
              ? screen.texts().say("shell.paste.rest.one")
              : screen.texts().say("shell.paste.rest", rest));
    }
  }

  private void uncount() {
    if (counted) {
      counted = false;
      screen.activity("");
    }
  }

  /** Whether the next line of the paste was to answer a login that was refused: a secret. */
  boolean pastedSecret() {
    return answersInPaste > 0;
  }

  private void halt() {
    halted = true;
    answersInPaste = login.takeAnswersUnasked();
    if (dataRefused && pasted.contains(".")) {
      int held = 0;
      String line;
      do {
        line = pasted.remove();
        held++;
      } while (!line.equals("."));
      screen.note(
          held == 1 ? "shell.paste.text-held-back.one" : "shell.paste.text-held-back", held);
    }
    if (pasted.isEmpty()) {
      halted = false;
    } else {
      int rest = pasted.size();
      screen.note(rest == 1 ? "shell.paste.halted.one" : "shell.paste.halted", rest);
    }
  }

  /** Whether lines of a paste wait for the user's word. */
  boolean halted() {
    return halted;
  }

  /** How many lines of a paste wait. */
  int waiting() {
    return pasted.size();
  }

  /** The user wants the rest sent. */
  void goOn() {
    halted = false;
    refused = false;
    dataRefused = false;
  }

  /** The user wants the rest gone. */
  void drop() {
    int rest = pasted.size();
    screen.note(rest == 1 ? "shell.paste.dropped.one" : "shell.paste.dropped", rest);
    pasted.clear();
    answersInPaste = 0;
    halted = false;
  }

  /** Waits a little for the replies; longer than that the user has the prompt back. */
  Client.Waited settle(Duration shortly) {
    return conversation.view().map(SessionView::ending).filter(Optional::isEmpty).isPresent()
        ? conversation.await(goesOn ? Duration.ZERO : shortly)
        : Client.Waited.ENDED;
  }
}
