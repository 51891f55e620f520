package smtpterm.program;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lines that some program on the way to the wire could take for something else. */
final class Lines {
  private static final List<String> ANYWHERE =
      List.of(
          "",
          " ",
          "  leading and trailing  ",
          "Grüße aus Köln, straße ÄÖÜ €",
          "😀 e\u0301",
          "it's \"unclosed",
          "'open",
          "a\\\\b \\x\\",
          "back\\",
          "!!",
          "!1 !x",
          "# no remark",
          "R",
          "Q",
          "k",
          "~",
          "~.",
          "..",
          ".x",
          "$HOME `id` $(id) %s %d \\n",
          "(a[b{c)]} ^x ;|&<>*?",
          "=?utf-8?q?x?=",
          "y".repeat(1_000));

  /** At a command prompt of the terminal. */
  static final List<String> COMMANDS = ANYWHERE;

  /** In message text, and in a pipe: there, nothing is local. */
  static final List<String> TEXT =
      Stream.concat(ANYWHERE.stream(), Stream.of("/quit", "/", "//x", "*", ". ", " .")).toList();

  private Lines() {}

  /** The lines as they are to be on the wire. */
  static String wire(List<String> lines) {
    return lines.stream().map(line -> line + "\r\n").collect(Collectors.joining());
  }
}
