package smtpterm.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import smtpterm.knowledge.Explainer;
import smtpterm.replay.Manner;
import smtpterm.replay.Outcome;
import smtpterm.replay.Player;
import smtpterm.report.Complaint;
import smtpterm.report.FileReport;
import smtpterm.report.Scene;
import smtpterm.report.Verdict;
import smtpterm.script.ScriptError;
import smtpterm.text.Texts;

/** Plays one session file, again if it fails and is to be, and tells what became of it. */
final class FileCheck implements Callable<FileReport> {
  private final Path file;
  private final CheckRules rules;
  private final Surroundings surroundings;
  private final Explainer explainer;
  private volatile long begun;
  private Player player;
  private Connections connections;
  private boolean stopped;

  FileCheck(Path file, CheckRules rules, Surroundings surroundings, Explainer explainer) {
    this.file = file;
    this.rules = rules;
    this.surroundings = surroundings;
    this.explainer = explainer;
  }

  /** What one try came to. */
  private record Try(Verdict verdict, long sent, List<Complaint> complaints, List<Scene> scenes) {
    boolean again() {
      return verdict == Verdict.FAILED || verdict == Verdict.LOST;
    }
  }

  @Override
  public FileReport call() {
    begun = System.nanoTime();
    SessionFile read;
    try {
      read = SessionFile.read(file.toString(), surroundings);
    } catch (SessionFile.Unreadable e) {
      return malformed(List.of(unreadable(e.getMessage())));
    }
    if (!read.errors().isEmpty()) {
      return malformed(complaints(read, read.errors(), Complaint.Kind.MALFORMED));
    }
    int tries = 0;
    Try last;
    do {
      tries++;
      last = play(read);
    } while (last.again() && tries <= rules.retries() && !stopped());
    List<Complaint> complaints = new ArrayList<>(last.complaints());
    if (!complaints.isEmpty()) {
      // Perhaps the transcript was not meant as it was read.
      complaints.addAll(complaints(read, read.doubts(), Complaint.Kind.DOUBT));
    }
    return new FileReport(
        file.toString(),
        last.verdict(),
        new FileReport.Effort((int) last.sent(), took(), tries),
        complaints,
        last.scenes());
  }

  /** Ends it from another thread. */
  synchronized void stop() {
    stopped = true;
    stopPlaying();
  }

  private synchronized void stopPlaying() {
    if (connections != null) {
      connections.breakOff();
    }
    if (player != null) {
      player.stop();
    }
  }

  private synchronized boolean stopped() {
    return stopped;
  }

  private Try play(SessionFile read) {
    if (rules.practice().isEmpty()) {
      return play(read, Optional.empty());
    }
    try (PracticeHouse house = PracticeHouse.open(rules.practice().get())) {
      return play(read, Optional.of(house));
    } catch (IOException e) {
      String what = surroundings.texts().say("cli.check.no-practice", e.getMessage());
      Complaint complaint =
          new Complaint(
              Complaint.Kind.CONNECTION, Optional.empty(), what, Optional.empty(), List.of());
      return new Try(Verdict.LOST, 0, List.of(complaint), List.of());
    }
  }

  private Try play(SessionFile read, Optional<PracticeHouse> house) {
    Connections stage = new Connections(rules.network(), house);
    CheckWatch watch =
        new CheckWatch(
            surroundings.texts(),
            explainer,
            spots(read),
            rules,
            new CheckWatch.Backstage(this::stopPlaying, stage::really));
    Manner manner = manner(read, house);
    Player ready = new Player(read.plan(), stage, watch, manner);
    synchronized (this) {
      if (stopped) {
        return new Try(Verdict.UNFINISHED, 0, List.of(), List.of());
      }
      player = ready;
      connections = stage;
    }
    Outcome outcome = ready.play();
    synchronized (this) {
      // They hold the whole conversation, and nobody needs that any more.
      player = null;
      connections = null;
    }
    List<Complaint> complaints = watch.complaints(outcome);
    return new Try(verdict(outcome, complaints), outcome.sent(), complaints, watch.scenes());
  }

  private Manner manner(SessionFile read, Optional<PracticeHouse> house) {
    Manner manner = read.folder().map(rules.manner()::in).orElse(rules.manner());
    if (house.isPresent()) {
      manner = manner.with(manner.variables().and(house.get().variables()));
      manner = house.get().target(read.plan()).map(manner::at).orElse(manner);
    }
    return manner;
  }

  private static Verdict verdict(Outcome outcome, List<Complaint> complaints) {
    if (complaints.isEmpty()) {
      return outcome.stopped() ? Verdict.UNFINISHED : Verdict.PASSED;
    }
    if (complaints.stream().anyMatch(c -> c.kind() == Complaint.Kind.MALFORMED)) {
      return Verdict.MALFORMED;
    }
    return complaints.stream().anyMatch(c -> c.kind() == Complaint.Kind.CONNECTION)
        ? Verdict.LOST
        : Verdict.FAILED;
  }

  private FileReport malformed(List<Complaint> complaints) {
    return new FileReport(
        file.toString(),
        Verdict.MALFORMED,
        new FileReport.Effort(0, took(), 0),
        complaints,
        List.of());
  }

  private List<Complaint> complaints(
      SessionFile read, List<ScriptError> errors, Complaint.Kind kind) {
    Texts texts = surroundings.texts();
    return errors.stream()
        .map(
            error ->
                new Complaint(
                    kind,
                    Optional.of(spots(read).of(error.at())),
                    error.what(texts),
                    Optional.empty(),
                    List.of(error.remedy(texts))))
        .toList();
  }

  private Spots spots(SessionFile read) {
    return new Spots(file.toString(), read.sources());
  }

  private static Complaint unreadable(String sentence) {
    return new Complaint(
        Complaint.Kind.MALFORMED, Optional.empty(), sentence, Optional.empty(), List.of());
  }

  private Duration took() {
    return Duration.ofNanos(System.nanoTime() - begun);
  }
}
