package smtpterm.shell;

import java.util.Optional;
import smtpterm.protocol.Progress;

/** The steps of {@code /tour}, from {@code EHLO} to {@code QUIT}, each with one new thing. */
enum TourStep {
  HELLO,
  SENDER,
  RECIPIENT,
  DATA,
  HEADER,
  MESSAGE,
  INBOX,
  QUIT;

  /** Its number, counted from 1. */
  @SuppressWarnings("EnumOrdinal")
  int number() {
    return ordinal() + 1;
  }

  /**
   * The step that is due where a conversation stands; empty while nothing can be said about it,
   * such as in the middle of a login.
   *
   * @param done what cannot be seen there
   */
  static Optional<TourStep> due(Progress progress, Done done) {
    return Optional.ofNullable(
        switch (progress.phase()) {
          case HELLO -> HELLO;
          case AUTH, MAIL, AFTER -> done.looked() ? QUIT : done.delivered() ? INBOX : SENDER;
          case RCPT -> RECIPIENT;
          case DATA -> DATA;
          case TEXT -> done.header() ? MESSAGE : HEADER;
          case GREETING,
              CHALLENGE,
              DOT,
              AUTHORIZATION,
              PASSWORD,
              TRANSACTION,
              UPDATE,
              CLOSED,
              RAW ->
              null;
        });
  }

  /**
   * What was done already.
   *
   * @param header whether the mail under way has a header line
   * @param delivered whether the server has taken a mail
   * @param looked whether somebody has looked at it
   */
  record Done(boolean header, boolean delivered, boolean looked) {
    static final Done NOTHING = new Done(false, false, false);

    Done withHeader(boolean now) {
      return new Done(now, delivered, looked);
    }

    Done withDelivery() {
      return new Done(false, true, looked);
    }

    Done withLook() {
      return new Done(header, delivered, true);
    }
  }
}
