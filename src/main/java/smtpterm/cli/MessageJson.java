package smtpterm.cli;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Locale;
import smtpterm.mail.Attachment;
import smtpterm.mail.BodyText;
import smtpterm.mail.Check;
import smtpterm.mail.Finding;
import smtpterm.mail.HeaderField;
import smtpterm.mail.Hop;
import smtpterm.mail.MessageReading;
import smtpterm.mail.MessageWords;
import smtpterm.mail.Trace;
import smtpterm.screen.Printable;
import smtpterm.text.Texts;

/** A message that was read, as JSON for programs. */
final class MessageJson {
  private final MessageWords words;

  MessageJson(Texts texts) {
    this.words = new MessageWords(texts);
  }

  /** One object; every character that a terminal must not get is written as an escape. */
  String of(MessageReading reading) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonWriter writer = new JsonWriter(text)) {
      writer.setIndent("  ");
      writer.beginObject();
      writer.name("octets").value(reading.octets());
      writer.name("header").beginArray();
      for (HeaderField field : reading.header().fields()) {
        writer.beginObject();
        writer.name("name").value(field.name());
        writer.name("value").value(field.text());
        writer.endObject();
      }
      writer.endArray();
      content(writer, reading);
      trace(writer, reading.trace());
      writer.endObject();
    }
    return harmless(text.toString());
  }

  private static void content(JsonWriter writer, MessageReading reading) throws IOException {
    writer.name("text");
    if (reading.content().text().isEmpty()) {
      writer.nullValue();
    } else {
      BodyText body = reading.content().text().get();
      writer.beginObject();
      writer.name("type").value(body.type());
      writer.name("charset").value(body.charset());
      writer.name("encoding").value(body.encoding());
      writer.name("octets").value(body.octets());
      writer.name("cut").value(body.cut());
      writer.name("text").value(body.text());
      writer.endObject();
    }
    writer.name("attachments").beginArray();
    for (Attachment attachment : reading.content().attachments()) {
      writer.beginObject();
      writer.name("name").value(attachment.name());
      writer.name("type").value(attachment.type());
      writer.name("octets").value(attachment.octets());
      writer.endObject();
    }
    writer.endArray();
    writer.name("moreAttachments").value(reading.content().moreAttachments());
  }

  private void trace(JsonWriter writer, Trace trace) throws IOException {
    writer.name("path").beginArray();
    for (Hop hop : trace.path()) {
      writer.beginObject();
      writer.name("from").value(hop.stamp().from());
      writer.name("detail").value(hop.stamp().detail());
      writer.name("by").value(hop.stamp().by());
      writer.name("with").value(hop.stamp().with());
      writer.name("time").value(hop.time().map(Object::toString).orElse(null));
      writer.name("secondsLater");
      if (hop.after().isPresent()) {
        writer.value(hop.after().get().toSeconds());
      } else {
        writer.nullValue();
      }
      writer.name("line").value(hop.stamp().raw());
      writer.endObject();
    }
    writer.endArray();
    writer.name("checks").beginArray();
    for (Check check : trace.checks()) {
      writer.beginObject();
      writer.name("server").value(check.server());
      writer.name("method").value(check.method());
      writer.name("result").value(check.result());
      writer.name("sentence").value(words.say(check));
      writer.endObject();
    }
    writer.endArray();
    writer.name("findings").beginArray();
    for (Finding finding : trace.findings()) {
      writer.beginObject();
      writer.name("kind").value(lower(finding.kind()));
      writer.name("weight").value(lower(finding.kind().weight()));
      writer.name("sentence").value(words.say(finding));
      writer.endObject();
    }
    writer.endArray();
  }

  private static String lower(Enum<?> constant) {
    return constant.name().replace('_', '-').toLowerCase(Locale.ROOT);
  }

  /** Outside of strings JSON holds nothing but ASCII, so each of these stands in one. */
  private static String harmless(String json) {
    StringBuilder safe = new StringBuilder(json.length());
    json.codePoints()
        .forEach(
            c -> {
              if (c == '\n' || Printable.harmless(c)) {
                safe.appendCodePoint(c);
              } else {
                for (char half : Character.toChars(c)) {
                  safe.append(String.format(Locale.ROOT, "\\u%04x", (int) half));
                }
              }
            });
    return safe.toString();
  }
}
