package smtpterm.cli;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParameterException;
import smtpterm.config.Profile;
import smtpterm.session.Target;
import smtpterm.shell.Connecting;
import smtpterm.shell.Place;
import smtpterm.shell.Profiles;

/** The servers of the configuration, for the terminal: {@code /connect schule}. */
final class NamedServers implements Profiles {
  private final Surroundings surroundings;
  private final Optional<PracticeDesk> practice;

  NamedServers(Surroundings surroundings, Optional<PracticeDesk> practice) {
    this.surroundings = surroundings;
    this.practice = practice;
  }

  @Override
  public List<String> names() {
    return surroundings.defaults().servers();
  }

  @Override
  public Optional<Place> place(String name) throws Unusable {
    Optional<Profile> profile = surroundings.defaults().server(name);
    return profile.isEmpty() ? Optional.empty() : Optional.of(place(profile.get()));
  }

  private Place place(Profile profile) throws Unusable {
    try {
      SmtpTerm options = surroundings.defaults().options(Optional.of(profile));
      Target target = Target.parse(profile.target());
      return new Place(
          options.tls.tls ? target.withTls() : target,
          new Conversations(options, surroundings).terms(practice),
          profile.user());
    } catch (ParameterException e) {
      throw new Unusable(e.getMessage());
    } catch (Target.BadTarget e) {
      throw new Unusable(surroundings.texts().say(Connecting.key(e), e.getMessage()));
    }
  }
}
