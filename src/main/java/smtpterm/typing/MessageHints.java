package smtpterm.typing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import smtpterm.protocol.Chunk;
import smtpterm.text.Texts;

/** How a line of a message can go on: {@code Su} is the beginning of {@code Subject: }. */
public final class MessageHints {
  /** What people write by hand, in the order of a usual mail. */
  private static final List<String> FIELDS =
      List.of(
          "From",
          "To",
          "Cc",
          "Subject",
          "Date",
          "Reply-To",
          "Message-ID",
          "MIME-Version",
          "Content-Type",
          "Content-Transfer-Encoding");

  private final Texts texts;

  public MessageHints(Texts texts) {
    this.texts = texts;
  }

  /**
   * What can follow.
   *
   * @param place where the line stands in its message
   * @param chunk how many octets BDAT still waits for, if it was BDAT
   */
  public Hint of(MessagePlace place, Optional<Chunk> chunk, String line) {
    if (chunk.isPresent()) {
      return counted(chunk.get(), line);
    }
    if (line.isEmpty()) {
      return Hint.remark(
          texts.say(
              switch (place.part()) {
                case START -> "typing.hint.header.first";
                case HEADER -> "typing.hint.header";
                case TEXT -> "typing.hint.text";
              }));
    }
    if (line.equals(".")) {
      return Hint.remark(texts.say("typing.hint.dot"));
    }
    return place.part() == MessagePlace.Part.TEXT ? Hint.NONE : field(place, line);
  }

  private Hint counted(Chunk chunk, String line) {
    long left = line.isEmpty() ? chunk.octets() : chunk.after(line);
    return Hint.remark(
        left < 0
            ? texts.say("typing.hint.chunk.over", -left)
            : texts.say(line.isEmpty() ? "typing.hint.chunk" : "typing.hint.chunk.after", left));
  }

  private Hint field(MessagePlace place, String line) {
    for (String field : FIELDS) {
      String whole = field + ": ";
      boolean fits = whole.regionMatches(true, 0, line, 0, line.length());
      if (fits && !place.fields().contains(field.toUpperCase(Locale.ROOT))) {
        String form = texts.say("typing.field." + field);
        return Hint.syntax(Hints.like(line, whole) + form);
      }
    }
    return Hint.NONE;
  }
}
