package smtpterm.server;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads MAIL and RCPT: syntax, parameters, and whether such a mail may come in at all. */
final class EnvelopeCommands {
  private static final Set<String> MAIL_PARAMETERS =
      Set.of("SIZE", "BODY", "SMTPUTF8", "AUTH", "RET", "ENVID", "BY");
  private static final Set<String> MAIL_PARAMETERS_WITH_TLS =
      Set.of("SIZE", "BODY", "SMTPUTF8", "AUTH", "RET", "ENVID", "BY", "REQUIRETLS");
  private static final Set<String> RCPT_PARAMETERS = Set.of("NOTIFY", "ORCPT");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,20}");
  private static final Pattern BODY = Pattern.compile("(?i)7BIT|8BITMIME");
  private static final Pattern RET = Pattern.compile("(?i)FULL|HDRS");
  private static final Pattern NOTIFY =
      Pattern.compile("(?i)NEVER|(?:SUCCESS|FAILURE|DELAY)(?:,(?:SUCCESS|FAILURE|DELAY))*");
  private static final String XTEXT_CHARACTERS = "(?:[!-*,-<>-~]|\\+[0-9A-F]{2})";
  private static final Pattern ENVID = Pattern.compile(XTEXT_CHARACTERS + "{1,100}");
  private static final Pattern XTEXT = Pattern.compile(XTEXT_CHARACTERS + "{1,500}");
  private static final Pattern ORCPT =
      Pattern.compile("[-A-Za-z0-9.]{1,50};" + XTEXT_CHARACTERS + "{1,500}");

  /** RFC 6533 section 3: with SMTPUTF8 the original address may have letters beyond ASCII. */
  private static final Pattern ORCPT_UTF8 =
      Pattern.compile(
          "(?i)utf-8;(?:[!-*,-<>-\\[\\]-~\\x{A0}-\\x{10FFFF}]|\\\\x\\{[0-9A-F]{2,6}\\}){1,500}");

  /** RFC 2852 section 4: who wants a mail returned must leave some time for it. */
  private static final Pattern BY =
      Pattern.compile("(?i)(?:\\+?0*[1-9][0-9]{0,8};R|[-+]?[0-9]{1,9};N)T?");

  private final PostOffice office;
  private final SendingRights rights;

  EnvelopeCommands(PostOffice office) {
    this.office = office;
    this.rights = new SendingRights(office);
  }

  /**
   * Reads what follows {@code MAIL}.
   *
   * @throws Refusal when this mail is not taken
   */
  Sender mail(String argument, Client client) throws Refusal {
    rights.demandLogin(client);
    AddressArgument given =
        AddressArgument.parse(AddressArgument.Form.MAIL, argument, office.settings().strict());
    Path path = given.path().isEmpty() ? Path.NULL : PathParser.reversePath().parse(given.path());
    boolean encrypted = client.channel().encrypted();
    known(given, encrypted ? MAIL_PARAMETERS_WITH_TLS : MAIL_PARAMETERS, client.hello());
    check(given, "BODY", BODY);
    check(given, "RET", RET);
    check(given, "ENVID", ENVID);
    check(given, "AUTH", XTEXT);
    check(given, "SIZE", NUMBER);
    check(given, "BY", BY);
    demandNoValue(given, "SMTPUTF8");
    demandNoValue(given, "REQUIRETLS");
    boolean utf8 = given.has("SMTPUTF8");
    checkCharacters(path, utf8, PathParser.reversePath());
    rights.demandOwn(client, path);
    long declared = declared(given);
    Refusal.unless(declared <= office.settings().maximumSize(), Replies.TOO_BIG);
    Refusal.unless(office.storage().hasRoomFor(declared), Replies.NO_SPACE);
    return new Sender(
        path, declared, utf8, given.value("ENVID").orElse(""), office.wishOfSender(path));
  }

  /**
   * Reads what follows {@code RCPT}.
   *
   * @throws Refusal when this recipient is not taken
   */
  Recipient rcpt(String argument, Client client, Sender sender) throws Refusal {
    AddressArgument given =
        AddressArgument.parse(AddressArgument.Form.RCPT, argument, office.settings().strict());
    Path path = recipient(given.path());
    known(given, RCPT_PARAMETERS, client.hello());
    check(given, "NOTIFY", NOTIFY);
    String original = given.value("ORCPT").orElse("");
    if (!sender.utf8() || !ORCPT_UTF8.matcher(original).matches()) {
      check(given, "ORCPT", ORCPT);
    }
    checkCharacters(path, sender.utf8(), PathParser.forwardPath());
    Optional<Wish> wish = office.wishOfRecipient(path, client);
    List<String> mailboxes =
        wish.isPresent() ? List.of(Accounts.POSTMASTER) : office.mailboxesOf(path);
    boolean report = given.value("NOTIFY").orElse("").toUpperCase(Locale.ROOT).contains("SUCCESS");
    return new Recipient(path, mailboxes, report, original, wish);
  }

  private static Path recipient(String text) throws Refusal {
    if (text.isEmpty()) {
      throw PathParser.forwardPath().wrong("a recipient is never empty");
    }
    // RFC 5321 section 4.5.1: every server takes mail for its postmaster, even without a domain.
    return text.equalsIgnoreCase(Accounts.POSTMASTER)
        ? new Path(text, Accounts.POSTMASTER, "")
        : PathParser.forwardPath().parse(text);
  }

  private static void known(AddressArgument given, Set<String> known, Hello hello) throws Refusal {
    if (!hello.extended() && !given.parameters().isEmpty()) {
      throw new Refusal(Answer.of(555, "5.5.4", "After HELO there are no parameters, say EHLO"));
    }
    if (!known.containsAll(given.parameters().keySet())) {
      throw new Refusal(Answer.of(555, "5.5.4", "Unknown parameter"));
    }
  }

  private static void demandNoValue(AddressArgument given, String keyword) throws Refusal {
    Refusal.unless(given.value(keyword).isEmpty(), Replies.parameter(keyword + " has no value"));
  }

  private static void check(AddressArgument given, String keyword, Pattern shape) throws Refusal {
    if (given.has(keyword)) {
      Optional<String> value = given.value(keyword);
      if (value.isEmpty() || !shape.matcher(value.get()).matches()) {
        throw new Refusal(Replies.parameter(keyword + " cannot have this value"));
      }
    }
  }

  private static void checkCharacters(Path path, boolean utf8, PathParser parser) throws Refusal {
    if (!utf8 && !path.ascii()) {
      throw new Refusal(Replies.NOT_ASCII);
    }
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(path.text())) {
      throw parser.wrong("not UTF-8");
    }
  }

  private static long declared(AddressArgument given) {
    String size = given.value("SIZE").orElse("0");
    // RFC 1870 section 4: up to 20 digits, which a long cannot hold.
    return new BigInteger(size).min(BigInteger.valueOf(Long.MAX_VALUE)).longValueExact();
  }
}
