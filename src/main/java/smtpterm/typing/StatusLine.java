package smtpterm.typing;

import java.util.Optional;
import java.util.function.LongSupplier;
import smtpterm.protocol.Chunk;
import smtpterm.protocol.LineKind;
import smtpterm.protocol.Phase;
import smtpterm.protocol.Progress;
import smtpterm.protocol.Protocol;
import smtpterm.screen.Cells;
import smtpterm.screen.Look;
import smtpterm.screen.Role;
import smtpterm.screen.TlsWords;
import smtpterm.session.SessionView;
import smtpterm.session.Target;
import smtpterm.text.Texts;
import smtpterm.typing.StatusRow.Form;
import smtpterm.typing.StatusRow.Rank;
import smtpterm.wire.TlsInfo;

/**
 * The line at the bottom: where the connection goes and whether it is encrypted, how far the mail
 * has come, what is due, how long the last reply took or the next one is waited for, and which keys
 * help. In a narrow window the least important falls away.
 */
public final class StatusLine {
  private static final long SHORT_WAIT_SECONDS = 2;

  /** Names are cut to so many columns where the window is narrow, and to more where it is not. */
  private static final int SHORT_NAME = 12;

  private static final int LONG_NAME = 40;

  private final Texts texts;
  private final Look look;
  private final boolean locks;
  private final LongSupplier clock;

  /**
   * @param locks whether the terminal surely has the signs of a lock
   */
  public StatusLine(Texts texts, Look look, boolean locks, LongSupplier clock) {
    this.locks = locks;
    this.texts = texts;
    this.look = look;
    this.clock = clock;
  }

  /**
   * What there is to tell.
   *
   * @param target where the connection goes or went
   * @param view how it stands; empty before the first connection
   * @param next what could come next; empty for nothing
   * @param message what is wrong with the line being typed, or what a key just did; or empty
   * @param keys what the keys do just now, where a file is played; else empty
   * @param tlsRequired whether no login and no mail is meant to go unencrypted
   * @param distrusted whether the server claimed a login without proving that it knows the password
   * @param unrecorded whether what is said was to be recorded and cannot be
   */
  public record Facts(
      Optional<Target> target,
      Optional<SessionView> view,
      String next,
      String message,
      String keys,
      boolean tlsRequired,
      boolean distrusted,
      boolean unrecorded) {}

  /** As much of it as fits into so many columns. */
  public String of(Facts facts, int columns) {
    StatusRow row = new StatusRow(look);
    Optional<SessionView> open = facts.view().filter(v -> v.ending().isEmpty());
    if (open.isEmpty()) {
      row.add(new Form(Rank.PLACE, Role.HINT, texts.say("typing.status.closed")));
    } else {
      place(row, facts, open.get());
      if (facts.distrusted()) {
        warn(row, "typing.status.distrusted");
      }
      trail(row, open.get().progress());
    }
    if (facts.unrecorded()) {
      warn(row, "typing.status.unrecorded");
    }
    boolean waiting = open.filter(this::tellsWaiting).isPresent();
    if (!facts.message().isEmpty()) {
      message(row, Role.ALERT, facts.message());
    } else if (!facts.keys().isEmpty() && !waiting) {
      message(row, Role.HINT, facts.keys());
    } else if (waiting) {
      waiting(row, open.get());
    } else {
      open.ifPresent(view -> calm(row, facts, view));
    }
    return " " + row.draw(columns - 2);
  }

  private void warn(StatusRow row, String key) {
    row.addApart(new Form(Rank.WARNING, Role.ALERT, texts.say(key)));
  }

  private static void message(StatusRow row, Role role, String text) {
    row.addApart(new Form(Rank.MESSAGE, role, text));
  }

  /** The server, whether others can read along, what is spoken, and who is logged in. */
  private void place(StatusRow row, Facts facts, SessionView view) {
    String server = facts.target().map(t -> t.endpoint().toString()).orElse("");
    row.add(
        new Form(Rank.WHOLE_PLACE, Role.HINT, cut(server, LONG_NAME)),
        new Form(Rank.PLACE, Role.HINT, cut(server, 2 * SHORT_NAME)));
    encryption(row, view.tls(), facts.tlsRequired());
    Progress progress = view.progress();
    row.add(new Form(Rank.PROTOCOL, Role.HINT, protocol(progress)));
    if (progress.loggedIn()) {
      String user =
          progress.user().isEmpty()
              ? texts.say("typing.status.logged-in")
              : look.own(progress.user());
      row.add(
          new Form(Rank.WHOLE_USER, Role.HINT, cut(user, LONG_NAME)),
          new Form(Rank.USER, Role.HINT, cut(user, SHORT_NAME)));
    }
  }

  private void encryption(StatusRow row, Optional<TlsInfo> tls, boolean required) {
    if (tls.isPresent()) {
      Role role = tls.get().check().verified() ? Role.POSITIVE : Role.ALERT;
      row.add(new Form(Rank.ENCRYPTION, role, locked("🔒", new TlsWords(texts).brief(tls))));
    } else if (required) {
      row.add(
          new Form(
              Rank.ENCRYPTION,
              Role.PERMANENT,
              locked("🔓", texts.say("typing.status.tls-missing"))));
    } else {
      row.add(
          new Form(Rank.WHOLE_ENCRYPTION, Role.ALERT, locked("🔓", new TlsWords(texts).brief(tls))),
          new Form(Rank.ENCRYPTION, Role.ALERT, locked("🔓", texts.say("typing.status.no-tls"))));
    }
  }

  /** A lock says it at a glance; where there is no sign for it, an empty box would say nothing. */
  private String locked(String lock, String words) {
    return locks ? lock + " " + words : words;
  }

  /** ESMTP is SMTP that was greeted with EHLO. */
  private static String protocol(Progress progress) {
    return switch (progress.protocol()) {
      case SMTP -> progress.capabilities().extended() ? "ESMTP" : "SMTP";
      case LMTP -> "LMTP";
      case POP3 -> "POP3";
      case RAW -> "raw";
    };
  }

  private String cut(String name, int columns) {
    return Cells.cut(look.own(name), columns, look.unicode() ? "…" : "~");
  }

  private void trail(StatusRow row, Progress progress) {
    Trail trail = new Trail(progress, texts);
    if (progress.protocol() != Protocol.RAW && !trail.present().isEmpty()) {
      row.addApart(
          new Form(Rank.WHOLE_TRAIL, trail.whole()),
          new Form(Rank.DONE_TRAIL, trail.soFar()),
          new Form(Rank.TRAIL, trail.present()));
    }
  }

  /** It is the user's turn. */
  private void calm(StatusRow row, Facts facts, SessionView view) {
    String next = next(facts, view);
    if (!next.isEmpty()) {
      row.addApart(new Form(Rank.NEXT, Role.HINT, next));
    }
    view.lastTook()
        .filter(took -> !view.serversTurn() && !view.securing())
        .ifPresent(
            took ->
                row.addApart(
                    new Form(
                        Rank.TIME, Role.HINT, texts.say("typing.status.took", took.toMillis()))));
    String key = "typing.status.keys." + view.next();
    // At a challenge it is the key that is due.
    Rank rank = view.next() == LineKind.ANSWER ? Rank.NEXT : Rank.KEYS;
    row.addApart(
        new Form(Rank.KEYS, Role.HINT, texts.say(key)),
        new Form(rank, Role.HINT, texts.say(key + ".short")));
  }

  private String next(Facts facts, SessionView view) {
    Progress progress = view.progress();
    Optional<Chunk> chunk = progress.transaction().chunk();
    if (chunk.isPresent()) {
      return texts.say("typing.status.chunk", chunk.get().octets());
    }
    if (progress.phase() == Phase.TEXT) {
      return texts.say("typing.status.next", texts.say("typing.status.dot"));
    }
    return facts.next().isEmpty() ? "" : texts.say("typing.status.next", facts.next());
  }

  private boolean tellsWaiting(SessionView view) {
    return (view.serversTurn() || view.securing()) && seconds(view) >= SHORT_WAIT_SECONDS;
  }

  private long seconds(SessionView view) {
    return (clock.getAsLong() - view.waitingSince()) / 1_000_000_000L;
  }

  private void waiting(StatusRow row, SessionView view) {
    String since =
        texts.say(
            view.securing() ? "typing.status.securing" : "typing.status.waiting", seconds(view));
    Form fewer = new Form(Rank.MESSAGE, Role.ALERT, since);
    if (view.securing()) {
      row.addApart(fewer);
    } else {
      String allowed = texts.say("typing.status.patience", view.patience().toMinutes());
      row.addApart(new Form(Rank.WHOLE_MESSAGE, Role.ALERT, since + " " + allowed), fewer);
    }
  }
}
