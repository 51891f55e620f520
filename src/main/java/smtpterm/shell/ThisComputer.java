package smtpterm.shell;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * What this computer is called: {@code laptop}; without a name that EHLO could say, {@code
 * [127.0.0.1]}.
 *
 * <p>The name is as the system tells it. The DNS is not asked: that could take long, and others
 * would hear of it.
 */
final class ThisComputer {
  /** RFC 5321 section 4.1.3: an address stands in for a name. */
  static final String ADDRESS = "[127.0.0.1]";

  private static final long PATIENCE_SECONDS = 2;
  private static final int LONGEST = 255;
  private static final Pattern DOMAIN =
      Pattern.compile(
          "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
              + "(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*");

  private static final List<Path> FILES =
      List.of(Path.of("/proc/sys/kernel/hostname"), Path.of("/etc/hostname"));

  private volatile String name = ADDRESS;

  private ThisComputer() {}

  /** Its name, as soon as it is known; until then the address. Asking never waits. */
  static Supplier<String> inBackground() {
    ThisComputer computer = new ThisComputer();
    Thread thread =
        new Thread(
            () -> computer.name = named(System.getenv(), FILES).orElseGet(ThisComputer::asked),
            "smtpterm-computer");
    thread.setDaemon(true);
    thread.start();
    return () -> computer.name;
  }

  /** The name as variables or files have it. */
  static Optional<String> named(Map<String, String> variables, List<Path> files) {
    Optional<String> windows = usable(variables.getOrDefault("COMPUTERNAME", ""));
    if (windows.isPresent()) {
      return windows;
    }
    for (Path file : files) {
      try (InputStream in = Files.newInputStream(file)) {
        String text = new String(in.readNBytes(LONGEST + 1), StandardCharsets.US_ASCII);
        if (usable(text).isPresent()) {
          return usable(text);
        }
      } catch (IOException e) {
        // Not on this system.
      }
    }
    return Optional.empty();
  }

  /** The name as the command of the system says it, where there are no such files. */
  private static String asked() {
    try {
      Process process = new ProcessBuilder("hostname").redirectErrorStream(true).start();
      process.getOutputStream().close();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return ADDRESS;
      }
      byte[] said = process.getInputStream().readNBytes(LONGEST + 1);
      return usable(new String(said, StandardCharsets.US_ASCII)).orElse(ADDRESS);
    } catch (IOException e) {
      return ADDRESS;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ADDRESS;
    }
  }

  /** A name that is a domain by RFC 5321 section 4.1.2, and says something. */
  static Optional<String> usable(String text) {
    String name = text.strip();
    boolean digits = name.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'));
    return name.length() <= LONGEST && !digits && DOMAIN.matcher(name).matches()
        ? Optional.of(name)
        : Optional.empty();
  }
}
