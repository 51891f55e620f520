package smtpterm.shell;

import smtpterm.protocol.Command;
import smtpterm.protocol.InTheClear;
import smtpterm.protocol.LineKind;
import smtpterm.session.SessionView;

/** Whether a line would tell others what is not for them. */
final class Exposure {
  private final Conversation conversation;
  private final Settings settings;

  Exposure(Conversation conversation, Settings settings) {
    this.conversation = conversation;
    this.settings = settings;
  }

  /** The key of the sentence that says so; empty for nothing. */
  String of(SessionView view, String line) {
    if (view.next() == LineKind.TEXT || view.tls().isPresent()) {
      return "";
    }
    if (settings.tlsRequired()
        && !InTheClear.harmless(view.progress().protocol(), view.next(), line)) {
      return "shell.flaw.tls-required";
    }
    return conversation.overheard() && credentials(view.next(), line) ? "shell.flaw.cleartext" : "";
  }

  private static boolean credentials(LineKind kind, String line) {
    Command command = new Command(line);
    return kind == LineKind.ANSWER
        || command.is("AUTH")
        || command.is("USER")
        || command.is("PASS");
  }
}
