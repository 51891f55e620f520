package smtpterm.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import smtpterm.protocol.Reply;
import smtpterm.protocol.ReplyClass;
import smtpterm.protocol.Secrecy;
import smtpterm.session.Notice;

/**
 * The lines of the transcript, which are never broken: {@code C: QUIT}, {@code S: 221 bye}.
 *
 * <p>Nobody but us can make a line begin with a mark in its colour.
 */
public final class Transcript {
  private final Look look;

  /** Draws with this look. */
  public Transcript(Look look) {
    this.look = Objects.requireNonNull(look, "look");
  }

  /** A line that was sent, with its secret behind a mask unless secrets are shown. */
  String client(Notice.Sent sent, boolean revealed) {
    if (sent.line().isEmpty()) {
      return look.paint(Role.MARK, "C:");
    }
    int from = sent.secretFrom();
    String mark = look.paint(Role.MARK, "C: ");
    return from == Secrecy.NOTHING || revealed
        ? mark + look.foreign(sent.line())
        : mark + look.foreign(sent.line().substring(0, from)) + look.mask();
  }

  /** The lines of a reply, its code in the colour of its class. */
  public List<String> server(Reply reply) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < reply.lines().size(); i++) {
      String code = reply.codeIn(i);
      Role role = Role.of(reply.pop3() ? reply.replyClass() : ReplyClass.of(code));
      lines.add(server(reply.lines().get(i), code, role));
    }
    return lines;
  }

  /** One line of a reply of POP3 that is told as it comes. */
  String part(String line, boolean first) {
    return server(line, first ? Reply.statusOf(line) : "", Role.POSITIVE);
  }

  private String server(String line, String code, Role role) {
    String mark = look.paint(Role.MARK, "S: ");
    return mark + look.paint(role, code) + look.foreign(line.substring(code.length()));
  }
}
