package smtpterm.server;

import java.util.ArrayList;
import java.util.List;

/**
 * What EHLO and LHLO offer, such as {@code SIZE 10485760}: what works at this moment (RFC 5321
 * section 4.1.1.1).
 *
 * <p>Not all of it: ETRN, VRFY, EXPN and the parameter BY work, too, but the first answer that a
 * class sees has to fit on its screen.
 */
final class Offers {
  private Offers() {}

  /** One keyword per line, with what belongs to it. */
  static List<String> to(Client client, PostOffice office) {
    Settings settings = office.settings();
    Channel channel = client.channel();
    List<String> offers = new ArrayList<>();
    offers.add("SIZE " + settings.maximumSize());
    offers.add("8BITMIME");
    offers.add("SMTPUTF8");
    offers.add("PIPELINING");
    offers.add("CHUNKING");
    offers.add("ENHANCEDSTATUSCODES");
    offers.add("DSN");
    if (channel.offersTls()) {
      offers.add("STARTTLS");
    }
    if (channel.encrypted()) {
      // RFC 8689 section 3: never without TLS.
      offers.add("REQUIRETLS");
    }
    if (!tlsFirst(channel, settings)) {
      offers.add("AUTH " + String.join(" ", office.desk().mechanisms()));
    }
    offers.add("HELP");
    return offers;
  }

  /** Whether nothing is done before STARTTLS. */
  static boolean tlsFirst(Channel channel, Settings settings) {
    return settings.manners().tlsRequired() && channel.offersTls();
  }
}
