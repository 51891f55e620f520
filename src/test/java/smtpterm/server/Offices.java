package smtpterm.server;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Post offices for dialogues that are tested without a socket. */
final class Offices {
  private Offices() {}

  /** One that tells nobody of its mails; with small mails only it needs no file. */
  static PostOffice with(Settings settings) {
    try {
      return PostOffice.open(settings, delivery -> {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
