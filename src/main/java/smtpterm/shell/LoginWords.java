package smtpterm.shell;

import java.util.ArrayList;
import java.util.List;
import smtpterm.knowledge.Catalog;
import smtpterm.replay.Doubt;
import smtpterm.sasl.Field;
import smtpterm.sasl.Objection;
import smtpterm.sasl.Part;
import smtpterm.screen.Dissection;
import smtpterm.text.Texts;

/**
 * Says what the lines of a login are made of, and what is wrong with a server that asks so; the one
 * place that masks the secrets among the parts.
 */
final class LoginWords {
  private final Screen screen;
  private final Settings settings;
  private final Catalog catalog;

  LoginWords(Screen screen, Settings settings, Catalog catalog) {
    this.screen = screen;
    this.settings = settings;
    this.catalog = catalog;
  }

  /** What a way to log in is about, in one line. */
  void way(LoginWay way) {
    catalog
        .mechanism(way.wireName())
        .ifPresent(entry -> screen.say("shell.login.way", way.wireName(), entry.article().line()));
  }

  /** What a challenge is made of; nothing where the server only waits. */
  void question(List<Part> parts) {
    if (!parts.stream().allMatch(part -> part.field() == Field.EMPTY)) {
      parts(parts);
    }
  }

  /** What a line is made of; nothing for no parts. */
  void parts(List<Part> parts) {
    List<Dissection.Piece> pieces = new ArrayList<>();
    for (Part part : parts) {
      pieces.add(piece(part.field().name(), part.value(), part.secret()));
    }
    screen.dissected(pieces);
  }

  /** What POP3's APOP is made of. */
  void apop(String user, String stamp, String digest) {
    screen.dissected(
        List.of(
            piece("USER", user, false),
            piece("STAMP", stamp, false),
            piece("DIGEST", digest, true)));
  }

  /** What a line with nothing but a user name or a password is made of. */
  void plain(String field, String value, boolean secret) {
    screen.dissected(List.of(piece(field, value, secret)));
  }

  private Dissection.Piece piece(String name, String value, boolean secret) {
    Texts texts = screen.texts();
    String shown = secret && !settings.revealed() ? screen.mask() : value;
    String label = texts.say("shell.part." + name);
    String line = texts.say("shell.part." + name + ".line");
    boolean empty = value.isEmpty() && !name.equals("EMPTY");
    return new Dissection.Piece(label, empty ? texts.say("shell.login.empty") : shown, line);
  }

  /** Why a challenge gets no answer but {@code *}. */
  void objection(Objection objection) {
    screen.alarm(said(objection));
  }

  /** The server says that the login has succeeded, but is not to be believed. */
  void distrust(Objection objection) {
    screen.alarm(said(objection));
    screen.alarm(screen.texts().say("shell.login.distrust"));
  }

  private String said(Objection objection) {
    return Doubt.sentence(screen.texts(), objection);
  }
}
