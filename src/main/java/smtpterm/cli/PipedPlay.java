package smtpterm.cli;

import java.io.IOException;
import java.util.List;
import smtpterm.replay.Audience;
import smtpterm.replay.Failure;
import smtpterm.replay.Outcome;
import smtpterm.replay.Remark;
import smtpterm.screen.Endings;
import smtpterm.screen.Look;
import smtpterm.screen.Renderer;
import smtpterm.script.Place;
import smtpterm.script.Sources;
import smtpterm.session.Notice;
import smtpterm.shell.Connecting;
import smtpterm.shell.FileProblems;
import smtpterm.text.Texts;
import smtpterm.wire.ConnectFailure;
import smtpterm.wire.TlsFailure;

/**
 * A session file that is played where no person watches: the conversation goes to the standard
 * output, what there is to say about it to the standard error.
 */
final class PipedPlay implements Audience {
  private final Output output;
  private final Look look;
  private final Renderer renderer;
  private final Endings endings;
  private final Texts texts;
  private final Manner manner;

  /**
   * How to show it.
   *
   * @param explained whether more than the conversation itself is printed
   * @param keepGoing whether to go on after a reply that is not as the file says
   * @param sources the lines of the file
   */
  record Manner(boolean explained, boolean keepGoing, Sources sources) {}

  /**
   * @param look how the renderer shows things
   */
  PipedPlay(Output output, Look look, Renderer renderer, Texts texts, Manner manner) {
    this.output = output;
    this.look = look;
    this.renderer = renderer;
    this.endings = new Endings(look, texts);
    this.texts = texts;
    this.manner = manner;
  }

  @Override
  public void heard(Notice notice) {
    if (manner.explained()
        || notice instanceof Notice.Sent
        || notice instanceof Notice.Part
        || notice instanceof Notice.Replied) {
      output.print(renderer.lines(notice));
    } else if (notice instanceof Notice.Secured secured) {
      // The transcript holds what was said, and encryption says nothing; a doubt must be told.
      endings.doubts(secured.tls()).forEach(output::complain);
    } else if (notice instanceof Notice.Ended ended && ended.ending().lost()) {
      endings.sentences(ended.ending()).forEach(output::complain);
    }
  }

  @Override
  public void note(Place at, String text) {
    if (manner.explained()) {
      output.print(List.of(look.own("# " + text)));
    }
  }

  @Override
  public void remark(Remark remark) {
    output.complain(look.own(remark.at() + ": " + remark.sentence(texts)));
  }

  @Override
  public boolean failed(Failure failure) {
    FileProblems words = new FileProblems(Look.plain(look.unicode()), texts, manner.sources());
    output.complain(String.join("\n", words.of(failure)));
    return manner.keepGoing();
  }

  /** Says what only shows at the end. */
  void conclude(Outcome outcome) {
    outcome.noConnection().ifPresent(this::noConnection);
    if (outcome.unsent() > 0) {
      output.complain(
          texts.say(
              outcome.unsent() == 1 ? "shell.play.stopped.one" : "shell.play.stopped",
              outcome.unsent()));
    }
  }

  private void noConnection(IOException why) {
    if (why instanceof ConnectFailure failure) {
      output.complain(Connecting.sentence(texts, failure));
    } else if (why instanceof TlsFailure failure) {
      endings.sentences(failure.trouble()).forEach(output::complain);
    }
  }
}
