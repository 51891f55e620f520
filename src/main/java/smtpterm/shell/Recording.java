package smtpterm.shell;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.LongFunction;
import smtpterm.script.Paper;
import smtpterm.script.RecentLines;
import smtpterm.script.Recorder;
import smtpterm.script.ScriptWriter;
import smtpterm.session.Notice;
import smtpterm.session.Target;

/**
 * What was said, as a session file: always in memory, as far as it is kept there, and on request in
 * a file from now on. Holds no secret. Safe from any thread.
 */
public final class Recording implements AutoCloseable {
  /** A longer message that comes out of a file stands there by the name of the file. */
  private static final long LONG_MESSAGE = 1 << 20;

  private static final String SEND = "@send ";

  private final Function<Target, Optional<String>> names;
  private final LongFunction<String> missing;
  private final RecentLines memory;
  private final Recorder recorder = new Recorder(new Both());
  private BiConsumer<Path, IOException> trouble = (path, e) -> {};
  private Optional<RecordingFile> file = Optional.empty();
  private boolean fileNamed;
  private Optional<IOException> failure = Optional.empty();
  private volatile boolean broken;

  /**
   * @param names the variable that stands for a target when the recording is played with a practice
   *     server; mostly none
   * @param missing the remark that so many lines are missing
   */
  public Recording(Function<Target, Optional<String>> names, LongFunction<String> missing) {
    this(names, missing, RecentLines.USUAL);
  }

  Recording(Function<Target, Optional<String>> names, LongFunction<String> missing, int most) {
    this.names = names;
    this.missing = missing;
    this.memory = new RecentLines(most);
  }

  /** Nobody may write there: it exists already. */
  static final class InUse extends IOException {
    private static final long serialVersionUID = 1L;

    InUse(Path path) {
      super(path.toString());
    }
  }

  /**
   * What came of saving.
   *
   * @param lines how many were written
   * @param dropped how many were too old to be kept
   * @param files what has to be copied beside it, because it is sent from there
   */
  record Saved(long lines, long dropped, List<String> files) {
    Saved {
      files = List.copyOf(files);
    }
  }

  /**
   * Who is told, once, that the file cannot be written any more; called from the thread that would
   * have written.
   */
  public synchronized void onTrouble(BiConsumer<Path, IOException> told) {
    trouble = told;
  }

  /** A connection was opened. */
  public void connected(Target target) {
    doing(() -> recorder.connected(target, names.apply(target)));
  }

  /** Something happened in it. */
  public void hear(Notice notice) {
    doing(() -> recorder.hear(notice));
  }

  /** A message of so many octets follows, out of this file. */
  void sending(Path from, long octets) {
    boolean printable = from.toAbsolutePath().toString().chars().noneMatch(Character::isISOControl);
    if (octets > LONG_MESSAGE && printable) {
      doing(() -> recorder.sending(from));
    }
  }

  /** A line of message text was sent unseen. */
  void poured(String line) {
    doing(() -> recorder.poured(line));
  }

  /**
   * Records from now on; an earlier file is complete then.
   *
   * @param typed as typed, with or without {@code ~/}
   * @throws FileAlreadyExistsException when there is such a file and it may not be replaced
   */
  public synchronized void start(String typed, boolean force) throws IOException {
    Path path = FileNames.path(typed);
    refuseOwn(path);
    RecordingFile fresh = RecordingFile.create(path, force);
    try {
      for (String line : before()) {
        fresh.line(line);
      }
    } catch (IOException e) {
      close(fresh);
      throw e;
    }
    stop();
    file = Optional.of(fresh);
    fileNamed = false;
    broken = false;
  }

  /** What has to stand before the next line. */
  private List<String> before() {
    List<String> before = new ArrayList<>(recorder.opening());
    if (!before.isEmpty()) {
      before.addAll(memory.unfinished());
    }
    return before;
  }

  /** Ends the file, if there is one; how many lines it has. */
  synchronized Optional<Long> stop() {
    Optional<Long> lines = file.map(RecordingFile::lines);
    file.ifPresent(Recording::close);
    file = Optional.empty();
    return lines;
  }

  /** Writes down what was said so far, as far as it is kept. */
  synchronized Saved save(String typed, boolean force) throws IOException {
    Path path = FileNames.path(typed);
    refuseOwn(path);
    List<String> files = new ArrayList<>();
    try (RecordingFile saved = RecordingFile.create(path, force)) {
      if (memory.dropped() > 0) {
        saved.line(ScriptWriter.noteLine(missing.apply(memory.dropped())));
      }
      for (Iterator<List<String>> pieces = memory.pieces().iterator(); pieces.hasNext(); ) {
        saved.all(pieces.next().stream().map(line -> placed(line, path, files)).toList());
      }
      return new Saved(saved.lines(), memory.dropped(), files);
    }
  }

  /** Whether nothing was said yet. */
  synchronized boolean isEmpty() {
    return memory.isEmpty();
  }

  /** How many lines are kept in memory. */
  synchronized long kept() {
    return memory.count();
  }

  /** Where the file is; empty when nothing is recorded. */
  synchronized Optional<Path> path() {
    return file.map(RecordingFile::path);
  }

  /** How many lines the file has. */
  synchronized long lines() {
    return file.map(RecordingFile::lines).orElse(0L);
  }

  /** Whether a file was to be written and cannot be any more; takes no lock. */
  public boolean broken() {
    return broken;
  }

  /** Nothing more comes. */
  @Override
  public void close() {
    doing(recorder::settle);
    stop();
  }

  private void refuseOwn(Path path) throws IOException {
    if (file.isPresent() && Files.exists(path) && Files.isSameFile(path, file.get().path())) {
      throw new InUse(path);
    }
  }

  private static void close(RecordingFile file) {
    try {
      file.close();
    } catch (IOException e) {
      // Each line was written before.
    }
  }

  /** The trouble is told outside of the lock: whoever hears of it may look at the state. */
  private void doing(Runnable action) {
    Optional<IOException> now;
    Optional<Path> path;
    BiConsumer<Path, IOException> told;
    synchronized (this) {
      path = path();
      action.run();
      now = failure;
      failure = Optional.empty();
      told = trouble;
    }
    if (now.isPresent() && path.isPresent()) {
      told.accept(path.get(), now.get());
    }
  }

  private void write(String line) {
    if (file.isEmpty()) {
      return;
    }
    try {
      file.get().line(line);
    } catch (IOException e) {
      failure = Optional.of(e);
      broken = true;
      stop();
    }
  }

  private static Optional<String> beside(Path from, Path recording) {
    Path folder = recording.toAbsolutePath().normalize().getParent();
    Path whole = from.toAbsolutePath().normalize();
    return folder != null && whole.startsWith(folder)
        ? Optional.of(folder.relativize(whole).toString().replace('\\', '/'))
        : Optional.empty();
  }

  /** A line of the memory as it is right for this file. */
  private static String placed(String line, Path recording, List<String> files) {
    if (!line.startsWith(SEND)) {
      return line;
    }
    Path from = Path.of(line.substring(SEND.length()));
    Optional<String> beside = beside(from, recording);
    String name = beside.orElse(String.valueOf(from.getFileName()));
    if (beside.isEmpty()) {
      files.add(name);
    }
    return ScriptWriter.sendLine(name);
  }

  /** Memory and file get the same, but for the text of long messages. */
  private final class Both implements Paper {
    @Override
    public void connecting() {
      memory.connecting();
    }

    @Override
    public void line(String line) {
      memory.line(line);
      write(line);
    }

    @Override
    public boolean file(Path from) {
      memory.file(from);
      Optional<String> name = path().flatMap(p -> beside(from, p));
      name.map(ScriptWriter::sendLine).ifPresent(Recording.this::write);
      fileNamed = name.isPresent();
      return file.isPresent() && name.isEmpty();
    }

    @Override
    public void fileLine(String line) {
      memory.fileLine(line);
      if (!fileNamed) {
        write(line);
      } else if (line.equals("C: .")) {
        fileNamed = false;
      }
    }

    @Override
    public void whole() {
      memory.whole();
      fileNamed = false;
    }
  }
}
