package smtpterm.shell;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What Tab offers behind {@code /connect}: the services of the practice server, the servers of the
 * configuration, earlier places.
 */
final class PlaceCompleter implements LocalCommand.Completer {
  private final Connecting connecting;
  private final Conversation conversation;
  private final Supplier<List<String>> earlier;

  /**
   * @param earlier what was typed behind it before, the last first
   */
  PlaceCompleter(Connecting connecting, Conversation conversation, Supplier<List<String>> earlier) {
    this.connecting = connecting;
    this.conversation = conversation;
    this.earlier = earlier;
  }

  @Override
  public List<String> complete(String argument) {
    Set<String> places = new LinkedHashSet<>(connecting.names());
    if (places.isEmpty()) {
      conversation.target().ifPresent(target -> places.add(target.toString()));
    }
    places.addAll(earlier.get());
    return places.stream().filter(place -> place.startsWith(argument)).toList();
  }

  @Override
  public String describe(String whole) {
    return connecting.leadsTo(whole);
  }
}
