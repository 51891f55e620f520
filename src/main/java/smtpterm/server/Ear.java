package smtpterm.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import smtpterm.protocol.Asked;
import smtpterm.protocol.Dialect;
import smtpterm.protocol.LineKind;
import smtpterm.protocol.Progress;
import smtpterm.protocol.Protocol;
import smtpterm.protocol.Reply;
import smtpterm.protocol.Secrecy;
import smtpterm.wire.Line;

/**
 * Listens to one conversation and tells the onlooker, and knows by what was said before which part
 * of a line is a secret. For one thread at a time.
 */
final class Ear {
  private final Onlooker onlooker;
  private final Dialect dialect;
  private Guest guest;
  private Progress progress;
  private Optional<Asked> asked = Optional.of(Asked.GREETING);
  private LineKind kind = LineKind.COMMAND;
  private String said = "";
  private boolean told;
  private boolean lineStarts = true;
  private long textLines;

  Ear(Guest guest, Dialect dialect, Onlooker onlooker) {
    this.guest = guest;
    this.dialect = dialect;
    this.onlooker = onlooker;
    this.progress = dialect.start();
  }

  /** The client as it stands now. */
  Guest guest() {
    return guest;
  }

  /** The client says a line; {@link #settled} follows when the server has thought about it. */
  void client(Line line) {
    kind = dialect.kindOf(progress);
    said = line.text();
    boolean whole = line.ending() == Line.Ending.CRLF;
    told = kind != LineKind.TEXT || (said.equals(".") && whole && lineStarts);
    lineStarts = whole;
    if (told) {
      tellClient();
    } else {
      textLines++;
    }
  }

  /**
   * What the line was, which for message text only the server's dialogue knows.
   *
   * @param answered whether the server answers it; of a message text it answers the end only
   */
  void settled(boolean answered) {
    if (kind == LineKind.TEXT) {
      if (!answered) {
        return;
      }
      if (!told) {
        textLines--;
        tellClient();
      }
      said = ".";
      textLines = 0;
    }
    int secretFrom = Secrecy.from(progress, kind, said);
    asked = Optional.of(new Asked(as(kind), said, secretFrom == 0));
    progress = dialect.sent(progress, kind, said);
  }

  private void tellClient() {
    if (kind == LineKind.TEXT) {
      tell(Happening.Kind.TEXT, ".", Secrecy.NOTHING, textLines);
    } else {
      tell(Happening.Kind.CLIENT, said, Secrecy.from(progress, kind, said), 1);
    }
  }

  /** The server said these lines, of which only the first and the number are kept. */
  void server(List<String> firstLines, long lines) {
    if (firstLines.isEmpty()) {
      return;
    }
    tell(Happening.Kind.SERVER, firstLines.get(0), Secrecy.NOTHING, lines);
    boolean pop3 = dialect.protocol() == Protocol.POP3;
    for (String line : firstLines) {
      boolean whole = line.length() <= 3 || line.charAt(3) != '-';
      if (asked.isPresent() && (pop3 || whole)) {
        Reply reply = pop3 ? Reply.pop3(line) : Reply.of(line);
        progress = dialect.replied(progress, asked.get(), reply);
      }
      if (pop3) {
        break;
      }
    }
    asked = Optional.empty();
    guest = guest.named(progress.loggedIn() ? progress.user() : "");
  }

  /** TLS is spoken from here on, so all starts anew. */
  void secured() {
    progress = dialect.start();
    asked = Optional.empty();
    textLines = 0;
    guest = guest.named("").throughTls();
    tell(Happening.Kind.ENCRYPTED, "", Secrecy.NOTHING, 0);
  }

  /** Something that is no line. */
  void note(Happening.Kind kind, String text) {
    tell(kind, text, Secrecy.NOTHING, 0);
  }

  private void tell(Happening.Kind kind, String text, int secretFrom, long lines) {
    String cut = text.length() > Happening.LONGEST ? text.substring(0, Happening.LONGEST) : text;
    onlooker.happened(new Happening(guest, kind, cut, Math.min(secretFrom, cut.length()), lines));
  }

  private static Asked.Kind as(LineKind line) {
    return switch (line) {
      case COMMAND -> Asked.Kind.COMMAND;
      case ANSWER -> Asked.Kind.ANSWER;
      case TEXT -> Asked.Kind.DOT;
    };
  }

  /** An utterance whose lines are heard as they go out. */
  Utterance listening(Utterance words) {
    return new Staged(
        out -> {
          HeardOutput heard = new HeardOutput(out);
          words.writeTo(heard);
          server(new ArrayList<>(heard.firstLines()), heard.lines());
        },
        words.delay(),
        words.then());
  }
}
