package smtpterm.shell;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import smtpterm.session.Target;
import smtpterm.text.Texts;
import smtpterm.wire.ConnectFailure;
import smtpterm.wire.Connection;
import smtpterm.wire.TlsFailure;

/** {@code /connect} and what it says on its way; also the first connection. */
public final class Connecting implements Conversation.Progress {
  private final Conversation conversation;
  private final Screen screen;
  private final Optional<Practice> practice;
  private final Profiles profiles;

  Connecting(
      Conversation conversation, Screen screen, Optional<Practice> practice, Profiles profiles) {
    this.conversation = conversation;
    this.screen = screen;
    this.practice = practice;
    this.profiles = profiles;
  }

  /** The short names here, and the servers of the configuration. */
  List<String> names() {
    return Stream.concat(
            practice.map(Practice::targets).orElse(List.of()).stream(), profiles.names().stream())
        .distinct()
        .toList();
  }

  /** Where such a name leads; empty for what is none, or cannot be used. */
  String leadsTo(String name) {
    try {
      Optional<String> ours = practice.flatMap(p -> p.target(name));
      return ours.isPresent()
          ? ours.get()
          : profiles.place(name).map(place -> place.target().toString()).orElse("");
    } catch (Profiles.Unusable e) {
      return "";
    }
  }

  /** Connects to what was typed; without an argument to where the last connection went. */
  void run(String argument) {
    if (conversation.open()) {
      screen.say("shell.connect.still-open");
      return;
    }
    if (argument.isEmpty()) {
      if (conversation.place().isEmpty()) {
        screen.say("shell.connect.where");
      } else {
        connect(conversation.place().get());
      }
      return;
    }
    try {
      connect(place(argument));
    } catch (Target.BadTarget e) {
      screen.say(key(e), e.getMessage());
    } catch (Profiles.Unusable e) {
      screen.say("shell.connect.failed", e.getMessage());
    }
  }

  /** Names of the practice server come first, then those of the configuration, then hosts. */
  private Place place(String argument) throws Target.BadTarget, Profiles.Unusable {
    Optional<String> ours = practice.flatMap(p -> p.target(argument));
    Optional<Place> profile = ours.isPresent() ? Optional.empty() : profiles.place(argument);
    if (profile.isPresent()) {
      return profile.get();
    }
    String typed = ours.orElse(argument);
    String[] words = typed.split(" +", -1);
    return conversation.at(
        words.length == 2 ? Target.parse(words[0], words[1]) : Target.parse(typed));
  }

  /** Connects; false when that failed, which has been said then. */
  boolean connect(Place place) {
    return connect(() -> conversation.connect(place, this));
  }

  /** Connects once more, with an exception for the certificate of this fingerprint. */
  void excepting(String fingerprint) {
    boolean fromTheStart = conversation.target().filter(Target::tls).isPresent();
    if (connect(() -> conversation.connectExcepting(fingerprint, this)) && !fromTheStart) {
      screen.note("shell.tls.once-more");
    }
  }

  /** An attempt to connect. */
  private interface Opening {
    void open() throws ConnectFailure, TlsFailure, Conversation.BrokenOff;
  }

  private boolean connect(Opening opening) {
    try {
      opening.open();
      return true;
    } catch (Conversation.BrokenOff e) {
      screen.note("shell.connect.broken-off");
    } catch (TlsFailure | ConnectFailure e) {
      failed(e);
    }
    return false;
  }

  /** Says why there is no connection. */
  void failed(IOException why) {
    if (why instanceof ConnectFailure failure) {
      screen.note("shell.connect.failed", sentence(screen.texts(), failure));
    } else if (why instanceof TlsFailure failure) {
      screen.trouble(failure.trouble());
      if (TlsCommand.pardonable(failure.trouble()).isPresent()) {
        screen.note("shell.tls.offer");
      }
    }
  }

  @Override
  public void trying(String address, int number) {
    if (number > 1) {
      screen.note("shell.connect.trying", address);
    }
  }

  @Override
  public void connected(Connection connection) {
    String host = connection.endpoint().host();
    String place = connection.endpoint().toString();
    long millis = connection.connectTime().toMillis();
    if (host.equals(connection.address())) {
      screen.note("shell.connect.connected", place, millis);
    } else {
      screen.note("shell.connect.connected-to", place, connection.address(), millis);
    }
  }

  /** The key of the sentence that says what is wrong with a target. */
  public static String key(Target.BadTarget bad) {
    return switch (bad.problem()) {
      case NO_HOST -> "shell.target.no-host";
      case NO_PORT -> "shell.target.no-port";
      case BAD_PORT -> "shell.target.bad-port";
      case UNKNOWN_SCHEME -> "shell.target.unknown-scheme";
      case BAD_BRACKETS -> "shell.target.bad-brackets";
      case SURPLUS -> "shell.target.surplus";
    };
  }

  /** Why there is no connection, and what to do about it. */
  public static String sentence(Texts texts, ConnectFailure failure) {
    String host = failure.endpoint().host();
    int port = failure.endpoint().port();
    return switch (failure.reason()) {
      case UNKNOWN_HOST -> texts.say("shell.failure.unknown-host", host);
      case NO_SUCH_FAMILY -> texts.say("shell.failure.no-such-family", host);
      case REFUSED -> texts.say("shell.failure.refused", host, port);
      case NO_ROUTE -> texts.say("shell.failure.no-route", host);
      case TIMED_OUT -> texts.say("shell.failure.timed-out", host, port);
      case OTHER -> texts.say("shell.failure.other", host, port, failure.getMessage());
    };
  }
}
