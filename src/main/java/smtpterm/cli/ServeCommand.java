package smtpterm.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;
import smtpterm.screen.Layout;
import smtpterm.screen.Look;
import smtpterm.server.Lan;
import smtpterm.server.PracticeServer;
import smtpterm.server.Settings;
import smtpterm.shell.Board;
import smtpterm.shell.LiveScreen;
import smtpterm.text.Texts;

/** {@code smtpterm serve --lan --pupils 30}: the practice server alone, for a class. */
@Command(name = "serve", sortOptions = false)
final class ServeCommand implements Callable<Integer> {
  private static final int ENTER = '\r';
  private static final int LINE_FEED = '\n';

  private final Surroundings surroundings;

  @ParentCommand private SmtpTerm options;

  @Mixin private ServerOptions server;

  @Mixin private ClassOptions group;

  @Mixin private ScriptOptions script;

  /** What is played instead of the practice server; empty where it is itself. */
  private Optional<PlayedFile> played = Optional.empty();

  ServeCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Texts texts = surroundings.texts();
    Settings settings = group.in(server.settings(surroundings), texts);
    script.check(texts);
    if (script.given()) {
      played = script.played(surroundings);
      if (played.isEmpty()) {
        return ExitCode.MALFORMED;
      }
    }
    if (!group.lan) {
      try (Board board = board()) {
        return serve(settings, List.of(), board);
      }
    }
    Lan lan = Lan.here();
    if (lan.addresses().isEmpty()) {
      surroundings
          .output()
          .complain(
              lan.publicOnes().isEmpty()
                  ? texts.say("cli.lan.none")
                  : texts.say("cli.lan.public-only", ServeHead.publicOnes(lan)));
      return ExitCode.CONNECTION;
    }
    try (Board board = board()) {
      board.show(ServeHead.warning(layout(board), texts, lan));
      return agreed(board)
          ? serve(ClassOptions.inLan(settings, lan), lan.addresses(), board)
          : ExitCode.FINE;
    }
  }

  /** Whether the server is to be opened to the network; in a pipe there is nobody to be asked. */
  private boolean agreed(Board board) {
    if (board instanceof PipedBoard) {
      return true;
    }
    board.show(layout(board).note(surroundings.texts().say("cli.lan.ask")));
    int key = board.key();
    return key == ENTER || key == LINE_FEED;
  }

  private int serve(Settings settings, List<InetAddress> lan, Board board)
      throws IOException, InterruptedException {
    LiveLog log = new LiveLog(board, layout(board), surroundings.texts(), settings.clock());
    Optional<PracticeServer> started =
        ServerOptions.start(() -> started(settings, log), surroundings);
    if (started.isEmpty()) {
      return ExitCode.CONNECTION;
    }
    PracticeServer running = started.get();
    // Ctrl-C in a pipe and SIGTERM end the process: whoever is connected hears a good-bye before.
    Runnable goodbye =
        () -> {
          running.close();
          log.close();
        };
    Runtime.getRuntime().addShutdownHook(new Thread(goodbye, "smtpterm-goodbye"));
    ServeHead head = new ServeHead(layout(board), surroundings.texts(), lan, !board.plain());
    ServeDesk desk =
        new ServeDesk(
            running, head.playing(played), board, log, surroundings.texts(), layout(board));
    desk.attend();
    goodbye.run();
    return ExitCode.INTERRUPTED;
  }

  private PracticeServer started(Settings settings, LiveLog log) throws IOException {
    return played.isPresent()
        ? PracticeServer.playing(played.get().part(), settings, log)
        : PracticeServer.start(settings, log);
  }

  private Board board() throws IOException {
    return Environment.interactive()
        ? LiveScreen.open(
            surroundings.environment().charset(), surroundings.environment().unicode())
        : new PipedBoard(surroundings.output());
  }

  private Layout layout(Board board) {
    boolean person = !(board instanceof PipedBoard);
    boolean colour = surroundings.environment().colour(options.colour, person);
    boolean unicode = !person || surroundings.environment().unicode();
    return new Layout(new Look(colour && (!person || !board.plain()), unicode, board::columns));
  }
}
