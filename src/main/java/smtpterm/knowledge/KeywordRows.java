package smtpterm.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import smtpterm.knowledge.Explanation.Detail;
import smtpterm.protocol.Capabilities;
import smtpterm.protocol.Reply;

/** One row for each keyword of an answer to EHLO, with its numbers made readable. */
final class KeywordRows {
  /** A server that lists more than this is not explained to the end. */
  private static final int MOST_ROWS = 40;

  /** Longer arguments stand as {@code …} in the left column. */
  private static final int MOST_CHARACTERS = 20;

  private final Phrases phrases;
  private final Catalog catalog;

  KeywordRows(Phrases phrases, Catalog catalog) {
    this.phrases = phrases;
    this.catalog = catalog;
  }

  List<Detail> of(Reply ehlo) {
    Capabilities capabilities = Capabilities.of(ehlo);
    return rows(capabilities, (keyword, arguments) -> row(keyword, arguments, capabilities));
  }

  /** The same for an answer to CAPA. */
  List<Detail> ofCapa(Reply capa) {
    return rows(Capabilities.ofCapa(capa), this::pop3Row);
  }

  private List<Detail> rows(
      Capabilities capabilities, BiFunction<String, List<String>, Detail> row) {
    List<Detail> rows = new ArrayList<>();
    for (Map.Entry<String, List<String>> offered : capabilities.keywords().entrySet()) {
      if (rows.size() == MOST_ROWS) {
        int more = capabilities.keywords().size() - MOST_ROWS;
        rows.add(new Detail("…", phrases.say("row.more", more)));
        break;
      }
      rows.add(row.apply(offered.getKey(), offered.getValue()));
    }
    return rows;
  }

  private Detail pop3Row(String keyword, List<String> arguments) {
    String behind = String.join(" ", arguments);
    String left = (keyword + " " + behind).strip();
    String shown = left.length() > MOST_CHARACTERS ? keyword + " …" : left;
    if (keyword.equals("SASL") && !arguments.isEmpty()) {
      return new Detail(shown, phrases.say("row.AUTH.list", phrases.either(arguments)));
    }
    if (keyword.equals("EXPIRE") && !arguments.isEmpty()) {
      return new Detail(shown, expire(arguments.get(0)));
    }
    return new Detail(
        shown,
        catalog
            .entry(EntryKind.POP3_CAPABILITY, keyword)
            .map(Entry::line)
            .orElseGet(() -> phrases.say(keyword.startsWith("X") ? "row.private" : "row.unknown")));
  }

  /** RFC 2449 section 6.7. */
  private String expire(String days) {
    return Numbers.positive(days)
        .map(n -> phrases.say("row.EXPIRE.n", n))
        .orElseGet(() -> phrases.say("row.EXPIRE.never"));
  }

  private Detail row(String keyword, List<String> arguments, Capabilities capabilities) {
    String behind = String.join(" ", arguments);
    boolean cut = keyword.equals("AUTH") || keyword.length() + behind.length() >= MOST_CHARACTERS;
    String left = arguments.isEmpty() ? keyword : keyword + " " + (cut ? "…" : behind);
    return new Detail(
        left, numbered(keyword, arguments, capabilities).orElseGet(() -> sentence(keyword)));
  }

  /** The sentence that says what the arguments mean, for the keywords where they mean much. */
  private Optional<String> numbered(
      String keyword, List<String> arguments, Capabilities capabilities) {
    Optional<Long> number = arguments.stream().findFirst().flatMap(Numbers::positive);
    return switch (keyword) {
      case "AUTH" ->
          Optional.of(capabilities.mechanisms())
              .filter(mechanisms -> !mechanisms.isEmpty())
              .map(mechanisms -> phrases.say("row.AUTH.list", phrases.either(mechanisms)));
      case "SIZE" -> size(arguments, number);
      case "DELIVERBY", "X-RCPTLIMIT" -> number.map(n -> phrases.say("row." + keyword + ".n", n));
      case "FUTURERELEASE" ->
          number.map(n -> phrases.say("row.FUTURERELEASE.n", phrases.duration(n)));
      case "LIMITS" -> limits(arguments);
      default -> Optional.empty();
    };
  }

  private Optional<String> size(List<String> arguments, Optional<Long> number) {
    // RFC 1870 section 4: 0, or no number, is no fixed limit.
    boolean none = arguments.isEmpty() || arguments.get(0).equals("0");
    return none
        ? Optional.of(phrases.say("row.SIZE.none"))
        : number.map(n -> phrases.say("row.SIZE.n", phrases.octets(n)));
  }

  private Optional<String> limits(List<String> arguments) {
    List<String> sentences = new ArrayList<>();
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      if (equals > 0 && Numbers.positive(argument.substring(equals + 1)).isPresent()) {
        String name = argument.substring(0, equals).toUpperCase(Locale.ROOT);
        sentences.add(phrases.limit(name, argument.substring(equals + 1)));
      }
    }
    sentences.removeIf(String::isEmpty);
    return sentences.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", sentences));
  }

  private String sentence(String keyword) {
    return catalog
        .keyword(keyword)
        .map(entry -> entry.article().line())
        .orElseGet(() -> phrases.say(keyword.startsWith("X") ? "row.private" : "row.unknown"));
  }
}
