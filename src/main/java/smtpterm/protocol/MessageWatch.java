package smtpterm.protocol;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import smtpterm.protocol.Remark.Kind;

/**
 * Reads one message as it is typed, from 354 to the lone dot, and remarks what is unusual: {@code
 * Subjekt: Party} is a slip, {@code From:} differs from the envelope.
 *
 * <p>Each kind is remarked once, at the line at which it can be known. Nothing is ever wrong enough
 * to stop anybody. One for each message; not safe for several threads.
 */
public final class MessageWatch {
  /** RFC 5322 section 2.1.1: 998 octets, CR LF not included. */
  private static final int MOST_OCTETS = 998;

  private static final Pattern FIELD = Pattern.compile("([^\\s:]+)[ \\t]*:(.*)");
  private static final Pattern COPIED = Pattern.compile("([CS]:)\\s*\\S.*");
  private static final Pattern COMMAND =
      Pattern.compile(
          "(?i)(QUIT|RSET|DATA|NOOP)|(MAIL FROM|RCPT TO):\\s*<\\S*>.*|(EHLO|HELO) \\S+");

  private static final Set<Kind> BY_NAME =
      EnumSet.of(Kind.FIELD_COLON, Kind.FIELD_MISSPELT, Kind.FIELD_INDENTED, Kind.FIELD_TWICE);

  private final Progress envelope;
  private final HeaderSeen header = new HeaderSeen();
  private final Set<Remark> said = new HashSet<>();
  private List<Remark> now = new ArrayList<>();
  private Place place = Place.START;

  private enum Place {
    START,
    HEADER,
    /** The next line is the first of the text. */
    TEXT_BEGINS,
    TEXT,
    ENDED
  }

  /** Watches the message that follows this envelope. */
  public MessageWatch(Progress envelope) {
    this.envelope = envelope;
  }

  /**
   * Takes the next line as it is sent, dot-stuffed or not, without its ending; the lone dot too.
   *
   * @return what to say about it now; mostly nothing. Lines behind the lone dot are ignored
   */
  public List<Remark> typed(String line) {
    now = new ArrayList<>();
    if (place == Place.ENDED) {
      return List.of();
    }
    if (line.equals(".")) {
      ended();
    } else {
      dots(line);
      length(line);
      read(line);
    }
    return List.copyOf(now);
  }

  private void ended() {
    if (place == Place.START) {
      say(Kind.ENDED_EMPTY);
    } else if (place == Place.HEADER) {
      say(Kind.ENDED_IN_HEADER);
    }
    place = Place.ENDED;
  }

  private void dots(String line) {
    if (line.strip().equals(".")) {
      say(Kind.DOT_NOT_ALONE);
    } else if (line.startsWith(".") && !line.startsWith("..")) {
      // RFC 5321 section 4.5.2
      say(Kind.DOT_LOST);
    }
  }

  private void length(String line) {
    int octets = line.getBytes(StandardCharsets.UTF_8).length;
    if (octets > MOST_OCTETS) {
      say(Kind.LINE_TOO_LONG, Integer.toString(octets));
    }
  }

  private void read(String line) {
    Matcher command = COMMAND.matcher(line.strip());
    Matcher copied = COPIED.matcher(line);
    if (command.matches()) {
      say(Kind.COMMAND_IN_TEXT, commandOf(command));
      place = Place.TEXT;
    } else if (copied.matches()) {
      say(Kind.COPIED_MARK, copied.group(1));
      place = place == Place.START ? Place.HEADER : place;
    } else if (place == Place.START || place == Place.HEADER) {
      header(line);
    } else {
      text(line);
    }
  }

  private static String commandOf(Matcher command) {
    for (int i = 1; i <= command.groupCount(); i++) {
      if (command.group(i) != null) {
        return command.group(i).toUpperCase(Locale.ROOT);
      }
    }
    throw new IllegalStateException(command.group());
  }

  private void header(String line) {
    Matcher field = FIELD.matcher(line);
    if (line.isEmpty()) {
      headerEnds(true);
      place = Place.TEXT_BEGINS;
    } else if (line.isBlank()) {
      say(Kind.BLANKS_ONLY);
    } else if (Character.isWhitespace(line.charAt(0)) && place == Place.HEADER) {
      continued(line);
    } else if (field.matches()) {
      place = Place.HEADER;
      field(field.group(1), field.group(2), line);
    } else if (!colonForgotten(line)) {
      boolean first = place == Place.START;
      say(first ? Kind.HEADER_FIRST : Kind.EMPTY_LINE_MISSING);
      if (!first) {
        headerEnds(false);
      }
      place = Place.TEXT;
      text(line);
    }
  }

  private void field(String name, String value, String line) {
    Optional<String> meant = HeaderNames.meant(name);
    meant.ifPresent(right -> say(Kind.FIELD_MISSPELT, name, right));
    String known = meant.orElse(name);
    if (header.add(known, value)) {
      say(Kind.FIELD_TWICE, known);
    }
    if (known.equalsIgnoreCase("Bcc")) {
      say(Kind.BCC_SHOWN);
    }
    eightBit(line);
  }

  private void continued(String line) {
    Matcher field = FIELD.matcher(line.strip());
    if (field.matches() && HeaderNames.known(field.group(1))) {
      say(Kind.FIELD_INDENTED, field.group(1));
    }
    header.more(line);
    eightBit(line);
  }

  private void eightBit(String line) {
    if (!ascii(line) && !envelope.declared("SMTPUTF8")) {
      say(Kind.HEADER_8BIT);
    }
  }

  /** {@code Subject Hello}: the header goes on, whatever the server makes of it. */
  private boolean colonForgotten(String line) {
    String word = line.split("[\\s;=,]", 2)[0];
    boolean name = HeaderNames.typed(word) && word.length() < line.length() && !header.has(word);
    // A sentence may well begin with "To"; an address behind it makes it a field.
    boolean forgotten = name && (word.length() > 2 || line.indexOf('@') > 0);
    if (forgotten) {
      say(Kind.FIELD_COLON, word);
      header.add(word, line.substring(word.length()));
      place = Place.HEADER;
    }
    return forgotten;
  }

  private void headerEnds(boolean asItShould) {
    List<String> missing = header.missing();
    if (asItShould && !missing.isEmpty()) {
      say(Kind.FIELDS_MISSING, missing.toArray(new String[0]));
    }
    for (Remark remark : header.besides(envelope)) {
      say(remark.kind(), remark.arguments().toArray(new String[0]));
    }
  }

  private void text(String line) {
    Matcher field = FIELD.matcher(line);
    if (place == Place.TEXT_BEGINS
        && field.matches()
        && HeaderNames.typed(field.group(1))
        && !header.has(field.group(1))) {
      say(Kind.FIELD_LATE, field.group(1));
    }
    if (!line.isEmpty()) {
      place = Place.TEXT;
    }
    boolean declared = envelope.declared("BODY=8BITMIME") || envelope.declared("SMTPUTF8");
    if (!ascii(line) && !declared) {
      boolean offered = envelope.capabilities().offers("8BITMIME");
      say(offered ? Kind.TEXT_8BIT_UNDECLARED : Kind.TEXT_8BIT_NOT_OFFERED);
    }
  }

  private void say(Kind kind, String... arguments) {
    Remark remark = Remark.of(kind, arguments);
    // A slip in another name is another slip; anything else is known once it is said.
    if (said.add(BY_NAME.contains(kind) ? remark : Remark.of(kind))) {
      now.add(remark);
    }
  }

  private static boolean ascii(String line) {
    return line.chars().allMatch(c -> c < 0x80);
  }
}
