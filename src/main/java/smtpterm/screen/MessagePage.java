package smtpterm.screen;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import smtpterm.mail.Attachment;
import smtpterm.mail.BodyText;
import smtpterm.mail.Check;
import smtpterm.mail.Content;
import smtpterm.mail.Finding;
import smtpterm.mail.Finding.Kind;
import smtpterm.mail.HeaderField;
import smtpterm.mail.Hop;
import smtpterm.mail.MessageReading;
import smtpterm.mail.MessageWords;
import smtpterm.protocol.ReplyClass;
import smtpterm.text.Texts;

/**
 * Shows a message that was read: header, text and attachments, and then what its header tells of
 * the way it came.
 */
public final class MessagePage {
  private static final String INDENT = "   ";
  private static final List<String> SHOWN =
      List.of("From", "Sender", "Reply-To", "To", "Cc", "Date", "Subject");

  /** Characters of a field that are shown; a list of recipients may be endless. */
  private static final int LONGEST_FIELD = 1_000;

  private final Layout layout;
  private final Look look;
  private final Quotation quotation;
  private final Texts texts;
  private final MessageWords words;

  /** Lays it out so, in the language that these texts speak. */
  public MessagePage(Layout layout, Texts texts) {
    this.layout = Objects.requireNonNull(layout, "layout");
    this.texts = Objects.requireNonNull(texts, "texts");
    this.look = layout.look();
    this.quotation = new Quotation(look);
    this.words = new MessageWords(texts);
  }

  /** Everything: what the message says, and what it tells without meaning to. */
  public List<String> page(MessageReading reading) {
    List<String> lines = new ArrayList<>(message(reading));
    lines.add("");
    lines.addAll(trace(reading));
    return lines;
  }

  /** The message as a mail program shows it. */
  public List<String> message(MessageReading reading) {
    List<String> lines = new ArrayList<>(header(reading));
    lines.add("");
    lines.addAll(text(reading.content()));
    lines.addAll(attachments(reading.content()));
    return lines;
  }

  /** The message as it is, line by line, made harmless and not changed in any other way. */
  public List<String> raw(List<String> source) {
    List<String> lines = new ArrayList<>();
    source.forEach(line -> lines.addAll(quoted(line)));
    return lines;
  }

  private List<String> header(MessageReading reading) {
    List<String> lines = new ArrayList<>();
    int left = SHOWN.stream().mapToInt(String::length).max().orElse(0) + 2;
    for (String name : SHOWN) {
      for (HeaderField field : reading.header().all(name)) {
        String text = field.text();
        String value =
            text.length() <= LONGEST_FIELD ? text : text.substring(0, LONGEST_FIELD) + "…";
        List<String> wrapped = quotation.wrapped(value, width(INDENT.length() + left));
        String head = INDENT + look.paint(Role.TERM, name) + " ".repeat(left - name.length());
        lines.add((head + wrapped.get(0)).stripTrailing());
        String margin = INDENT + " ".repeat(left);
        wrapped.subList(1, wrapped.size()).forEach(more -> lines.add(margin + more));
      }
    }
    return lines;
  }

  private List<String> text(Content content) {
    Optional<BodyText> text = content.text();
    if (text.isEmpty()) {
      return layout.paragraph(texts.say("screen.message.no-text"));
    }
    List<String> lines = new ArrayList<>();
    BodyText body = text.get();
    if (body.text().isBlank()) {
      lines.addAll(layout.paragraph(texts.say("screen.message.empty-text")));
    } else {
      body.text().lines().forEach(line -> lines.addAll(quoted(line)));
    }
    String form =
        texts.say("screen.message.form", body.type(), body.charset(), body.encoding())
            + (content.html() > 0
                ? "; " + texts.say("screen.message.also-html", words.octets(content.html()))
                : "");
    lines.addAll(faint(form));
    return lines;
  }

  /** Behind a bar, so that text of strangers never looks like ours. */
  private List<String> quoted(String line) {
    String bar = INDENT + look.paint(Role.MARK, look.own("│"));
    List<String> lines = new ArrayList<>();
    String text = line.replace("\t", "    ");
    for (String piece : quotation.wrapped(text, width(INDENT.length() + 2))) {
      lines.add(piece.isEmpty() ? bar : bar + " " + piece);
    }
    return lines;
  }

  private List<String> attachments(Content content) {
    if (content.attachments().isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.addAll(heading(texts.say("screen.message.attachments")));
    for (Attachment attachment : content.attachments()) {
      String name = attachment.name();
      String shown = name.isEmpty() ? texts.say("screen.message.no-name") : name;
      String facts =
          texts.say(
              "screen.message.attachment", attachment.type(), words.octets(attachment.octets()));
      List<String> wrapped = quotation.wrapped(shown, width(INDENT.length() + 2));
      lines.add(INDENT + look.paint(Role.MARK, "-") + " " + wrapped.get(0));
      wrapped.subList(1, wrapped.size()).forEach(more -> lines.add(INDENT + "  " + more));
      quotation
          .wrapped(facts, width(INDENT.length() + 2))
          .forEach(piece -> lines.add(INDENT + "  " + look.paint(Role.HINT, piece)));
    }
    if (content.moreAttachments() > 0) {
      lines.addAll(
          layout.paragraph(
              texts.say("screen.message.more-attachments", content.moreAttachments())));
    }
    return lines;
  }

  /** What the header tells: the way, the checks, and what stands out. */
  public List<String> trace(MessageReading reading) {
    List<Finding> findings = new ArrayList<>(reading.trace().findings());
    // What is odd first: that is what a person looks for.
    findings.sort(Comparator.comparing((Finding f) -> f.kind().weight()).reversed());
    boolean doubtful = findings.stream().anyMatch(f -> f.kind() == Kind.CHECKED_ELSEWHERE);
    List<String> lines = new ArrayList<>(way(reading.trace().path()));
    lines.addAll(checks(reading.trace().checks(), doubtful));
    lines.addAll(heading(texts.say("screen.message.findings")));
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
    lines.addAll(faint(texts.say("screen.message.doubt")));
    return lines;
  }

  private List<String> way(List<Hop> path) {
    if (path.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    lines.addAll(heading(texts.say("screen.message.way")));
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
    lines.addAll(faint(texts.say("screen.message.zone", name)));
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
    List<String> wrapped = quotation.wrapped(route, width(margin.length()));
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
          .wrapped(String.join(look.dot(), facts), width(margin.length()))
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
            heading(
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

  private List<String> heading(String text) {
    return own(Role.TERM, text);
  }

  private List<String> faint(String text) {
    return own(Role.HINT, text);
  }

  private List<String> own(Role role, String text) {
    List<String> lines = new ArrayList<>();
    for (String line : Wrap.at(look.own(text), width(INDENT.length()))) {
      lines.add(INDENT + look.paint(role, line));
    }
    return lines;
  }

  private int width(int used) {
    int columns = look.columns().getAsInt();
    return columns <= 0 ? 0 : Math.max(20, columns - used - 1);
  }
}
