package smtpterm.protocol;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What a server offers under TLS, compared with what it had offered in the clear: {@code STARTTLS}
 * is gone, {@code AUTH PLAIN} is new.
 *
 * @param gone keywords that are not offered any more, in upper case
 * @param come keywords that are new, with their arguments
 * @param altered keywords that were and are offered, with arguments that are now other ones
 * @param oddities what no server should do; mostly empty
 */
public record OfferChange(
    List<String> gone, List<String> come, List<String> altered, Set<Oddity> oddities) {
  public OfferChange {
    gone = List.copyOf(gone);
    come = List.copyOf(come);
    altered = List.copyOf(altered);
    Objects.requireNonNull(oddities, "oddities");
    oddities =
        oddities.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(oddities));
  }

  /** What hints at a server in disorder, or at somebody in between. */
  public enum Oddity {
    /** STARTTLS is offered again, though RFC 3207 section 4.2 forbids that. */
    TLS_OFFERED_AGAIN,
    /** A login was offered in the clear, and is not any more. */
    LOGIN_GONE,
    /** A mechanism that keeps the password to itself was offered in the clear, and is not here. */
    STRONG_MECHANISM_GONE
  }

  /** Compares; both as the server listed them. */
  public static OfferChange between(Capabilities clear, Capabilities encrypted) {
    List<String> gone = new ArrayList<>();
    List<String> come = new ArrayList<>();
    List<String> altered = new ArrayList<>();
    for (String keyword : clear.keywords().keySet()) {
      if (!encrypted.offers(keyword)) {
        gone.add(keyword);
      } else if (!clear.arguments(keyword).equals(encrypted.arguments(keyword))) {
        altered.add(whole(keyword, encrypted));
      }
    }
    for (String keyword : encrypted.keywords().keySet()) {
      if (!clear.offers(keyword)) {
        come.add(whole(keyword, encrypted));
      }
    }
    return new OfferChange(gone, come, altered, oddities(clear, encrypted));
  }

  /** Whether nothing is different. */
  public boolean none() {
    return gone.isEmpty() && come.isEmpty() && altered.isEmpty();
  }

  private static Set<Oddity> oddities(Capabilities clear, Capabilities encrypted) {
    Set<Oddity> oddities = EnumSet.noneOf(Oddity.class);
    if (encrypted.offersTls()) {
      oddities.add(Oddity.TLS_OFFERED_AGAIN);
    }
    List<String> now = encrypted.mechanisms();
    if (!clear.mechanisms().isEmpty() && now.isEmpty()) {
      oddities.add(Oddity.LOGIN_GONE);
    } else if (clear.mechanisms().stream().anyMatch(m -> strong(m) && !now.contains(m))) {
      oddities.add(Oddity.STRONG_MECHANISM_GONE);
    }
    return oddities;
  }

  private static boolean strong(String mechanism) {
    return mechanism.startsWith("SCRAM-");
  }

  private static String whole(String keyword, Capabilities offered) {
    return (keyword + " " + String.join(" ", offered.arguments(keyword))).strip();
  }
}
