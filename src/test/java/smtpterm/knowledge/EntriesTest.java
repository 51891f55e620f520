package smtpterm.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import smtpterm.protocol.Asked;
import smtpterm.protocol.Phase;
import smtpterm.protocol.Pop3;
import smtpterm.protocol.Reply;
import smtpterm.text.Language;
import smtpterm.text.Texts;

/** Each entry of the catalogue says all that it has to say, in both languages. */
final class EntriesTest {
  private static final int LONGEST_LINE = 72;
  private static final Pattern REFUSAL = Pattern.compile("[45].*");

  private final Catalog german = new Catalog(new Texts(Language.GERMAN));
  private final Catalog english = new Catalog(new Texts(Language.ENGLISH));

  static Stream<Entry> all() {
    return Stream.of(Language.values())
        .map(language -> new Catalog(new Texts(language)))
        .flatMap(
            catalog -> Stream.of(EntryKind.values()).flatMap(k -> catalog.entries(k).stream()));
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyEntryHasAShortLineALongTextAndASource(Entry entry) {
    assertThat(entry.line()).isNotBlank().hasSizeLessThanOrEqualTo(LONGEST_LINE);
    assertThat(sentences(entry.more())).as(entry.more()).isBetween(2, 4);
    assertThat(entry.more()).matches("(?s).*[.?]").doesNotContain("!", "{", "  ");
    assertThat(entry.value("source")).isPresent();
    assertThat(entry.kindName()).isNotBlank();
    assertThat(entry.rows())
        .allSatisfy(
            row -> {
              assertThat(row.label()).as(row.key()).isNotBlank();
              assertThat(row.text()).as(row.key()).isNotBlank().doesNotContain("{");
            });
    assertThat(entry.rows().stream().map(Entry.Row::key)).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyRefusalAndNothingElseHasACauseAndARemedy(Entry entry) {
    boolean refusal =
        switch (entry.kind()) {
          case REPLY, REPLY_CLASS -> REFUSAL.matcher(entry.name()).matches();
          case ENHANCED -> entry.value("classes").orElseThrow().matches(".*[45].*");
          case POP3_REPLY -> !entry.name().startsWith("+");
          default -> false;
        };
    assertThat(entry.value("cause").isPresent()).isEqualTo(refusal);
    assertThat(entry.value("remedy").isPresent()).isEqualTo(refusal);
    for (String key : List.of("cause", "remedy")) {
      entry.value(key).ifPresent(text -> assertThat(text).endsWith("."));
    }
  }

  @ParameterizedTest
  @EnumSource(EntryKind.class)
  void noSentenceIsTheSameInBothLanguages(EntryKind kind) {
    for (Entry entry : german.entries(kind)) {
      String name = entry.name();
      Entry other = english.entry(kind, name).orElseThrow();
      assertThat(entry.line()).as(name).isNotEqualTo(other.line());
      assertThat(entry.more()).as(name).isNotEqualTo(other.more());
      entry.value("cause").ifPresent(c -> assertThat(other.value("cause")).get().isNotEqualTo(c));
      entry.value("remedy").ifPresent(r -> assertThat(other.value("remedy")).get().isNotEqualTo(r));
      assertThat(entry.rows().stream().map(Entry.Row::key))
          .as(name)
          .containsExactlyElementsOf(other.rows().stream().map(Entry.Row::key).toList());
    }
  }

  @ParameterizedTest
  @EnumSource(EntryKind.class)
  void everySentenceBelongsToAnEntry(EntryKind kind) {
    for (Language language : Language.values()) {
      Properties sentences = new Texts(language).bundle("knowledge/" + kind.table());
      Set<String> names = new TreeSet<>(new Facts().table(kind.table()).keySet());
      for (String key : sentences.stringPropertyNames()) {
        String name = key.replaceFirst("\\.(more|cause|remedy|n)$", "");
        boolean part = kind == EntryKind.ENHANCED && name.matches("(class|subject|detail)\\..*");
        assertThat(part || names.contains(name)).as(key).isTrue();
      }
    }
  }

  @Test
  void everyExampleBelongsToAnEntryAndEveryCommandAndHeaderHasOne() {
    Set<String> names = new HashSet<>();
    for (EntryKind kind : EntryKind.values()) {
      for (Entry entry : english.entries(kind)) {
        names.add(kind + "." + entry.name());
        if (kind == EntryKind.COMMAND || kind == EntryKind.HEADER) {
          assertThat(entry.value("example")).as(entry.name()).isPresent();
        }
      }
    }
    assertThat(names).containsAll(new Facts().table("examples").keySet());
  }

  @Test
  void everyKindHasAHeadingAndATopic() {
    assertThat(EntryKind.topics())
        .containsExactly(
            "codes",
            "enhanced",
            "commands",
            "keywords",
            "parameters",
            "mechanisms",
            "headers",
            "pop3",
            "ports");
    for (EntryKind kind : EntryKind.values()) {
      assertThat(EntryKind.of(kind.topic())).contains(kind);
      assertThat(english.heading(kind)).isNotBlank();
      assertThat(english.entries(kind)).isNotEmpty();
    }
    assertThat(EntryKind.of("colours")).isEmpty();
  }

  @Test
  void aReplyIsTakenApartDigitByDigit() {
    Entry entry = english.entry(EntryKind.REPLY, "550").orElseThrow();
    assertThat(entry.rows().subList(0, 3))
        .extracting(Entry.Row::label)
        .containsExactly("5..", ".5.", "..0");
    assertThat(entry.value("second")).contains("about the mail system");
    assertThat(entry.value("enhanced").orElseThrow()).contains("5.1.1", "5.7.1");
    assertThat(entry.value("source")).contains("RFC 5321, section 4.2.3");
    assertThat(german.entry(EntryKind.REPLY, "550").orElseThrow().value("source"))
        .contains("RFC 5321, Abschnitt 4.2.3");
  }

  @Test
  void causeAndRemedyOfAReplyCanBeAskedFor() {
    List<Entry> about = german.about(Reply.of("550-first", "550 5.1.1 No such user"));
    assertThat(about).extracting(Entry::name).containsExactly("550", "5.1.1");
    assertThat(about.get(1).value("cause")).get().asString().startsWith("Ein Tippfehler vor dem @");
    assertThat(about.get(1).rows().subList(0, 3))
        .extracting(row -> row.label() + " " + row.text())
        .containsExactly("5.. abgelehnt", ".1. Adresse", "..1 Postfach unbekannt");
    assertThat(english.about(Reply.of("250 2.1.5 fine")).get(1).value("cause")).isEmpty();
    assertThat(english.about(Reply.of("no code"))).isEmpty();
  }

  @Test
  void unregisteredCodesAreExplainedByTheirDigits() {
    List<Entry> about = english.about(Reply.of("571 5.9.77 You are a robot"));
    assertThat(about).extracting(Entry::name).containsExactly("571", "5.9.77");
    assertThat(about.get(0).line()).startsWith("refused");
    assertThat(about.get(0).value("second")).contains("a second digit without a fixed meaning");
    assertThat(about.get(0).value("remedy")).isPresent();
    assertThat(about.get(1).value("subject")).contains("unknown subject");
    assertThat(english.about(Reply.of("999 what")).get(0).line()).startsWith("unknown");
    assertThat(english.about(Reply.of("000 what"))).isEmpty();
  }

  @Test
  void successHasNoCauseAndNoRemedy() {
    Optional<Entry> good = english.entry(EntryKind.ENHANCED, "2.7.0");
    assertThat(good.orElseThrow().value("cause")).isEmpty();
    assertThat(english.entry(EntryKind.ENHANCED, "x.7.0").orElseThrow().value("cause")).isPresent();
    assertThat(english.entry(EntryKind.ENHANCED, "5.7.0").orElseThrow().value("cause")).isPresent();
  }

  @Test
  void pop3CommandsTellHowTheirAnswerIsFramed() {
    CommandEntry list = english.command("pop3", "list").orElseThrow();
    assertThat(list.syntax()).isEqualTo("LIST [n]");
    assertThat(list.phases()).containsExactly(Phase.TRANSACTION);
    assertThat(english.command("pop3", "STLS").orElseThrow().needs()).contains("STLS");
    assertThat(german.command("pop3", "PASS").orElseThrow().syntax()).isEqualTo("PASS Passwort");
    Pop3 pop3 = new Pop3();
    for (Map<String, String> row : new Shelf(new Texts(Language.ENGLISH)).rows("pop3commands")) {
      Asked bare = new Asked(Asked.Kind.COMMAND, row.get("verb"));
      Asked one = new Asked(Asked.Kind.COMMAND, row.get("verb") + " 1");
      assertThat(pop3.dotted(Optional.of(bare))).isEqualTo(!row.get("answer").equals("line"));
      assertThat(pop3.dotted(Optional.of(one))).isEqualTo(row.get("answer").equals("lines"));
    }
    for (CommandEntry command : english.commands("pop3")) {
      command
          .needs()
          .ifPresent(k -> assertThat(english.entry(EntryKind.POP3_CAPABILITY, k)).isPresent());
    }
  }

  private static int sentences(String text) {
    return text.split("[.?](?= |$)", -1).length - 1;
  }
}
