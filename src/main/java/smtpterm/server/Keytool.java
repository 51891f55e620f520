package smtpterm.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * The program {@code keytool} of the Java that runs us: what Java can do with certificates but has
 * no public way to be asked for.
 */
final class Keytool {
  private static final long SECONDS = 60;
  private static final int MOST_WORDS = 2_000;
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyy/MM/dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Path program;
  private final Path store;
  private final Path password;

  /**
   * @param store the key store to work on
   * @param password the file that holds its password, which no list of processes shows then
   */
  Keytool(Path javaHome, Path store, Path password) throws NoCertificate {
    Path plain = javaHome.resolve("bin").resolve("keytool");
    Path windows = javaHome.resolve("bin").resolve("keytool.exe");
    this.program = Files.isExecutable(windows) ? windows : plain;
    this.store = store;
    this.password = password;
    if (!Files.isExecutable(program)) {
      throw new NoCertificate(NoCertificate.Reason.NO_KEYTOOL, plain.toString());
    }
  }

  /**
   * Makes a pair of keys and a certificate for it.
   *
   * @param alias its name in the store
   * @param subject such as {@code CN=mail.kolleg.de}
   * @param from when its validity starts
   * @param days how long it is valid
   * @param more options, such as its extensions
   */
  void generate(String alias, String subject, Instant from, int days, List<String> more)
      throws IOException {
    List<String> arguments =
        new ArrayList<>(
            List.of("-genkeypair", "-alias", alias, "-keyalg", "EC", "-groupname", "secp256r1"));
    arguments.addAll(List.of("-dname", subject, "-startdate", DATE.format(from)));
    arguments.addAll(List.of("-validity", Integer.toString(days)));
    arguments.addAll(more);
    run(arguments);
  }

  /** Takes an entry out of the store. */
  void delete(String alias) throws IOException {
    run(List.of("-delete", "-alias", alias));
  }

  private void run(List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(program.toString());
    // Starts faster so; and its dates are read in its own zone.
    command.addAll(List.of("-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC"));
    command.addAll(List.of("-J-Duser.language=en", "-J-Duser.timezone=UTC"));
    command.addAll(arguments);
    command.addAll(List.of("-keystore", store.toString(), "-storetype", "PKCS12"));
    command.addAll(List.of("-storepass:file", password.toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String words;
    try (InputStream out = process.getInputStream()) {
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        throw new NoCertificate(NoCertificate.Reason.KEYTOOL_FAILED, SECONDS + " s");
      }
      words = new String(out.readNBytes(MOST_WORDS), StandardCharsets.UTF_8).strip();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NoCertificate(NoCertificate.Reason.KEYTOOL_FAILED, e);
    } finally {
      process.destroyForcibly();
    }
    if (process.exitValue() != 0) {
      throw new NoCertificate(NoCertificate.Reason.KEYTOOL_FAILED, words);
    }
  }
}
