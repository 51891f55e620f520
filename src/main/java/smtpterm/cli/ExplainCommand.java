package smtpterm.cli;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;
import smtpterm.knowledge.Catalog;
import smtpterm.knowledge.Entry;
import smtpterm.knowledge.EntryKind;
import smtpterm.knowledge.Found;
import smtpterm.screen.Layout;
import smtpterm.screen.Pages;
import smtpterm.text.Texts;

/** {@code smtpterm explain 550 5.7.1}: what codes, commands and words mean, without a session. */
@Command(name = "explain", sortOptions = false)
final class ExplainCommand implements Callable<Integer> {
  /** What {@code --list} knows, for the shells that complete it. */
  static final class Topics implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return EntryKind.topics().iterator();
    }
  }

  private final Surroundings surroundings;

  @Spec private CommandSpec spec;

  @ParentCommand private SmtpTerm options;

  @Parameters(arity = "0..*", paramLabel = "WHAT", descriptionKey = "what")
  private List<String> what = new ArrayList<>();

  @Option(names = "--list", paramLabel = "TOPIC", completionCandidates = Topics.class)
  private String list;

  @Option(names = "--mx", paramLabel = "DOMAIN")
  private String domain;

  @Option(names = "--message", paramLabel = "FILE")
  private String message;

  @Option(names = "--json")
  private boolean json;

  ExplainCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    refuseOptions();
    if (message != null) {
      return message();
    }
    if (list != null) {
      return list();
    }
    if (domain != null) {
      return new DomainPage(options, surroundings).show(domain, json);
    }
    if (what.isEmpty()) {
      complain("cli.explain.what");
      return ExitCode.USAGE;
    }
    Set<Entry> entries = new LinkedHashSet<>();
    int code = ExitCode.FINE;
    for (Found found : lookedUp()) {
      entries.addAll(found.entries());
      if (found.entries().isEmpty()) {
        code = ExitCode.REFUSED;
      }
    }
    show(List.copyOf(entries));
    return code;
  }

  /** What starts like an option may be a reply of POP3, but not an option of other commands. */
  private void refuseOptions() {
    for (String word : what) {
      if (spec.root().findOption(word.replaceFirst("=.*", "")) != null) {
        throw new UnmatchedArgumentException(spec.commandLine(), List.of(word));
      }
    }
  }

  private int message() {
    if (list != null || domain != null || !what.isEmpty()) {
      complain("cli.message.alone");
      return ExitCode.USAGE;
    }
    return new MessageExplanation(surroundings, surroundings.layout(options.colour))
        .of(message, json);
  }

  /**
   * Each word by itself; all of them together where that makes a line and some alone mean nothing.
   */
  private List<Found> lookedUp() {
    Catalog catalog = surroundings.catalog();
    List<Found> found = what.stream().map(catalog::find).toList();
    boolean all = found.stream().noneMatch(f -> f.entries().isEmpty());
    if (!all && what.size() > 1) {
      Found line = catalog.find(String.join(" ", what));
      if (!line.entries().isEmpty()) {
        return List.of(line);
      }
    }
    for (int i = 0; i < found.size(); i++) {
      if (found.get(i).entries().isEmpty()) {
        unknown(what.get(i), found.get(i).near());
      }
    }
    return found;
  }

  private void unknown(String word, List<Entry> near) {
    if (near.isEmpty()) {
      complain("cli.explain.unknown", word);
    } else {
      Set<String> names = new LinkedHashSet<>(near.stream().map(Entry::name).toList());
      complain("cli.explain.near", word, String.join(", ", names));
    }
  }

  private int list() throws IOException {
    List<EntryKind> kinds = EntryKind.of(list);
    if (kinds.isEmpty()) {
      complain("cli.explain.no-list", list, String.join(", ", EntryKind.topics()));
      return ExitCode.USAGE;
    }
    Catalog catalog = surroundings.catalog();
    List<Entry> all = new ArrayList<>();
    Layout layout = surroundings.layout(options.colour);
    for (EntryKind kind : kinds) {
      List<Entry> entries = catalog.entries(kind);
      all.addAll(entries);
      if (!json) {
        surroundings.output().print(layout.paragraph(catalog.heading(kind) + ":"));
        surroundings.output().print(new Pages(layout).list(entries));
        surroundings.output().print(List.of(""));
      }
    }
    if (json) {
      show(all);
    }
    return ExitCode.FINE;
  }

  private void show(List<Entry> entries) throws IOException {
    surroundings
        .output()
        .print(
            json
                ? List.of(json(entries))
                : new Pages(surroundings.layout(options.colour)).pages(entries));
  }

  private static String json(List<Entry> entries) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonWriter writer = new JsonWriter(text)) {
      writer.setIndent("  ");
      writer.beginArray();
      for (Entry entry : entries) {
        writer.beginObject();
        writer.name("kind").value(entry.kind().name().replace('_', ' ').toLowerCase(Locale.ROOT));
        writer.name("name").value(entry.name());
        writer.name("line").value(entry.line());
        writer.name("more").value(entry.more());
        for (Entry.Row row : entry.rows()) {
          writer.name(row.key()).value(row.text());
        }
        writer.endObject();
      }
      writer.endArray();
    }
    return text.toString();
  }

  private void complain(String key, Object... arguments) {
    Texts texts = surroundings.texts();
    surroundings
        .output()
        .complain(surroundings.layout(options.colour).look().own(texts.say(key, arguments)));
  }
}
