package smtpterm.report;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import smtpterm.screen.Printable;

/**
 * Lets JSON through, each character that a terminal must not get written as an escape such as
 * {@code \}{@code u202e}. Outside of strings JSON holds nothing but ASCII, so each of these stands
 * in one, and a program that reads it gets the very character.
 */
final class SafeJson extends FilterWriter {
  private int high;

  SafeJson(Writer out) {
    super(out);
  }

  @Override
  public void write(int c) throws IOException {
    char unit = (char) c;
    if (high != 0) {
      int first = high;
      high = 0;
      if (Character.isLowSurrogate(unit)) {
        pair((char) first, unit);
        return;
      }
      escaped((char) first);
    }
    if (Character.isHighSurrogate(unit)) {
      high = unit;
    } else if (unit == '\n' || Printable.harmless(unit)) {
      out.write(unit);
    } else {
      escaped(unit);
    }
  }

  @Override
  public void write(char[] text, int from, int length) throws IOException {
    for (int i = from; i < from + length; i++) {
      write(text[i]);
    }
  }

  @Override
  public void write(String text, int from, int length) throws IOException {
    for (int i = from; i < from + length; i++) {
      write(text.charAt(i));
    }
  }

  private void pair(char first, char second) throws IOException {
    if (Printable.harmless(Character.toCodePoint(first, second))) {
      out.write(first);
      out.write(second);
    } else {
      escaped(first);
      escaped(second);
    }
  }

  private void escaped(char unit) throws IOException {
    out.write(String.format(Locale.ROOT, "\\u%04x", (int) unit));
  }
}
