package smtpterm.typing;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import smtpterm.knowledge.Catalog;
import smtpterm.knowledge.Entry;
import smtpterm.knowledge.EntryKind;
import smtpterm.protocol.Progress;
import smtpterm.text.Texts;

/**
 * The header of a message: names such as {@code Date: }, and behind them what fits, such as {@code
 * Sun, 22 Nov 2026 09:14:03 +0100}. Behind the empty line that ends it there is nothing to offer.
 */
final class HeaderCompletion {
  /** In the order in which people write them. */
  private static final List<String> NAMES =
      List.of(
          "From",
          "To",
          "Cc",
          "Subject",
          "Date",
          "Message-ID",
          "Reply-To",
          "MIME-Version",
          "Content-Type",
          "Content-Transfer-Encoding");

  /** RFC 5322 section 3.3; the names of days and months are English everywhere. */
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss xx", Locale.US);

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT);

  private final Catalog catalog;
  private final Texts texts;
  private final Memory memory;
  private final Here here;

  HeaderCompletion(Catalog catalog, Texts texts, Memory memory, Here here) {
    this.catalog = catalog;
    this.texts = texts;
    this.memory = memory;
    this.here = here;
  }

  List<Suggestion> complete(Progress progress, String line) {
    if (!memory.header().open()) {
      return List.of();
    }
    int colon = line.indexOf(':');
    return colon < 0 ? names(new Stub("", line)) : values(progress, line, colon);
  }

  private List<Suggestion> names(Stub stub) {
    List<Suggestion> suggestions = new ArrayList<>();
    for (String name : NAMES) {
      if (stub.begins(name) && !memory.header().has(name)) {
        String meaning = catalog.entry(EntryKind.HEADER, name).map(Entry::line).orElse("");
        suggestions.add(Suggestion.of(stub.line(name) + ": ", name + ":", meaning));
      }
    }
    return suggestions;
  }

  private List<Suggestion> values(Progress progress, String line, int colon) {
    int start = colon + 1;
    while (start < line.length() && line.charAt(start) == ' ') {
      start++;
    }
    String before = line.substring(0, start) + (start == colon + 1 ? " " : "");
    Stub stub = new Stub(before, line.substring(start));
    String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
    return switch (name) {
      case "from", "reply-to", "sender" -> sender(progress, stub);
      case "to", "cc" -> recipients(progress, stub);
      case "subject" -> subject(stub);
      case "date" -> fixed(stub, DATE.format(now()), "typing.header.now");
      case "message-id" -> fixed(stub, messageId(), "typing.header.unique");
      case "mime-version" -> fixed(stub, "1.0", "typing.header.mime");
      case "content-type" -> fixed(stub, "text/plain; charset=UTF-8", "typing.header.type");
      case "content-transfer-encoding" -> fixed(stub, "8bit", "typing.header.8bit");
      default -> List.of();
    };
  }

  private List<Suggestion> fixed(Stub stub, String value, String key) {
    return stub.begins(value) ? List.of(stub.with(value, texts.say(key))) : List.of();
  }

  private List<Suggestion> sender(Progress progress, Stub stub) {
    List<Suggestion> suggestions = new ArrayList<>();
    String path = progress.reversePath();
    if (!path.isEmpty() && stub.begins(path)) {
      suggestions.add(stub.with(path, texts.say("typing.header.sender")));
    }
    memory
        .addresses()
        .login(progress)
        .filter(address -> !address.equals(path) && stub.begins(address))
        .ifPresent(address -> suggestions.add(stub.with(address, texts.say("typing.from.LOGIN"))));
    return suggestions;
  }

  /** Those of the envelope that no line of the header names yet: all at once, or one by one. */
  private List<Suggestion> recipients(Progress progress, Stub stub) {
    int comma = stub.typed().lastIndexOf(',');
    String named =
        memory.header().value("to") + "," + memory.header().value("cc") + "," + stub.typed();
    String written = comma < 0 ? "" : stub.typed().substring(0, comma + 1) + " ";
    Stub next = new Stub(stub.before() + written, stub.typed().substring(comma + 1).stripLeading());
    List<String> left =
        progress.recipients().stream()
            .distinct()
            .filter(address -> !address.isEmpty() && next.begins(address))
            .filter(address -> !listed(named, address) || address.equals(next.typed()))
            .toList();
    List<Suggestion> suggestions = new ArrayList<>();
    if (left.size() > 1 && next.typed().isEmpty()) {
      suggestions.add(next.with(String.join(", ", left), texts.say("typing.header.recipients")));
    }
    left.forEach(
        address -> suggestions.add(next.with(address, texts.say("typing.header.recipient"))));
    return suggestions;
  }

  private static boolean listed(String named, String address) {
    return List.of(named.toLowerCase(Locale.ROOT).split("[\\s,;<>]+", -1))
        .contains(address.toLowerCase(Locale.ROOT));
  }

  /** As servers take it that were not asked for UTF-8 in header lines. */
  private List<Suggestion> subject(Stub stub) {
    if (!EncodedWord.needed(stub.typed())) {
      return List.of();
    }
    String encoded = EncodedWord.of(stub.typed());
    return List.of(
        Suggestion.of(stub.before() + encoded, encoded, texts.say("typing.header.encoded")));
  }

  private String messageId() {
    String random = Long.toString(here.random().getAsLong() & Long.MAX_VALUE, 36);
    return "<" + STAMP.format(now()) + "." + random + "@" + here.computer().get() + ">";
  }

  private ZonedDateTime now() {
    return ZonedDateTime.now(here.clock());
  }
}
