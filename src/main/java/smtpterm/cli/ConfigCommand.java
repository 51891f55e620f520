package smtpterm.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import smtpterm.text.Texts;

/** {@code smtpterm config --init}: writes a configuration file; without it shows what holds. */
@Command(name = ConfigCommand.NAME, sortOptions = false)
final class ConfigCommand implements Callable<Integer> {
  static final String NAME = "config";

  private final Surroundings surroundings;

  @Spec private CommandSpec spec;

  @Option(names = "--init")
  private boolean init;

  @Option(names = "--path")
  private boolean path;

  ConfigCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Defaults defaults = surroundings.defaults();
    if (init && path) {
      throw new ParameterException(spec.commandLine(), surroundings.texts().say("cli.config.one"));
    }
    if (path) {
      surroundings.output().print(List.of(defaults.path().toString()));
      return ExitCode.FINE;
    }
    if (init) {
      return init(defaults.path());
    }
    Configurable configurable = new Configurable(spec.parent().commandLine());
    surroundings.output().print(new ConfigPage(configurable, surroundings).lines());
    if (defaults.reading().sound()) {
      return ExitCode.FINE;
    }
    ConfigurationStart.complain(defaults.reading(), defaults.path(), surroundings);
    return ExitCode.USAGE;
  }

  private int init(Path file) {
    Texts texts = surroundings.texts();
    Configurable configurable = new Configurable(spec.parent().commandLine());
    try {
      boolean posix = Files.getFileStore(existing(file)).supportsFileAttributeView("posix");
      Files.createDirectories(file.getParent(), mode(posix, "rwx------"));
      try (var channel =
          Files.newByteChannel(
              file,
              Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              mode(posix, "rw-------"))) {
        String template = new ConfigTemplate(configurable, texts).text();
        channel.write(StandardCharsets.UTF_8.encode(template));
      }
    } catch (FileAlreadyExistsException e) {
      // Of a folder on the way, too, when something else has its name.
      boolean own = file.toString().equals(e.getFile());
      surroundings
          .output()
          .complain(
              own
                  ? texts.say("cli.config.exists", file)
                  : texts.say("cli.config.unwritable", file, e.getFile()));
      return ExitCode.USAGE;
    } catch (IOException e) {
      surroundings
          .output()
          .complain(texts.say("cli.config.unwritable", file, String.valueOf(e.getMessage())));
      return ExitCode.USAGE;
    }
    surroundings.output().print(List.of(file.toString()));
    return ExitCode.FINE;
  }

  /** What there is of the way to a file. */
  private static Path existing(Path file) {
    Path there = file.toAbsolutePath();
    while (there.getParent() != null && !Files.exists(there)) {
      there = there.getParent();
    }
    return there;
  }

  private static FileAttribute<?>[] mode(boolean posix, String permissions) {
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
