package smtpterm.cli;

import java.util.Objects;
import java.util.Optional;
import smtpterm.replay.Manner;
import smtpterm.server.Settings;
import smtpterm.wire.Connector;
import smtpterm.wire.TlsSettings;

/**
 * How all files of a check are played.
 *
 * @param network how connections are opened and encrypted
 * @param manner what the options say of variables, secrets and comparing
 * @param practice what the practice server is like that each file gets, if it gets one
 * @param keepGoing whether a file goes on after a failure
 * @param retries how often a file that failed is played again
 * @param room how many characters of each conversation are kept for reports
 */
record CheckRules(
    Network network,
    Manner manner,
    Optional<Settings> practice,
    boolean keepGoing,
    int retries,
    long room) {
  /**
   * How connections are opened and encrypted.
   *
   * @param tlsRequired whether no login and no mail goes unencrypted
   */
  record Network(Connector connector, TlsSettings tls, boolean tlsRequired) {}

  CheckRules {
    Objects.requireNonNull(network, "network");
    Objects.requireNonNull(manner, "manner");
    Objects.requireNonNull(practice, "practice");
  }
}
