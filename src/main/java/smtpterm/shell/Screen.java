package smtpterm.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import smtpterm.dns.Report;
import smtpterm.knowledge.Entry;
import smtpterm.mail.MessageReader;
import smtpterm.mail.MessageReading;
import smtpterm.protocol.Progress;
import smtpterm.protocol.ReplyClass;
import smtpterm.replay.Failure;
import smtpterm.screen.Dissection;
import smtpterm.screen.DnsPages;
import smtpterm.screen.Layout;
import smtpterm.screen.MessagePage;
import smtpterm.screen.Pages;
import smtpterm.screen.Renderer;
import smtpterm.screen.StatePage;
import smtpterm.screen.TlsPages;
import smtpterm.script.ScriptError;
import smtpterm.script.Sources;
import smtpterm.session.Notice;
import smtpterm.text.Texts;
import smtpterm.wire.TlsInfo;
import smtpterm.wire.TlsTrouble;

/** Everything that is printed goes through here; safe from any thread. */
final class Screen {
  private final LineEditor editor;
  private final Layout layout;
  private final Renderer renderer;
  private final Texts texts;
  private final Curtain curtain;
  private volatile String activity = "";
  private volatile String wish = "";
  private volatile Optional<PlayKeys> keys = Optional.empty();

  Screen(LineEditor editor, Layout layout, Renderer renderer, Texts texts) {
    this.editor = editor;
    this.layout = layout;
    this.renderer = renderer;
    this.texts = texts;
    this.curtain = new Curtain(renderer, editor::print);
  }

  /**
   * Shows what happened in the conversation.
   *
   * @param typed whether it is a line that was just typed at the prompt
   */
  void show(Notice notice, boolean typed) {
    boolean there = typed && notice instanceof Notice.Sent && !editor.erases();
    if (there) {
      editor.print(renderer.remarks((Notice.Sent) notice));
    } else {
      curtain.show(notice);
    }
    editor.refresh();
  }

  /** Shows a reply about which there is nothing to be said. */
  void reply(Notice.Replied replied) {
    editor.print(renderer.said(replied));
    editor.refresh();
  }

  /** What holds explanations back while a file is played, so that a class can guess first. */
  Curtain curtain() {
    return curtain;
  }

  /** What the keys do just now, in so many columns if possible; empty where they type. */
  String keys(int room) {
    return keys.map(PlayKeys::key)
        .map(key -> texts.say(key).length() <= room ? texts.say(key) : texts.say(key + ".short"))
        .orElse("");
  }

  /** Tells what the keys do from now on; empty where they type. */
  void keys(Optional<PlayKeys> now) {
    keys = now;
    editor.refresh();
  }

  /** What takes its time just now, for the status line; empty for nothing. */
  String activity() {
    return activity;
  }

  /** Tells what takes its time just now; empty when it is over. */
  void activity(String now) {
    activity = now;
    editor.refresh();
  }

  /** What the tour would like to see typed behind this beginning; empty for nothing. */
  String wished(String begun) {
    return wish.startsWith(begun) ? wish.substring(begun.length()) : "";
  }

  /** Tells what the tour would like to see typed; empty for nothing. */
  void wish(String line) {
    wish = line;
    editor.refresh();
  }

  /** Lines of the message went out unseen. */
  void poured() {
    renderer.poured();
  }

  /** What could come next, in one word or two; empty for nothing. */
  String next() {
    return renderer.next();
  }

  /** Says something in the name of smtpterm: {@code # …}. */
  void note(String key, Object... arguments) {
    editor.print(layout.note(texts.say(key, arguments)));
  }

  /** Says a sentence that is made already, in the name of smtpterm. */
  void noteText(String sentence) {
    editor.print(layout.note(sentence));
  }

  /** Says what the author of a session file says: {@code # …}. */
  void told(String text) {
    editor.print(layout.told(text));
  }

  /** Repeats a local command as it stays in the transcript: {@code # /status}. */
  void local(String line) {
    if (editor.erases()) {
      editor.print(layout.note(line));
    }
  }

  /** The last reply in full; false when none has come. */
  boolean why() {
    renderer.last().ifPresent(turn -> editor.print(renderer.why(turn)));
    return renderer.last().isPresent();
  }

  /** Entries of the catalogue in full. */
  void pages(List<Entry> entries) {
    editor.print(new Pages(layout).pages(entries));
  }

  /** What the DNS says about a domain. */
  void report(Report report) {
    editor.print(new DnsPages(layout).pages(report));
  }

  /** What could come next, below a local command; nothing for no steps. */
  void next(List<String> steps) {
    editor.print(layout.next(steps));
  }

  /** Why there is no encryption. */
  void trouble(TlsTrouble trouble) {
    editor.print(new TlsPages(layout, texts).trouble(trouble));
  }

  /** How the connection is encrypted and with whom. */
  void tls(TlsInfo tls) {
    editor.print(new TlsPages(layout, texts).page(tls));
  }

  /** Every certificate of the server. */
  void tlsChain(TlsInfo tls) {
    editor.print(new TlsPages(layout, texts).chain(tls));
  }

  /** A sentence under a local command. */
  void say(String key, Object... arguments) {
    editor.print(layout.paragraph(texts.say(key, arguments)));
  }

  /** A page of our own, made for this window. */
  void page(Function<Layout, List<String>> page) {
    editor.print(page.apply(layout));
  }

  /** Text that is no sentence, indented like one. */
  void indented(List<String> lines) {
    List<String> all = new ArrayList<>();
    lines.forEach(line -> all.addAll(layout.paragraph(line)));
    editor.print(all);
  }

  /** Lines of strangers, made harmless, indented and never broken. */
  void verbatim(List<String> lines) {
    editor.print(lines.stream().map(line -> "   " + layout.look().foreign(line)).toList());
  }

  /** A mail, readable, and what its header tells. */
  void message(List<String> lines) {
    MessageReading reading = MessageReader.read(lines, MessageReader.TEXT_LIMIT);
    editor.print(new MessagePage(layout, texts).page(reading));
  }

  /** Two texts of strangers beside each other, where there is room. */
  void beside(List<String> left, List<String> right) {
    editor.print(layout.beside(left, right));
  }

  /** A heading and rows of two columns under a local command. */
  void table(String headingKey, List<Layout.Row> rows) {
    editor.print(List.of(""));
    say(headingKey);
    table(rows);
  }

  /** Rows of two columns under a local command. */
  void table(List<Layout.Row> rows) {
    editor.print(layout.table(rows));
  }

  /** The states of the protocol, and which of them is the present one. */
  void states(Progress progress) {
    editor.print(new StatePage(layout, texts).lines(progress));
  }

  /** The sentences, in the language spoken now. */
  Texts texts() {
    return texts;
  }

  /** What a line of a login is made of. */
  void dissected(List<Dissection.Piece> pieces) {
    editor.print(new Dissection(layout).lines(pieces));
  }

  /** What did not come as a session file says. */
  void difference(Failure failure) {
    String what = texts.say("shell.play.difference", failure.at().line(), failure.what(texts));
    editor.print(layout.remark(what));
    if (failure.kind().weight() == Failure.Weight.FILE) {
      editor.print(layout.paragraph("  " + failure.remedy(texts)));
    }
  }

  /** What is wrong with a session file, or uncertain in it. */
  void problems(List<ScriptError> problems, Sources sources) {
    FileProblems words = new FileProblems(layout.look(), texts, sources);
    for (ScriptError problem : problems) {
      editor.print(words.of(problem).stream().map(line -> "   " + line).toList());
    }
  }

  /** A sentence that must not be missed. */
  void alarm(String sentence) {
    editor.print(layout.explained(ReplyClass.PERMANENT, sentence));
  }

  /** What stands for a secret. */
  String mask() {
    return layout.look().mask();
  }

  /** Brings the status line up to date. */
  void refresh() {
    editor.refresh();
  }
}
