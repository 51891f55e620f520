package smtpterm.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import smtpterm.mail.Attachment;
import smtpterm.mail.BodyText;
import smtpterm.mail.Content;
import smtpterm.mail.HeaderField;
import smtpterm.mail.MessageReading;
import smtpterm.mail.MessageWords;
import smtpterm.text.Texts;

/**
 * Shows a message that was read: header, text and attachments, and then what its header tells of
 * the way it came.
 */
public final class MessagePage {
  private static final String INDENT = "   ";
  private static final List<String> SHOWN =
      List.of("From", "Sender", "Reply-To", "To", "Cc", "Date", "Subject");

  /** Characters of a field that are shown; a list of recipients may be endless. */
  private static final int LONGEST_FIELD = 1_000;

  private final Layout layout;
  private final Look look;
  private final Quotation quotation;
  private final Texts texts;
  private final MessageWords words;

  /** Lays it out so, in the language that these texts speak. */
  public MessagePage(Layout layout, Texts texts) {
    this.layout = Objects.requireNonNull(layout, "layout");
    this.texts = Objects.requireNonNull(texts, "texts");
    this.look = layout.look();
    this.quotation = new Quotation(look);
    this.words = new MessageWords(texts);
  }

  /** Everything: what the message says, and what it tells without meaning to. */
  public List<String> page(MessageReading reading) {
    List<String> lines = new ArrayList<>(message(reading));
    lines.add("");
    lines.addAll(trace(reading));
    return lines;
  }

  /** The message as a mail program shows it. */
  public List<String> message(MessageReading reading) {
    List<String> lines = new ArrayList<>(header(reading));
    lines.add("");
    lines.addAll(text(reading.content()));
    lines.addAll(attachments(reading.content()));
    return lines;
  }

  /** The message as it is, line by line, made harmless and not changed in any other way. */
  public List<String> raw(List<String> source) {
    List<String> lines = new ArrayList<>();
    source.forEach(line -> lines.addAll(quoted(line)));
    return lines;
  }

  private List<String> header(MessageReading reading) {
    List<String> lines = new ArrayList<>();
    int left = SHOWN.stream().mapToInt(String::length).max().orElse(0) + 2;
    for (String name : SHOWN) {
      for (HeaderField field : reading.header().all(name)) {
        String text = field.text();
        String value =
            text.length() <= LONGEST_FIELD ? text : text.substring(0, LONGEST_FIELD) + "…";
        List<String> wrapped = quotation.wrapped(value, layout.room(INDENT.length() + left));
        String head = INDENT + look.paint(Role.TERM, name) + " ".repeat(left - name.length());
        lines.add((head + wrapped.get(0)).stripTrailing());
        String margin = INDENT + " ".repeat(left);
        wrapped.subList(1, wrapped.size()).forEach(more -> lines.add(margin + more));
      }
    }
    return lines;
  }

  private List<String> text(Content content) {
    Optional<BodyText> text = content.text();
    if (text.isEmpty()) {
      return layout.paragraph(texts.say("screen.message.no-text"));
    }
    List<String> lines = new ArrayList<>();
    BodyText body = text.get();
    if (body.text().isBlank()) {
      lines.addAll(layout.paragraph(texts.say("screen.message.empty-text")));
    } else {
      body.text().lines().forEach(line -> lines.addAll(quoted(line)));
    }
    String form =
        texts.say("screen.message.form", body.type(), body.charset(), body.encoding())
            + (content.html() > 0
                ? "; " + texts.say("screen.message.also-html", words.octets(content.html()))
                : "");
    lines.addAll(layout.paragraph(Role.HINT, form));
    return lines;
  }

  /** Behind a bar, so that text of strangers never looks like ours. */
  private List<String> quoted(String line) {
    String bar = INDENT + look.paint(Role.MARK, look.own("│"));
    List<String> lines = new ArrayList<>();
    String text = line.replace("\t", "    ");
    for (String piece : quotation.wrapped(text, layout.room(INDENT.length() + 2))) {
      lines.add(piece.isEmpty() ? bar : bar + " " + piece);
    }
    return lines;
  }

  private List<String> attachments(Content content) {
    if (content.attachments().isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.addAll(layout.paragraph(Role.TERM, texts.say("screen.message.attachments")));
    for (Attachment attachment : content.attachments()) {
      String name = attachment.name();
      String shown = name.isEmpty() ? texts.say("screen.message.no-name") : name;
      String facts =
          texts.say(
              "screen.message.attachment", attachment.type(), words.octets(attachment.octets()));
      List<String> wrapped = quotation.wrapped(shown, layout.room(INDENT.length() + 2));
      lines.add(INDENT + look.paint(Role.MARK, "-") + " " + wrapped.get(0));
      wrapped.subList(1, wrapped.size()).forEach(more -> lines.add(INDENT + "  " + more));
      quotation
          .wrapped(facts, layout.room(INDENT.length() + 2))
          .forEach(piece -> lines.add(INDENT + "  " + look.paint(Role.HINT, piece)));
    }
    if (content.moreAttachments() > 0) {
      lines.addAll(
          layout.paragraph(
              texts.say("screen.message.more-attachments", content.moreAttachments())));
    }
    return lines;
  }

  /** What the header tells: the way, the checks, and what stands out. */
  public List<String> trace(MessageReading reading) {
    return new TracePage(layout, texts).lines(reading.trace());
  }
}
