package smtpterm.real;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A port of a real server, such as {@code POSTFIX.url()}, which is smtp://127.0.0.1:20010. */
enum Door {
  POSTFIX("smtp", 0),
  POSTFIX_TLS("smtps", 1),
  POSTFIX_SUBMISSION("submission", 2),
  EXIM("smtp", 0),
  EXIM_TLS("smtps", 1),
  SENDMAIL("smtp", 0),
  SENDMAIL_TLS("smtps", 1),
  OPENSMTPD("smtp", 0),
  OPENSMTPD_TLS("smtps", 1),
  AIOSMTPD("smtp", 0),
  AIOSMTPD_TLS("smtps", 1),
  AIOSMTPD_SUBMISSION("submission", 2),
  DOVECOT_POP3("pop3", 0),
  DOVECOT_POP3_TLS("pop3s", 1),
  DOVECOT_SUBMISSION("submission", 2),
  DOVECOT_SUBMISSION_TLS("smtps", 3),
  DOVECOT_LMTP("lmtp", 4);

  /** What a server shows; each has a port of its own, at Dovecot an address. */
  enum Certificate {
    GOOD(0, 1),
    OTHER_NAME(3, 2),
    EXPIRED(4, 3),
    SELF_SIGNED(5, 4);

    private final int portsAbove;
    private final int lastByte;

    Certificate(int portsAbove, int lastByte) {
      this.portsAbove = portsAbove;
      this.lastByte = lastByte;
    }

    /** The file of this name, such as {@code ca.pem}, among those the servers got. */
    static Path file(String name) {
      return Path.of(System.getProperty("real.certificates"), name);
    }
  }

  private final String scheme;
  private final int offset;

  Door(String scheme, int offset) {
    this.scheme = scheme;
    this.offset = offset;
  }

  /** Where it is, with its good certificate. */
  String url() {
    return url(Certificate.GOOD);
  }

  /** Where it is with this certificate; not every server has a bad one where TLS is implicit. */
  String url(Certificate shown) {
    return server().equals("dovecot")
        ? scheme + "://127.0.0." + shown.lastByte + ":" + port()
        : scheme + "://127.0.0.1:" + (port() + shown.portsAbove);
  }

  /** On 127.0.0.1. */
  int port() {
    return Integer.getInteger("real." + server()) + offset;
  }

  /** What alice and bob call themselves there. */
  String login(String user) {
    return server().equals("postfix") ? user + "@example.com" : user;
  }

  /** Each way to log in there with a password, as {@code /login} calls it. */
  List<String> waysWithPassword() {
    String ways =
        switch (server()) {
          case "exim" -> "PLAIN LOGIN CRAM-MD5";
          case "aiosmtpd" -> "PLAIN LOGIN";
          case "opensmtpd" -> "";
          default -> "PLAIN LOGIN CRAM-MD5 DIGEST-MD5 SCRAM-SHA-1 SCRAM-SHA-256";
        };
    return List.of((scheme.startsWith("pop3") ? ways + " APOP USER" : ways).split(" "));
  }

  /** How the reply begins that refuses a login. */
  String refusal() {
    return scheme.startsWith("pop3") ? "S: -ERR" : "S: 535";
  }

  /** A file in the server's jail. */
  Path file(String name) {
    return Path.of(System.getProperty("real." + server() + ".jail"), name);
  }

  /** The mail with this subject, as soon as the server has put it into the user's mailbox. */
  String arrived(String user, String subject) throws IOException {
    Path mailbox = file("mail").resolve(user).resolve("new");
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (System.nanoTime() < end) {
      for (Path mail : files(mailbox)) {
        String text = Files.readString(mail, UTF_8).replace("\r\n", "\n");
        if (text.contains(subject)) {
          return text;
        }
      }
      Thread.onSpinWait();
    }
    throw new AssertionError("no mail with the subject " + subject + " in " + mailbox);
  }

  private String server() {
    return name().replaceFirst("_.*", "").toLowerCase(Locale.ROOT);
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
