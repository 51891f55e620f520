package smtpterm.server;

import java.time.DateTimeException;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import smtpterm.wire.LosslessUtf8;

/**
 * A mail's envelope as it stands in a file: {@code from anna@kolleg.de}, {@code to bob@kolleg.de},
 * {@code in bob}, one thing on each line.
 *
 * @param envelope what the client said
 * @param received when the mail came
 * @param mailboxes where it lies, at least one
 */
record EnvelopeFile(Envelope envelope, ZonedDateTime received, List<String> mailboxes) {
  private static final String FIRST = "smtpterm-envelope 1";
  private static final String LAST = "end";

  EnvelopeFile {
    mailboxes = List.copyOf(mailboxes);
  }

  static EnvelopeFile of(StoredMail mail, Collection<String> mailboxes) {
    return new EnvelopeFile(mail.envelope(), mail.received(), List.copyOf(mailboxes));
  }

  /** The octets of the file. */
  byte[] octets() {
    StringBuilder text = new StringBuilder(FIRST).append('\n');
    line(text, "received", received.toString());
    line(text, "from", envelope.reversePath());
    line(text, "hello", envelope.hello());
    line(text, "user", envelope.user());
    envelope.recipients().forEach(recipient -> line(text, "to", recipient));
    mailboxes.forEach(mailbox -> line(text, "in", mailbox));
    return LosslessUtf8.encode(text.append(LAST).append('\n').toString());
  }

  /** Reads the octets of such a file; nothing when they are not one. */
  static Optional<EnvelopeFile> read(byte[] octets) {
    List<String> lines = List.of(LosslessUtf8.decode(octets).split("\n", -1));
    int last = lines.size() - 2;
    // The last line proves that the file is whole.
    if (last < 1 || !lines.get(0).equals(FIRST) || !lines.get(last).equals(LAST)) {
      return Optional.empty();
    }
    List<String> body = lines.subList(1, last);
    List<String> mailboxes = values(body, "in");
    try {
      Envelope envelope =
          new Envelope(
              first(body, "from"), values(body, "to"), first(body, "hello"), first(body, "user"));
      ZonedDateTime received = ZonedDateTime.parse(first(body, "received"));
      return mailboxes.isEmpty()
          ? Optional.empty()
          : Optional.of(new EnvelopeFile(envelope, received, mailboxes));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static void line(StringBuilder text, String key, String value) {
    // No command can hold a line feed; if one could, it must not become a line of its own here.
    text.append(key).append(' ').append(value.replace('\n', ' ')).append('\n');
  }

  private static String first(List<String> lines, String key) {
    return values(lines, key).stream().findFirst().orElse("");
  }

  private static List<String> values(List<String> lines, String key) {
    List<String> values = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith(key + " ")) {
        values.add(line.substring(key.length() + 1));
      }
    }
    return values;
  }
}
