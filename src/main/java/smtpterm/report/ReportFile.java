package smtpterm.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/**
 * A report on disk. Whether it can be written is known before the work begins; whoever reads it
 * finds the old one or the whole new one, never a half.
 */
public final class ReportFile {
  private final Path file;
  private final ReportWriter report;

  private ReportFile(Path file, ReportWriter report) {
    this.file = file;
    this.report = report;
  }

  /**
   * A report that will stand in this file, which may be there already.
   *
   * @throws NoSuchFileException when its folder is missing
   * @throws AccessDeniedException when it may not be written
   * @throws IOException when it cannot be written for another reason, such as being a folder
   */
  public static ReportFile at(Path file, ReportWriter report) throws IOException {
    Objects.requireNonNull(report, "report");
    Path absolute = Files.isSymbolicLink(file) ? file.toRealPath() : file.toAbsolutePath();
    Path folder = Objects.requireNonNullElse(absolute.getParent(), absolute);
    if (Files.isDirectory(absolute)) {
      throw new IOException(file.toString());
    }
    if (!Files.isDirectory(folder)) {
      throw new NoSuchFileException(folder.toString());
    }
    if (Files.exists(absolute) ? !Files.isWritable(absolute) : !Files.isWritable(folder)) {
      throw new AccessDeniedException(file.toString());
    }
    return new ReportFile(absolute, report);
  }

  /** Writes it. */
  public void write(CheckRun run) throws IOException {
    // Nothing may take the place of something like /dev/stderr, or of a file in a locked folder.
    boolean special = Files.exists(file) && !Files.isRegularFile(file);
    if (special || !Files.isWritable(file.getParent())) {
      write(run, file, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
      return;
    }
    String name = file.getFileName() + "." + ProcessHandle.current().pid() + ".tmp";
    Path beside = file.resolveSibling(name);
    try {
      write(run, beside, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
      replace(beside);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  private void replace(Path beside) throws IOException {
    try {
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private void write(CheckRun run, Path to, OpenOption... how) throws IOException {
    try (OutputStream out = Files.newOutputStream(to, how);
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
      report.write(run, writer);
    }
  }
}
