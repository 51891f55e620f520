package smtpterm.report;

import java.io.IOException;
import java.io.Writer;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import smtpterm.screen.Look;
import smtpterm.screen.Printable;
import smtpterm.text.Texts;

/**
 * A run as the machines that build programs read it: {@code <testcase name="first.session"
 * time="0.034"/>} for each file.
 *
 * <p>There is no standard, so this keeps to what all readers of JUnit's XML take: one suite, at
 * most one {@code failure} or {@code error} for each case with all that went wrong in it, the
 * conversation in {@code system-out}, times in seconds, the time stamp in UTC without a zone.
 */
public final class JUnitReport implements ReportWriter {
  private static final String NAME = "smtpterm check";

  private final ComplaintLines complaints = new ComplaintLines(Look.plain(true));
  private final TranscriptLines transcript;
  private final Texts texts;

  /** Speaks the language of these texts. */
  public JUnitReport(Texts texts) {
    this.texts = Objects.requireNonNull(texts, "texts");
    this.transcript = new TranscriptLines(texts);
  }

  @Override
  public void write(CheckRun run, Writer out) throws IOException {
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeCharacters("\n");
      xml.writeStartElement("testsuites");
      totals(xml, run);
      xml.writeCharacters("\n");
      xml.writeStartElement("testsuite");
      totals(xml, run);
      xml.writeAttribute("skipped", Integer.toString(run.count(Verdict.UNFINISHED)));
      LocalDateTime started = LocalDateTime.ofInstant(run.started(), ZoneOffset.UTC);
      xml.writeAttribute(
          "timestamp",
          DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(started.truncatedTo(ChronoUnit.SECONDS)));
      xml.writeCharacters("\n");
      for (FileReport file : run.files()) {
        testCase(xml, file);
      }
      xml.writeEndElement();
      xml.writeCharacters("\n");
      xml.writeEndElement();
      xml.writeCharacters("\n");
      xml.writeEndDocument();
      xml.flush();
    } catch (XMLStreamException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e);
    }
  }

  private static void totals(XMLStreamWriter xml, CheckRun run) throws XMLStreamException {
    xml.writeAttribute("name", NAME);
    xml.writeAttribute("tests", Integer.toString(run.files().size()));
    xml.writeAttribute("failures", Integer.toString(run.count(Verdict.FAILED)));
    int errors = run.count(Verdict.MALFORMED) + run.count(Verdict.LOST);
    xml.writeAttribute("errors", Integer.toString(errors));
    xml.writeAttribute("time", seconds(run.took().toNanos()));
  }

  private void testCase(XMLStreamWriter xml, FileReport file) throws XMLStreamException {
    xml.writeStartElement("testcase");
    String folder = file.folder().replace('/', '.').replace('\\', '.').replaceAll("^\\.+", "");
    xml.writeAttribute("classname", folder.isEmpty() ? "sessions" : Printable.escape(folder));
    xml.writeAttribute(
        "name",
        Printable.escape(
            file.name().substring(file.folder().isEmpty() ? 0 : file.folder().length() + 1)));
    xml.writeAttribute("file", Printable.escape(file.name()));
    xml.writeAttribute("time", seconds(file.effort().took().toNanos()));
    if (file.verdict() != Verdict.PASSED) {
      xml.writeCharacters("\n");
      trouble(xml, file);
    }
    if (!file.scenes().isEmpty()) {
      xml.writeCharacters("\n");
      xml.writeStartElement("system-out");
      text(xml, transcript.of(file.scenes()));
      xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeCharacters("\n");
  }

  private void trouble(XMLStreamWriter xml, FileReport file) throws XMLStreamException {
    xml.writeStartElement(
        switch (file.verdict()) {
          case FAILED -> "failure";
          case UNFINISHED -> "skipped";
          default -> "error";
        });
    Optional<Complaint> first = file.complaints().stream().findFirst();
    String message =
        first.map(Complaint::headline).orElse(texts.say("report.verdict." + file.verdict().word()));
    xml.writeAttribute("message", Printable.escape(message));
    if (file.verdict() != Verdict.UNFINISHED) {
      xml.writeAttribute("type", file.verdict().word());
    }
    text(xml, file.complaints().stream().flatMap(c -> complaints.of(c).stream()).toList());
    xml.writeEndElement();
  }

  /** Lines that were made harmless already, which leaves nothing that XML cannot hold. */
  private static void text(XMLStreamWriter xml, List<String> lines) throws XMLStreamException {
    for (String line : lines) {
      xml.writeCharacters(line);
      xml.writeCharacters("\n");
    }
  }

  private static String seconds(long nanos) {
    return String.format(Locale.ROOT, "%.3f", nanos / 1e9);
  }
}
