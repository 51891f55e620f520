package smtpterm.cli;

import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import smtpterm.dns.LookUp;
import smtpterm.dns.Nameserver;
import smtpterm.screen.Level;
import smtpterm.text.Language;

/** The options that every command takes. Their descriptions stand in the texts of this package. */
@Command(
    name = "smtpterm",
    subcommands = {
      TerminalCommand.class,
      PracticeCommand.class,
      ServeCommand.class,
      CheckCommand.class,
      PlayCommand.class,
      ExplainCommand.class,
      Base64Command.class,
      ConvertCommand.class,
      ExportCommand.class,
      ConfigCommand.class,
      CompletionCommand.class,
      ManCommand.class
    },
    sortOptions = false,
    usageHelpAutoWidth = true)
final class SmtpTerm {
  /**
   * So long the answer to a question may take: a DNS server that is there needs a second or two.
   */
  private static final Duration LONGEST = Duration.ofSeconds(6);

  @Option(names = "--lang", paramLabel = "de|en", scope = ScopeType.INHERIT)
  Language language;

  @Option(names = "--color", paramLabel = "auto|always|never", scope = ScopeType.INHERIT)
  ColourChoice colour = ColourChoice.AUTO;

  @Option(
      names = "--theme",
      paramLabel = "auto|dark|light|high-contrast|none",
      scope = ScopeType.INHERIT)
  ThemeChoice theme;

  @Option(names = "--explain", paramLabel = "off|short|full", scope = ScopeType.INHERIT)
  Level explain;

  @Option(names = "--timeout", paramLabel = "30s", scope = ScopeType.INHERIT)
  Duration timeout;

  @Option(names = "--connect-timeout", paramLabel = "10s", scope = ScopeType.INHERIT)
  Duration connectTimeout = Duration.ofSeconds(10);

  @Option(
      names = {"-4", "--ipv4"},
      scope = ScopeType.INHERIT)
  boolean ipv4;

  @Option(
      names = {"-6", "--ipv6"},
      scope = ScopeType.INHERIT)
  boolean ipv6;

  @Option(names = "--dns", paramLabel = "HOST[:PORT]", scope = ScopeType.INHERIT)
  Nameserver nameserver;

  @Mixin TlsOptions tls = new TlsOptions();

  @Mixin RecordOptions record = new RecordOptions();

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

  /** How to ask the DNS: whom, and how long for. */
  LookUp lookUp() {
    Duration patience = timeout == null || timeout.compareTo(LONGEST) > 0 ? LONGEST : timeout;
    return new LookUp(Optional.ofNullable(nameserver), patience);
  }
}
