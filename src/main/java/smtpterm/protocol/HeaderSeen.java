package smtpterm.protocol;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import smtpterm.protocol.Remark.Kind;

/**
 * The header lines of a message so far, and how they fit the envelope. Not safe for several
 * threads.
 */
final class HeaderSeen {
  /** RFC 5322 section 3.6: fields that a header has once; Received and the like come often. */
  private static final Set<String> ONCE =
      Set.of("FROM", "SENDER", "REPLY-TO", "TO", "CC", "BCC", "DATE", "SUBJECT", "MESSAGE-ID");

  /** The first two are required, the third is what everybody expects. */
  private static final List<String> EXPECTED = List.of("From", "Date", "Subject");

  /** Longer fields are real, but nobody types them. */
  private static final int MOST_CHARACTERS = 20_000;

  private final Map<String, StringBuilder> fields = new LinkedHashMap<>();
  private String last = "";

  /** Takes a field; whether it should stand once and is there already. */
  boolean add(String name, String value) {
    last = name.toUpperCase(Locale.ROOT);
    boolean twice = ONCE.contains(last) && fields.containsKey(last);
    if (ONCE.contains(last)) {
      fields.computeIfAbsent(last, k -> new StringBuilder());
      more(twice ? "," + value : value);
    }
    return twice;
  }

  /** Takes a line that continues the last field (RFC 5322 section 2.2.3). */
  void more(String line) {
    StringBuilder value = fields.get(last);
    if (value != null && value.length() + line.length() <= MOST_CHARACTERS) {
      value.append(line);
    }
  }

  boolean has(String name) {
    return fields.containsKey(name.toUpperCase(Locale.ROOT));
  }

  List<String> missing() {
    return EXPECTED.stream().filter(name -> !has(name)).toList();
  }

  /** What is worth seeing when header and envelope lie beside each other. */
  List<Remark> besides(Progress envelope) {
    List<Remark> remarks = new ArrayList<>();
    for (String name : List.of("From", "To", "Cc")) {
      if (has(name) && addresses(name).isEmpty() && !emptyGroup(name)) {
        remarks.add(Remark.of(Kind.ADDRESS_MISSING, name));
        break;
      }
    }
    sender(envelope.reversePath()).ifPresent(remarks::add);
    List<FieldAddress> named = new ArrayList<>(addresses("To"));
    named.addAll(addresses("Cc"));
    if (!named.isEmpty()) {
      recipients(envelope.recipients(), named, remarks);
    }
    return remarks;
  }

  private Optional<Remark> sender(String reversePath) {
    List<FieldAddress> from = addresses("From");
    List<FieldAddress> all = new ArrayList<>(from);
    all.addAll(addresses("Sender"));
    // Reports about mails have no sender on purpose.
    if (reversePath.isEmpty() || from.isEmpty() || all.contains(FieldAddress.of(reversePath))) {
      return Optional.empty();
    }
    return Optional.of(Remark.of(Kind.FROM_DIFFERS, reversePath, from.get(0).typed()));
  }

  private void recipients(List<String> paths, List<FieldAddress> named, List<Remark> remarks) {
    List<FieldAddress> envelope = paths.stream().map(FieldAddress::of).toList();
    List<FieldAddress> bcc = addresses("Bcc");
    envelope.stream()
        .filter(to -> !named.contains(to) && !bcc.contains(to) && to.typed().indexOf('@') > 0)
        .findFirst()
        .ifPresent(to -> remarks.add(Remark.of(Kind.RECIPIENT_HIDDEN, to.typed())));
    named.stream()
        .filter(to -> !envelope.contains(to))
        .findFirst()
        .ifPresent(to -> remarks.add(Remark.of(Kind.RECIPIENT_NOT_SERVED, to.typed())));
  }

  private List<FieldAddress> addresses(String name) {
    return has(name)
        ? FieldAddress.in(fields.get(name.toUpperCase(Locale.ROOT)).toString())
        : List.of();
  }

  /** {@code undisclosed-recipients:;} names nobody on purpose. */
  private boolean emptyGroup(String name) {
    return fields.get(name.toUpperCase(Locale.ROOT)).toString().strip().endsWith(":;");
  }
}
