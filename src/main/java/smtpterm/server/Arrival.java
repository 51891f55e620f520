package smtpterm.server;

import java.time.ZonedDateTime;
import java.util.Objects;

/**
 * How and when a mail came in: as P0001, by ESMTPSA, at noon.
 *
 * @param id the name that the server gave it
 * @param client who sent it
 * @param utf8 whether MAIL had SMTPUTF8
 * @param time when its text was complete
 */
record Arrival(String id, Client client, boolean utf8, ZonedDateTime time) {
  Arrival {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(client, "client");
    Objects.requireNonNull(time, "time");
  }

  /** The way as RFC 3848 and RFC 6531 section 4.3 name it: {@code ESMTPA}, {@code LMTP}. */
  String protocol() {
    boolean lmtp = client.is(Channel.Role.LMTP);
    if (!lmtp && !utf8 && !client.hello().extended()) {
      return "SMTP";
    }
    String base = utf8 ? (lmtp ? "UTF8LMTP" : "UTF8SMTP") : lmtp ? "LMTP" : "ESMTP";
    return base + (client.channel().encrypted() ? "S" : "") + (client.loggedIn() ? "A" : "");
  }

  /** The client's address as it stands in Received (RFC 5321 section 4.1.3). */
  String literal() {
    // The zone behind the % means something on this computer only.
    String address = client.channel().clientAddress().replaceFirst("%.*", "");
    return address.indexOf(':') >= 0 ? "[IPv6:" + address + "]" : "[" + address + "]";
  }
}
