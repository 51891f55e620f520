package smtpterm.server;

import java.nio.charset.StandardCharsets;
import smtpterm.sasl.Base64Line;

/**
 * An AUTH under way that a script plays: {@code LOGIN} asks for {@code Username:} and then {@code
 * Password:}, and takes whatever is answered. For one login.
 */
final class ScriptedLogin {
  private final String mechanism;
  private final String stamp;
  private final int start;
  private int asked;
  private boolean late;

  /**
   * @param mechanism in upper case
   * @param stamp what CRAM-MD5 asks, such as {@code <1896.697170952@mail.kolleg.de>}
   * @param start the place of AUTH in the script
   */
  ScriptedLogin(String mechanism, String stamp, int start) {
    this.mechanism = mechanism;
    this.stamp = stamp;
    this.start = start;
  }

  /** The place of AUTH in the script, for whoever has to begin anew. */
  int start() {
    return start;
  }

  /** The client has answered, or did so on the line of AUTH. */
  void answered() {
    asked++;
  }

  /** The script has the first answer on the line of AUTH, but the client will give it later. */
  void begunWithout() {
    late = true;
  }

  /** Whether the next answer belongs to the line of AUTH; true once. */
  boolean completesAuth() {
    boolean completes = late;
    late = false;
    return completes;
  }

  /** What the mechanism asks for now, in Base64 (RFC 2195, RFC 4616); perhaps empty. */
  String challenge() {
    return switch (mechanism) {
      case "LOGIN" -> Base64Line.encode(asked == 0 ? "Username:" : "Password:");
      case "CRAM-MD5" -> Base64Line.encode(stamp.getBytes(StandardCharsets.US_ASCII));
      default -> "";
    };
  }
}
