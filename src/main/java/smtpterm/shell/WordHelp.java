package smtpterm.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import smtpterm.knowledge.Catalog;
import smtpterm.knowledge.CommandEntry;
import smtpterm.knowledge.Entry;
import smtpterm.knowledge.EntryKind;
import smtpterm.protocol.Command;
import smtpterm.protocol.Protocol;
import smtpterm.text.Texts;

/**
 * What is said about the word at the cursor: for {@code SIZE=1000} behind MAIL the parameter, for
 * {@code kolleg.de} in an address the domain. Pure.
 *
 * <p>Each answer is a few paragraphs, the most important first, so that a small window can leave
 * out the others.
 */
final class WordHelp {
  private static final Set<String> HELLO = Set.of("EHLO", "HELO", "LHLO");
  private static final Set<String> NUMBERED = Set.of("RETR", "DELE", "LIST", "UIDL", "TOP");

  /** What stands at a place behind a verb that takes words without a name of their own. */
  private static final Map<String, String> PLACES =
      Map.of(
          "BDAT 1", "shell.word.octets",
          "BDAT 2", "shell.word.last",
          "BURL 2", "shell.word.last",
          "AUTH 2", "shell.word.initial",
          "USER 1", "shell.word.user",
          "PASS 1", "shell.word.password",
          "APOP 1", "shell.word.user",
          "APOP 2", "shell.word.digest",
          "TOP 2", "shell.word.lines");

  private final Catalog catalog;
  private final Texts texts;

  WordHelp(Catalog catalog, Texts texts) {
    this.catalog = catalog;
    this.texts = texts;
  }

  /** In a line that is a command for the server; empty when nothing is known about the word. */
  List<String> inCommand(String line, int cursor, String dialect) {
    Word word = Word.at(line, cursor);
    if (word.text().isEmpty()) {
      return List.of();
    }
    String verb = new Command(line.strip()).verb();
    Optional<CommandEntry> command =
        catalog.commands(dialect).stream().filter(c -> c.verb().equals(verb)).findFirst();
    if (command.isEmpty()) {
      return dialect.equals(Protocol.RAW.scheme()) ? List.of() : stranger(word.text());
    }
    List<String> said = word.number() == 0 ? List.of() : argument(verb, word, dialect);
    return said.isEmpty() ? about(command.get()) : said;
  }

  /** In a line of the message; empty when it begins with no header field that is known. */
  List<String> inText(String line) {
    int colon = line.indexOf(':');
    String name = colon < 0 ? line : line.substring(0, colon);
    Optional<Entry> field = name.isEmpty() ? Optional.empty() : header(name, colon < 0);
    return field
        .map(entry -> paragraphs(entry.name() + ": (" + entry.kindName() + ")", entry))
        .orElse(List.of());
  }

  /** The field of this name, or while it is still being typed, the first that begins so. */
  private Optional<Entry> header(String name, boolean unfinished) {
    Optional<Entry> exact = catalog.entry(EntryKind.HEADER, name);
    return exact.isPresent() || !unfinished || name.length() < 2
        ? exact
        : catalog.entries(EntryKind.HEADER).stream()
            .filter(entry -> entry.name().regionMatches(true, 0, name, 0, name.length()))
            .findFirst();
  }

  private List<String> about(CommandEntry command) {
    return List.of(
        command.syntax(),
        command.article().line(),
        command.article().more(),
        texts.say("shell.word.more", command.verb()));
  }

  private List<String> argument(String verb, Word word, String dialect) {
    boolean envelope = verb.equals("MAIL") || verb.equals("RCPT");
    String place = PLACES.get(verb + " " + word.number());
    if (envelope && word.path()) {
      return path(verb, word);
    } else if (envelope) {
      int equals = word.text().indexOf('=');
      return entry(
          EntryKind.PARAMETER, equals < 0 ? word.text() : word.text().substring(0, equals));
    } else if (HELLO.contains(verb)) {
      return List.of(texts.say("shell.word.hello"));
    } else if (verb.equals("AUTH") && word.number() == 1) {
      return entry(EntryKind.MECHANISM, word.text());
    } else if (verb.equals("HELP")) {
      return catalog.command(dialect, word.text()).map(this::about).orElse(List.of());
    } else if (place != null) {
      return List.of(texts.say(place));
    }
    return NUMBERED.contains(verb) && word.number() == 1
        ? List.of(texts.say("shell.word.number"))
        : List.of();
  }

  /** The part of {@code FROM:<anna@kolleg.de>} at the cursor. */
  private List<String> path(String verb, Word word) {
    String text = word.text();
    int open = text.indexOf('<');
    int at = text.indexOf('@');
    boolean sender = verb.equals("MAIL");
    if (text.contains("<>")) {
      return List.of(texts.say("shell.word.null"));
    }
    boolean outside = word.cursor() <= open || text.charAt(word.cursor()) == '>';
    if (at < 0 || outside || text.charAt(word.cursor()) == ':') {
      return List.of(texts.say(sender ? "shell.word.from" : "shell.word.to"));
    }
    return List.of(texts.say(word.cursor() < at ? "shell.word.local" : "shell.word.domain"));
  }

  private List<String> entry(EntryKind kind, String name) {
    return catalog
        .entry(kind, name.toUpperCase(Locale.ROOT))
        .map(e -> paragraphs(e.value("syntax").orElse(e.name()) + " (" + e.kindName() + ")", e))
        .orElse(List.of());
  }

  private List<String> paragraphs(String title, Entry entry) {
    return List.of(title, entry.line(), entry.more(), texts.say("shell.word.more", entry.name()));
  }

  /** A word that is no command here: perhaps one of the other protocol, a code, or misspelt. */
  private List<String> stranger(String text) {
    List<Entry> found = catalog.find(text).entries();
    if (!found.isEmpty()) {
      Entry first = found.get(0);
      return paragraphs(first.name() + " (" + first.kindName() + ")", first);
    }
    List<String> near =
        catalog.find(text).near().stream().map(Entry::name).distinct().limit(3).toList();
    return near.isEmpty()
        ? List.of()
        : List.of(texts.say("shell.help.near", text, String.join(", ", near)));
  }

  /**
   * The word at the cursor.
   *
   * @param text without blanks; empty when there is none
   * @param number counted from 0, which is the verb
   * @param cursor the index of the letter meant, within the word
   */
  private record Word(String text, int number, int cursor) {
    /** The word under the cursor, or the one that ends before it. */
    static Word at(String line, int cursor) {
      List<Word> words = new ArrayList<>();
      int start = 0;
      for (int i = 0; i <= line.length(); i++) {
        if (i == line.length() || line.charAt(i) == ' ' || line.charAt(i) == '\t') {
          if (i > start && (start <= cursor || words.isEmpty())) {
            String text = line.substring(start, i);
            int within = Math.max(0, Math.min(cursor - start, text.length() - 1));
            words.add(new Word(text, words.size(), within));
          }
          start = i + 1;
        }
      }
      return words.isEmpty() ? new Word("", 0, 0) : words.get(words.size() - 1);
    }

    /** Whether this is the address, with what stands before it. */
    boolean path() {
      String upper = text.toUpperCase(Locale.ROOT);
      boolean named = upper.startsWith("FROM:") || upper.startsWith("TO:");
      return named || (number == 2 && text.startsWith("<")) || (number == 1 && text.contains("@"));
    }
  }
}
