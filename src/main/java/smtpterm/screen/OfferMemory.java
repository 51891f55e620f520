package smtpterm.screen;

import java.util.List;
import smtpterm.protocol.Asked;
import smtpterm.protocol.Capabilities;
import smtpterm.protocol.ReplyClass;
import smtpterm.session.Turn;

/** Keeps what was offered in the clear until it can be compared with what is offered under TLS. */
final class OfferMemory {
  private final TlsPages pages;
  private Capabilities clear = Capabilities.none();

  OfferMemory(TlsPages pages) {
    this.pages = pages;
  }

  /** TLS has begun, and this was offered before. */
  void keep(Capabilities offered) {
    clear = offered;
  }

  /** The difference, below the first list of offers since; else nothing. */
  List<String> difference(Turn turn) {
    boolean listed = turn.asked().filter(OfferMemory::asksForOffers).isPresent();
    if (!clear.extended() || !listed || turn.reply().replyClass() != ReplyClass.POSITIVE) {
      return List.of();
    }
    List<String> lines = pages.change(clear, turn.after().capabilities());
    clear = Capabilities.none();
    return lines;
  }

  private static boolean asksForOffers(Asked asked) {
    return asked.command("EHLO") || asked.command("LHLO") || asked.command("CAPA");
  }
}
