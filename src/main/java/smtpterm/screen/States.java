package smtpterm.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import smtpterm.protocol.Capabilities;
import smtpterm.protocol.Phase;
import smtpterm.protocol.Progress;
import smtpterm.protocol.Protocol;

/**
 * In which states a server can be towards one client, and what leads from one to the next: {@code
 * MAIL} from {@link State#READY} to {@link State#SENDER} (RFC 5321 section 4.1.4, RFC 1939).
 *
 * @param chain the states that follow each other
 * @param target where the ways beside the chain lead to
 * @param edges all ways, only with commands that the server offers
 */
record States(List<State> chain, State target, List<Edge> edges) {
  States {
    chain = List.copyOf(chain);
    edges = List.copyOf(edges);
  }

  /** What the server remembers. */
  enum State {
    CONNECTED,
    READY,
    CHALLENGE,
    SENDER,
    RECIPIENT,
    TEXT,
    LOGIN,
    PASSWORD,
    MAILBOX,
    UPDATE
  }

  /**
   * A way from one state to another.
   *
   * @param said what the client says, or the server where nothing but its reply decides
   */
  record Edge(State from, String said, State to) {}

  /** Those of this protocol, as this server has them; nothing for an unknown protocol. */
  static Optional<States> of(Progress progress) {
    return switch (progress.protocol()) {
      case SMTP, LMTP -> Optional.of(sending(progress));
      case POP3 -> Optional.of(fetching(progress));
      case RAW -> Optional.empty();
    };
  }

  private static States sending(Progress progress) {
    Capabilities offered = progress.capabilities();
    List<Edge> edges = new ArrayList<>();
    String hello = progress.protocol() == Protocol.LMTP ? "LHLO" : "EHLO";
    edges.add(new Edge(State.CONNECTED, hello, State.READY));
    boolean unknown = progress.phase() == Phase.GREETING || progress.phase() == Phase.HELLO;
    if (unknown || logsIn(progress)) {
      edges.add(new Edge(State.READY, "AUTH", State.CHALLENGE));
      edges.add(new Edge(State.CHALLENGE, "235, 535", State.READY));
    }
    edges.add(new Edge(State.READY, "MAIL", State.SENDER));
    edges.add(new Edge(State.SENDER, "RSET", State.READY));
    edges.add(new Edge(State.SENDER, "RCPT", State.RECIPIENT));
    edges.add(new Edge(State.RECIPIENT, "RSET", State.READY));
    if (offered.offers("CHUNKING")) {
      edges.add(new Edge(State.RECIPIENT, "BDAT … LAST", State.READY));
    }
    edges.add(new Edge(State.RECIPIENT, "DATA", State.TEXT));
    edges.add(new Edge(State.TEXT, ".", State.READY));
    return new States(
        List.of(State.CONNECTED, State.READY, State.SENDER, State.RECIPIENT, State.TEXT),
        State.READY,
        edges);
  }

  private static States fetching(Progress progress) {
    List<Edge> edges = new ArrayList<>();
    if (!progress.stamp().isEmpty()) {
      edges.add(new Edge(State.LOGIN, "APOP", State.MAILBOX));
    }
    if (logsIn(progress)) {
      edges.add(new Edge(State.LOGIN, "AUTH", State.CHALLENGE));
      edges.add(new Edge(State.CHALLENGE, "+OK", State.MAILBOX));
    }
    edges.add(new Edge(State.LOGIN, "USER", State.PASSWORD));
    edges.add(new Edge(State.PASSWORD, "PASS", State.MAILBOX));
    edges.add(new Edge(State.MAILBOX, "QUIT", State.UPDATE));
    return new States(
        List.of(State.LOGIN, State.PASSWORD, State.MAILBOX, State.UPDATE), State.MAILBOX, edges);
  }

  private static boolean logsIn(Progress progress) {
    return progress.exchange().isPresent()
        || !progress.capabilities().mechanisms().isEmpty()
        || (progress.loggedIn() && progress.protocol() != Protocol.POP3);
  }

  /** Where this conversation is; nothing once it is over. */
  static Optional<State> present(Progress progress) {
    boolean pop3 = progress.protocol() == Protocol.POP3;
    return switch (progress.phase()) {
      case GREETING, HELLO -> Optional.of(pop3 ? State.LOGIN : State.CONNECTED);
      case AUTH, MAIL, AFTER -> Optional.of(State.READY);
      case CHALLENGE -> Optional.of(State.CHALLENGE);
      case RCPT -> Optional.of(State.SENDER);
      case DATA -> Optional.of(State.RECIPIENT);
      case TEXT, DOT -> Optional.of(State.TEXT);
      case AUTHORIZATION -> Optional.of(State.LOGIN);
      case PASSWORD -> Optional.of(State.PASSWORD);
      case TRANSACTION -> Optional.of(State.MAILBOX);
      case UPDATE -> Optional.of(State.UPDATE);
      case CLOSED, RAW -> Optional.empty();
    };
  }

  /** The ways out of this state, those to the side first, the one down the chain last. */
  List<Edge> from(State state) {
    return edges.stream().filter(edge -> edge.from() == state).toList();
  }

  /** All states, each side state behind the one that leads to it. */
  List<State> all() {
    return chain.stream()
        .flatMap(
            state ->
                Stream.concat(
                    Stream.of(state),
                    from(state).stream().map(Edge::to).filter(to -> !chain.contains(to))))
        .toList();
  }

  /** Whether this way leads to the next state of the chain. */
  boolean down(Edge edge) {
    return chain.indexOf(edge.to()) == chain.indexOf(edge.from()) + 1
        && chain.contains(edge.from());
  }
}
