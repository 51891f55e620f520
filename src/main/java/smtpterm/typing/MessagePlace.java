package smtpterm.typing;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import smtpterm.protocol.Command;
import smtpterm.protocol.LineKind;
import smtpterm.session.Notice;

/**
 * Where in a message the next line stands: before the header, in it with {@code Subject} written
 * already, or in the text.
 *
 * @param part never null
 * @param fields the names of the header lines so far, in upper case
 */
public record MessagePlace(Part part, Set<String> fields) {
  /** Nothing of a message is sent. */
  public static final MessagePlace START = new MessagePlace(Part.START, Set.of());

  /** The name of a header line, and its colon (RFC 5322 section 2.2). */
  static final Pattern FIELD = Pattern.compile("([!-9;-~]+)[ \\t]*:.*");

  /** Of a header, more names than these are not kept: nobody types so many. */
  private static final int MOST_FIELDS = 100;

  /** The parts of a message. */
  public enum Part {
    START,
    HEADER,
    TEXT
  }

  public MessagePlace {
    Objects.requireNonNull(part, "part");
    fields = Set.copyOf(fields);
  }

  /** Where the next line stands once this has happened. */
  public MessagePlace after(Notice notice) {
    if (!(notice instanceof Notice.Sent sent)) {
      return this;
    }
    return switch (sent.kind()) {
      case TEXT -> after(sent.line());
      // A message may come in several blocks.
      case COMMAND -> new Command(sent.line()).is("BDAT") ? this : START;
      case ANSWER -> this;
    };
  }

  private MessagePlace after(String line) {
    if (line.equals(".")) {
      return START;
    }
    if (part == Part.TEXT) {
      return this;
    }
    Matcher field = FIELD.matcher(line);
    if (field.matches() && fields.size() < MOST_FIELDS) {
      Set<String> more = new LinkedHashSet<>(fields);
      more.add(field.group(1).toUpperCase(Locale.ROOT));
      return new MessagePlace(Part.HEADER, more);
    }
    boolean continued =
        part == Part.HEADER && !line.isEmpty() && Character.isWhitespace(line.charAt(0));
    return continued || field.matches() ? this : new MessagePlace(Part.TEXT, fields);
  }

  /** Whether a line of this kind, typed now, may be a header line. */
  boolean header(LineKind kind) {
    return kind == LineKind.TEXT && part != Part.TEXT;
  }
}
