package smtpterm.testing;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Map;
import javax.net.ssl.SSLContext;

/**
 * Servers that speak TLS: {@code TlsServer.startTls(certificate)} offers STARTTLS, and AUTH only
 * behind it.
 */
public final class TlsServer {
  private static final String GREETING = "220 mx.test ESMTP\r\n";
  private static final String CLEAR = "250-mx.test\r\n250-SIZE 1000\r\n250 STARTTLS\r\n";
  private static final String ENCRYPTED =
      "250-mx.test\r\n250-SIZE 2000\r\n250 AUTH PLAIN LOGIN\r\n";

  private TlsServer() {}

  /** Greets in the clear, and takes STARTTLS. */
  public static RecordingServer startTls(TestCertificate certificate) throws IOException {
    return startTls(certificate, ENCRYPTED);
  }

  /** The same with another answer to the EHLO under TLS. */
  public static RecordingServer startTls(TestCertificate certificate, String encrypted)
      throws IOException {
    SSLContext context = context(certificate);
    return RecordingServer.playing(
        peer -> {
          upToGoAhead(peer);
          peer.secure(context);
          peer.greetAndAnswer("", new SmtpAnswers(Map.of("EHLO", encrypted)));
        });
  }

  /** TLS from the first octet on. */
  public static RecordingServer implicit(TestCertificate certificate) throws IOException {
    SSLContext context = context(certificate);
    return RecordingServer.playing(
        peer -> {
          peer.secure(context);
          peer.greetAndAnswer(GREETING, new SmtpAnswers(Map.of("EHLO", ENCRYPTED)));
        });
  }

  /** Allows TLS, and then does what the test writes down. */
  public static RecordingServer afterGoAhead(RecordingServer.Conversation then) throws IOException {
    return RecordingServer.playing(
        peer -> {
          upToGoAhead(peer);
          then.hold(peer);
        });
  }

  private static void upToGoAhead(Peer peer) throws IOException {
    SmtpAnswers answers = new SmtpAnswers(Map.of("EHLO", CLEAR, "STARTTLS", "220 go ahead\r\n"));
    peer.greetAndAnswer(GREETING, answers, answer -> answer.startsWith("220"));
  }

  /** What a server needs to show this certificate. */
  public static SSLContext context(TestCertificate certificate) {
    try {
      return certificate.server();
    } catch (IOException | GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
