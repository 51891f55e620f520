package smtpterm.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import smtpterm.knowledge.Explainer;
import smtpterm.knowledge.Explanation;
import smtpterm.knowledge.Moment;
import smtpterm.protocol.Asked;
import smtpterm.protocol.Dialect;
import smtpterm.protocol.LineKind;
import smtpterm.protocol.Phase;
import smtpterm.protocol.Progress;
import smtpterm.protocol.Protocol;
import smtpterm.protocol.Reply;
import smtpterm.protocol.ReplyClass;
import smtpterm.protocol.Secrecy;
import smtpterm.script.Awaited;
import smtpterm.script.Place;
import smtpterm.script.Plan;
import smtpterm.script.Plan.Act;
import smtpterm.text.Texts;

/** Follows what is said on one connection of a file, and explains each reply in its place. */
final class SheetTalk {
  private static final String DOT = ".";

  private final Dialect dialect;
  private final Explainer explainer;
  private final SheetBlanks blanks;
  private final SheetWords words;
  private final Texts texts;
  private final List<Sheet.Entry> entries;
  private final SheetSecrets secrets = new SheetSecrets();
  private Progress progress;
  private Asked command = Asked.GREETING;

  /**
   * @param entries gets what is said
   */
  SheetTalk(
      Dialect dialect,
      Explainer explainer,
      SheetBlanks blanks,
      Texts texts,
      List<Sheet.Entry> entries) {
    this.dialect = dialect;
    this.explainer = explainer;
    this.blanks = blanks;
    this.words = new SheetWords(blanks);
    this.texts = texts;
    this.entries = entries;
    this.progress = dialect.start();
  }

  /**
   * The client says a line, and gets its replies.
   *
   * @param challenged whether the client answers a challenge then
   */
  void said(Act.Line line, boolean challenged) {
    greeted();
    LineKind kind = kind(line.kind());
    SheetBlanks.Filled text = blanks.fill(line.step().text());
    int secretFrom = Secrecy.from(progress, kind, text.spoken());
    String shown =
        secretFrom == Secrecy.NOTHING || text.secret()
            ? text.shown()
            : text.spoken().substring(0, secretFrom) + SheetBlanks.MASK;
    if (secretFrom != Secrecy.NOTHING && !text.secret()) {
      secrets.add(text.spoken().substring(secretFrom));
    }
    entries.add(
        new Sheet.Entry(
            line.at(), line.kind().name().toLowerCase(Locale.ROOT), new Scene.Said(kind, shown)));
    int index = entries.size() - 1;
    Asked asked = asked(line.kind(), text.spoken(), text.secret() || secretFrom == 0);
    progress = dialect.sent(progress, kind, text.spoken());
    for (Awaited reply : line.replies()) {
      answered(reply, Optional.of(asked), index);
    }
    if (line.drawsReply() && line.replies().isEmpty()) {
      progress = dialect.replied(progress, asked, usual(asked, challenged));
    }
  }

  /** A file was sent, and its dot. */
  void sent(Act.Sending sending) {
    greeted();
    progress = dialect.sent(progress, LineKind.TEXT, DOT);
    entries.add(new Sheet.Entry(sending.at(), "dot", new Scene.Said(LineKind.TEXT, DOT)));
    int index = entries.size() - 1;
    Asked asked = new Asked(Asked.Kind.DOT, DOT);
    for (Awaited reply : sending.replies()) {
      answered(reply, Optional.of(asked), index);
    }
    if (sending.replies().isEmpty()) {
      progress = dialect.replied(progress, asked, usual(asked, false));
    }
  }

  /** The greeting, or what the server says by itself. */
  void unasked(Act.Unasked unasked) {
    boolean greeting = unasked.greeting() && progress.phase() == Phase.GREETING;
    answered(
        unasked.reply(), greeting ? Optional.of(Asked.GREETING) : Optional.empty(), Scene.UNASKED);
  }

  /** A file may leave the greeting out. */
  private void greeted() {
    if (progress.phase() == Phase.GREETING) {
      progress = dialect.replied(progress, Asked.GREETING, usual(Asked.GREETING, false));
    }
  }

  private static LineKind kind(Plan.Kind kind) {
    return switch (kind) {
      case COMMAND -> LineKind.COMMAND;
      case ANSWER -> LineKind.ANSWER;
      case TEXT, DOT, CHUNK -> LineKind.TEXT;
    };
  }

  private Asked asked(Plan.Kind kind, String line, boolean hidden) {
    return switch (kind) {
      case COMMAND -> {
        command = new Asked(Asked.Kind.COMMAND, line, hidden);
        yield command;
      }
      case ANSWER -> new Asked(Asked.Kind.ANSWER, line, hidden);
      case TEXT, DOT -> new Asked(Asked.Kind.DOT, line);
      // The reply to the last octet of a chunk is that to BDAT (RFC 3030, section 2).
      case CHUNK -> command;
    };
  }

  private void answered(Awaited awaited, Optional<Asked> asked, int to) {
    List<SheetBlanks.Filled> lines = words.lines(awaited);
    List<String> spoken = lines.stream().map(SheetBlanks.Filled::spoken).toList();
    Optional<Reply> reply = reply(spoken);
    Explanation explanation;
    ReplyClass replyClass;
    if (reply.isPresent()) {
      Reply whole = whole(reply.get(), asked, awaited);
      Progress before = progress;
      asked.ifPresent(a -> progress = dialect.replied(before, a, whole));
      explanation = explainer.explain(new Moment(before, asked, whole, progress));
      replyClass = whole.replyClass();
    } else {
      Reply like = like(spoken.get(0), asked);
      asked.ifPresent(a -> progress = dialect.replied(progress, a, like));
      explanation =
          new Explanation("", anyOf(spoken.get(0)), Optional.empty(), List.of(), List.of());
      replyClass = spoken.get(0).startsWith("*") ? ReplyClass.UNKNOWN : like.replyClass();
    }
    List<String> shown = lines.stream().map(l -> secrets.hide(l.shown())).toList();
    // Of a mere code there are no parts to explain.
    boolean bare = spoken.size() == 1 && spoken.get(0).length() < 4;
    List<Scene.Detail> details =
        bare
            ? List.of()
            : explanation.details().stream()
                .map(d -> new Scene.Detail(secrets.hide(d.left()), secrets.hide(d.sentence())))
                .toList();
    boolean greeting = asked.filter(Asked.GREETING::equals).isPresent();
    entries.add(
        new Sheet.Entry(
            awaited.at(),
            greeting ? "greeting" : "reply",
            new Scene.Answered(to, replyClass, shown, secrets.hide(explanation.whole()), details)));
    if (asked.isPresent() && reply.isPresent() && dialect.startsTls(asked.get(), reply.get())) {
      secured(awaited.at());
    }
  }

  private void secured(Place at) {
    progress = dialect.secured(progress);
    entries.add(new Sheet.Entry(at, "tls", new Scene.Happened(texts.say("report.sheet.tls"))));
  }

  /** The reply that these lines are; none where any code of a class, or any reply, will do. */
  private Optional<Reply> reply(List<String> lines) {
    Reply reply = of(lines);
    return reply.code().isEmpty() ? Optional.empty() : Optional.of(reply);
  }

  private Reply of(List<String> lines) {
    String[] all = lines.toArray(String[]::new);
    return dialect.protocol() == Protocol.POP3 ? Reply.pop3(all) : Reply.of(all);
  }

  /**
   * A file need not say all of a reply to EHLO: its first line, which names no keyword, and further
   * ones come before what it says.
   */
  private static Reply whole(Reply reply, Optional<Asked> asked, Awaited awaited) {
    boolean hello = asked.filter(a -> a.command("EHLO") || a.command("LHLO")).isPresent();
    if (!hello || !SheetWords.partial(awaited) || !reply.is(250)) {
      return reply;
    }
    String line = reply.lines().get(0);
    return Reply.of("250-hello", line.length() > 4 ? line : "250 HELP");
  }

  /** What a class of codes means, and the star. */
  private String anyOf(String line) {
    return switch (line.charAt(0)) {
      case '2' -> texts.say("report.sheet.class.2");
      case '3' -> texts.say("report.sheet.class.3");
      case '4' -> texts.say("report.sheet.class.4");
      case '5' -> texts.say("report.sheet.class.5");
      default -> texts.say("report.sheet.any");
    };
  }

  /** A reply of that class, so that the conversation can go on behind it. */
  private Reply like(String line, Optional<Asked> asked) {
    boolean pop3 = dialect.protocol() == Protocol.POP3;
    return switch (pop3 ? '2' : line.charAt(0)) {
      case '3' -> of(List.of(asked.filter(a -> a.command("DATA")).isPresent() ? "354" : "334"));
      case '4' -> of(List.of("451"));
      case '5' -> of(List.of("550"));
      default -> usual(asked.orElse(Asked.GREETING), false);
    };
  }

  /** What a server says when all goes well and the file is silent. */
  private Reply usual(Asked asked, boolean challenged) {
    if (dialect.protocol() == Protocol.POP3) {
      return of(List.of(challenged ? "+" : "+OK"));
    }
    boolean login = asked.kind() == Asked.Kind.ANSWER || asked.command("AUTH");
    String code =
        switch (asked.verb()) {
          case "DATA" -> "354";
          case "QUIT" -> "221";
          case "STARTTLS" -> "220";
          default -> asked.equals(Asked.GREETING) ? "220" : "250";
        };
    String loginCode = challenged ? "334" : "235";
    return of(List.of(login ? loginCode : code));
  }
}
