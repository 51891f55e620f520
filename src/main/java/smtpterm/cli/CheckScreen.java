package smtpterm.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import smtpterm.report.CheckRun;
import smtpterm.report.FileReport;
import smtpterm.report.Verdict;
import smtpterm.screen.Look;
import smtpterm.text.Texts;

/** Shows a check while it goes on and at its end, and says with which exit code. */
final class CheckScreen {
  /** So long a check that is broken off may take to say what is known, before the process ends. */
  private static final long LAST_WORDS_SECONDS = 5;

  private final Surroundings surroundings;
  private final CheckLines lines;
  private final StatusText status;
  private final boolean aside;
  private final int files;

  /**
   * @param aside whether the lines go to the standard error, because a report has the output
   */
  CheckScreen(Surroundings surroundings, ColourChoice colour, boolean aside, List<Path> files) {
    this.surroundings = surroundings;
    this.aside = aside;
    this.files = files.size();
    Look look = surroundings.layout(colour).look();
    boolean watched = Environment.errorsSeen();
    this.status = new StatusText(surroundings.output().err(), look, watched, columns(look));
    List<String> names = files.stream().map(Path::toString).toList();
    this.lines = new CheckLines(look, surroundings.texts(), names);
  }

  /** Plays, shows, writes the reports, and returns the exit code. */
  int show(CheckRunner runner, int jobs, ReportOptions.Reports reports, boolean kept)
      throws InterruptedException {
    Instant started = Instant.now();
    long begun = System.nanoTime();
    CountDownLatch said = new CountDownLatch(1);
    Thread goodbye = new Thread(() -> breakOff(runner, said), "smtpterm-goodbye");
    Runtime.getRuntime().addShutdownHook(goodbye);
    try {
      List<FileReport> all = new ArrayList<>();
      runner.run(
          jobs,
          file -> {
            print(lines.of(file));
            // What was said takes room, and nobody asks for it any more.
            all.add(kept ? file : file.brief());
          },
          this::tick);
      status.erase();
      Duration took = Duration.ofNanos(System.nanoTime() - begun);
      CheckRun run = new CheckRun(started, took, all);
      print(List.of(lines.summary(run)));
      List<String> failures = reports.write(run);
      failures.forEach(surroundings.output()::complain);
      return failures.isEmpty() ? exitCode(run) : ExitCode.USAGE;
    } finally {
      said.countDown();
      forget(goodbye);
    }
  }

  private static int exitCode(CheckRun run) {
    if (run.count(Verdict.UNFINISHED) > 0) {
      return ExitCode.INTERRUPTED;
    }
    if (run.count(Verdict.MALFORMED) > 0) {
      return ExitCode.MALFORMED;
    }
    return run.count(Verdict.LOST) > 0
        ? ExitCode.CONNECTION
        : run.count(Verdict.FAILED) > 0 ? ExitCode.REFUSED : ExitCode.FINE;
  }

  /** Ctrl-C: the process ends as soon as this is over, with the exit code of the signal. */
  private static void breakOff(CheckRunner runner, CountDownLatch said) {
    runner.stop();
    try {
      said.await(LAST_WORDS_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void forget(Thread goodbye) {
    try {
      Runtime.getRuntime().removeShutdownHook(goodbye);
    } catch (IllegalStateException e) {
      // It is at work: the process is ending.
    }
  }

  private void tick(int done) {
    Texts texts = surroundings.texts();
    status.show(texts.say("cli.check.progress", done, files));
  }

  private void print(List<String> text) {
    status.erase();
    if (aside) {
      text.forEach(line -> surroundings.output().err().print(line + "\n"));
      surroundings.output().err().flush();
    } else {
      surroundings.output().print(text);
    }
  }

  private static int columns(Look look) {
    int columns = look.columns().getAsInt();
    return columns > 0 ? columns : 80;
  }
}
