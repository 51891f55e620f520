package smtpterm.shell;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import smtpterm.protocol.Asked;
import smtpterm.protocol.Capabilities;
import smtpterm.protocol.ReplyClass;
import smtpterm.session.Turn;

/**
 * Notices when STARTTLS is not offered where it was offered before, or was made unreadable:
 * somebody on the way may want to keep the connection unencrypted.
 */
final class TlsOffers {
  private final Set<String> offering = new HashSet<>();

  /**
   * What there is to be alarmed about after this reply.
   *
   * @param place the server, such as {@code mail.example:25}
   * @param required whether the user wants no login and no mail unencrypted
   * @return the key of a sentence, mostly empty
   */
  synchronized Optional<String> after(Turn turn, String place, boolean required) {
    boolean listed =
        turn.asked().filter(TlsOffers::asksForOffers).isPresent()
            && turn.reply().replyClass() == ReplyClass.POSITIVE;
    if (!listed) {
      return Optional.empty();
    }
    Capabilities offered = turn.after().capabilities();
    if (offered.offersTls()) {
      offering.add(place);
      return Optional.empty();
    }
    // Some firewalls write XXXXXXXA over the keyword, so that nobody understands it.
    if (offered.keywords().keySet().stream().anyMatch(k -> k.matches("X{7}[A-Z]?"))) {
      return Optional.of("shell.tls.masked");
    }
    if (offering.contains(place)) {
      return Optional.of("shell.tls.stripped");
    }
    return required ? Optional.of("shell.tls.not-offered") : Optional.empty();
  }

  private static boolean asksForOffers(Asked asked) {
    return asked.command("EHLO") || asked.command("LHLO") || asked.command("CAPA");
  }
}
