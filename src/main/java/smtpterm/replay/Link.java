package smtpterm.replay;

import smtpterm.protocol.Protocol;
import smtpterm.script.Place;
import smtpterm.session.Client;
import smtpterm.session.SessionView;
import smtpterm.session.Target;

/** One connection of a run. */
final class Link {
  private final Place at;
  private final Target target;
  private final Client client;
  private final Inbox inbox;
  private final boolean local;
  private boolean greetingDue;

  /**
   * @param at the line of the file that opened it
   * @param local whether the server is on this computer
   */
  Link(Place at, Target target, Client client, Inbox inbox, boolean local) {
    this.at = at;
    this.target = target;
    this.client = client;
    this.inbox = inbox;
    this.local = local;
    this.greetingDue = target.dialect().greets();
  }

  /** The line of the file that opened it. */
  Place at() {
    return at;
  }

  Target target() {
    return target;
  }

  String host() {
    return target.endpoint().host();
  }

  Client client() {
    return client;
  }

  SessionView view() {
    return client.view();
  }

  Inbox inbox() {
    return inbox;
  }

  /** Whether the greeting was not compared yet; told once. */
  boolean takeGreeting() {
    boolean due = greetingDue;
    greetingDue = false;
    return due;
  }

  boolean raw() {
    return view().progress().protocol() == Protocol.RAW;
  }

  /** Whether the server is on this computer. */
  boolean local() {
    return local;
  }

  /** Whether others could listen in. */
  boolean overheard() {
    return !local && view().tls().isEmpty();
  }
}
