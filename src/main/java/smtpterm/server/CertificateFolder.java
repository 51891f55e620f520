package smtpterm.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The folder with a server's keys and certificates: made when they are needed first, used again by
 * the next server, made anew when they have expired or lack a name.
 *
 * <p>Only its owner can read it. Several programs may use it at once: one of them makes what is
 * missing, the others wait.
 */
final class CertificateFolder {
  static final String AUTHORITY = "authority";
  static final String SERVER = "server";

  private static final String STORE = "keys.p12";
  private static final String PASSWORD = "password";
  private static final String PEM = "smtpterm-ca.pem";

  /** Ten years, and thirteen months, which is as long as programs accept. */
  private static final int DAYS_OF_AUTHORITY = 3_650;

  private static final int DAYS_OF_SERVER = 397;

  /** The clocks of a class are not all right. */
  private static final Duration EARLIER = Duration.ofDays(1);

  /** What expires within this time is made anew, so that it does not end in the lesson. */
  private static final Duration MARGIN = Duration.ofDays(2);

  private final Path folder;
  private final Path javaHome;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  CertificateFolder(Path folder, Path javaHome, Clock clock) {
    this.folder = folder.toAbsolutePath();
    this.javaHome = javaHome;
    this.clock = clock;
  }

  /**
   * The keys and certificates, made before if need be, which takes some seconds.
   *
   * @param names what the server's certificate must be good for
   */
  Keys keys(HostNames names) throws NoCertificate {
    try {
      prepare();
      FolderLock taken = FolderLock.of(folder);
      try (taken) {
        Optional<Keys> kept = load().filter(keys -> lasting(keys.authority()));
        if (kept.isPresent() && lasting(kept.get().server()) && names.in(kept.get().server())) {
          return kept.get();
        }
        make(names, kept);
        Keys made = load().orElseThrow(() -> new IOException(folder.toString()));
        writePem(made.authority());
        return made;
      }
    } catch (NoCertificate e) {
      throw e;
    } catch (IOException | GeneralSecurityException | UnsupportedOperationException e) {
      throw new NoCertificate(NoCertificate.Reason.FOLDER, e);
    }
  }

  /** Where the certificate of the authority lies once there is one. */
  Path pem() {
    return folder.resolve(PEM);
  }

  private void make(HostNames names, Optional<Keys> kept) throws IOException {
    Path password = folder.resolve(PASSWORD);
    // Beside the old one, so that a failure leaves that as it was.
    Path made = folder.resolve(STORE + ".new");
    Files.deleteIfExists(made);
    if (kept.isPresent()) {
      Files.copy(folder.resolve(STORE), made);
    } else {
      write(password, secret(24));
    }
    Keytool keytool = new Keytool(javaHome, made, password);
    Instant from = clock.instant().minus(EARLIER);
    if (kept.isPresent()) {
      keytool.delete(SERVER);
    } else {
      String subject = "CN=smtpterm practice CA " + HexFormat.of().formatHex(bytes(3));
      keytool.generate(AUTHORITY, subject, from, DAYS_OF_AUTHORITY, authority());
    }
    keytool.generate(SERVER, "CN=" + names.first(), from, DAYS_OF_SERVER, server(names));
    tighten(made);
    Files.move(made, folder.resolve(STORE), StandardCopyOption.REPLACE_EXISTING);
  }

  // RFC 5280 sections 4.2.1.3, 4.2.1.9 and 4.2.1.12
  private static List<String> authority() {
    return List.of("-ext", "bc:critical=ca:true,pathlen:0", "-ext", "ku:critical=keyCertSign");
  }

  private static List<String> server(HostNames names) {
    List<String> options = new ArrayList<>(List.of("-signer", AUTHORITY));
    options.addAll(List.of("-ext", "bc:critical=ca:false", "-ext", "ku:critical=digitalSignature"));
    options.addAll(List.of("-ext", "eku=serverAuth", "-ext", "san=" + names.keytool()));
    return options;
  }

  private boolean lasting(X509Certificate certificate) {
    Instant now = clock.instant();
    return certificate.getNotBefore().toInstant().isBefore(now)
        && certificate.getNotAfter().toInstant().isAfter(now.plus(MARGIN));
  }

  private Optional<Keys> load() throws IOException, GeneralSecurityException {
    Path store = folder.resolve(STORE);
    Path password = folder.resolve(PASSWORD);
    if (!Files.isRegularFile(store) || !Files.isRegularFile(password)) {
      return Optional.empty();
    }
    char[] secret = Files.readString(password, StandardCharsets.US_ASCII).strip().toCharArray();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, secret);
    } catch (IOException e) {
      // Somebody put another file there, or the disk was full: it is made anew.
      return Optional.empty();
    }
    return Keys.in(keys, secret);
  }

  private void prepare() throws IOException {
    Files.createDirectories(folder);
    if (posix()) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
  }

  private void write(Path file, String text) throws IOException {
    Files.deleteIfExists(file);
    Files.createFile(file);
    tighten(file);
    Files.writeString(file, text, StandardCharsets.US_ASCII);
  }

  private void writePem(X509Certificate certificate) throws IOException, GeneralSecurityException {
    Base64.Encoder lines = Base64.getMimeEncoder(64, new byte[] {'\n'});
    write(
        pem(),
        "-----BEGIN CERTIFICATE-----\n"
            + lines.encodeToString(certificate.getEncoded())
            + "\n-----END CERTIFICATE-----\n");
  }

  private void tighten(Path file) throws IOException {
    if (posix()) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
  }

  private boolean posix() {
    return folder.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private String secret(int octets) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(octets));
  }

  private byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }
}
