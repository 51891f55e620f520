package smtpterm.protocol;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A parameter of MAIL or RCPT, such as {@code SIZE=n}.
 *
 * @param name in upper case
 * @param verbs the commands that take it
 * @param keywords one of these EHLO must have offered
 * @param form what stands behind the equals sign, such as {@code n}; empty for nothing
 * @param values what fits there, as a regular expression
 */
record Parameter(
    String name, List<String> verbs, List<String> keywords, String form, String values) {
  private static final String ANY = "\\S+";

  /** All that are registered. */
  static final List<Parameter> ALL =
      List.of(
          of("MAIL", "SIZE", "SIZE", "n", "[0-9]{1,18}"),
          of("MAIL", "BODY", "8BITMIME BINARYMIME", "8BITMIME", "(?i)7BIT|8BITMIME|BINARYMIME"),
          of("MAIL", "SMTPUTF8", "SMTPUTF8", "", ""),
          of("MAIL", "AUTH", "AUTH", "<>", ANY),
          of("MAIL", "RET", "DSN", "FULL", "(?i)FULL|HDRS"),
          of("MAIL", "ENVID", "DSN", "id", ANY),
          of(
              "RCPT",
              "NOTIFY",
              "DSN",
              "NEVER",
              "(?i)NEVER|(SUCCESS|FAILURE|DELAY)(,(SUCCESS|FAILURE|DELAY)){0,2}"),
          of("RCPT", "ORCPT", "DSN", "rfc822;a@b", "[^;\\s]+;\\S+"),
          of("MAIL", "BY", "DELIVERBY", "n;R", ANY),
          of("MAIL", "HOLDFOR", "FUTURERELEASE", "n", "[0-9]{1,18}"),
          of("MAIL", "HOLDUNTIL", "FUTURERELEASE", "date", ANY),
          of("MAIL", "MT-PRIORITY", "MT-PRIORITY", "n", "-?[0-9]"),
          of("MAIL", "REQUIRETLS", "REQUIRETLS", "", ""),
          of("MAIL", "TRANSID", "CHECKPOINT", "<id>", ANY),
          of("MAIL", "MTRK", "MTRK", "id", ANY),
          of("MAIL", "SOLICIT", "NO-SOLICITING", "keyword", ANY),
          of("MAIL", "SUBMITTER", "SUBMITTER", "a@b", ANY),
          of("MAIL", "CONPERM", "CONPERM", "", ""),
          of("RCPT", "CONNEG", "CONNEG", "", ""),
          of("RCPT", "RRVS", "RRVS", "date", ANY),
          of("MAIL RCPT", "ALT-ADDRESS", "UTF8SMTP", "a@b", ANY));

  Parameter {
    verbs = List.copyOf(verbs);
    keywords = List.copyOf(keywords);
  }

  /** The parameter of this name, in upper case. */
  static Optional<Parameter> named(String name) {
    return ALL.stream().filter(p -> p.name().equals(name)).findFirst();
  }

  /** Whether this value fits. */
  boolean takes(String value) {
    return value.matches(values);
  }

  /** Whether a value that does not fit yet may do so when typed on. */
  boolean begins(String value) {
    Matcher matcher = Pattern.compile(values).matcher(value);
    return !matcher.matches() && matcher.hitEnd();
  }

  private static Parameter of(
      String verbs, String name, String keywords, String form, String values) {
    return new Parameter(
        name, List.of(verbs.split(" ", -1)), List.of(keywords.split(" ", -1)), form, values);
  }
}
