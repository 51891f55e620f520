package smtpterm.server;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import smtpterm.script.Plan;
import smtpterm.script.ScriptError;

/**
 * The server's part of a session file: {@code ServerPart.of(plan, false)} knows what to say to
 * {@code EHLO}, and that mail is spoken of with SMTP.
 */
public final class ServerPart {
  private final Service service;
  private final List<Cue> cues;
  private final boolean exact;

  private ServerPart(Service service, List<Cue> cues, boolean exact) {
    this.service = Objects.requireNonNull(service, "service");
    this.cues = List.copyOf(cues);
    this.exact = exact;
  }

  /**
   * Learns the part.
   *
   * @param plan of a file that has no errors
   * @param exact whether the whole line of a client has to be as in the file, not only its verb and
   *     address
   */
  public static PartReading of(Plan plan, boolean exact) {
    List<ScriptError> errors = PartCheck.errors(plan);
    if (!errors.isEmpty()) {
      return new PartReading(Optional.empty(), errors);
    }
    List<Cue> cues = new PartReader(plan).cues();
    return new PartReading(
        Optional.of(new ServerPart(PartService.of(plan), cues, exact)), List.of());
  }

  /** What is spoken, and on which port. */
  public Service service() {
    return service;
  }

  /** What is said, line by line; the first one is the greeting. */
  List<Cue> cues() {
    return cues;
  }

  boolean exact() {
    return exact;
  }

  /** The conversation with one client, from the start. */
  Dialogue dialogue(PostOffice office, Channel channel) {
    return new ScriptedDialogue(this, office, channel);
  }
}
