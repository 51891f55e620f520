package smtpterm.screen;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import smtpterm.mail.Check;
import smtpterm.mail.Finding;
import smtpterm.mail.Finding.Kind;
import smtpterm.mail.Hop;
import smtpterm.mail.MessageWords;
import smtpterm.mail.Trace;
import smtpterm.protocol.ReplyClass;
import smtpterm.text.Texts;

/** Shows the way of a message, what servers found out about its sender, and what stands out. */
final class TracePage {
  private static final String INDENT = "   ";

  private final Layout layout;
  private final Look look;
  private final Quotation quotation;
  private final Texts texts;
  private final MessageWords words;

  TracePage(Layout layout, Texts texts) {
    this.layout = layout;
    this.texts = texts;
    this.look = layout.look();
    this.quotation = new Quotation(look);
    this.words = new MessageWords(texts);
  }

  /** The way, the checks, and what stands out. */
  List<String> lines(Trace trace) {
    List<Finding> findings = new ArrayList<>(trace.findings());
    // What is odd first: that is what a person looks for.
    findings.sort(Comparator.comparing((Finding f) -> f.kind().weight()).reversed());
    boolean doubtful = findings.stream().anyMatch(f -> f.kind() == Kind.CHECKED_ELSEWHERE);
    List<String> lines = new ArrayList<>(way(trace.path()));
    lines.addAll(checks(trace.checks(), doubtful));
    lines.addAll(layout.paragraph(Role.TERM, texts.say("screen.message.findings")));
    for (Finding finding : findings) {
      String sentence = words.say(finding);
      lines.addAll(
          switch (finding.kind().weight()) {
            case FINE -> layout.explained(ReplyClass.POSITIVE, sentence);
            case NOTE -> note(sentence);
            case ODD -> layout.remark(sentence);
          });
    }
    lines.add("");
    lines.addAll(layout.paragraph(Role.HINT, texts.say("screen.message.doubt")));
    return lines;
  }

  private List<String> way(List<Hop> path) {
    if (path.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    lines.addAll(layout.paragraph(Role.TERM, texts.say("screen.message.way")));
    // In the zone of the last server, which is nearest to the reader.
    ZoneOffset zone = ZoneOffset.UTC;
    for (Hop hop : path) {
      zone = hop.time().isPresent() ? hop.time().get().getOffset() : zone;
    }
    int number = 0;
    for (Hop hop : path) {
      lines.addAll(hop(++number, hop, zone));
    }
    String name = zone.equals(ZoneOffset.UTC) ? "UTC" : "UTC" + zone.getId();
    lines.addAll(layout.paragraph(Role.HINT, texts.say("screen.message.zone", name)));
    lines.add("");
    return lines;
  }

  private List<String> hop(int number, Hop hop, ZoneOffset zone) {
    Hop.Stamp stamp = hop.stamp();
    List<String> lines = new ArrayList<>();
    String margin = INDENT + " ".repeat(4);
    String head = INDENT + look.paint(Role.MARK, String.format("%2d", number)) + "  ";
    boolean readable = stamp.readable();
    String route = readable ? route(stamp) : stamp.raw();
    List<String> wrapped = quotation.wrapped(route, layout.room(margin.length()));
    for (int i = 0; i < wrapped.size(); i++) {
      lines.add((i == 0 ? head : margin) + wrapped.get(i));
    }
    List<String> facts = new ArrayList<>();
    hop.time().ifPresent(time -> facts.add(words.time(time, zone)));
    hop.after().ifPresent(after -> facts.add(words.after(after)));
    if (!stamp.with().isEmpty()) {
      facts.add(words.protocol(stamp.with()));
    }
    if (readable && hop.time().isEmpty()) {
      facts.add(texts.say("screen.message.unreadable") + " " + stamp.raw());
    }
    if (!facts.isEmpty()) {
      Role role = hop.remarkable() ? Role.ALERT : Role.HINT;
      quotation
          .wrapped(String.join(look.dot(), facts), layout.room(margin.length()))
          .forEach(piece -> lines.add(margin + look.paint(role, piece)));
    }
    return lines;
  }

  private String route(Hop.Stamp stamp) {
    if (stamp.from().isEmpty() || stamp.by().isEmpty()) {
      return stamp.from() + stamp.by();
    }
    String seen = stamp.detail();
    // Most servers repeat the name when it is the true one.
    seen = seen.startsWith(stamp.from() + " ") ? seen.substring(stamp.from().length() + 1) : seen;
    return stamp.from()
        + (seen.isEmpty() ? "" : " (" + seen + ")")
        + " "
        + look.arrow()
        + " "
        + stamp.by();
  }

  private List<String> checks(List<Check> checks, boolean doubtful) {
    List<String> lines = new ArrayList<>();
    String server = null;
    for (Check check : checks) {
      if (!check.server().equals(server)) {
        if (server != null) {
          lines.add("");
        }
        server = check.server();
        lines.addAll(
            layout.paragraph(
                Role.TERM,
                server.isEmpty()
                    ? texts.say("screen.message.checked-unnamed")
                    : texts.say("screen.message.checked", server)));
      }
      lines.addAll(sentence(doubtful ? "" : check.result(), words.say(check)));
    }
    if (!checks.isEmpty()) {
      lines.add("");
    }
    return lines;
  }

  /** A result of a check, which proves nothing where it is not known who wrote it. */
  private List<String> sentence(String result, String sentence) {
    return switch (result) {
      case "pass", "bestguesspass" -> layout.explained(ReplyClass.POSITIVE, sentence);
      case "fail", "hardfail", "permerror", "policy" ->
          layout.explained(ReplyClass.PERMANENT, sentence);
      case "softfail", "temperror" -> layout.explained(ReplyClass.TRANSIENT, sentence);
      case "none", "neutral" -> note(sentence);
      default -> layout.explained(ReplyClass.UNKNOWN, sentence);
    };
  }

  private List<String> note(String sentence) {
    return layout.signed(Role.MARK, look.unicode() ? "·" : "-", sentence);
  }
}
