package smtpterm.cli;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import smtpterm.replay.Stage;
import smtpterm.session.Client;
import smtpterm.session.Notice;
import smtpterm.session.Target;
import smtpterm.wire.ConnectFailure;
import smtpterm.wire.Connection;
import smtpterm.wire.Connector;
import smtpterm.wire.TlsFailure;
import smtpterm.wire.TlsSettings;

/** Opens the connections of a file that is played where nobody watches; each can be broken off. */
final class Connections implements Stage, Connector.Attempt {
  private final Connector connector;
  private final TlsSettings tls;
  private final Optional<PracticeHouse> house;
  private Closeable opening;
  private boolean over;

  /**
   * @param house the practice server that stands in for all others, if there is one
   */
  Connections(CheckRules.Network network, Optional<PracticeHouse> house) {
    this.connector = network.connector();
    this.tls = house.map(h -> h.trusted(network.tls())).orElse(network.tls());
    this.house = house;
  }

  @Override
  public Client connect(Target wanted, Consumer<Notice> listener)
      throws ConnectFailure, TlsFailure {
    Target target = really(wanted);
    Connection connection = connector.open(target.endpoint(), this);
    if (target.tls()) {
      connection.secure(tls);
    }
    return new Client(connection, target.dialect(), listener, System::nanoTime, tls);
  }

  /** Where a connection goes that is meant for this target. */
  Target really(Target wanted) {
    return house.map(h -> h.instead(wanted)).orElse(wanted);
  }

  @Override
  public void trying(String address) {
    // Nobody watches.
  }

  @Override
  public synchronized void opening(Closeable connection) {
    opening = connection;
    if (over) {
      close(connection);
    }
  }

  /** Breaks off the connection that is being opened, and each one that is opened later. */
  synchronized void breakOff() {
    over = true;
    if (opening != null) {
      close(opening);
    }
  }

  private static void close(Closeable connection) {
    try {
      connection.close();
    } catch (IOException e) {
      // It never opened.
    }
  }
}
