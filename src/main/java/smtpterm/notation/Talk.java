package smtpterm.notation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/** How far the conversation has got: what the next line of either side is. */
final class Talk {
  /** What is going on. */
  enum Mode {
    /** Commands and replies. */
    OPEN,
    /** After 354: text up to the dot. */
    MESSAGE,
    /** After BDAT: so many octets (RFC 3030). */
    CHUNK,
    /** After 334, or a plus sign: an answer of the client. */
    ANSWER,
    /** A multi-line answer of POP3, up to the dot (RFC 1939, section 3). */
    LISTING
  }

  private final Deque<String> unanswered = new ArrayDeque<>();
  private Mode mode = Mode.OPEN;
  private String continued = "";
  private boolean dataSaid;
  private long octetsLeft;
  private boolean numbered;

  Mode mode() {
    return mode;
  }

  boolean in(Mode which) {
    return mode == which;
  }

  /** The code of a reply that is not complete; empty otherwise. */
  String continued() {
    return continued;
  }

  boolean awaitsReply() {
    return !unanswered.isEmpty();
  }

  /** Whether DATA was said and nothing answered since. */
  boolean dataSaid() {
    return dataSaid;
  }

  /** Whether each line of the answer under way begins with the number of a message. */
  boolean numbered() {
    return mode == Mode.LISTING && numbered;
  }

  void client(String text) {
    if (mode == Mode.MESSAGE) {
      messageLine(text);
    } else if (mode == Mode.CHUNK) {
      octetsLeft -= text.getBytes(StandardCharsets.UTF_8).length + 2L;
      mode = octetsLeft > 0 ? Mode.CHUNK : Mode.OPEN;
    } else {
      boolean answer = mode == Mode.ANSWER;
      unanswered.add(answer ? "" : text.strip().toUpperCase(Locale.ROOT));
      mode = Mode.OPEN;
      continued = "";
      dataSaid = !answer && Looks.verbIs(text, "DATA");
      if (!answer && Looks.verbIs(text, "BDAT")) {
        chunk(text);
      }
    }
  }

  private void messageLine(String text) {
    if (text.equals(".")) {
      mode = Mode.OPEN;
      unanswered.add(".");
    }
  }

  private void chunk(String text) {
    String[] parts = text.strip().split("\\s+", 3);
    boolean number = parts.length > 1 && parts[1].matches("[0-9]{1,12}");
    octetsLeft = number ? Long.parseLong(parts[1]) : 0;
    mode = octetsLeft > 0 ? Mode.CHUNK : Mode.OPEN;
  }

  /** Message text begins though nobody asked for it. */
  void beginMessage() {
    mode = Mode.MESSAGE;
    dataSaid = false;
    unanswered.clear();
  }

  /** The client answered something that is not shown. */
  void answered() {
    if (mode == Mode.ANSWER) {
      mode = Mode.OPEN;
    }
    unanswered.add("");
  }

  /** A line of a reply, or of a multi-line answer. */
  void server(String text) {
    if (mode == Mode.LISTING) {
      mode = text.strip().equals(".") ? Mode.OPEN : Mode.LISTING;
      return;
    }
    if (Looks.continued(text)) {
      continued = text.substring(0, 3);
      mode = mode == Mode.MESSAGE || mode == Mode.CHUNK ? Mode.OPEN : mode;
      return;
    }
    continued = "";
    dataSaid = false;
    numbered = false;
    String asked = unanswered.isEmpty() ? "" : unanswered.remove();
    if (text.startsWith("354")) {
      mode = Mode.MESSAGE;
    } else if (Looks.challenge(text)) {
      mode = Mode.ANSWER;
    } else if (text.startsWith("+OK") && Votes.listing(asked)) {
      mode = Mode.LISTING;
      numbered = Looks.verbIs(asked, "LIST") || Looks.verbIs(asked, "UIDL");
    } else {
      mode = Mode.OPEN;
    }
  }

  /** The octets of a chunk are not shown. */
  void endChunk() {
    mode = mode == Mode.CHUNK ? Mode.OPEN : mode;
    octetsLeft = 0;
  }

  /** A multi-line answer is over, though its dot was not shown. */
  void endListing() {
    mode = mode == Mode.LISTING ? Mode.OPEN : mode;
  }
}
