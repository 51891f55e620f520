package smtpterm.cli;

import java.util.Map;
import picocli.CommandLine.Model.OptionSpec;

/** A value that each option would take, such as {@code 2525} where its label says PORT. */
final class ConfigExamples {
  /** By labels that are no example by themselves, as {@code 30s} is. */
  private static final Map<String, String> BY_LABEL =
      Map.ofEntries(
          Map.entry("FILE", "/path/to/file"),
          Map.entry("DIR", "/path/to/folder"),
          Map.entry("HOST[:PORT]", "127.0.0.1"),
          Map.entry("HOST:PORT|URL", "smtp.example:25"),
          Map.entry("HOST", "smtp.example"),
          Map.entry("NAME", "smtp.example"),
          Map.entry("N", "10"),
          Map.entry("SIZE", "10M"),
          Map.entry("TEXT", "Good morning"),
          Map.entry("NAME:PASSWORD", "dora:regenbogen"),
          Map.entry("NAME=VALUE", "user=anna"),
          Map.entry("SHA256", "0123456789abcdef".repeat(4)));

  private static final Map<String, String> PORTS =
      Map.of(
          "smtp", "2525",
          "smtps", "2465",
          "submission", "2587",
          "lmtp", "2424",
          "pop3", "2110",
          "pop3s", "2995");

  private ConfigExamples() {}

  /** Of an option that has no choices to take one of. */
  static String of(OptionSpec option) {
    String label = option.paramLabel();
    return label.equals("PORT")
        ? PORTS.getOrDefault(Configurable.key(option), "25")
        : BY_LABEL.getOrDefault(label, label);
  }
}
