package smtpterm.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.UnmatchedArgumentException;
import smtpterm.dns.Nameserver;
import smtpterm.manual.Release;
import smtpterm.text.Language;
import smtpterm.text.Texts;

/** The command line: reads it, runs the command that it names, and says what is wrong with it. */
public final class Cli {
  private final Output output;
  private final Environment environment;

  Cli(Output output, Environment environment) {
    this.output = output;
    this.environment = environment;
  }

  /** With the streams and the environment of this process. */
  public static Cli standard() {
    return new Cli(Output.standard(), Environment.ofProcess());
  }

  /** With other streams and variables; for the tests. */
  static Cli with(InputStream in, PrintStream out, PrintStream err, Map<String, String> variables) {
    return new Cli(new Output(in, out, err), new Environment(variables));
  }

  /** Runs the command and returns the exit code of the process. Throws nothing. */
  public int run(String... arguments) {
    ConfigurationStart start = new ConfigurationStart(environment.configuration());
    Texts texts = new Texts(language(arguments).orElseGet(environment::language));
    Surroundings surroundings = new Surroundings(output, environment, texts, start.defaults());
    SmtpTerm options = new SmtpTerm();
    CommandLine commands = commands(options, surroundings);
    if (language(arguments).isEmpty() && start.language().isPresent()) {
      texts.speak(start.language().get());
      speak(commands, texts);
    }
    try {
      String[] complete = Arguments.complete(commands, arguments);
      Optional<String[]> whole =
          start.whole(commands, complete, surroundings, o -> commands(o, surroundings));
      return whole.isPresent() ? commands.execute(whole.get()) : ExitCode.USAGE;
    } finally {
      output.out().flush();
    }
  }

  /** The commands with all their options, in the language of the surroundings. */
  CommandLine commands(SmtpTerm options, Surroundings surroundings) {
    Texts texts = surroundings.texts();
    CommandLine commands = new CommandLine(options, factory(surroundings));
    speak(commands, texts);
    Inherited.trim(commands);
    // A reply of POP3 starts like an option: -ERR.
    commands.getSubcommands().get("explain").setUnmatchedOptionsArePositionalParams(true);
    commands
        .setExpandAtFiles(false)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .registerConverter(Duration.class, new Durations())
        .registerConverter(Language.class, Cli::languageOf)
        .registerConverter(Nameserver.class, Cli::nameserver)
        .setOut(new PrintWriter(output.out(), true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(output.err(), true, StandardCharsets.UTF_8))
        .setParameterExceptionHandler((e, args) -> wrong(e, surroundings))
        .setExecutionStrategy(parsed -> executed(parsed, texts))
        .setExecutionExceptionHandler((e, line, result) -> failed(e, options, texts));
    commands
        .getCommandSpec()
        .versionProvider(() -> new String[] {"smtpterm " + release().version()});
    return commands;
  }

  private static void speak(CommandLine commands, Texts texts) {
    ResourceBundle bundle = bundle(texts);
    commands.setResourceBundle(bundle);
    commands.getSubcommands().values().forEach(c -> c.setResourceBundle(bundle));
  }

  private static IFactory factory(Surroundings surroundings) {
    return new IFactory() {
      @Override
      public <K> K create(Class<K> type) throws Exception {
        Object command =
            switch (type.getSimpleName()) {
              case "TerminalCommand" -> new TerminalCommand(surroundings);
              case "PracticeCommand" -> new PracticeCommand(surroundings);
              case "ServeCommand" -> new ServeCommand(surroundings);
              case "ExplainCommand" -> new ExplainCommand(surroundings);
              case "CheckCommand" -> new CheckCommand(surroundings);
              case "PlayCommand" -> new PlayCommand(surroundings);
              case "ConvertCommand" -> new ConvertCommand(surroundings);
              case "ExportCommand" -> new ExportCommand(surroundings);
              case "Base64Command" -> new Base64Command(surroundings);
              case "ConfigCommand" -> new ConfigCommand(surroundings);
              case "CompletionCommand" -> new CompletionCommand(surroundings);
              case "ManCommand" -> new ManCommand(surroundings);
              default -> CommandLine.defaultFactory().create(type);
            };
        return type.cast(command);
      }
    };
  }

  /** The language must be known before the command line is read, for the help it may ask for. */
  private static Optional<Language> language(String... arguments) {
    for (int i = 0; i < arguments.length; i++) {
      String value = null;
      if (arguments[i].startsWith("--lang=")) {
        value = arguments[i].substring("--lang=".length());
      } else if (arguments[i].equals("--lang") && i + 1 < arguments.length) {
        value = arguments[i + 1];
      }
      Optional<Language> language = Optional.ofNullable(value).flatMap(Language::tagged);
      if (language.isPresent()) {
        return language;
      }
    }
    return Optional.empty();
  }

  private static Language languageOf(String value) {
    return Language.tagged(value).orElseThrow(() -> new CommandLine.TypeConversionException(value));
  }

  private static Nameserver nameserver(String value) {
    try {
      return Nameserver.parse(value);
    } catch (IllegalArgumentException e) {
      throw new CommandLine.TypeConversionException(value);
    }
  }

  private int executed(ParseResult parsed, Texts texts) {
    Optional<String> misplaced = Inherited.misplaced(parsed);
    if (misplaced.isPresent()) {
      output.complain(texts.say("cli.usage.unmatched", misplaced.get()));
      output.complain(texts.say("cli.usage.help"));
      return ExitCode.USAGE;
    }
    return new RunLast().execute(parsed);
  }

  private int wrong(ParameterException e, Surroundings surroundings) {
    Texts texts = surroundings.texts();
    String sentence;
    if (e instanceof UnmatchedArgumentException unmatched) {
      sentence = texts.say("cli.usage.unmatched", String.join(" ", unmatched.getUnmatched()));
    } else if (e instanceof MissingParameterException missing && !missing.getMissing().isEmpty()) {
      sentence = texts.say("cli.usage.missing", missing.getMissing().get(0).paramLabel());
    } else if (e.getArgSpec() != null && e.getValue() != null) {
      String name =
          e.getArgSpec().isOption()
              ? ((CommandLine.Model.OptionSpec) e.getArgSpec()).longestName()
              : e.getArgSpec().paramLabel();
      sentence = texts.say("cli.usage.bad-value", name, e.getValue(), e.getArgSpec().paramLabel());
    } else {
      sentence = texts.say("cli.usage.wrong", e.getMessage());
    }
    output.complain(sentence);
    if (surroundings.defaults().used()) {
      output.complain(texts.say("cli.config.used", surroundings.defaults().path()));
    }
    output.complain(texts.say("cli.usage.help"));
    return ExitCode.USAGE;
  }

  private int failed(Exception e, SmtpTerm options, Texts texts) {
    if (options.debug) {
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace));
      output.complain(trace.toString());
    } else {
      output.complain(texts.say("cli.defect", String.valueOf(e.getMessage())));
    }
    return ExitCode.DEFECT;
  }

  /** The sentences of the help, as picocli wants them. */
  private static ResourceBundle bundle(Texts texts) {
    Properties properties = texts.bundle("cli/help");
    StringWriter written = new StringWriter();
    try {
      properties.store(written, null);
      return new PropertyResourceBundle(new StringReader(written.toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Which one of all this program is. */
  static Release release() {
    Properties properties = new Properties();
    try (InputStream in = Cli.class.getResourceAsStream("/smtpterm/version.properties")) {
      properties.load(in);
      return new Release(
          properties.getProperty("version"), properties.getProperty("time").substring(0, 10));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
