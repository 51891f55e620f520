package smtpterm.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import smtpterm.protocol.Command;
import smtpterm.protocol.Reply;
import smtpterm.text.Language;
import smtpterm.text.Texts;

/** The little dialogues of the catalogue are right, and each command says what it draws. */
final class ExamplesTest {
  private static final Facts FACTS = new Facts();
  private final Catalog catalog = new Catalog(new Texts(Language.ENGLISH));

  static Stream<String> commands() {
    return FACTS.table("commands").keySet().stream();
  }

  static Stream<String> pop3Commands() {
    return FACTS.table("pop3commands").keySet().stream()
        .filter(verb -> FACTS.table("examples").containsKey("POP3_COMMAND." + verb));
  }

  private List<String> example(EntryKind kind, String name) {
    return List.of(
        catalog.entry(kind, name).flatMap(e -> e.value("example")).orElseThrow().split("\n", -1));
  }

  private static List<String> said(List<String> lines, String who) {
    return lines.stream()
        .filter(line -> line.startsWith(who))
        .map(line -> line.substring(who.length()).strip())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void aCommandIsSaidAndAnswered(String verb) {
    List<String> lines = example(EntryKind.COMMAND, verb);
    assertThat(lines).allMatch(line -> line.startsWith("C:") || line.startsWith("S: "));
    assertThat(new Command(said(lines, "C:").get(0)).verb()).isEqualTo(verb);
    for (String reply : said(lines, "S:")) {
      // ATRN turns the roles round.
      assertThat(Reply.codeOf(reply).isEmpty()).as(reply).isEqualTo(reply.startsWith("EHLO "));
    }
    List<String> drawn = Shelf.words(FACTS.table("commands").get(verb), "replies");
    String answer = said(lines, "S:").get(0);
    assertThat(drawn).contains(Reply.codeOf(answer));
  }

  @ParameterizedTest
  @MethodSource("pop3Commands")
  void aCommandOfPop3IsSaidAndAnswered(String verb) {
    List<String> lines = example(EntryKind.POP3_COMMAND, verb);
    assertThat(new Command(said(lines, "C:").get(0)).verb()).isEqualTo(verb);
    assertThat(said(lines, "S:").get(0)).startsWith("+");
    boolean listed = FACTS.table("pop3commands").get(verb).get("answer").equals("lines");
    assertThat(lines.get(lines.size() - 1).equals("S: .")).isEqualTo(listed || verb.equals("LIST"));
  }

  @Test
  void aCountedBlockIsAsLongAsItSays() {
    for (EntryKind kind : List.of(EntryKind.COMMAND, EntryKind.KEYWORD)) {
      List<String> lines =
          said(example(kind, kind == EntryKind.COMMAND ? "BDAT" : "CHUNKING"), "C:");
      int octets =
          lines.stream()
              .skip(1)
              .mapToInt(line -> line.getBytes(StandardCharsets.UTF_8).length + 2)
              .sum();
      assertThat(lines.get(0)).isEqualTo("BDAT " + octets + " LAST");
    }
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCodeThatACommandDrawsIsExplained(String verb) {
    for (Language language : Language.values()) {
      Entry entry = new Catalog(new Texts(language)).entry(EntryKind.COMMAND, verb).orElseThrow();
      List<String> drawn = Shelf.words(FACTS.table("commands").get(verb), "replies");
      assertThat(drawn).isNotEmpty();
      assertThat(entry.rows().stream().filter(row -> row.key().startsWith("reply.")))
          .extracting(Entry.Row::label)
          .containsExactlyElementsOf(drawn);
    }
  }

  @Test
  void theMeaningOfACodeIsTheOneBehindThisCommand() {
    Entry mail = catalog.entry(EntryKind.COMMAND, "MAIL").orElseThrow();
    assertThat(mail.value("reply.250")).hasValueSatisfying(s -> assertThat(s).contains("sender"));
    Entry data = catalog.entry(EntryKind.COMMAND, "DATA").orElseThrow();
    assertThat(data.value("reply.354")).isPresent();
    assertThat(data.value("reply.250")).hasValueSatisfying(s -> assertThat(s).contains("the mail"));
    Entry top = catalog.entry(EntryKind.POP3_COMMAND, "TOP").orElseThrow();
    assertThat(top.rows()).extracting(Entry.Row::label).containsSubsequence("+OK", "-ERR");
  }

  @Test
  void everyExampleOfAReplyShowsThatReply() {
    for (Map.Entry<String, Map<String, String>> row : FACTS.table("examples").entrySet()) {
      if (row.getKey().startsWith("REPLY.")) {
        List<String> lines = example(EntryKind.REPLY, row.getKey().substring("REPLY.".length()));
        assertThat(lines.get(lines.size() - 1)).contains(row.getKey().substring("REPLY.".length()));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(CommandEntry.Group.class)
  void everyGroupHasAHeadingAndCommands(CommandEntry.Group group) {
    assertThat(catalog.heading(group)).isNotBlank();
    assertThat(Stream.of("smtp", "lmtp", "pop3").flatMap(d -> catalog.commands(d).stream()))
        .anyMatch(command -> command.group() == group);
  }
}
