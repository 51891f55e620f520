package smtpterm.mail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The texts of a message as they come by, and the choice among them: of several forms of one text
 * the plain one is read. Not safe for several threads.
 */
final class TextParts {
  /** What belongs to no group of alternatives. */
  static final int ALONE = -1;

  private static final int MOST = 50;

  private final int limit;
  private final List<Found> found = new ArrayList<>();
  private int room;

  /** Keeps so many octets of a text. */
  TextParts(int limit) {
    this.limit = limit;
    // A long text as HTML may come before the same in plain.
    this.room = 2 * limit;
  }

  /** A text, how much of it was kept, and which group of alternatives it belongs to. */
  private static final class Found {
    private final Part part;
    private final int group;
    private final byte[] kept;
    private final long octets;

    Found(Part part, int group, byte[] kept, long octets) {
      this.part = part;
      this.group = group;
      this.kept = kept;
      this.octets = octets;
    }

    Part part() {
      return part;
    }

    int group() {
      return group;
    }

    byte[] kept() {
      return kept;
    }

    long octets() {
      return octets;
    }
  }

  /** Whether one more can be kept. */
  boolean full() {
    return found.size() >= MOST;
  }

  /** Reads a text to its end. */
  void read(Part part, int group, InputStream decoded) throws IOException {
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    int most = Math.min(limit, room);
    byte[] buffer = new byte[8_192];
    long octets = 0;
    int count = decoded.read(buffer);
    while (count >= 0) {
      kept.write(buffer, 0, Math.min(count, most - kept.size()));
      octets += count;
      count = decoded.read(buffer);
    }
    room -= kept.size();
    found.add(new Found(part, group, kept.toByteArray(), octets));
  }

  /** How many octets of HTML say the same as what is read. */
  long html() {
    return found.stream().filter(f -> f.part().html() && !chosen(f)).mapToLong(Found::octets).sum();
  }

  /** The names of charsets that did not help. */
  List<String> guessed() {
    List<String> names = new ArrayList<>();
    for (Found one : found) {
      if (chosen(one) && !Charsets.decode(one.kept(), one.part().charset()).sure()) {
        names.add(one.part().charset());
      }
    }
    return names;
  }

  /** The text to read, several of them one below the other; empty where there is none. */
  Optional<BodyText> text() {
    StringBuilder text = new StringBuilder();
    long octets = 0;
    boolean cut = false;
    Found head = null;
    String charset = "";
    for (Found one : found) {
      if (!chosen(one)) {
        continue;
      }
      boolean abridged = one.kept().length < one.octets();
      Charsets.Decoded decoded = Charsets.decode(one.kept(), one.part().charset());
      String plain = whole(decoded.text(), abridged);
      plain = one.part().html() ? HtmlText.of(plain) : plain;
      if (head == null) {
        head = one;
        charset = decoded.charset();
      } else if (!plain.isBlank() && text.length() > 0) {
        text.append("\n\n");
      }
      text.append(plain.replace("\r\n", "\n").stripTrailing());
      octets += one.octets();
      cut |= abridged;
    }
    if (head == null) {
      return Optional.empty();
    }
    return Optional.of(
        new BodyText(
            text.toString(),
            head.part().mimeType(),
            charset,
            head.part().transferEncoding(),
            octets,
            cut));
  }

  /** A text that was cut ends with a whole line, where its lines are not endless. */
  private static String whole(String text, boolean cut) {
    int end = text.lastIndexOf('\n');
    return cut && end > text.length() - 4_096 ? text.substring(0, end) : text;
  }

  private boolean chosen(Found one) {
    if (one.group() == ALONE) {
      return true;
    }
    boolean plain =
        found.stream().anyMatch(f -> f.group() == one.group() && f.part().plain() && !blank(f));
    return one.part().html() != plain;
  }

  private static boolean blank(Found one) {
    for (byte octet : one.kept()) {
      if (octet < 0 || octet > ' ') {
        return false;
      }
    }
    return true;
  }
}
