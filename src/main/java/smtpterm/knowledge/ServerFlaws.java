package smtpterm.knowledge;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import smtpterm.knowledge.Explanation.Detail;
import smtpterm.protocol.EnhancedCode;
import smtpterm.protocol.Reply;
import smtpterm.protocol.ReplyFlaw;

/** One row for each mistake of the server, such as {@code 550 and 2.7.1}. */
final class ServerFlaws {
  /** RFC 5321 section 4.5.3.1.5: 512 octets, CR LF included. */
  private static final int MOST_OCTETS = 510;

  private final Phrases phrases;

  ServerFlaws(Phrases phrases) {
    this.phrases = phrases;
  }

  List<Detail> of(Reply reply) {
    List<Detail> rows = new ArrayList<>();
    for (ReplyFlaw flaw : reply.flaws()) {
      // Without any code the headline says it already.
      boolean said = flaw == ReplyFlaw.LINES_DROPPED && reply.pop3();
      if (!said && (flaw != ReplyFlaw.NO_CODE || !reply.code().isEmpty())) {
        rows.add(row("flaw." + flaw));
      }
    }
    // RFC 4954 section 4: challenges may be long.
    if (!reply.is(334) && !reply.pop3() && reply.lines().stream().anyMatch(ServerFlaws::tooLong)) {
      rows.add(row("flaw.long"));
    }
    Set<String> codes = enhanced(reply);
    if (codes.size() > 1) {
      rows.add(new Detail(String.join(", ", codes), phrases.say("flaw.enhanced.line")));
    }
    reply
        .enhanced()
        .filter(e -> !reply.code().startsWith(Integer.toString(e.status())))
        .ifPresent(e -> rows.add(contradiction(reply.code(), e)));
    return rows;
  }

  private Detail contradiction(String code, EnhancedCode enhanced) {
    return new Detail(phrases.say("flaw.class", code, enhanced), phrases.say("flaw.class.line"));
  }

  /** The different enhanced codes of a reply; RFC 2034 section 4 wants the same in each line. */
  private static Set<String> enhanced(Reply reply) {
    Set<String> codes = new LinkedHashSet<>();
    for (String text : reply.texts()) {
      EnhancedCode.atStartOf(text)
          .filter(e -> codes.size() < 3)
          .ifPresent(e -> codes.add(e.toString()));
    }
    return codes;
  }

  private static boolean tooLong(String line) {
    return line.length() > MOST_OCTETS / 4
        && line.getBytes(StandardCharsets.UTF_8).length > MOST_OCTETS;
  }

  private Detail row(String key) {
    return new Detail(phrases.say(key), phrases.say(key + ".line"));
  }
}
