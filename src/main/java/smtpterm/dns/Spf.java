package smtpterm.dns;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An SPF record taken apart: {@code v=spf1 ip4:192.0.2.0/24 -all} (RFC 7208).
 *
 * @param terms all terms behind the version, in their order
 */
record Spf(List<Term> terms) {
  /** RFC 7208 4.6.4: more questions than these make the record invalid. */
  static final int MOST_QUESTIONS = 10;

  private static final Pattern MODIFIER = Pattern.compile("([A-Za-z][A-Za-z0-9._-]*)=(.*)");
  private static final Pattern MECHANISM =
      Pattern.compile("([-+~?]?)([A-Za-z][A-Za-z0-9._-]*)(?::([^/].*?))?((?://?[0-9]{1,3}){0,2})");
  private static final Pattern PREFIX = Pattern.compile("(?:/([0-9]{1,3}))?(?://([0-9]{1,3}))?");
  private static final Pattern NETWORK = Pattern.compile("([-+~?]?)(ip4|ip6):(.+)");

  Spf {
    terms = List.copyOf(terms);
  }

  /** What a term is. */
  enum Kind {
    ALL,
    INCLUDE,
    A,
    MX,
    PTR,
    IP4,
    IP6,
    EXISTS,
    REDIRECT,
    EXP,
    /** A modifier that nobody knows, which is to be passed over (RFC 7208 6). */
    OTHER_MODIFIER,
    /** It makes the whole record invalid (RFC 7208 4.6). */
    INVALID;

    /** Whether it makes whoever checks ask the DNS once more. */
    boolean asks() {
      return switch (this) {
        case INCLUDE, A, MX, PTR, EXISTS, REDIRECT -> true;
        default -> false;
      };
    }
  }

  /**
   * One term, such as {@code ~include:_spf.kolleg.de}.
   *
   * @param text as it stands there
   * @param qualifier {@code + - ~ ?}
   * @param kind what it is
   * @param domain the domain that is named, or the address; empty when none is
   * @param prefix the lengths of the network, such as {@code /24//64}; empty for none
   */
  record Term(String text, char qualifier, Kind kind, String domain, String prefix) {
    Term {
      Objects.requireNonNull(text, "text");
      Objects.requireNonNull(kind, "kind");
    }
  }

  /** Takes a record apart, whose version has been looked at. */
  static Spf parse(String record) {
    List<Term> terms = new ArrayList<>();
    String[] words = record.split(" +", -1);
    for (String word : List.of(words).subList(1, words.length)) {
      if (!word.isEmpty()) {
        terms.add(term(word));
      }
    }
    return new Spf(terms);
  }

  private static Term term(String word) {
    Matcher modifier = MODIFIER.matcher(word);
    if (modifier.matches()) {
      Kind kind =
          switch (modifier.group(1).toLowerCase(Locale.ROOT)) {
            case "redirect" -> Kind.REDIRECT;
            case "exp" -> Kind.EXP;
            default -> Kind.OTHER_MODIFIER;
          };
      boolean empty = modifier.group(2).isEmpty() && kind != Kind.OTHER_MODIFIER;
      return new Term(word, '+', empty ? Kind.INVALID : kind, modifier.group(2), "");
    }
    Matcher network = NETWORK.matcher(word.toLowerCase(Locale.ROOT));
    if (network.matches()) {
      boolean four = network.group(2).equals("ip4");
      boolean good = Network.parse(network.group(3), four).isPresent();
      Kind kind = four ? Kind.IP4 : Kind.IP6;
      return new Term(
          word, sign(network.group(1)), good ? kind : Kind.INVALID, network.group(3), "");
    }
    return mechanism(word);
  }

  private static Term mechanism(String word) {
    Matcher m = MECHANISM.matcher(word);
    if (!m.matches() || !lengths(m.group(4))) {
      return new Term(word, '+', Kind.INVALID, "", "");
    }
    String domain = Optional.ofNullable(m.group(3)).orElse("");
    String prefix = m.group(4);
    Kind kind =
        switch (m.group(2).toLowerCase(Locale.ROOT)) {
          case "all" -> domain.isEmpty() && prefix.isEmpty() ? Kind.ALL : Kind.INVALID;
          case "include" -> needed(Kind.INCLUDE, domain, prefix);
          case "exists" -> needed(Kind.EXISTS, domain, prefix);
          case "a" -> Kind.A;
          case "mx" -> Kind.MX;
          case "ptr" -> prefix.isEmpty() ? Kind.PTR : Kind.INVALID;
          default -> Kind.INVALID;
        };
    return new Term(word, sign(m.group(1)), kind, domain, prefix);
  }

  /** RFC 7208 5.6: {@code /24} is for IPv4, {@code //64} for IPv6, in this order. */
  private static boolean lengths(String prefix) {
    Matcher m = PREFIX.matcher(prefix);
    return m.matches()
        && (m.group(1) == null || Integer.parseInt(m.group(1)) <= 32)
        && (m.group(2) == null || Integer.parseInt(m.group(2)) <= 128);
  }

  private static Kind needed(Kind kind, String domain, String prefix) {
    return domain.isEmpty() || !prefix.isEmpty() ? Kind.INVALID : kind;
  }

  private static char sign(String qualifier) {
    return qualifier.isEmpty() ? '+' : qualifier.charAt(0);
  }

  /** How often whoever checks has to ask the DNS for this record alone. */
  long questions() {
    return terms.stream().filter(t -> t.kind().asks()).count();
  }

  boolean has(Kind kind) {
    return terms.stream().anyMatch(t -> t.kind() == kind);
  }

  /** The terms behind {@code all}, which nobody ever looks at (RFC 7208 5.1). */
  List<Term> unreached() {
    for (int i = 0; i < terms.size(); i++) {
      if (terms.get(i).kind() == Kind.ALL) {
        return terms.subList(i + 1, terms.size()).stream()
            .filter(t -> t.kind() != Kind.EXP && t.kind() != Kind.OTHER_MODIFIER)
            .toList();
      }
    }
    return List.of();
  }
}
