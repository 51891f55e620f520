package smtpterm.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import smtpterm.screen.Layout;
import smtpterm.screen.Look;
import smtpterm.server.Mailboxes;
import smtpterm.server.NoCertificate;
import smtpterm.server.PracticeServer;
import smtpterm.server.Service;
import smtpterm.shell.Board;
import smtpterm.text.Texts;

/** Who sits at a server for a class: sees the address and the numbers, and presses keys. */
final class ServeDesk {
  private static final int CTRL_C = 3;
  private static final int ESCAPE = 27;

  /** Columns that the whole status needs. */
  private static final int ROOM_FOR_ALL = 90;

  private final PracticeServer server;
  private final ServeHead head;
  private final Board board;
  private final LiveLog log;
  private final Texts texts;
  private final Layout layout;

  /** Whether the key that empties the mailboxes was pressed once. */
  private volatile boolean asking;

  ServeDesk(
      PracticeServer server, ServeHead head, Board board, LiveLog log, Texts texts, Layout layout) {
    this.server = server;
    this.head = head;
    this.board = board;
    this.log = log;
    this.texts = texts;
    this.layout = layout;
  }

  /** Until Ctrl-C is pressed or the process ends. */
  void attend() throws InterruptedException {
    boolean keys = !(board instanceof PipedBoard);
    log.show(head.lines(server));
    log.note(keys ? keys() : texts.say("cli.serve.ends"));
    log.onTick(this::status);
    Thread certificate = new Thread(this::prepareTls, "smtpterm-certificate");
    certificate.setDaemon(true);
    certificate.start();
    for (int key = board.key(); key >= 0; key = board.key()) {
      if (key == CTRL_C) {
        return;
      }
      pressed(Character.toLowerCase(key));
    }
    // Nobody presses keys any more; a signal ends the process.
    new CountDownLatch(1).await();
  }

  /** It takes seconds, and its file is wanted by who starts another program now. */
  private void prepareTls() {
    try {
      server.certificateAuthority();
    } catch (NoCertificate e) {
      // The log has been told.
    }
  }

  private void pressed(int key) {
    if (asking) {
      asking = false;
      if (key == 'r') {
        empty();
      } else {
        log.note(texts.say("cli.serve.reset.kept"));
      }
    } else if (key == 'r' && !head.playsFile()) {
      asking = true;
      log.note(texts.say("cli.serve.reset.ask", mails()));
    } else if (key == 'a') {
      log.show(head.lines(server));
    } else if (key != ESCAPE) {
      log.note(keys());
    }
    status();
  }

  private String keys() {
    return texts.say(head.playsFile() ? "cli.serve.script.keys" : "cli.serve.keys");
  }

  private void empty() {
    try {
      server.mailboxes().clear();
      log.note(texts.say("cli.serve.reset.done"));
    } catch (IOException e) {
      log.note(texts.say("cli.serve.reset.failed", String.valueOf(e.getMessage())));
    }
  }

  private int mails() {
    Mailboxes all = server.mailboxes();
    return all.names().stream().mapToInt(name -> all.list(name).orElseThrow().size()).sum();
  }

  private void status() {
    Look look = layout.look();
    boolean wide = board.columns() >= ROOM_FOR_ALL;
    List<Service> main = ServeHead.main(server);
    List<String> place = new ArrayList<>(List.of(head.address(), port(main.get(0))));
    if (wide) {
      main.stream().skip(1).forEach(service -> place.add(port(service)));
    }
    List<String> parts = new ArrayList<>(List.of(String.join(look.dot(), place)));
    if (wide || !asking) {
      parts.add(count());
    }
    if (wide || asking) {
      parts.add(statusKeys());
    }
    board.status(" " + look.own(String.join(" │ ", parts)));
  }

  private String count() {
    return head.playsFile()
        ? texts.say("cli.serve.script.count", server.clients())
        : texts.say("cli.serve.count", server.clients(), mails());
  }

  private String statusKeys() {
    if (head.playsFile()) {
      return texts.say("cli.serve.script.status-keys");
    }
    return texts.say(asking ? "cli.serve.status.sure" : "cli.serve.status.keys");
  }

  private String port(Service service) {
    return service.label() + " " + server.port(service);
  }
}
