package smtpterm.typing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import smtpterm.knowledge.Catalog;
import smtpterm.knowledge.CommandEntry;
import smtpterm.protocol.Phase;
import smtpterm.protocol.Progress;
import smtpterm.session.SessionView;
import smtpterm.text.Texts;

/**
 * The commands that a line can become: first those whose turn it is, then those for any time, last
 * those that are out of order, with the reason, so that a learner sees that they exist.
 */
final class VerbCompletion {
  private static final Set<String> HELLO = Set.of("EHLO", "HELO", "LHLO");
  private static final Set<Phase> OVER = EnumSet.of(Phase.CLOSED, Phase.UPDATE, Phase.RAW);

  /** In these two every command for any time is legal, and no other. */
  private static final Set<Phase> ANY_TIME = EnumSet.of(Phase.HELLO, Phase.RCPT);

  /** Offered where the server offers them; else only to whoever knows how they begin. */
  private static final Set<String> RARE =
      Set.of(
          "BURL",
          "ETRN",
          "ATRN",
          "XCLIENT",
          "XFORWARD",
          "VERB",
          "ONEX",
          "SEND",
          "SOML",
          "SAML",
          "TURN",
          "UTF8",
          "LANG",
          "LAST",
          "RPOP",
          "XTND",
          "XSENDER");

  private static final int KNOWN_BY = 2;

  private final Catalog catalog;
  private final Obstacle obstacle;

  VerbCompletion(Catalog catalog, Texts texts) {
    this.catalog = catalog;
    this.obstacle = new Obstacle(texts);
  }

  List<Suggestion> complete(SessionView view, String line) {
    Progress progress = view.progress();
    if (OVER.contains(progress.phase())) {
      return List.of();
    }
    Stub stub = new Stub("", line);
    List<CommandEntry> entries =
        catalog.commands(progress.protocol().scheme()).stream()
            .filter(entry -> stub.begins(Hints.stem(entry.syntax())))
            .filter(entry -> line.length() >= KNOWN_BY || usual(progress, entry))
            .sorted(Comparator.comparing(entry -> rank(progress, entry)))
            .toList();
    List<Suggestion> suggestions = new ArrayList<>();
    for (CommandEntry entry : entries) {
      String whole = stub.line(stub.cased(Hints.stem(entry.syntax())));
      suggestions.add(
          entry.legalIn(progress)
              ? Suggestion.of(whole, needed(entry), entry.article().line())
              : Suggestion.later(whole, needed(entry), obstacle.of(view, entry)));
    }
    return suggestions;
  }

  private static boolean usual(Progress progress, CommandEntry entry) {
    return !RARE.contains(entry.verb())
        || entry.needs().filter(progress.capabilities()::offers).isPresent();
  }

  private static Rank rank(Progress progress, CommandEntry entry) {
    if (!entry.legalIn(progress)) {
      return Rank.OUT_OF_ORDER;
    }
    if (HELLO.contains(entry.verb())) {
      return progress.phase() == Phase.HELLO ? Rank.DUE : Rank.ONCE_MORE;
    }
    return entry.phases().containsAll(ANY_TIME) ? Rank.ANY_TIME : Rank.DUE;
  }

  /** What may be left out would only make the column wide; the grey hint shows it. */
  private static String needed(CommandEntry entry) {
    int optional = entry.syntax().indexOf(" [");
    return optional < 0 ? entry.syntax() : entry.syntax().substring(0, optional);
  }

  private enum Rank {
    DUE,
    ANY_TIME,
    ONCE_MORE,
    OUT_OF_ORDER
  }
}
