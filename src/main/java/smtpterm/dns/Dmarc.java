package smtpterm.dns;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A DMARC record taken apart: {@code v=DMARC1; p=reject; rua=mailto:d@kolleg.de} (RFC 7489 6.3).
 *
 * @param tags in their order
 */
record Dmarc(List<Tag> tags) {
  private static final Set<String> POLICIES = Set.of("none", "quarantine", "reject");
  private static final Pattern PERCENT = Pattern.compile("100|[0-9]{1,2}");
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");
  private static final Pattern FAILURES = Pattern.compile("[01ds](?:\\s*:\\s*[01ds])*");

  Dmarc {
    tags = List.copyOf(tags);
  }

  /**
   * One tag, such as {@code p=reject}.
   *
   * @param text as it stands there
   * @param name in small letters; empty where there is no equals sign
   * @param value without blanks around it
   */
  record Tag(String text, String name, String value) {
    /** Whether the value is one that the rules know for this name. */
    boolean valid() {
      String small = value.toLowerCase(Locale.ROOT);
      return switch (name) {
        case "v" -> value.equals("DMARC1");
        case "p", "sp" -> POLICIES.contains(small);
        case "adkim", "aspf" -> small.equals("r") || small.equals("s");
        case "pct" -> PERCENT.matcher(value).matches();
        case "ri" -> SECONDS.matcher(value).matches();
        case "fo" -> FAILURES.matcher(small).matches();
        case "rua", "ruf" -> !value.isEmpty();
        case "rf" -> small.equals("afrf");
        default -> false;
      };
    }

    /** The parts of a list, such as the addresses of {@code rua}. */
    List<String> parts(String separator) {
      return List.of(value.split("\\s*" + separator + "\\s*", -1));
    }
  }

  static Dmarc parse(String record) {
    List<Tag> tags = new ArrayList<>();
    for (String part : record.split(";", -1)) {
      String text = part.strip();
      int equals = text.indexOf('=');
      if (equals > 0) {
        String name = text.substring(0, equals).strip().toLowerCase(Locale.ROOT);
        tags.add(new Tag(text, name, text.substring(equals + 1).strip()));
      } else if (!text.isEmpty()) {
        tags.add(new Tag(text, "", text));
      }
    }
    return new Dmarc(tags);
  }

  Optional<Tag> tag(String name) {
    return tags.stream().filter(tag -> tag.name().equals(name)).findFirst();
  }
}
