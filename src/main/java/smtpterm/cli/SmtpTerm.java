package smtpterm.cli;

import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import smtpterm.screen.Level;
import smtpterm.text.Language;

/** The options that every command takes. Their descriptions stand in the texts of this package. */
@Command(
    name = "smtpterm",
    subcommands = {
      TerminalCommand.class,
      PracticeCommand.class,
      ServeCommand.class,
      ExplainCommand.class,
      Base64Command.class
    },
    sortOptions = false,
    usageHelpAutoWidth = true)
final class SmtpTerm {
  @Option(names = "--lang", paramLabel = "de|en", scope = ScopeType.INHERIT)
  Language language;

  @Option(names = "--color", paramLabel = "auto|always|never", scope = ScopeType.INHERIT)
  ColourChoice colour = ColourChoice.AUTO;

  @Option(names = "--explain", paramLabel = "off|short|full", scope = ScopeType.INHERIT)
  Level explain;

  @Option(names = "--timeout", paramLabel = "30s", scope = ScopeType.INHERIT)
  Duration timeout;

  @Option(names = "--connect-timeout", paramLabel = "10s", scope = ScopeType.INHERIT)
  Duration connectTimeout = Duration.ofSeconds(10);

  @Option(names = "-4", scope = ScopeType.INHERIT)
  boolean ipv4;

  @Option(names = "-6", scope = ScopeType.INHERIT)
  boolean ipv6;

  @Option(names = "--debug", scope = ScopeType.INHERIT)
  boolean debug;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT)
  boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      scope = ScopeType.INHERIT)
  boolean version;
}
