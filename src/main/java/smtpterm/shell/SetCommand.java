package smtpterm.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import smtpterm.protocol.Pipelining;
import smtpterm.screen.Layout.Row;
import smtpterm.session.SessionView;

/** {@code /set}: what is set; {@code /set pipelining on}: sends commands without waiting. */
final class SetCommand {
  private final Settings settings;
  private final Screen screen;
  private final Conversation conversation;

  SetCommand(Settings settings, Screen screen, Conversation conversation) {
    this.settings = settings;
    this.screen = screen;
    this.conversation = conversation;
  }

  static LocalCommand.Completer completer() {
    return LocalCommand.words("pipelining on", "pipelining off");
  }

  void run(String argument) {
    switch (argument) {
      case "" -> show();
      case "pipelining on" -> pipelining(true);
      case "pipelining off" -> pipelining(false);
      default -> screen.say("shell.set.how");
    }
  }

  private void pipelining(boolean on) {
    settings.pipelining(on);
    screen.say(on ? "shell.set.pipelining.on" : "shell.set.pipelining.off");
    boolean refused =
        conversation
            .view()
            .filter(v -> conversation.open())
            .map(SessionView::progress)
            .filter(p -> p.capabilities().extended() && !Pipelining.offered(p.capabilities()))
            .isPresent();
    if (on && refused) {
      screen.say("shell.set.pipelining.not-offered");
    }
  }

  private void show() {
    List<Row> rows = new ArrayList<>();
    rows.add(row("pipelining", settings.pipelining() ? "on" : "off"));
    rows.add(row("explain", settings.level().name().toLowerCase(Locale.ROOT)));
    rows.add(row("reveal", settings.revealed() ? "on" : "off"));
    rows.add(row("lang", screen.texts().language().tag()));
    screen.table(rows);
  }

  private static Row row(String name, String value) {
    return new Row(name, value);
  }
}
