package smtpterm.shell;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import smtpterm.protocol.DotStuffing;
import smtpterm.protocol.ReplyClass;
import smtpterm.session.Notice;
import smtpterm.wire.LosslessUtf8;

/**
 * The mail that was fetched last, as RETR or TOP brought it, without the dots that only the way
 * needed; and on request a copy in a file while it comes.
 *
 * <p>Hears the conversation on the thread that reads it; everything else comes when the reply is
 * whole.
 */
final class Fetched {
  /** So much of a mail is kept for a second look, in characters. */
  private static final int MOST_CHARACTERS = 4 << 20;

  private List<String> coming = new ArrayList<>();
  private long characters;
  private boolean cut;
  private volatile Optional<Mail> last = Optional.empty();
  private volatile boolean quiet;
  private final AtomicLong count = new AtomicLong();
  private OutputStream copy;
  private IOException trouble;
  private long octets;

  /**
   * A mail, or as much of it as is kept.
   *
   * @param lines without their endings
   * @param cut whether more came than that
   */
  record Mail(List<String> lines, boolean cut) {
    Mail {
      lines = List.copyOf(lines);
    }
  }

  /** The last mail that came whole; empty when none did. */
  Optional<Mail> last() {
    return last;
  }

  /** How many mails have come. */
  long count() {
    return count.get();
  }

  /** Whether the lines that come need not be seen, because a readable form follows. */
  void quiet(boolean on) {
    quiet = on;
  }

  /**
   * What of this is to be seen: where a readable form follows, no line of the mail but the first.
   */
  Optional<Notice> seen(Notice notice) {
    if (quiet && notice instanceof Notice.Part part) {
      return part.first() == 0
          ? Optional.of(new Notice.Part(part.lines().subList(0, 1), 0))
          : Optional.empty();
    }
    return Optional.of(notice);
  }

  /**
   * What comes next goes into this file, too, which must not exist yet.
   *
   * @throws IOException when it exists, or cannot be written
   */
  void copyTo(Path file) throws IOException {
    copy =
        new BufferedOutputStream(
            Files.newOutputStream(
                file,
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.WRITE,
                LinkOption.NOFOLLOW_LINKS));
    trouble = null;
    octets = 0;
  }

  /**
   * The copy is complete, or will be no more.
   *
   * @return how many octets it has
   * @throws IOException when writing it failed
   */
  long copied() throws IOException {
    if (copy != null) {
      copy.close();
      copy = null;
    }
    if (trouble != null) {
      throw trouble;
    }
    return octets;
  }

  /** Must be told everything that happens. */
  void hear(Notice notice) {
    if (notice instanceof Notice.Part part) {
      part(part);
    } else if (notice instanceof Notice.Replied replied && replied.told()) {
      String verb = replied.turn().asked().map(a -> a.verb()).orElse("");
      boolean good = replied.turn().reply().replyClass() == ReplyClass.POSITIVE;
      if (good && (verb.equals("RETR") || verb.equals("TOP"))) {
        last = Optional.of(new Mail(coming, cut));
        count.incrementAndGet();
      }
    }
  }

  private void part(Notice.Part part) {
    long place = part.first();
    for (String line : part.lines()) {
      if (place == 0) {
        coming = new ArrayList<>();
        characters = 0;
        cut = false;
      } else if (!line.equals(".")) {
        keep(DotStuffing.unstuff(line));
      }
      place++;
    }
  }

  private void keep(String line) {
    write(line);
    characters += line.length();
    if (characters > MOST_CHARACTERS) {
      cut = true;
    } else {
      coming.add(line);
    }
  }

  private void write(String line) {
    if (copy == null || trouble != null) {
      return;
    }
    try {
      byte[] written = LosslessUtf8.encode(line);
      copy.write(written);
      copy.write('\r');
      copy.write('\n');
      octets += written.length + 2L;
    } catch (IOException e) {
      trouble = e;
    }
  }
}
