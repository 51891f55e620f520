package smtpterm.script;

import java.util.List;
import java.util.function.Consumer;
import smtpterm.protocol.Reply;
import smtpterm.script.Expectation.Wording;
import smtpterm.session.Notice;

/** Writes replies down in full: {@code S: 250-mx}, {@code S: 250 SIZE}. */
final class RecordedReplies {
  private final Consumer<Step> out;

  /** Hands each line to this. */
  RecordedReplies(Consumer<Step> out) {
    this.out = out;
  }

  /** A reply to what was asked. */
  void write(Reply reply) {
    int last = reply.pop3() ? 0 : reply.lines().size() - 1;
    for (int i = 0; i < reply.lines().size(); i++) {
      String line = reply.lines().get(i);
      // What speaks of another code than the last line, or of none, could not be told from a
      // reply of its own.
      if (i == last) {
        out.accept(expecting(line, reply.code(), false));
      } else if (reply.codeIn(i).equals(reply.code()) && expressible(reply.code())) {
        out.accept(expecting(line, reply.code(), true));
      } else {
        note(line);
      }
    }
  }

  /** A reply that nobody asked for; one that says nothing is a remark. */
  void unasked(Reply reply) {
    if (expressible(reply.code())) {
      write(reply);
    } else {
      note(reply);
    }
  }

  /** Lines that are told and never expected. */
  void note(Reply reply) {
    reply.lines().forEach(this::note);
  }

  /** Lines of a reply that goes on until a lone dot. */
  void part(Notice.Part part) {
    List<String> lines = part.lines();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (part.first() + i == 0) {
        out.accept(expecting(line, Reply.statusOf(line), false));
      } else {
        Template text = Template.literal(harmless(line));
        out.accept(new Step.ServerLine(Recorder.NOWHERE, new Expectation.BodyLine(text)));
      }
    }
  }

  /** A bare CR would end the line in the file. */
  private static String harmless(String line) {
    return line.replace('\r', ' ');
  }

  private void note(String line) {
    out.accept(new Step.Note(Recorder.NOWHERE, "S: " + line));
  }

  private static boolean expressible(String code) {
    return code.matches("[2-5][0-9]{2}|\\+OK|-ERR|\\+");
  }

  private static Step expecting(String line, String code, boolean continued) {
    if (!expressible(code)) {
      return new Step.ServerLine(
          Recorder.NOWHERE, new Expectation.Anything(Template.literal(harmless(line))));
    }
    String text = line.substring(Math.min(line.length(), code.length() + 1));
    return new Step.ServerLine(
        Recorder.NOWHERE,
        new Expectation.Coded(
            List.of(code), continued, new Wording.Sample(Template.literal(harmless(text)))));
  }
}
