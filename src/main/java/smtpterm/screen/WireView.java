package smtpterm.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import smtpterm.protocol.Chunk;
import smtpterm.protocol.LineKind;
import smtpterm.protocol.Reply;
import smtpterm.protocol.ReplyClass;
import smtpterm.protocol.Secrecy;
import smtpterm.session.LineEnds;
import smtpterm.session.Notice;
import smtpterm.text.Texts;
import smtpterm.wire.Line;

/**
 * The octets below each line of the transcript, where the user wants them: {@code >> QUIT[CR][LF]},
 * the dots that are only for the way, where TLS begins, and the milliseconds of each reply. All of
 * it is indented, as explanations are, so that the screen stays a transcript.
 */
final class WireView {
  private static final String OUT = ">>";
  private static final String IN = "<<";

  private final Layout layout;
  private final Look look;
  private final Texts texts;
  private final BooleanSupplier on;
  private Optional<Chunk> chunk = Optional.empty();
  private long octets;
  private long lines;
  private boolean shakingHands;

  /**
   * @param on whether anything is to be shown, asked at each line
   */
  WireView(Layout layout, Texts texts, BooleanSupplier on) {
    this.layout = Objects.requireNonNull(layout, "layout");
    this.look = layout.look();
    this.texts = Objects.requireNonNull(texts, "texts");
    this.on = Objects.requireNonNull(on, "on");
  }

  /** What went out for this line. */
  List<String> sent(Notice.Sent sent, boolean revealed) {
    boolean inChunk = sent.kind() == LineKind.TEXT && chunk.isPresent();
    long due = inChunk ? chunk.get().after(sent.line()) : 0;
    follow(sent, due);
    if (!on.getAsBoolean()) {
      return List.of();
    }
    WireLine line = new WireLine(look);
    if (sent.secretFrom() != Secrecy.NOTHING && !revealed) {
      line.text(sent.line().substring(0, sent.secretFrom())).mask().end(Line.Ending.CRLF);
      return line.rows(OUT, texts.say("screen.wire.secret"));
    }
    String count = octets(Chunk.octetsOf(sent.line()) + 2);
    if (inChunk) {
      String left = due < 0 ? "" : ", " + texts.say("screen.wire.due", due);
      return line.text(sent.line()).end(Line.Ending.CRLF).rows(OUT, count + left);
    }
    if (sent.kind() != LineKind.TEXT || !sent.line().startsWith(".")) {
      return line.text(sent.line()).end(Line.Ending.CRLF).rows(OUT, count);
    }
    line.dot().text(sent.line().substring(1)).end(Line.Ending.CRLF);
    String what = sent.line().equals(".") ? "screen.wire.ends-mail" : "screen.wire.dot-sent";
    return line.rows(OUT, count + ", " + texts.say(what));
  }

  /** Keeps in mind how many octets of BDAT are due. */
  private void follow(Notice.Sent sent, long due) {
    if (sent.kind() != LineKind.TEXT) {
      chunk = Chunk.announced(sent.line()).filter(announced -> announced.octets() > 0);
    } else if (chunk.isPresent()) {
      boolean last = chunk.get().last();
      chunk = due > 0 ? Optional.of(new Chunk(due, last)) : Optional.empty();
    }
  }

  /**
   * The lines of a reply, and below each of them its octets.
   *
   * @param said one for each line of the reply; empty when they were told before
   */
  List<String> replied(Notice.Replied replied, List<String> said) {
    Reply reply = replied.turn().reply();
    boolean begins =
        reply.replyClass() == ReplyClass.POSITIVE
            && replied.turn().asked().filter(HeldSteps::asksForTls).isPresent();
    shakingHands |= begins;
    if (!on.getAsBoolean()) {
      return said;
    }
    List<String> all = new ArrayList<>();
    String took =
        replied.turn().asked().isEmpty()
            ? ""
            : ", " + texts.say("screen.wire.took", replied.turn().took().toMillis());
    for (int i = 0; i < said.size(); i++) {
      all.add(said.get(i));
      boolean last = i == said.size() - 1;
      Line.Ending ending = replied.ends().of(i, said.size());
      String total = last ? total(said.size(), count(replied.ends(), reply), took) : "";
      all.addAll(received(reply.lines().get(i), ending, total));
    }
    if (replied.told() && lines >= reply.lines().size()) {
      all.addAll(layout.paragraph(Role.HINT, IN + " " + total(lines, octets, took)));
    }
    if (begins) {
      all.addAll(layout.paragraph(Role.HINT, texts.say("screen.wire.tls.begins")));
    }
    return all;
  }

  private static long count(LineEnds ends, Reply reply) {
    return ends.octets() > 0
        ? ends.octets()
        : reply.lines().stream().mapToLong(line -> Chunk.octetsOf(line) + 2).sum();
  }

  private String total(long count, long octets, String took) {
    String all = octets(octets) + took;
    return count > 1 ? texts.say("screen.wire.lines", count) + ", " + all : all;
  }

  private String octets(long count) {
    return texts.say("screen.wire.octets", count);
  }

  private List<String> received(String text, Line.Ending ending, String total) {
    List<String> remarks = new ArrayList<>();
    switch (ending) {
      case CRLF -> {}
      case LF -> remarks.add(texts.say("screen.wire.bare-lf"));
      case NONE -> remarks.add(texts.say("screen.wire.no-end"));
    }
    if (!total.isEmpty()) {
      remarks.add(total);
    }
    return new WireLine(look).text(text).end(ending).rows(IN, String.join(", ", remarks));
  }

  /** Keeps count of what comes until a lone dot. */
  void parted(Notice.Part part) {
    octets = (part.first() == 0 ? 0 : octets) + part.ends().octets();
    lines = part.first() + part.lines().size();
  }

  /** The octets of one line of what comes until a lone dot. */
  List<String> part(Notice.Part part, int index) {
    if (!on.getAsBoolean()) {
      return List.of();
    }
    String line = part.lines().get(index);
    Line.Ending ending = part.ends().of(index, part.lines().size());
    boolean body = part.first() + index > 0;
    if (!body || !line.startsWith(".")) {
      return received(line, ending, "");
    }
    String what = line.equals(".") ? "screen.wire.ends-reply" : "screen.wire.dot-received";
    WireLine dotted = new WireLine(look).dot().text(line.substring(1)).end(ending);
    return dotted.rows(IN, texts.say(what));
  }

  /** Where TLS has begun. */
  List<String> secured(Notice.Secured secured) {
    boolean inPlace = shakingHands;
    shakingHands = false;
    chunk = Optional.empty();
    if (!on.getAsBoolean()) {
      return List.of();
    }
    long took = secured.tls().took().toMillis();
    return layout.paragraph(
        Role.HINT,
        texts.say(inPlace ? "screen.wire.tls.done" : "screen.wire.tls.from-start", took));
  }
}
