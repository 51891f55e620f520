package smtpterm.mail;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import smtpterm.mail.Finding.Kind;
import smtpterm.protocol.FieldAddress;
import smtpterm.wire.LosslessUtf8;

/**
 * Compares what the lines of a header say with each other: an answer that would go elsewhere, a
 * clock that runs backwards. Proves nothing: every line but those of the own servers can be forged.
 */
final class Detective {
  private static final Duration SLIP = Duration.ofSeconds(5);
  private static final Duration LONG_AGO = Duration.ofDays(1);
  private static final int MOST_DELAYS = 3;
  private static final int LONGEST = 4_096;
  private static final Pattern ADDRESS =
      Pattern.compile("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){1,8}");

  private final Header header;
  private final List<Hop> path;
  private final List<Check> checks;
  private final List<Finding> findings = new ArrayList<>();
  private final String from;

  private Detective(Header header, List<Hop> path, List<Check> checks) {
    this.header = header;
    this.path = path;
    this.checks = checks;
    this.from = address("From");
  }

  static List<Finding> findings(Header header, List<Hop> path, List<Check> checks) {
    Detective detective = new Detective(header, path, checks);
    detective.from();
    detective.returnPath();
    detective.replyTo();
    detective.messageId();
    detective.date();
    detective.way();
    detective.checked();
    detective.letters();
    return detective.findings;
  }

  private void add(Kind kind, Object... arguments) {
    findings.add(Finding.of(kind, arguments));
  }

  private String raw(String name) {
    String raw = header.first(name).map(HeaderField::raw).orElse("");
    return raw.substring(0, Math.min(raw.length(), LONGEST));
  }

  /** The first address of a field; "" where there is none. */
  private String address(String name) {
    List<FieldAddress> all = FieldAddress.in(raw(name));
    return all.isEmpty() ? "" : all.get(0).typed();
  }

  private static boolean same(String one, String other) {
    return FieldAddress.of(one).equals(FieldAddress.of(other));
  }

  private void from() {
    int count = header.all("From").size();
    if (count > 1) {
      add(Kind.FROM_TWICE, count);
    } else if (from.isEmpty()) {
      add(Kind.FROM_MISSING);
    }
    String text = EncodedWords.decoded(raw("From"));
    int angle = text.lastIndexOf('<');
    Matcher name = ADDRESS.matcher(text.substring(0, Math.max(angle, 0)));
    if (name.find() && !same(name.group(), from)) {
      add(Kind.NAME_IS_OTHER_ADDRESS, name.group(), from);
    }
  }

  private void returnPath() {
    if (header.first("Return-Path").isEmpty()) {
      add(Kind.RETURN_PATH_MISSING);
      return;
    }
    String path = address("Return-Path");
    if (path.isEmpty()) {
      add(Kind.RETURN_PATH_EMPTY);
    } else if (!from.isEmpty()) {
      Kind kind =
          same(path, from)
              ? Kind.RETURN_PATH_SAME
              : Domains.related(Domains.of(path), Domains.of(from))
                  ? Kind.RETURN_PATH_RELATED
                  : Kind.RETURN_PATH_DIFFERS;
      add(kind, path, from);
    }
  }

  private void replyTo() {
    String reply = address("Reply-To");
    if (!reply.isEmpty() && !from.isEmpty() && !same(reply, from)) {
      add(Kind.REPLY_TO_DIFFERS, reply, from);
    }
  }

  private void messageId() {
    String id = Domains.of(raw("Message-ID"));
    if (header.first("Message-ID").isEmpty()) {
      add(Kind.MESSAGE_ID_MISSING);
    } else if (!from.isEmpty()) {
      boolean fits = Domains.related(id, Domains.of(from));
      add(fits ? Kind.MESSAGE_ID_FITS : Kind.MESSAGE_ID_DIFFERS, id, Domains.of(from));
    }
  }

  private void date() {
    Optional<HeaderField> field = header.first("Date");
    if (field.isEmpty()) {
      add(Kind.DATE_MISSING);
      return;
    }
    Optional<OffsetDateTime> date = MailDate.of(field.get().raw());
    if (date.isEmpty()) {
      add(Kind.DATE_UNREADABLE, raw("Date"));
      return;
    }
    Optional<OffsetDateTime> first = path.stream().flatMap(hop -> hop.time().stream()).findFirst();
    if (first.isPresent()) {
      Duration passed = Duration.between(date.get(), first.get());
      if (passed.compareTo(Hop.LONG.negated()) < 0) {
        add(Kind.DATE_AFTER, passed.negated());
      } else {
        add(passed.compareTo(LONG_AGO) > 0 ? Kind.DATE_BEFORE : Kind.DATE_FITS, passed);
      }
    }
  }

  private void way() {
    if (path.isEmpty()) {
      add(Kind.RECEIVED_MISSING);
    }
    int unreadable = 0;
    int delays = 0;
    for (int i = 0; i < path.size(); i++) {
      Hop hop = path.get(i);
      Duration after = hop.after().orElse(Duration.ZERO);
      if (!hop.stamp().readable() || hop.time().isEmpty()) {
        unreadable++;
      }
      if (after.compareTo(SLIP.negated()) < 0) {
        add(Kind.CLOCK_BACK, server(i), after.negated());
      } else if (after.compareTo(Hop.LONG) >= 0 && delays++ < MOST_DELAYS) {
        add(Kind.DELAY, server(i - 1), after);
      }
    }
    if (unreadable > 0) {
      add(Kind.RECEIVED_UNREADABLE, unreadable);
    }
  }

  private String server(int index) {
    String by = index < 0 ? "" : path.get(index).stamp().by();
    return by.isEmpty() ? "?" : by.split(" ", 2)[0];
  }

  private void checked() {
    if (checks.isEmpty()) {
      if (!path.isEmpty()) {
        add(Kind.NOT_CHECKED);
      }
      return;
    }
    String checker = checks.get(0).server();
    boolean met = path.stream().anyMatch(hop -> Domains.related(hop.stamp().by(), checker));
    if (!checker.isEmpty() && !path.isEmpty() && !met) {
      add(Kind.CHECKED_ELSEWHERE, checker, server(path.size() - 1));
    }
  }

  private void letters() {
    for (HeaderField field : header.fields()) {
      String raw = field.raw();
      if (raw.chars().anyMatch(c -> c > 127)) {
        boolean broken = raw.codePoints().anyMatch(Detective::carriesOctet);
        add(broken ? Kind.HEADER_NOT_UTF8 : Kind.HEADER_8BIT, field.name());
        return;
      }
    }
  }

  private static boolean carriesOctet(int codePoint) {
    return codePoint <= 0xFFFF && LosslessUtf8.carriesOctet((char) codePoint);
  }
}
