package smtpterm.shell;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import smtpterm.dns.LookUp;
import smtpterm.session.Target;
import smtpterm.wire.Connector;
import smtpterm.wire.TlsSettings;

/**
 * What the command line decided for a terminal, such as connecting to {@code 127.0.0.1:2525} in
 * colour.
 *
 * @param target where to connect first; empty to start unconnected
 * @param welcome what to say first, one sentence each
 * @param connector how to connect
 * @param lookUp how to ask the DNS
 * @param tls how to encrypt
 * @param tlsRequired whether no login and no mail is meant to go unencrypted
 * @param timeout how long to wait for any reply; empty for what the protocol lets the server take
 * @param preferences what the user has set otherwise than usual
 * @param practice the practice server in this process, if there is one
 * @param charset of the terminal
 * @param colour whether to use colours
 * @param unicode whether the terminal shows more than ASCII
 * @param history where the history is kept
 * @param recording gets what is said
 */
public record Setup(
    Optional<Target> target,
    List<String> welcome,
    Connector connector,
    LookUp lookUp,
    TlsSettings tls,
    boolean tlsRequired,
    Optional<Duration> timeout,
    Map<Preference, String> preferences,
    Optional<Practice> practice,
    Charset charset,
    boolean colour,
    boolean unicode,
    Path history,
    Recording recording) {
  public Setup {
    Objects.requireNonNull(target, "target");
    welcome = List.copyOf(welcome);
    Objects.requireNonNull(connector, "connector");
    Objects.requireNonNull(lookUp, "lookUp");
    Objects.requireNonNull(tls, "tls");
    Objects.requireNonNull(timeout, "timeout");
    preferences = Map.copyOf(preferences);
    Objects.requireNonNull(practice, "practice");
    Objects.requireNonNull(charset, "charset");
    Objects.requireNonNull(history, "history");
    Objects.requireNonNull(recording, "recording");
  }
}
