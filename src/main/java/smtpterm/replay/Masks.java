package smtpterm.replay;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import smtpterm.protocol.Asked;
import smtpterm.protocol.Reply;
import smtpterm.session.Notice;
import smtpterm.session.Turn;

/** Keeps the secrets of a run out of what is shown and reported. Safe for several threads. */
final class Masks {
  private static final String MASK = "••••••••";

  /** Shorter ones stand in many words by chance, and are no secret worth the name. */
  private static final int SHORTEST = 3;

  /** The longest first: a short one may be a part of it. */
  private final Set<String> secrets =
      new ConcurrentSkipListSet<>(
          Comparator.comparingInt(String::length).reversed().thenComparing(s -> s));

  /** From now on this is not shown. */
  void hide(String secret) {
    if (secret.length() >= SHORTEST) {
      secrets.add(secret);
    }
  }

  String masked(String text) {
    String masked = text;
    for (String secret : secrets) {
      masked = masked.replace(secret, MASK);
    }
    return masked;
  }

  Failure masked(Failure failure) {
    return new Failure(
        failure.at(),
        failure.kind(),
        masked(failure.expected()),
        failure.came().map(this::masked),
        masked(failure.arguments()));
  }

  private List<String> masked(List<String> texts) {
    return texts.stream().anyMatch(this::holds) ? texts.stream().map(this::masked).toList() : texts;
  }

  private boolean holds(String text) {
    return secrets.stream().anyMatch(text::contains);
  }

  Turn masked(Turn turn) {
    boolean clean =
        turn.reply().lines().stream().noneMatch(this::holds)
            && turn.asked().map(Asked::line).filter(this::holds).isEmpty();
    if (clean) {
      return turn;
    }
    Reply reply = turn.reply();
    return new Turn(
        turn.asked().map(asked -> new Asked(asked.kind(), masked(asked.line()), asked.hidden())),
        new Reply(reply.code(), masked(reply.lines()), reply.flaws()),
        turn.before(),
        turn.after(),
        turn.took());
  }

  /** What a server repeats of a secret is no more to be seen than the secret. */
  Notice masked(Notice notice) {
    if (secrets.isEmpty()) {
      return notice;
    } else if (notice instanceof Notice.Replied replied) {
      return new Notice.Replied(masked(replied.turn()), replied.told(), replied.ends());
    } else if (notice instanceof Notice.Part part) {
      return new Notice.Part(masked(part.lines()), part.first(), part.ends());
    }
    return notice;
  }
}
