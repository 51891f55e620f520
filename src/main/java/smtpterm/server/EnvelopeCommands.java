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
      Set.of("SIZE", "BODY", "SMTPUTF8", "AUTH", "RET", "ENVID");
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

  private final PostOffice office;

  EnvelopeCommands(PostOffice office) {
    this.office = office;
  }

  /**
   * Reads what follows {@code MAIL}.
   *
   * @param extended whether the client said EHLO; after HELO no parameter exists
   * @throws Refusal when this mail is not taken
   */
  Sender mail(String argument, boolean extended) throws Refusal {
    AddressArgument given =
        AddressArgument.parse(AddressArgument.Form.MAIL, argument, office.settings().strict());
    Path path = given.path().isEmpty() ? Path.NULL : PathParser.reversePath().parse(given.path());
    known(given, MAIL_PARAMETERS, extended);
    check(given, "BODY", BODY);
    check(given, "RET", RET);
    check(given, "ENVID", ENVID);
    check(given, "AUTH", XTEXT);
    check(given, "SIZE", NUMBER);
    if (given.value("SMTPUTF8").isPresent()) {
      throw new Refusal(Replies.parameter("SMTPUTF8 has no value"));
    }
    boolean utf8 = given.has("SMTPUTF8");
    checkCharacters(path, utf8, PathParser.reversePath());
    long declared = declared(given);
    if (declared > office.settings().maximumSize()) {
      throw new Refusal(Replies.TOO_BIG);
    }
    if (declared > office.budget().free()) {
      throw new Refusal(Replies.NO_SPACE);
    }
    return new Sender(path, declared, utf8, given.value("ENVID").orElse(""));
  }

  /**
   * Reads what follows {@code RCPT}.
   *
   * @param utf8 whether MAIL had SMTPUTF8
   * @throws Refusal when this recipient is not taken
   */
  Recipient rcpt(String argument, boolean extended, boolean utf8) throws Refusal {
    AddressArgument given =
        AddressArgument.parse(AddressArgument.Form.RCPT, argument, office.settings().strict());
    Path path = recipient(given.path());
    known(given, RCPT_PARAMETERS, extended);
    check(given, "NOTIFY", NOTIFY);
    check(given, "ORCPT", ORCPT);
    checkCharacters(path, utf8, PathParser.forwardPath());
    List<String> mailboxes = office.mailboxesOf(path);
    boolean report = given.value("NOTIFY").orElse("").toUpperCase(Locale.ROOT).contains("SUCCESS");
    return new Recipient(path, mailboxes, report, given.value("ORCPT").orElse(""));
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

  private static void known(AddressArgument given, Set<String> known, boolean extended)
      throws Refusal {
    if (!extended && !given.parameters().isEmpty()) {
      throw new Refusal(Answer.of(555, "5.5.4", "After HELO there are no parameters, say EHLO"));
    }
    if (!known.containsAll(given.parameters().keySet())) {
      throw new Refusal(Answer.of(555, "5.5.4", "Unknown parameter"));
    }
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
