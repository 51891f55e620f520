package smtpterm.server;

/** Who speaks with a client: the practice server as itself, or in its part of a script. */
@FunctionalInterface
interface Cast {
  /** The conversation with a client who has come for this service. */
  Dialogue dialogue(Service service, PostOffice office, Channel channel);
}
