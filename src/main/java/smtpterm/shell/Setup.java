package smtpterm.shell;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import smtpterm.dns.LookUp;

/**
 * What the command line decided for a terminal, such as connecting to {@code 127.0.0.1:2525} in
 * colour.
 *
 * @param place where to connect first; empty to start unconnected
 * @param welcome what to say first, one sentence each
 * @param terms how to connect to a server of which nothing else is known
 * @param profiles the servers that have names
 * @param lookUp how to ask the DNS
 * @param preferences what the user has set otherwise than usual
 * @param practice the practice server in this process, if there is one
 * @param charset of the terminal
 * @param colour whether to use colours
 * @param unicode whether the terminal shows more than ASCII
 * @param emoji whether it surely has emoji, such as locks
 * @param history where the history is kept
 * @param recording gets what is said
 */
public record Setup(
    Optional<Place> place,
    List<String> welcome,
    Terms terms,
    Profiles profiles,
    LookUp lookUp,
    Map<Preference, String> preferences,
    Optional<Practice> practice,
    Charset charset,
    boolean colour,
    boolean unicode,
    boolean emoji,
    Path history,
    Recording recording) {
  public Setup {
    Objects.requireNonNull(place, "place");
    welcome = List.copyOf(welcome);
    Objects.requireNonNull(terms, "terms");
    Objects.requireNonNull(profiles, "profiles");
    Objects.requireNonNull(lookUp, "lookUp");
    preferences = Map.copyOf(preferences);
    Objects.requireNonNull(practice, "practice");
    Objects.requireNonNull(charset, "charset");
    Objects.requireNonNull(history, "history");
    Objects.requireNonNull(recording, "recording");
  }
}
