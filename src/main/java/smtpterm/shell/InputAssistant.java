package smtpterm.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import smtpterm.protocol.Command;
import smtpterm.protocol.Exchange;
import smtpterm.protocol.LineKind;
import smtpterm.protocol.Progress;
import smtpterm.protocol.Protocol;
import smtpterm.protocol.Secrecy;
import smtpterm.screen.Layout;
import smtpterm.session.SessionView;
import smtpterm.text.Texts;
import smtpterm.typing.Base64Key;
import smtpterm.typing.Completion;
import smtpterm.typing.Exposure;
import smtpterm.typing.Hint;
import smtpterm.typing.LineMeaning;
import smtpterm.typing.MessagePlace;
import smtpterm.typing.Piece;
import smtpterm.typing.Pieces;
import smtpterm.typing.StatusLine;
import smtpterm.typing.Suggestion;
import smtpterm.typing.Warnings;

/**
 * Helps with the line being typed, from how the conversation stands and what the catalogue knows.
 */
final class InputAssistant implements InputAid {
  /** So many columns of the status line stay empty. */
  private static final int MARGIN = 3;

  /** So many lines of help leave what was said last on the screen. */
  private static final int MOST_HELP = 6;

  private final Conversation conversation;
  private final Settings settings;
  private final Texts texts;
  private final Layout layout;
  private final Warnings warnings;
  private final Completion completion;
  private final LineMeaning meaning;
  private final StatusLine statusLine;
  private final Supplier<Screen> screen;
  private final Base64Key key = new Base64Key();
  private final Topics topics;
  private final InputHints hints;
  private volatile Base64Key.Change pressed = new Base64Key.Change("", "", 0);

  /**
   * Helps with this conversation.
   *
   * @param hints what stands behind the cursor
   * @param completion what Tab makes of a line that goes to the server
   * @param screen what it tells stands in the status line
   */
  InputAssistant(
      Conversation conversation,
      Settings settings,
      InputHints hints,
      Layout layout,
      StatusLine statusLine,
      Completion completion,
      Supplier<Screen> screen) {
    this.conversation = conversation;
    this.settings = settings;
    this.hints = hints;
    this.topics = hints.topics();
    this.texts = topics.texts();
    this.layout = layout;
    this.warnings =
        new Warnings(new Exposure(conversation::overheard, settings::tlsRequired), texts);
    this.completion = completion;
    this.meaning = new LineMeaning(topics.catalog(), texts, layout.look().mask());
    this.statusLine = statusLine;
    this.screen = screen;
  }

  @Override
  public String prompt() {
    return conversation.open() ? "C: " : "> ";
  }

  @Override
  public boolean interrupted() {
    return conversation.missedInterrupt();
  }

  @Override
  public int secretFrom(String line) {
    return settings.revealed()
        ? Secrecy.NOTHING
        : view().map(v -> v.secretFrom(line)).orElse(Secrecy.NOTHING);
  }

  @Override
  public List<Piece> pieces(String line) {
    if (line.isEmpty()) {
      return List.of();
    }
    if (local(line)) {
      List<Piece> pieces = Pieces.ofLocal(line);
      return topics.localFlaw(line).isEmpty()
          ? pieces
          : Pieces.marked(line, pieces, 0, new Command(line).verb().length());
    }
    return view().map(v -> pieces(v, line)).orElse(List.of());
  }

  private List<Piece> pieces(SessionView view, String line) {
    List<Piece> pieces =
        switch (view.next()) {
          case COMMAND -> raw() ? List.<Piece>of() : Pieces.ofCommand(line);
          case ANSWER -> Pieces.ofAnswer(line, exchange().map(Exchange::textual).orElse(true));
          case TEXT ->
              Pieces.ofText(
                  line,
                  hints.place().part() != MessagePlace.Part.TEXT,
                  view.progress().transaction().chunk().isPresent());
        };
    List<Piece> marked = Pieces.marked(line, pieces, warnings.flaws(view, line));
    return Pieces.marked(line, marked, 0, warnings.exposed(view, line));
  }

  @Override
  public String sought(String term, boolean backward, boolean failing) {
    String how = failing ? "none" : backward ? "back" : "forward";
    return layout.look().own(texts.say("typing.search." + how, term));
  }

  @Override
  public Hint hint(String line, boolean named) {
    if (!settings.on(Preference.HINTS)) {
      return Hint.NONE;
    }
    boolean masked = masked(line);
    String changed = changed(line);
    if (masked && !changed.isEmpty()) {
      return InputHints.remark(changed);
    }
    String flaw = named && settings.on(Preference.STATUS) ? "" : flaw(line, masked);
    if (!flaw.isEmpty()) {
      return new Hint("  ! " + flaw, Hint.Kind.FLAW);
    }
    String wish = kind() == LineKind.ANSWER ? "" : screen.get().wished(line);
    if (!wish.isEmpty()) {
      return new Hint(wish, Hint.Kind.RECALLED);
    }
    if (local(line)) {
      return kind() == LineKind.ANSWER && conversation.open()
          ? hints.computes()
          : hints.local(line);
    }
    if (!conversation.open()) {
      return hints.unconnected(line);
    }
    return masked ? Hint.NONE : view().map(v -> hints.sent(v, line)).orElse(Hint.NONE);
  }

  @Override
  public String status(String line, boolean hidden, int columns) {
    if (!settings.on(Preference.STATUS)) {
      return "";
    }
    String message =
        Stream.of(screen.get().activity(), changed(line), flaw(line, hidden))
            .filter(said -> !said.isEmpty())
            .findFirst()
            .orElse("");
    return statusLine.of(
        new StatusLine.Facts(
            conversation.target(),
            conversation.view(),
            screen.get().next(),
            message,
            screen.get().keys(columns - MARGIN),
            settings.tlsRequired(),
            conversation.distrusted(),
            conversation.recording().broken()),
        columns);
  }

  /** What F6 did, as long as the line is still what it made. */
  private String changed(String line) {
    Base64Key.Change change = pressed;
    return change.encoded() > 0 && line.equals(change.after())
        ? texts.say("shell.key.encoded", change.encoded())
        : "";
  }

  /** What is probably wrong with the line as it stands; empty for nothing. */
  String flaw(String line, boolean hidden) {
    if (local(line)) {
      // A password may start with a slash: what is hidden must not be quoted.
      return hidden || kind() == LineKind.ANSWER ? "" : topics.localFlaw(line);
    }
    if (line.isEmpty() || !conversation.open()) {
      return "";
    }
    boolean secret = hidden || masked(line);
    return view().map(v -> warnings.about(v, line, secret)).orElse("");
  }

  @Override
  public List<Suggestion> complete(String line) {
    if (local(line) || !conversation.open()) {
      return topics.completeLocal(line);
    }
    if (kind() == LineKind.ANSWER && !line.isEmpty() && ByHand.COMMAND.startsWith(line)) {
      return topics.completeLocal(ByHand.COMMAND);
    }
    // Nothing is ever made of a secret.
    return masked(line)
        ? List.of()
        : view().map(v -> completion.complete(v, line)).orElse(List.of());
  }

  @Override
  public Base64Key.Change base64(String line) {
    Base64Key.Change change = key.press(line, kind(), exchange());
    pressed = change;
    return change;
  }

  @Override
  public List<String> help(String line, int cursor) {
    List<String> lines = new ArrayList<>();
    for (String paragraph : topics.aboutWord(line, cursor, kind(), dialect())) {
      List<String> broken = layout.paragraph(paragraph);
      if (lines.isEmpty() || lines.size() + broken.size() <= MOST_HELP) {
        lines.addAll(broken);
      }
    }
    return lines;
  }

  @Override
  public List<String> explain(String line, boolean hidden) {
    Optional<SessionView> open = view();
    if (hidden && kind() != LineKind.ANSWER) {
      return layout.paragraph(texts.say("typing.meaning.hidden"));
    }
    if (local(line) || open.isEmpty()) {
      return help(line, line.length());
    }
    String sent = line.startsWith("//") ? line.substring(1) : line;
    Progress progress = open.get().progress();
    int secretFrom = hidden ? 0 : secretFrom(sent);
    List<String> lines =
        new ArrayList<>(layout.table(meaning.parts(progress, kind(), sent, secretFrom)));
    if (secretFrom == Secrecy.NOTHING) {
      meaning.flaws(progress, kind(), sent).forEach(flaw -> lines.addAll(layout.remark(flaw)));
    }
    lines.addAll(layout.paragraph(texts.say("typing.meaning.unsent")));
    return lines;
  }

  private boolean masked(String line) {
    return secretFrom(line) != Secrecy.NOTHING;
  }

  private boolean local(String line) {
    return line.startsWith("/")
        && !line.startsWith("//")
        && (!conversation.open()
            || kind() == LineKind.COMMAND
            || (kind() == LineKind.ANSWER && ByHand.wanted(line)));
  }

  private boolean raw() {
    return protocol() == Protocol.RAW;
  }

  private String dialect() {
    return protocol().scheme();
  }

  private Protocol protocol() {
    return view().map(v -> v.progress().protocol()).orElse(Protocol.SMTP);
  }

  @Override
  public LineKind kind() {
    return view().map(SessionView::next).orElse(LineKind.COMMAND);
  }

  private Optional<Exchange> exchange() {
    return view().flatMap(v -> v.progress().exchange());
  }

  private Optional<SessionView> view() {
    return conversation.view().filter(v -> v.ending().isEmpty());
  }
}
