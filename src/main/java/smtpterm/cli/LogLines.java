package smtpterm.cli;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import smtpterm.protocol.Protocol;
import smtpterm.protocol.Reply;
import smtpterm.protocol.ReplyClass;
import smtpterm.screen.Look;
import smtpterm.screen.Role;
import smtpterm.server.Delivery;
import smtpterm.server.Guest;
import smtpterm.server.Happening;
import smtpterm.text.Texts;

/**
 * What happens at a server, one line each: {@code 10:14:03 5 anna C: MAIL FROM:<anna@kolleg.de>}.
 *
 * <p>What clients say is hostile and made harmless here; what they keep secret is masked here.
 */
final class LogLines {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss ", Locale.ROOT);

  /** In a window narrower than this the conversation needs the room that the time takes. */
  private static final int ROOM_FOR_TIME = 80;

  private static final int WIDE_NAME = 15;
  private static final int NARROW_NAME = 11;
  private static final int NUMBER = 3;

  private final Look look;
  private final Texts texts;

  LogLines(Look look, Texts texts) {
    this.look = look;
    this.texts = texts;
  }

  /** What a client or the server did. */
  String line(Happening happening, LocalTime at) {
    Guest guest = happening.guest();
    String number = String.format(Locale.ROOT, "%" + NUMBER + "d ", guest.number());
    String who = look.paint(Role.voice(guest.number()), number + name(guest)) + " ";
    return time(at) + who + what(happening);
  }

  /** A mail came in. */
  String line(Delivery delivery, LocalTime at) {
    String who = String.join(", ", delivery.mailboxes());
    String gap = " ".repeat(NUMBER + 1 + nameWidth() + 1);
    String sentence = look.own(texts.say("cli.serve.mail", who, delivery.mail().subject()));
    return time(at) + gap + look.paint(Role.NEXT, look.arrow() + " " + sentence);
  }

  private String what(Happening happening) {
    String text = happening.text();
    return switch (happening.kind()) {
      case CAME -> note("cli.log.came", happening.guest().service().label());
      case CLIENT -> mark("C: ") + client(text, happening.secretFrom());
      case TEXT -> mark("C: ") + note("cli.log.text", happening.lines()) + " .";
      case SERVER -> mark("S: ") + server(happening);
      case ENCRYPTED -> note("cli.log.encrypted");
      case NO_HANDSHAKE -> alert("cli.log.no-handshake", text);
      case TURNED_AWAY -> alert("cli.log.turned-away", text);
      case LEFT -> note("cli.log.left");
    };
  }

  private String client(String text, int secretFrom) {
    return secretFrom < 0
        ? look.foreign(text)
        : look.foreign(text.substring(0, secretFrom)) + look.mask();
  }

  /** The code in its colour; what went well stands back. */
  private String server(Happening happening) {
    String line = happening.text();
    boolean pop3 = happening.guest().service().dialect().protocol() == Protocol.POP3;
    Reply reply = pop3 ? Reply.pop3(line) : Reply.of(line);
    String code = line.startsWith(reply.code()) ? reply.code() : "";
    String rest = line.substring(code.length());
    ReplyClass kind = reply.replyClass();
    boolean calm = kind == ReplyClass.POSITIVE || kind == ReplyClass.INTERMEDIATE;
    return look.paint(Role.of(kind), code)
        + (calm ? quiet(rest) : look.foreign(rest))
        + (happening.lines() > 1 ? " " + note("cli.log.more", happening.lines() - 1) : "");
  }

  private String quiet(String text) {
    return look.paint(Role.NOTE, Look.plain(look.unicode()).foreign(text));
  }

  private String mark(String mark) {
    return look.paint(Role.MARK, mark);
  }

  private String note(String key, Object... arguments) {
    return look.paint(Role.NOTE, look.own(texts.say(key, arguments)));
  }

  private String alert(String key, Object... arguments) {
    return look.paint(Role.ALERT, "! " + look.own(texts.say(key, arguments)));
  }

  private String time(LocalTime at) {
    return narrow() ? "" : look.paint(Role.NOTE, at.format(TIME));
  }

  private boolean narrow() {
    int columns = look.columns().getAsInt();
    return columns > 0 && columns < ROOM_FOR_TIME;
  }

  private int nameWidth() {
    return narrow() ? NARROW_NAME : WIDE_NAME;
  }

  /** Who is logged in, or else where the client is; of a long one the end tells more. */
  private String name(Guest guest) {
    String name = look.own(guest.user().isEmpty() ? guest.address() : guest.user());
    int width = nameWidth();
    if (name.length() > width) {
      return (look.unicode() ? "…" : "~") + name.substring(name.length() - width + 1);
    }
    return name + " ".repeat(width - name.length());
  }
}
