package smtpterm.server;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import smtpterm.wire.LosslessUtf8;

/**
 * A reply line by line, such as {@code 250-mx.example} and {@code 250 SIZE}, or {@code +OK} with
 * the lines of a mail up to the dot.
 *
 * @param lines as they go out, without their endings
 */
record Spoken(List<String> lines) implements Utterance {
  /** Copies the list. */
  Spoken {
    lines = List.copyOf(lines);
  }

  static Spoken of(String... lines) {
    return new Spoken(List.of(lines));
  }

  /** What it starts with: {@code 250}, {@code +OK}, {@code -ERR}, {@code +}; or empty. */
  String code() {
    return lines.isEmpty() ? "" : code(lines.get(0));
  }

  /** What a line starts with. */
  static String code(String line) {
    if (line.startsWith("+") || line.startsWith("-")) {
      int end = line.indexOf(' ');
      return end < 0 ? line : line.substring(0, end);
    }
    return line.substring(0, Math.min(line.length(), 3));
  }

  /** What stands behind the code on this line of it; empty when there is no such line. */
  String text(int index) {
    if (index >= lines.size()) {
      return "";
    }
    String line = lines.get(index);
    return line.substring(Math.min(line.length(), code(line).length() + 1));
  }

  /** Whether it starts with 2 or 3, or is {@code +OK} or {@code +}. */
  boolean positive() {
    return positive(code());
  }

  static boolean positive(String code) {
    return code.startsWith("2") || code.startsWith("3") || code.startsWith("+");
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    for (String line : lines) {
      out.write(LosslessUtf8.encode(line + "\r\n"));
    }
  }
}
