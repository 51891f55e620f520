package smtpterm.notation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes replies out of the comments behind their commands: {@code STAT # +OK 1 512}. */
final class Answered {
  private static final Pattern COMMENT =
      Pattern.compile("(?:^|\\s)(#|//|--|;|→|⇒|=>|->|-->|\\|)\\s?(?=[2-5+-]|\\p{L}{1,16}\\s?[:：])");

  private static final Pattern LABEL = Pattern.compile("^\\p{L}{1,16}\\s?[:：]\\s*+");

  private Answered() {}

  static List<Row> split(List<Row> rows) {
    long found = rows.stream().filter(r -> r.column().isEmpty() && at(r) != null).limit(2).count();
    if (found < 2) {
      return rows;
    }
    List<Row> split = new ArrayList<>();
    for (Row row : rows) {
      Matcher comment = row.prose() ? null : at(row);
      if (comment == null) {
        split.add(row);
        continue;
      }
      String command = row.text().substring(0, comment.start()).stripTrailing();
      if (!command.isBlank()) {
        split.add(row.with(command));
      }
      String reply = row.text().substring(comment.end()).strip();
      Glued.parts(reply).forEach(part -> split.add(row.with(part)));
    }
    return split;
  }

  /** Without who says it, as in {@code Server: 250 Ok}. */
  private static String named(String text) {
    return LABEL.matcher(text).replaceFirst("");
  }

  /** Where a reply stands behind a command, or behind nothing where its command would be. */
  private static Matcher at(Row row) {
    Matcher comment = COMMENT.matcher(row.text().length() < 2000 ? row.text() : "");
    if (!comment.find()) {
      return null;
    }
    String command = named(row.text().substring(0, comment.start()).strip());
    boolean code = command.endsWith(";") || command.endsWith(")");
    boolean behind = code || Looks.command(command) || (command.isEmpty() && comment.start() > 3);
    return behind && Looks.reply(named(row.text().substring(comment.end()).strip()))
        ? comment
        : null;
  }
}
