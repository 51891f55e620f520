package smtpterm.server;

import java.time.Duration;
import java.util.Optional;
import smtpterm.wire.Line;

/**
 * A dialogue in a house where somebody listens, and where nobody may say too much in too short a
 * time.
 */
final class Attended implements Dialogue {
  private final Dialogue dialogue;
  private final Channel.Role role;
  private final Caller caller;
  private final Ear ear;

  Attended(Dialogue dialogue, Channel.Role role, Caller caller, Ear ear) {
    this.dialogue = dialogue;
    this.role = role;
    this.caller = caller;
    this.ear = ear;
  }

  @Override
  public Utterance greeting() {
    return ear.listening(dialogue.greeting());
  }

  @Override
  public Optional<Utterance> received(Line line) {
    ear.client(line);
    Optional<Utterance> answer = dialogue.received(line);
    ear.settled(answer.isPresent());
    // A line of a message text is no command, however many there are.
    return answer.map(this::counted);
  }

  @Override
  public long octetsDue() {
    return dialogue.octetsDue();
  }

  @Override
  public Optional<Utterance> received(byte[] octets, int length) {
    return dialogue.received(octets, length).map(ear::listening);
  }

  @Override
  public Optional<Utterance> unasked() {
    return dialogue.unasked().map(ear::listening);
  }

  /** One command too many is still answered, since it is done; and it is the last one. */
  private Utterance counted(Utterance answer) {
    if (caller.command() || answer.then() != Utterance.Then.GO_ON || dialogue.over()) {
      return ear.listening(answer);
    }
    Utterance enough = Courtesy.TOO_FAST.to(role);
    Utterance both =
        out -> {
          answer.writeTo(out);
          enough.writeTo(out);
        };
    return ear.listening(new Staged(both, Duration.ZERO, Utterance.Then.CLOSE));
  }

  @Override
  public boolean over() {
    return dialogue.over();
  }

  @Override
  public void abandon() {
    dialogue.abandon();
  }

  @Override
  public void secured() {
    dialogue.secured();
    ear.secured();
  }

  @Override
  public Utterance tooSlow() {
    return ear.listening(dialogue.tooSlow());
  }

  @Override
  public Utterance closing() {
    return ear.listening(dialogue.closing());
  }
}
