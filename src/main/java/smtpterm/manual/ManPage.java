package smtpterm.manual;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import smtpterm.text.Texts;

/** The manual page {@code smtpterm(1)}: what the command line takes, and prose around it. */
public final class ManPage {
  /**
   * What stands in each list of a section: the key of its sentence, and how it is named. A test
   * compares the exit codes with those of the program.
   */
  private static final Map<String, List<Term>> LISTS =
      Map.of(
          "exit",
          Stream.of("0", "1", "2", "3", "4", "70", "130")
              .map(code -> new Term(code, code))
              .toList(),
          "environment",
          List.of(
              new Term("locale", "LC_ALL, LC_MESSAGES, LANG"),
              new Term("no-color", "NO_COLOR"),
              new Term("force-color", "CLICOLOR_FORCE"),
              new Term("term", "TERM"),
              new Term("xdg", "XDG_CONFIG_HOME, XDG_STATE_HOME"),
              new Term("session", "SMTPTERM_NAME"),
              new Term("java", "JAVA_HOME")),
          "files",
          List.of(
              new Term("config", "$XDG_CONFIG_HOME/smtpterm/config.toml"),
              new Term("history", "$XDG_STATE_HOME/smtpterm/history"),
              new Term("tls", "$XDG_STATE_HOME/smtpterm/practice-tls/")));

  /**
   * In a synopsis: what is typed as it stands, what something is put in for, signs between them.
   */
  private static final Pattern PART =
      Pattern.compile("(?<typed>-{0,2}[\\p{Ll}\\d][\\p{Ll}\\d-]*)|(?<meant>\\p{Lu}+)|(?<sign>.)");

  private final Program program;
  private final Texts texts;
  private final Roff page;

  private static final String SEE_ALSO =
      "telnet(1), openssl-s_client(1), swaks(1), curl(1),"
          + " RFC 5321 (SMTP), RFC 2033 (LMTP), RFC 1939 (POP3)";

  private record Term(String key, String name) {}

  /** The page about this program, in the language that the texts speak. */
  public ManPage(Program program, Release release, Texts texts) {
    this.program = program;
    this.texts = texts;
    String name = program.own().name();
    this.page =
        new Roff(
            name.toUpperCase(Locale.ROOT),
            release.date(),
            name + " " + release.version(),
            texts.say("manual.about"));
  }

  /** The lines of the page, in ASCII; to be asked for once. */
  public List<String> lines() {
    section("name");
    page.paragraph(program.own().name() + " - " + texts.say("manual.name"));
    section("synopsis");
    page.block(program.own().synopses().stream().map(ManPage::synopsis).toList());
    section("description");
    page.paragraph(String.join(" ", program.own().description()));
    for (int i = 1; texts.knows("manual.description." + i); i++) {
      page.paragraph(texts.say("manual.description." + i));
    }
    section("commands");
    page.paragraph(texts.say("manual.commands"));
    program.commands().forEach(this::command);
    section("options");
    page.paragraph(texts.say("manual.options"));
    program.flagsByTakers().forEach(this::options);
    list("exit", "manual.exit.");
    page.paragraph(texts.say("manual.exit.order"));
    list("environment", "manual.environment.");
    list("files", "manual.files.");
    section("examples");
    program.examples().forEach(this::example);
    section("see");
    page.paragraph(SEE_ALSO);
    return page.lines();
  }

  private void section(String name) {
    page.section(texts.say("manual.section." + name));
  }

  /** With the options that it has for itself, or with one other. */
  private void command(Subcommand command) {
    page.subsection(program.own().name() + " " + command.name());
    page.paragraph(command.header());
    page.paragraph();
    page.block(command.synopses().stream().map(ManPage::synopsis).toList());
    description(command);
    command.operands().stream()
        .filter(operand -> !operand.description().isEmpty())
        .forEach(operand -> page.item(label(operand), operand.description()));
    Set<Flag> own = new HashSet<>();
    program
        .flagsByTakers()
        .forEach((takers, flags) -> own.addAll(shared(takers) ? Set.of() : flags));
    command.flags().stream().filter(own::contains).forEach(this::option);
  }

  /** Lines with blanks in front are examples. */
  private void description(Subcommand command) {
    List<String> example = new ArrayList<>();
    for (String line : command.description()) {
      if (line.startsWith(" ")) {
        example.add(line.strip());
        continue;
      }
      if (!example.isEmpty()) {
        page.example(List.copyOf(example));
        example.clear();
      }
      page.paragraph(line);
    }
    if (!example.isEmpty()) {
      page.example(example);
    }
  }

  private boolean shared(List<String> takers) {
    return takers.size() > 2 || takers.contains(program.own().name());
  }

  private void options(List<String> takers, List<Flag> flags) {
    if (!shared(takers)) {
      return;
    }
    List<String> others = new ArrayList<>(program.all().stream().map(Subcommand::name).toList());
    others.removeAll(takers);
    if (others.isEmpty()) {
      page.subsection(texts.say("manual.options.all"));
    } else if (others.size() < takers.size() && takers.contains(program.own().name())) {
      page.subsection(texts.say("manual.options.but", String.join(", ", others)));
    } else {
      String name = program.own().name();
      List<String> named = takers.stream().map(t -> t.equals(name) ? name + " HOST" : t).toList();
      page.subsection(texts.say("manual.options.with", String.join(", ", named)));
    }
    flags.forEach(this::option);
  }

  private void option(Flag flag) {
    String names = flag.names().stream().map(Roff::bold).collect(Collectors.joining(", "));
    page.item(names + flag.value().map(v -> " " + label(v)).orElse(""), flag.description());
  }

  private static String label(Value value) {
    return value.label().equals(String.join("|", value.words()))
        ? value.words().stream().map(Roff::bold).collect(Collectors.joining("|"))
        : Roff.italic(value.label());
  }

  private static String synopsis(String line) {
    return PART.matcher(line)
        .results()
        .map(
            (MatchResult part) -> {
              if (part.group(1) != null) {
                return Roff.bold(part.group());
              }
              return part.group(2) != null ? Roff.italic(part.group()) : Roff.literal(part.group());
            })
        .collect(Collectors.joining());
  }

  private void list(String name, String keys) {
    section(name);
    for (Term term : LISTS.get(name)) {
      page.item(Roff.bold(term.name()), texts.say(keys + term.key()));
    }
  }

  private void example(Program.Example example) {
    List<String> lines = new ArrayList<>();
    if (!example.meaning().isEmpty()) {
      lines.add("# " + example.meaning());
    }
    lines.add(example.line());
    page.example(lines);
  }
}
