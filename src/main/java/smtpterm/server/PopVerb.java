package smtpterm.server;

import java.util.Optional;

/** The commands of POP3, such as {@code TOP number lines}, and when each is possible. */
enum PopVerb {
  // RFC 1939 sections 4 and 7
  USER("USER name", State.AUTHORIZATION, 1, 1),
  PASS("PASS password", State.AUTHORIZATION, 1, 1),
  APOP("APOP name digest", State.AUTHORIZATION, 2, 2),
  QUIT("QUIT", State.ANY, 0, 0),
  // RFC 5034
  AUTH("AUTH mechanism [response]", State.AUTHORIZATION, 1, 2),
  // RFC 2595 section 4
  STLS("STLS", State.AUTHORIZATION, 0, 0),
  // RFC 2449 section 5
  CAPA("CAPA", State.ANY, 0, 0),
  // RFC 6856 sections 2.1 and 3.1
  UTF8("UTF8", State.AUTHORIZATION, 0, 0),
  LANG("LANG [language]", State.ANY, 0, 1),
  // RFC 1939 sections 5 and 7
  STAT("STAT", State.TRANSACTION, 0, 0),
  LIST("LIST [number]", State.TRANSACTION, 0, 1),
  UIDL("UIDL [number]", State.TRANSACTION, 0, 1),
  RETR("RETR number", State.TRANSACTION, 1, 1),
  TOP("TOP number lines", State.TRANSACTION, 2, 2),
  DELE("DELE number", State.TRANSACTION, 1, 1),
  NOOP("NOOP", State.TRANSACTION, 0, 0),
  RSET("RSET", State.TRANSACTION, 0, 0);

  private final String usage;
  private final State state;
  private final int least;
  private final int most;

  PopVerb(String usage, State state, int least, int most) {
    this.usage = usage;
    this.state = state;
    this.least = least;
    this.most = most;
  }

  /** When a command is possible. */
  private enum State {
    AUTHORIZATION,
    TRANSACTION,
    ANY
  }

  /** The command of this name in upper case, or nothing. */
  static Optional<PopVerb> named(String verb) {
    for (PopVerb known : values()) {
      if (known.name().equals(verb)) {
        return Optional.of(known);
      }
    }
    return Optional.empty();
  }

  /** Whether it is a way to log in. */
  boolean logsIn() {
    return this == USER || this == PASS || this == APOP || this == AUTH;
  }

  /** Refuses it where it is not possible. */
  void check(boolean loggedIn) throws PopRefusal {
    if (state == State.TRANSACTION && !loggedIn) {
      throw new PopRefusal(name() + ": log in first");
    }
    if (state == State.AUTHORIZATION && loggedIn) {
      throw new PopRefusal(name() + ": you are logged in already");
    }
  }

  /** Refuses it with fewer or more arguments than it has. */
  void checkArguments(int count) throws PopRefusal {
    if (count < least || count > most) {
      throw new PopRefusal("syntax: " + usage);
    }
  }

  /** What is said to arguments that are not what they should be. */
  PopRefusal syntax() {
    return new PopRefusal("syntax: " + usage);
  }
}
