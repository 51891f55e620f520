package smtpterm.mail;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import smtpterm.mail.Finding.Kind;

/** Goes through the parts of a message once and gathers what is in them. For one message. */
final class PartWalk {
  /** Real mails are nested five deep at most; each level costs memory and time. */
  private static final int DEEPEST = 20;

  private static final int MOST_PARTS = 10_000;
  private static final int MOST_ATTACHMENTS = 100;
  private static final Set<String> ENCODINGS =
      Set.of("7bit", "8bit", "binary", "base64", "quoted-printable");

  private final FieldCollector fields;
  private final TextParts texts;
  private final List<Attachment> attachments = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();

  /** For each open multipart the group of alternatives that its texts belong to. */
  private final Deque<Integer> groups = new ArrayDeque<>();

  private long moreAttachments;
  private int parts;

  /** Collects the message's own fields, and keeps so many octets of a text. */
  PartWalk(FieldCollector fields, int limit) {
    this.fields = fields;
    this.texts = new TextParts(limit);
  }

  void through(InputStream in) throws IOException, MimeException {
    MimeConfig config =
        MimeConfig.custom()
            .setMaxLineLen(-1)
            .setMaxHeaderLen(-1)
            .setMaxHeaderCount(-1)
            .setMaxContentLen(-1)
            .setMalformedHeaderStartsBody(false)
            .build();
    MimeTokenStream stream =
        new MimeTokenStream(config, DecodeMonitor.SILENT, fields, new PartBuilder());
    stream.setRecursionMode(RecursionMode.M_NO_RECURSE);
    stream.parse(in);
    EntityState state = stream.getState();
    while (state != EntityState.T_END_OF_STREAM && parts <= MOST_PARTS) {
      switch (state) {
        case T_END_HEADER -> {
          fields.over();
          // What is nested too deep is taken as one piece, whatever it is.
          boolean deep = groups.size() >= DEEPEST;
          stream.setRecursionMode(deep ? RecursionMode.M_FLAT : RecursionMode.M_NO_RECURSE);
        }
        case T_START_MULTIPART -> open((Part) stream.getBodyDescriptor());
        case T_END_MULTIPART -> groups.pop();
        case T_BODY -> leaf((Part) stream.getBodyDescriptor(), stream.getDecodedInputStream());
        default -> {
          // Fields are collected as they are built; the rest says nothing.
        }
      }
      state = stream.next();
    }
    if (parts > MOST_PARTS) {
      findings.add(Finding.of(Kind.TOO_MANY_PARTS, MOST_PARTS));
    }
  }

  private void open(Part part) {
    int outer = groups.isEmpty() ? TextParts.ALONE : groups.peek();
    parts++;
    groups.push(part.mimeType().equals("multipart/alternative") ? parts : outer);
  }

  private void leaf(Part part, InputStream decoded) throws IOException {
    parts++;
    if (!ENCODINGS.contains(part.transferEncoding())) {
      once(Finding.of(Kind.ENCODING_UNKNOWN, part.transferEncoding()));
    }
    if (part.multipart()) {
      once(Finding.of(Kind.TOO_DEEP, DEEPEST));
    }
    if (part.readable() && !texts.full()) {
      texts.read(part, groups.isEmpty() ? TextParts.ALONE : groups.peek(), decoded);
      return;
    }
    long octets = 0;
    byte[] buffer = new byte[8_192];
    int count = decoded.read(buffer);
    while (count >= 0) {
      octets += count;
      count = decoded.read(buffer);
    }
    if (attachments.size() < MOST_ATTACHMENTS) {
      attachments.add(new Attachment(part.name(), part.mimeType(), octets));
    } else {
      moreAttachments++;
    }
  }

  private void once(Finding finding) {
    if (findings.stream().noneMatch(other -> other.kind() == finding.kind())) {
      findings.add(finding);
    }
  }

  /** The reading ended before the message did. */
  void broken() {
    once(Finding.of(Kind.BROKEN));
  }

  Content content() {
    return new Content(texts.text(), texts.html(), attachments, moreAttachments);
  }

  List<Finding> findings() {
    List<Finding> all = new ArrayList<>(findings);
    for (String name : texts.guessed()) {
      boolean named = !name.isEmpty();
      all.add(named ? Finding.of(Kind.CHARSET_UNKNOWN, name) : Finding.of(Kind.CHARSET_GUESSED));
    }
    texts
        .text()
        .filter(BodyText::cut)
        .ifPresent(text -> all.add(Finding.of(Kind.TEXT_CUT, text.octets())));
    return all;
  }
}
