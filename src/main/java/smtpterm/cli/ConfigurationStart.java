package smtpterm.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import smtpterm.config.ConfigFile;
import smtpterm.config.Document;
import smtpterm.config.Problem;
import smtpterm.config.Profile;
import smtpterm.config.Reading;
import smtpterm.report.Complaint;
import smtpterm.report.ComplaintLines;
import smtpterm.shell.Preference;
import smtpterm.text.Language;

/**
 * The configuration file at the start of the program. It is read while the command line is built,
 * because both take their time; where there is none, nothing of this takes any.
 */
final class ConfigurationStart {
  private final Defaults defaults;
  private final Optional<CompletableFuture<Optional<Document>>> loading;

  ConfigurationStart(Path path) {
    defaults = new Defaults(path);
    loading =
        Files.notExists(path)
            ? Optional.empty()
            : Optional.of(CompletableFuture.supplyAsync(() -> new ConfigFile(path).load()));
  }

  /** Holds nothing before {@link #whole}. */
  Defaults defaults() {
    return defaults;
  }

  private Optional<Document> document() {
    return loading.flatMap(CompletableFuture::join);
  }

  /** The language that the file chooses, even where the rest of it is wrong. */
  Optional<Language> language() {
    return document().flatMap(d -> d.text("lang")).flatMap(Language::tagged);
  }

  /**
   * The command line with what the file adds; empty when the file is wrong and the command cannot
   * do without, which has been said then.
   */
  Optional<String[]> whole(
      CommandLine commands, String[] complete, Surroundings surroundings, Building building) {
    if (document().isEmpty()) {
      return Optional.of(complete);
    }
    defaults.hold(document().get().read(new Configurable(commands).schema()));
    ParseResult parsed;
    try {
      parsed = commands.parseArgs(complete);
    } catch (ParameterException e) {
      // It will be said when the command is to be carried out.
      return Optional.of(complete);
    }
    boolean helping =
        !parsed.hasSubcommand()
            || parsed.isUsageHelpRequested()
            || parsed.subcommand().isUsageHelpRequested();
    if (helping) {
      return Optional.of(complete);
    }
    boolean about = parsed.subcommand().commandSpec().name().equals(ConfigCommand.NAME);
    if (!defaults.reading().sound()) {
      if (!about) {
        complain(defaults.reading(), defaults.path(), surroundings);
      }
      return about ? Optional.of(complete) : Optional.empty();
    }
    Optional<Profile> profile = defaults.profile(parsed.subcommand());
    Defaults.Whole whole = defaults.with(commands, complete, parsed, profile);
    defaults.use(whole, profile, other -> again(complete, other, building));
    // That of one command or server is known only now; an option that was typed is not in here.
    Optional.ofNullable(whole.values().get(Preference.LANG.key()))
        .flatMap(value -> Language.tagged(value.text()))
        .ifPresent(surroundings.texts()::speak);
    return Optional.of(whole.arguments().toArray(new String[0]));
  }

  /** Makes the command line anew. */
  interface Building {
    CommandLine build(SmtpTerm options);
  }

  private SmtpTerm again(String[] complete, Optional<Profile> profile, Building building) {
    SmtpTerm options = new SmtpTerm();
    CommandLine commands = building.build(options);
    ParseResult parsed = commands.parseArgs(complete);
    commands.parseArgs(
        defaults.with(commands, complete, parsed, profile).arguments().toArray(new String[0]));
    return options;
  }

  /** Says all that is wrong with the file, each with the line that stands there. */
  static void complain(Reading reading, Path path, Surroundings surroundings) {
    ComplaintLines lines = new ComplaintLines(surroundings.layout(ColourChoice.NEVER).look());
    for (Problem problem : reading.problems()) {
      surroundings
          .output()
          .complain(String.join("\n", lines.of(complaint(problem, path, surroundings))));
    }
  }

  private static Complaint complaint(Problem problem, Path path, Surroundings surroundings) {
    String what = problem.what(surroundings.texts());
    boolean whole = problem.line() == 0;
    Optional<Complaint.Spot> spot =
        whole
            ? Optional.empty()
            : Optional.of(
                new Complaint.Spot(
                    path.toString(), problem.line(), problem.column(), problem.source()));
    return new Complaint(
        Complaint.Kind.MALFORMED,
        spot,
        whole ? path + ": " + what : what,
        Optional.empty(),
        List.of(problem.remedy(surroundings.texts())));
  }
}
