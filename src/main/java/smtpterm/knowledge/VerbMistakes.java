package smtpterm.knowledge;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import smtpterm.protocol.Asked;

/** Looks at the first word of a line that was not understood: {@code MIAL}, {@code C:}, nothing. */
final class VerbMistakes {
  private static final Pattern COPIED = Pattern.compile("([CS]:|[CS]>|>+|#|[0-9]{3}[- ])\\s*\\S.*");
  private static final Pattern GLUED =
      Pattern.compile("(MAIL)FROM:?.*|(RCPT)TO:?.*|(AUTH)(?:LOGIN|PLAIN)");
  private static final Pattern HEADER = Pattern.compile("[A-Z][A-Z0-9-]+:");

  /** Of an unknown word, so many characters are repeated. */
  private static final int MOST_CHARACTERS = 20;

  /** RFC 5321 section 4.5.3.1.4: 512 octets, CR LF included. */
  private static final int MOST_OCTETS = 510;

  private final Catalog catalog;

  VerbMistakes(Catalog catalog) {
    this.catalog = catalog;
  }

  Optional<Finding> find(Moment moment) {
    if (!moment.answers(Asked.Kind.COMMAND) || !moment.code(500, 502)) {
      return Optional.empty();
    }
    String line = moment.line();
    if (line.getBytes(StandardCharsets.UTF_8).length > MOST_OCTETS) {
      return Optional.of(Finding.of("verb.long"));
    }
    if (line.isBlank()) {
      return Optional.of(Finding.of("verb.empty"));
    }
    Matcher copied = COPIED.matcher(line.strip());
    if (copied.matches()) {
      return Optional.of(Finding.of("verb.copied", copied.group(1).strip()));
    }
    if (moment.verb().isEmpty()) {
      return Optional.of(Finding.of("verb.blank"));
    }
    if (catalog.command(moment.verb()).isPresent()) {
      return moment.code(500)
          ? Optional.of(Finding.of("verb.known", moment.verb()))
          : Optional.empty();
    }
    return Optional.of(unknown(moment.verb()));
  }

  private Finding unknown(String verb) {
    Matcher glued = GLUED.matcher(verb);
    if (glued.matches()) {
      for (int i = 1; i <= glued.groupCount(); i++) {
        if (glued.group(i) != null) {
          return Finding.of("verb.glued", glued.group(i));
        }
      }
    }
    Optional<String> near = Spelling.nearest(verb, catalog.verbs("smtp"));
    if (near.isPresent()) {
      return Finding.of("verb.misspelt", verb, near.get());
    }
    if (HEADER.matcher(verb).matches()) {
      return Finding.of("verb.header", verb.charAt(0) + verb.substring(1).toLowerCase(Locale.ROOT));
    }
    boolean cut = verb.length() > MOST_CHARACTERS;
    return Finding.of("verb.unknown", cut ? verb.substring(0, MOST_CHARACTERS) + "…" : verb);
  }
}
