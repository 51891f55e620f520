package smtpterm.shell;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import smtpterm.knowledge.Catalog;
import smtpterm.protocol.Progress;
import smtpterm.protocol.Protocol;
import smtpterm.session.SessionView;
import smtpterm.text.Texts;
import smtpterm.typing.AddressBook;

/** What Tab offers behind {@code /login}: names, and behind {@code --} what the server offers. */
final class LoginCompleter implements LocalCommand.Completer {
  private final Conversation conversation;
  private final Catalog catalog;
  private final AddressBook addresses;
  private final Texts texts;

  LoginCompleter(Conversation conversation, Topics topics, AddressBook addresses) {
    this.conversation = conversation;
    this.catalog = topics.catalog();
    this.texts = topics.texts();
    this.addresses = addresses;
  }

  /** The same for a command that takes a name and no option. */
  LocalCommand.Completer namesOnly() {
    return LocalCommand.described(
        argument -> argument.startsWith("-") ? List.of() : complete(argument), this::describe);
  }

  @Override
  public List<String> complete(String argument) {
    int word = argument.lastIndexOf(' ') + 1;
    String typed = argument.substring(word);
    if (!typed.startsWith("-")) {
      return addresses.names().keySet().stream()
          .filter(name -> name.startsWith(typed))
          .map(name -> argument.substring(0, word) + name)
          .toList();
    }
    Optional<Progress> progress = conversation.view().map(SessionView::progress);
    return LoginRequest.complete(
        argument,
        progress.map(p -> p.capabilities().mechanisms()).orElse(List.of()),
        progress.filter(p -> p.protocol() == Protocol.POP3).isPresent());
  }

  @Override
  public String describe(String whole) {
    String words = whole.strip();
    String last = words.substring(words.lastIndexOf(' ') + 1);
    if (last.startsWith("--")) {
      return catalog
          .mechanism(last.substring(2).toUpperCase(Locale.ROOT))
          .map(mechanism -> mechanism.article().line())
          .orElse("");
    }
    return Optional.ofNullable(addresses.names().get(last))
        .map(origin -> texts.say("typing.from." + origin))
        .orElse("");
  }
}
