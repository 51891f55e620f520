package smtpterm.notation;

import java.util.Objects;

/**
 * A line of a transcript, or a part of one.
 *
 * @param line where it stands in the file, from 1
 * @param column the column of the table that it stood in, such as {@code column 2}; else empty
 * @param text what stands there
 * @param prose whether it stands outside of what is shown as a conversation, such as between the
 *     code blocks of a page
 */
record Row(int line, String column, String text, boolean prose) {
  Row {
    Objects.requireNonNull(column, "column");
    Objects.requireNonNull(text, "text");
  }

  Row(int line, String text) {
    this(line, "", text, false);
  }

  Row with(String newText) {
    return newText.equals(text) ? this : new Row(line, column, newText, prose);
  }

  Row asProse() {
    return new Row(line, column, text, true);
  }

  boolean blank() {
    return text.isBlank();
  }

  int indentation() {
    int i = 0;
    while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
      i++;
    }
    return i;
  }
}
