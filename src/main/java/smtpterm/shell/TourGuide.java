package smtpterm.shell;

import java.util.List;
import smtpterm.text.Texts;

/** What {@code /tour} says, and the line that it would like to see typed. */
final class TourGuide {
  private final Screen screen;
  private final String sender;
  private final String recipient;

  /**
   * @param addresses those on the practice server; none where there is no such server
   */
  TourGuide(Screen screen, List<String> addresses) {
    this.screen = screen;
    this.sender = addresses.isEmpty() ? "" : addresses.get(0);
    this.recipient = addresses.size() < 2 ? sender : addresses.get(1);
  }

  /** What it is about. */
  void begin() {
    screen.told(texts().say("shell.tour.begin", TourStep.values().length));
  }

  /** What is new in this step, and what to type. */
  void announce(TourStep step) {
    String text = texts().say("shell.tour.step." + step);
    screen.told(
        texts().say("shell.tour.step", step.number(), TourStep.values().length) + " " + text);
    type(step);
  }

  private void type(TourStep step) {
    if (step == TourStep.MESSAGE) {
      // Three things in a row, which its text names.
      screen.wish("");
    } else {
      screen.told(texts().say("shell.tour.type", line(step)));
      screen.wish(line(step));
    }
  }

  /** That the step is still due, after something else. */
  void remind(String key, TourStep step) {
    screen.told(texts().say(key, step.number() + "/" + TourStep.values().length));
    type(step);
  }

  /** A line of the message was sent: what might come next. */
  void typedText(String line) {
    if (line.isEmpty()) {
      screen.wish(texts().say("shell.tour.sentence"));
    } else if (line.equals(".") || line.indexOf(':') > 0) {
      screen.wish("");
    } else {
      screen.wish(".");
    }
  }

  /** All is done. */
  void finish() {
    String mailbox = recipient.replaceFirst("@.*", "");
    screen.told(texts().say("shell.tour.end"));
    screen.told(texts().say("shell.tour.next", mailbox));
  }

  /** Says a sentence below a local command. */
  void say(String key) {
    screen.say(key);
  }

  /** Says a sentence between the lines of the conversation. */
  void note(String key) {
    screen.told(texts().say(key));
  }

  /** Nothing is wished any more. */
  void quiet() {
    screen.wish("");
  }

  /** The line that does a step. */
  String line(TourStep step) {
    return switch (step) {
      case HELLO -> "EHLO laptop";
      case SENDER -> "MAIL FROM:<" + sender + ">";
      case RECIPIENT -> "RCPT TO:<" + recipient + ">";
      case DATA -> "DATA";
      case HEADER -> texts().say("shell.tour.subject");
      case MESSAGE -> ".";
      case INBOX -> "/inbox " + recipient.replaceFirst("@.*", "") + " 1";
      case QUIT -> "QUIT";
    };
  }

  private Texts texts() {
    return screen.texts();
  }
}
