package smtpterm.server;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import smtpterm.sasl.Account;
import smtpterm.sasl.Credentials;

/**
 * Who has a mailbox, such as anna with the password {@code geheim} in {@code kolleg.de} and {@code
 * example.com}.
 *
 * <p>An account has one mailbox, whichever of the domains a mail is sent to. Mail for {@code
 * postmaster} goes to a mailbox of that name, to which nobody can log in. {@code klasse} and {@code
 * liste} are mailing lists of all accounts.
 *
 * @param all at least one; their names in lower case, no two the same
 * @param domains at least one, in lower case; the first one is the server's own
 */
public record Accounts(List<Account> all, List<String> domains) implements Credentials {
  /** The mailbox that every server has (RFC 5321 section 4.5.1). */
  static final String POSTMASTER = "postmaster";

  // RFC 5321 section 4.5.3.1.1
  private static final int LONGEST_NAME = 64;

  /** RFC 5321 section 4.5.3.1.2 says 255; {@code mail.} stands in front of it. */
  private static final int LONGEST_DOMAIN = 250;

  private static final Set<String> LISTS = Set.of("klasse", "liste");
  private static final Pattern NAME = Pattern.compile("[a-z0-9]+(?:[-._][a-z0-9]+)*");

  public Accounts {
    all = List.copyOf(all);
    domains = List.copyOf(domains);
    if (all.isEmpty() || domains.isEmpty()) {
      throw new IllegalArgumentException("no account or no domain");
    }
    Set<String> names = new HashSet<>(LISTS);
    names.add(POSTMASTER);
    for (Account account : all) {
      if (!wellFormed(account.name()) || !names.add(account.name())) {
        throw new IllegalArgumentException("account: " + account.name());
      }
    }
    for (String domain : domains) {
      if (!isDomain(domain)) {
        throw new IllegalArgumentException("domain: " + domain);
      }
    }
  }

  /** Whether an account can have this name: {@code anna}, {@code anna.b}, {@code pupil-07}. */
  static boolean wellFormed(String name) {
    return name.length() <= LONGEST_NAME && NAME.matcher(name).matches();
  }

  /** Whether no account can have this name, because the server needs it. */
  static boolean reserved(String name) {
    return LISTS.contains(name) || name.equals(POSTMASTER);
  }

  /** Whether a server can be there for this domain: {@code kolleg.de}, in small letters. */
  public static boolean isDomain(String domain) {
    return domain.length() <= LONGEST_DOMAIN
        && PathParser.domain(domain)
        && !domain.startsWith("[")
        && domain.equals(domain.toLowerCase(Locale.ROOT));
  }

  /** The three accounts of every lesson: anna/geheim, bob/topSecret and carol/garten. */
  public static Accounts standard() {
    return new Accounts(
        List.of(
            new Account("anna", "geheim"),
            new Account("bob", "topSecret"),
            new Account("carol", "garten")),
        List.of("kolleg.de", "example.com"));
  }

  /** The name by which the server greets, such as {@code mail.kolleg.de}. */
  public String host() {
    return "mail." + domains.get(0);
  }

  /** The account of this name, or of this address in one of the domains. */
  @Override
  public Optional<Account> find(String user) {
    int at = user.lastIndexOf('@');
    boolean here = at < 0 || domains.contains(user.substring(at + 1).toLowerCase(Locale.ROOT));
    String name = (at < 0 ? user : user.substring(0, at)).toLowerCase(Locale.ROOT);
    return here ? all.stream().filter(a -> a.name().equals(name)).findFirst() : Optional.empty();
  }

  /** The names of all accounts, in their order. */
  List<String> names() {
    return all.stream().map(Account::name).toList();
  }

  /** Where mail for this local part goes: one mailbox, all of a list, or none. */
  List<String> mailboxesOf(String localPart) {
    String name = localPart.toLowerCase(Locale.ROOT);
    if (LISTS.contains(name)) {
      return names();
    }
    return name.equals(POSTMASTER) || names().contains(name) ? List.of(name) : List.of();
  }

  boolean isList(String localPart) {
    return LISTS.contains(localPart.toLowerCase(Locale.ROOT));
  }
}
