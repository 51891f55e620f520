package smtpterm.typing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import smtpterm.knowledge.Catalog;
import smtpterm.knowledge.CommandEntry;
import smtpterm.knowledge.ParameterEntry;
import smtpterm.protocol.Command;
import smtpterm.protocol.Progress;
import smtpterm.text.Texts;

/**
 * The commands of the catalogue and their parameters, as they are asked for at each key: looked up
 * once for each language. Safe for several threads.
 */
final class Grammar {
  private final Catalog catalog;
  private final Texts texts;
  private final Map<String, List<CommandEntry>> commands = new ConcurrentHashMap<>();
  private final Map<String, List<ParameterEntry>> parameters = new ConcurrentHashMap<>();

  Grammar(Catalog catalog, Texts texts) {
    this.catalog = catalog;
    this.texts = texts;
  }

  /** The command that this line is or begins, if the server should accept it now. */
  Optional<CommandEntry> command(Progress progress, String line) {
    String verb = new Command(line).verb();
    boolean alone = line.length() == verb.length();
    for (CommandEntry entry : commands(progress.protocol().scheme())) {
      boolean fits = alone ? entry.verb().startsWith(verb) : entry.verb().equals(verb);
      if (fits && entry.legalIn(progress)) {
        return Optional.of(entry);
      }
    }
    return Optional.empty();
  }

  /** What this command may have behind its address, of what the server offers. */
  List<ParameterEntry> parameters(Progress progress, String verb) {
    return parameters
        .computeIfAbsent(texts.language().tag() + " " + verb, key -> catalog.parameters(verb))
        .stream()
        .filter(parameter -> progress.capabilities().offers(parameter.needs()))
        .toList();
  }

  private List<CommandEntry> commands(String dialect) {
    return commands.computeIfAbsent(
        texts.language().tag() + " " + dialect, key -> catalog.commands(dialect));
  }
}
