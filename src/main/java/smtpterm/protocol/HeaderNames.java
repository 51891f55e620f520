package smtpterm.protocol;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Names of header fields, such as {@code Subject}, and what was meant by {@code Betreff}. */
final class HeaderNames {
  /** What people type by hand, and so mistype. */
  private static final List<String> TYPED =
      List.of(
          "From",
          "To",
          "Subject",
          "Date",
          "Cc",
          "Bcc",
          "Reply-To",
          "Message-ID",
          "Sender",
          "MIME-Version",
          "Content-Type",
          "Content-Transfer-Encoding");

  /** Right, and near enough to one of those above to be taken for a slip. */
  private static final Set<String> OTHERS =
      Set.of(
          "FCC",
          "IN-REPLY-TO",
          "REFERENCES",
          "COMMENTS",
          "KEYWORDS",
          "RECEIVED",
          "RETURN-PATH",
          "RESENT-FROM",
          "RESENT-TO",
          "RESENT-DATE",
          "RESENT-CC",
          "RESENT-BCC",
          "RESENT-SENDER",
          "RESENT-MESSAGE-ID",
          "RESENT-REPLY-TO",
          "CONTENT-ID",
          "CONTENT-TYPE",
          "CONTENT-BASE",
          "CONTENT-LANGUAGE",
          "CONTENT-LOCATION",
          "CONTENT-DESCRIPTION",
          "CONTENT-DISPOSITION",
          "USER-AGENT",
          "ORGANIZATION",
          "PRIORITY",
          "IMPORTANCE",
          "SENSITIVITY",
          "PRECEDENCE",
          "LIST-ID",
          "EXPIRES",
          "PATH",
          "LINES",
          "STATUS",
          "HOST",
          "ACCEPT",
          "CONNECTION");

  /** Names that a person knows from the screen of a mail program, mostly of a German one. */
  private static final Map<String, String> TRANSLATED =
      Map.ofEntries(
          Map.entry("BETREFF", "Subject"),
          Map.entry("TITEL", "Subject"),
          Map.entry("TITLE", "Subject"),
          Map.entry("THEMA", "Subject"),
          Map.entry("TOPIC", "Subject"),
          Map.entry("VON", "From"),
          Map.entry("ABSENDER", "From"),
          Map.entry("AN", "To"),
          Map.entry("EMPFÄNGER", "To"),
          Map.entry("RECIPIENT", "To"),
          Map.entry("DATUM", "Date"),
          Map.entry("KOPIE", "Cc"),
          Map.entry("BLINDKOPIE", "Bcc"),
          Map.entry("ANTWORT-AN", "Reply-To"));

  private HeaderNames() {}

  /** Whether this is a field that exists and has a meaning in a mail. */
  static boolean known(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    return OTHERS.contains(upper) || typed(name);
  }

  /** Whether this is one of the fields that people type by hand. */
  static boolean typed(String name) {
    return TYPED.stream().anyMatch(t -> t.equalsIgnoreCase(name));
  }

  /** The field that was probably meant by a name that does not exist. */
  static Optional<String> meant(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    if (known(name) || upper.startsWith("X-")) {
      return Optional.empty();
    }
    if (TRANSLATED.containsKey(upper)) {
      return Optional.of(TRANSLATED.get(upper));
    }
    // Two letters are near to any other two.
    if (name.length() < 3) {
      return Optional.empty();
    }
    List<String> names = TYPED.stream().map(t -> t.toUpperCase(Locale.ROOT)).toList();
    return Spelling.nearest(upper, names).map(near -> TYPED.get(names.indexOf(near)));
  }
}
