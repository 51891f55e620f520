package smtpterm.knowledge;

import static smtpterm.knowledge.Shelf.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import smtpterm.protocol.EnhancedCode;

/** The facts that belong to an entry of each kind: syntax, phases, digits, codes that go along. */
final class EntryRows {
  private final Shelf shelf;

  EntryRows(Shelf shelf) {
    this.shelf = shelf;
  }

  void add(RowList rows, EntryKind kind, Map<String, String> row) {
    switch (kind) {
      case REPLY -> reply(rows, row);
      case ENHANCED -> enhanced(rows, row);
      case COMMAND -> command(rows, row);
      case KEYWORD -> keyword(rows, row);
      case PARAMETER -> parameter(rows, row);
      case MECHANISM -> rows.meaning("status", "usage", words(row, "usage"));
      case HEADER -> {
        rows.meaning("by", "by", words(row, "by"));
        rows.meaning("status", "need", words(row, "need"));
      }
      case POP3_COMMAND -> pop3Command(rows, row);
      case POP3_CAPABILITY -> {
        rows.add("syntax", (row.get("capability") + " " + filled(row, "arguments")).strip());
        rows.add("commands", words(row, "commands"));
      }
      case POP3_REPLY -> commands(rows, words(row, "commands"));
      case PORT -> port(rows, row);
      case REPLY_CLASS, LIMIT, TRANSPORT -> {
        // Their sentences say everything.
      }
    }
  }

  private void reply(RowList rows, Map<String, String> row) {
    String code = row.get("code");
    digits(rows, code);
    List<String> along = new ArrayList<>();
    for (Map<String, String> detail : shelf.rows("enhanced")) {
      if (words(detail, "codes").contains(code)) {
        along.add(code.charAt(0) + "." + detail.get("detail"));
      }
    }
    rows.add("enhanced", along);
  }

  /** One row for each digit of a reply code (RFC 5321 section 4.2.1). */
  void digits(RowList rows, String code) {
    rows.add("first", code.charAt(0) + "..", text("first." + code.charAt(0)));
    String second = text("second." + code.charAt(1));
    rows.add("second", "." + code.charAt(1) + ".", second.isEmpty() ? text("second") : second);
    rows.add("third", ".." + code.charAt(2), text("third"));
  }

  /** One row for each part of an enhanced code. */
  void parts(RowList rows, EnhancedCode code, String detail) {
    Properties bundle = shelf.bundle("enhanced");
    String subject =
        bundle.getProperty("subject." + code.subject(), bundle.getProperty("subject.unknown"));
    rows.add("class", code.status() + "..", bundle.getProperty("class." + code.status()));
    rows.add("subject", "." + code.subject() + ".", subject);
    rows.add("detail", ".." + code.detail(), detail);
  }

  void enhanced(RowList rows, Map<String, String> row) {
    rows.meaning("classes", "class", words(row, "classes"));
    List<String> codes = words(row, "codes");
    rows.add("codes", codes.contains("any") ? List.of(text("any")) : codes);
  }

  private void command(RowList rows, Map<String, String> row) {
    rows.add("syntax", filled(row, "syntax"));
    rows.add("dialects", words(row, "dialects").stream().map(EntryRows::upper).toList());
    rows.meaning("when", "phase", words(row, "phases"));
    rows.meaning("login", "login", words(row, "login"));
    rows.add("needs", row.get("needs"));
    rows.add(
        "parameters",
        shelf.rows("parameters").stream()
            .filter(parameter -> words(parameter, "on").contains(row.get("verb")))
            .map(parameter -> parameter.get("parameter"))
            .toList());
  }

  private void keyword(RowList rows, Map<String, String> row) {
    rows.add("syntax", (row.get("keyword") + " " + filled(row, "arguments")).strip());
    rows.add("commands", words(row, "commands"));
    rows.add("parameters", words(row, "parameters"));
    rows.meaning("status", "keyword", words(row, "kind"));
  }

  private void parameter(RowList rows, Map<String, String> row) {
    rows.add("syntax", filled(row, "syntax"));
    rows.add("behind", words(row, "on"));
    rows.add("needs", row.get("needs"));
  }

  private void pop3Command(RowList rows, Map<String, String> row) {
    rows.add("syntax", filled(row, "syntax"));
    rows.meaning("when", "state", words(row, "states"));
    rows.meaning("answer", "answer", words(row, "answer"));
    rows.add("capability", row.get("needs"));
  }

  /** The codes that a command draws, each with what it then means in a few words. */
  void drawn(RowList rows, EntryKind kind, Map<String, String> row) {
    if (kind == EntryKind.COMMAND) {
      for (String code : words(row, "replies")) {
        rows.add("reply." + code, code, drawn(row.get("verb"), code));
      }
    } else if (kind == EntryKind.POP3_COMMAND) {
      for (String code : List.of("+OK", "-ERR")) {
        rows.add("reply." + code, code, drawn("pop3." + row.get("verb"), code));
      }
    }
  }

  /** What the code means behind this command, else what it always means; empty for neither. */
  private String drawn(String place, String code) {
    // Behind DATA the code may also be the one that answers the dot.
    String dot = place.equals("DATA") ? shelf.text("moments", "DOT." + code) : "";
    return Stream.of(
            text("drawn." + place + "." + code),
            shelf.text("moments", place + "." + code),
            dot,
            shelf.text("replies", code))
        .filter(said -> !said.isEmpty() && !said.contains("%"))
        .findFirst()
        .orElse("");
  }

  private void commands(RowList rows, List<String> commands) {
    rows.add("answers", commands.contains("any") ? List.of(text("every")) : commands);
  }

  private void port(RowList rows, Map<String, String> row) {
    rows.add(
        "service",
        Stream.of(row.get("protocol"), row.get("service")).filter(s -> !s.isEmpty()).toList());
    rows.meaning("encryption", "encryption", words(row, "encryption"));
    rows.meaning("status", "official", words(row, "official"));
  }

  private String filled(Map<String, String> row, String column) {
    return shelf.filled(row.get(column));
  }

  private String text(String key) {
    return shelf.text("entries", key);
  }

  private static String upper(String word) {
    return word.toUpperCase(Locale.ROOT);
  }
}
