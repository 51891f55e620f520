package smtpterm.server;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import smtpterm.wire.LosslessUtf8;

/** The report {@code Your mail was delivered} that {@code NOTIFY=SUCCESS} asks for (RFC 3464). */
final class DeliveryReport {
  private static final Pattern HEXCHAR = Pattern.compile("\\+([0-9A-F]{2})");

  /** Lines of the original's header that the report shows. */
  private static final int MOST_HEADER_LINES = 200;

  private DeliveryReport() {}

  /**
   * The octets of the report.
   *
   * @param id the report's own
   * @param mail what was asked for
   * @param delivered what was delivered
   */
  static byte[] of(Accounts accounts, String id, Transaction mail, StoredMail delivered) {
    List<String> lines = new ArrayList<>();
    String boundary = "report-" + id;
    header(lines, accounts, id, delivered);
    lines.add("Content-Type: multipart/report; report-type=delivery-status;");
    lines.add("\tboundary=\"" + boundary + "\"");
    lines.add("");
    part(lines, boundary, "text/plain; charset=us-ascii");
    lines.add("Your mail was delivered to:");
    reported(mail).forEach(r -> lines.add("  " + r.path()));
    part(lines, boundary, "message/delivery-status");
    status(lines, accounts, mail, delivered);
    part(lines, boundary, "text/rfc822-headers");
    lines.addAll(headerOf(delivered));
    lines.add("--" + boundary + "--");
    return LosslessUtf8.encode(String.join("\r\n", lines) + "\r\n");
  }

  private static void header(
      List<String> lines, Accounts accounts, String id, StoredMail delivered) {
    lines.add("Return-Path: <>");
    lines.add("From: " + Accounts.POSTMASTER + "@" + accounts.domains().get(0));
    lines.add("To: " + delivered.envelope().reversePath());
    lines.add("Subject: Your mail was delivered");
    lines.add("Date: " + TraceFields.date(delivered.received()));
    lines.add("Message-ID: <" + id + "@" + accounts.host() + ">");
    lines.add("MIME-Version: 1.0");
  }

  /** RFC 3464 section 2: one group of fields for the mail, one for each recipient. */
  private static void status(
      List<String> lines, Accounts accounts, Transaction mail, StoredMail delivered) {
    lines.add("Reporting-MTA: dns; " + accounts.host());
    if (!mail.sender().envelopeId().isEmpty()) {
      lines.add("Original-Envelope-Id: " + decoded(mail.sender().envelopeId()));
    }
    lines.add("Arrival-Date: " + TraceFields.date(delivered.received()));
    for (Recipient recipient : reported(mail)) {
      lines.add("");
      if (!recipient.original().isEmpty()) {
        lines.add("Original-Recipient: " + decoded(recipient.original()));
      }
      lines.add("Final-Recipient: rfc822; " + recipient.path().text());
      lines.add("Action: " + (recipient.mailboxes().size() > 1 ? "expanded" : "delivered"));
      lines.add("Status: 2.1.5");
    }
  }

  private static List<Recipient> reported(Transaction mail) {
    return mail.recipients().stream().filter(Recipient::report).toList();
  }

  private static void part(List<String> lines, String boundary, String type) {
    lines.add("--" + boundary);
    lines.add("Content-Type: " + type);
    lines.add("");
  }

  private static List<String> headerOf(StoredMail mail) {
    List<String> all = mail.lines(MOST_HEADER_LINES);
    int end = all.indexOf("");
    return end < 0 ? all : all.subList(0, end);
  }

  /** The text in xtext (RFC 3461 section 4); what would break the line stays as it is. */
  private static String decoded(String xtext) {
    return HEXCHAR
        .matcher(xtext)
        .replaceAll(
            hex -> {
              char c = (char) Integer.parseInt(hex.group(1), 16);
              return Matcher.quoteReplacement(c < ' ' || c > '~' ? hex.group() : "" + c);
            });
  }
}
