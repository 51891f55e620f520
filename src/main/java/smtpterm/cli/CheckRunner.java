package smtpterm.cli;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import smtpterm.knowledge.Explainer;
import smtpterm.report.FileReport;

/** Plays many files at once, and tells of them in the order in which they were named. */
final class CheckRunner {
  private static final long TICK_MILLIS = 100;

  private final List<FileCheck> checks = new ArrayList<>();
  private final Deque<Future<FileReport>> running = new ArrayDeque<>();

  CheckRunner(List<Path> files, CheckRules rules, Surroundings surroundings, Explainer explainer) {
    files.forEach(file -> checks.add(new FileCheck(file, rules, surroundings, explainer)));
  }

  /**
   * Plays all of them.
   *
   * @param jobs how many at once
   * @param told gets each report as soon as all those before it were told
   * @param tick is told now and then how many are through
   */
  void run(int jobs, Consumer<FileReport> told, IntConsumer tick) throws InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(jobs, CheckRunner::thread);
    try {
      checks.forEach(check -> running.add(pool.submit(check)));
      while (!running.isEmpty()) {
        told.accept(awaited(running.element(), tick));
        running.remove();
      }
    } finally {
      pool.shutdownNow();
    }
  }

  /** Breaks off what is being played and begins nothing more; from another thread. */
  void stop() {
    checks.forEach(FileCheck::stop);
  }

  private FileReport awaited(Future<FileReport> next, IntConsumer tick)
      throws InterruptedException {
    while (true) {
      try {
        return next.get(TICK_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        int open = (int) running.stream().filter(future -> !future.isDone()).count();
        tick.accept(checks.size() - open);
      } catch (ExecutionException e) {
        throw new IllegalStateException(e.getCause());
      }
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "smtpterm-check");
    thread.setDaemon(true);
    return thread;
  }
}
