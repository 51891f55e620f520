package smtpterm.session;

import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import smtpterm.protocol.Dialect;
import smtpterm.protocol.Lmtp;
import smtpterm.protocol.Pop3;
import smtpterm.protocol.Protocol;
import smtpterm.protocol.Raw;
import smtpterm.protocol.Smtp;
import smtpterm.wire.Endpoint;

/**
 * Where to connect and what to speak there, as typed: {@code mail.example:587}, {@code [::1]:25},
 * {@code pop3s://mail.example}, {@code raw://localhost:80}.
 *
 * @param dialect never null
 * @param endpoint never null
 * @param tls whether the connection is encrypted from its first octet on
 */
public record Target(Dialect dialect, Endpoint endpoint, boolean tls) {
  /** RFC 5321 section 4.5.4.2. */
  public static final int SMTP_PORT = 25;

  /** RFC 6409 section 3.1. */
  public static final int SUBMISSION_PORT = 587;

  /** RFC 8314 section 3.3. */
  private static final int SMTPS_PORT = 465;

  /** RFC 2033 forbids port 25; 24 is for any private mail system. */
  private static final int LMTP_PORT = 24;

  /** RFC 1939 section 3. */
  private static final int POP3_PORT = 110;

  /** RFC 8314 section 3.1. */
  private static final int POP3S_PORT = 995;

  /** FTP, HTTP, NNTP and IMAP: nobody speaks SMTP there. */
  private static final Set<Integer> OTHERS = Set.of(21, 80, 119, 143);

  public Target {
    Objects.requireNonNull(dialect, "dialect");
    Objects.requireNonNull(endpoint, "endpoint");
  }

  /** Not encrypted from the start. */
  public Target(Dialect dialect, Endpoint endpoint) {
    this(dialect, endpoint, false);
  }

  /** The same, encrypted from the first octet on. */
  public Target withTls() {
    return new Target(dialect, endpoint, true);
  }

  /** What can be wrong with a target. */
  public enum Problem {
    NO_HOST,
    NO_PORT,
    BAD_PORT,
    UNKNOWN_SCHEME,
    BAD_BRACKETS,
    /** A path, user name or the like, which has no meaning here. */
    SURPLUS
  }

  /** A target that cannot be read; {@link #getMessage} is the part that is wrong. */
  public static final class BadTarget extends Exception {
    private static final long serialVersionUID = 1L;
    private final Problem problem;

    BadTarget(Problem problem, String culprit) {
      super(culprit);
      this.problem = problem;
    }

    /** What is wrong; never null. */
    public Problem problem() {
      return problem;
    }
  }

  /**
   * Reads a target that was typed in one piece.
   *
   * <p>Without a scheme the port tells what is spoken, and where it does not, the greeting will.
   *
   * @param typed {@code HOST}, {@code HOST:PORT}, {@code [IPV6]:PORT} or a URL of smtp, smtps,
   *     submission, submissions, lmtp, pop3, pop3s or raw
   */
  public static Target parse(String typed) throws BadTarget {
    String text = typed.strip();
    int colon = text.indexOf("://");
    String scheme = colon < 0 ? "" : text.substring(0, colon).toLowerCase(Locale.ROOT);
    String rest = colon < 0 ? text : text.substring(colon + 3);
    if (colon >= 0 && rest.endsWith("/")) {
      rest = rest.substring(0, rest.length() - 1);
    }
    int surplus = firstOf(rest, "/@?# \t");
    if (surplus >= 0) {
      throw new BadTarget(Problem.SURPLUS, rest.substring(surplus));
    }
    if (colon == 0) {
      throw new BadTarget(Problem.UNKNOWN_SCHEME, "");
    }
    return switch (scheme) {
      case "" -> byPort(endpoint(rest, SMTP_PORT));
      case "smtp" -> new Target(new Smtp(), endpoint(rest, SMTP_PORT));
      case "submission" -> new Target(new Smtp(), endpoint(rest, SUBMISSION_PORT));
      case "smtps", "submissions" -> new Target(new Smtp(), endpoint(rest, SMTPS_PORT), true);
      case "lmtp" -> new Target(new Lmtp(), endpoint(rest, LMTP_PORT));
      case "pop3" -> new Target(new Pop3(), endpoint(rest, POP3_PORT));
      case "pop3s" -> new Target(new Pop3(), endpoint(rest, POP3S_PORT), true);
      case "raw" -> new Target(new Raw(), endpoint(rest, 0));
      default -> throw new BadTarget(Problem.UNKNOWN_SCHEME, scheme);
    };
  }

  private static Target byPort(Endpoint endpoint) {
    return switch (endpoint.port()) {
      case SMTPS_PORT -> new Target(new Smtp(), endpoint, true);
      case LMTP_PORT -> new Target(new Lmtp(), endpoint);
      case POP3_PORT -> new Target(new Pop3(), endpoint);
      case POP3S_PORT -> new Target(new Pop3(), endpoint, true);
      default ->
          OTHERS.contains(endpoint.port())
              ? new Target(new Raw(), endpoint)
              : new Target(Smtp.assumed(), endpoint);
    };
  }

  /** Reads a target typed in two pieces: {@code mail.example 25}. */
  public static Target parse(String host, String port) throws BadTarget {
    boolean bare = host.indexOf(':') >= 0 && !host.startsWith("[") && !host.contains("://");
    return parse((bare ? "[" + host + "]" : host) + ":" + port);
  }

  /** As it can be typed again. */
  @Override
  public String toString() {
    boolean raw = dialect.protocol() == Protocol.RAW;
    String scheme = dialect.name() + (tls && !raw ? "s" : "");
    Target guessed = byPort(endpoint);
    boolean smtp = guessed.dialect.protocol() == Protocol.SMTP && !guessed.tls;
    boolean plain = dialect.protocol() == Protocol.SMTP && !tls && smtp;
    return plain ? endpoint.toString() : scheme + "://" + endpoint;
  }

  private static Endpoint endpoint(String text, int defaultPort) throws BadTarget {
    String host = text;
    String port = "";
    if (text.startsWith("[")) {
      int close = text.indexOf(']');
      if (close < 0 || (close + 1 < text.length() && text.charAt(close + 1) != ':')) {
        throw new BadTarget(Problem.BAD_BRACKETS, text);
      }
      host = text.substring(1, close);
      port = text.substring(Math.min(text.length(), close + 2));
      if (close + 2 == text.length()) {
        throw new BadTarget(Problem.BAD_PORT, port);
      }
    } else if (text.indexOf(':') >= 0 && text.indexOf(':') == text.lastIndexOf(':')) {
      host = text.substring(0, text.indexOf(':'));
      port = text.substring(text.indexOf(':') + 1);
      if (port.isEmpty()) {
        throw new BadTarget(Problem.BAD_PORT, port);
      }
    }
    if (firstOf(host, "[]") >= 0) {
      throw new BadTarget(Problem.BAD_BRACKETS, text);
    }
    if (host.isBlank()) {
      throw new BadTarget(Problem.NO_HOST, text);
    }
    return new Endpoint(host, port.isEmpty() ? required(defaultPort, text) : number(port));
  }

  private static int required(int defaultPort, String text) throws BadTarget {
    if (defaultPort == 0) {
      throw new BadTarget(Problem.NO_PORT, text);
    }
    return defaultPort;
  }

  private static int number(String port) throws BadTarget {
    if (!port.matches("[0-9]{1,5}")) {
      throw new BadTarget(Problem.BAD_PORT, port);
    }
    int number = Integer.parseInt(port);
    if (number < 1 || number > 65_535) {
      throw new BadTarget(Problem.BAD_PORT, port);
    }
    return number;
  }

  private static int firstOf(String text, String characters) {
    for (int i = 0; i < text.length(); i++) {
      if (characters.indexOf(text.charAt(i)) >= 0) {
        return i;
      }
    }
    return -1;
  }
}
