package smtpterm.server;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import smtpterm.protocol.Command;
import smtpterm.script.Awaited;
import smtpterm.script.Expectation;
import smtpterm.script.Expectation.Wording;
import smtpterm.script.Place;
import smtpterm.script.Plan;
import smtpterm.script.Plan.Act;
import smtpterm.script.Regex;
import smtpterm.script.ScriptError;
import smtpterm.script.ScriptError.Kind;
import smtpterm.script.Step;
import smtpterm.script.Template;

/**
 * What of a script a server cannot play, such as {@code S: 250 /queued as (\S+)/} without an
 * example of what matches. For one plan.
 */
final class PartCheck {
  /** Whose challenges and last words prove that the server knows the password. */
  private static final Pattern MUTUAL = Pattern.compile("SCRAM-.*|DIGEST-MD5");

  private static final Set<String> NO = Set.of("4", "5", "-");

  private final List<ScriptError> errors = new ArrayList<>();
  private final List<String> files = new ArrayList<>();
  private final Blanks blanks =
      new Blanks("localhost", () -> ZonedDateTime.of(2000, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC));
  private final Speech speech = new Speech(blanks);
  private boolean connected;
  private boolean closed;

  private PartCheck() {}

  /** All that cannot be played, in the order of the file. */
  static List<ScriptError> errors(Plan plan) {
    PartCheck check = new PartCheck();
    plan.acts().forEach(check::act);
    Comparator<Place> order =
        Comparator.<Place>comparingInt(place -> check.files.indexOf(place.file()))
            .thenComparingInt(Place::line)
            .thenComparingInt(Place::column);
    check.errors.sort(Comparator.comparing(ScriptError::at, order));
    return check.errors;
  }

  private void add(Place at, Kind kind, String... arguments) {
    errors.add(ScriptError.of(at, kind, arguments));
  }

  private void act(Act act) {
    if (!files.contains(act.at().file())) {
      files.add(act.at().file());
    }
    if (act instanceof Act.Other other) {
      directive(other.step());
      return;
    }
    // Where the file names no server, the first line opens the connection.
    connected = true;
    if (closed) {
      // One error is enough, however much is said there.
      closed = false;
      add(act.at(), Kind.SAID_AFTER_CLOSED);
    }
    if (act instanceof Act.Line line) {
      mechanism(line);
      line.replies().forEach(this::reply);
    } else if (act instanceof Act.Sending sending) {
      sending.replies().forEach(this::reply);
    } else if (act instanceof Act.Unasked unasked) {
      reply(unasked.reply());
    }
  }

  private void directive(Step step) {
    if (step instanceof Step.Assignment assignment) {
      blanks.set(assignment);
    } else if (step instanceof Step.Closed) {
      closed = true;
    } else if (step instanceof Step.Connect connect) {
      closed = false;
      if (connected) {
        add(connect.at(), Kind.SECOND_CONNECTION);
      }
      connected = true;
    }
  }

  /** A login that the file expects to be refused needs no secret. */
  private void mechanism(Act.Line line) {
    Command command = new Command(line.step().text().fixed().orElse(written(line)).strip());
    boolean login = line.kind() == Plan.Kind.COMMAND && command.is("AUTH");
    boolean refused =
        !line.replies().isEmpty()
            && !line.replies().get(0).codes().isEmpty()
            && line.replies().get(0).codes().stream().allMatch(c -> NO.contains(c.substring(0, 1)));
    if (login && !refused && MUTUAL.matcher(command.firstArgument()).matches()) {
      add(line.at(), Kind.MUTUAL_MECHANISM, command.firstArgument());
    }
  }

  /** The line as far as it is known here: {@code AUTH SCRAM-SHA-1} of one with an answer. */
  private String written(Act.Line line) {
    StringBuilder text = new StringBuilder();
    for (Template.Piece piece : line.step().text().pieces()) {
      text.append(blanks.fill(piece).orElse("?"));
    }
    return text.toString();
  }

  private void reply(Awaited reply) {
    for (Step.ServerLine line : reply.lines()) {
      Expectation expected = line.expected();
      if (expected instanceof Expectation.BodyPattern body) {
        example(line.at(), body.pattern(), body.sample());
      } else if (expected instanceof Expectation.Coded coded) {
        if (coded.wording() instanceof Wording.Matching matching) {
          example(line.at(), matching.pattern(), matching.sample());
        } else if (coded.wording() instanceof Wording.Exact exact
            && blanks.fill(exact.text()).isEmpty()) {
          add(line.at(), Kind.UNKNOWN_TEXT);
        }
      }
    }
  }

  private void example(Place at, Regex pattern, Template sample) {
    if (sample.isEmpty()) {
      add(at, Kind.NO_SAMPLE);
    } else if (blanks.fill(sample).isEmpty()) {
      add(at, Kind.UNKNOWN_TEXT);
    } else if (speech.example(pattern, sample).isEmpty()) {
      add(at, Kind.SAMPLE_DIFFERS);
    }
  }
}
