package smtpterm.cli;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import smtpterm.text.Texts;

/** The files that are meant by files and folders: of a folder all {@code *.session} below it. */
final class SessionFileList {
  /** The standard input, as one writes it. */
  static final String STANDARD_INPUT = "-";

  private static final String ENDING = ".session";

  /** More files than these are a mistake, such as the root folder. */
  private static final int MOST = 10_000;

  private static final int DEEPEST = 32;

  private final Texts texts;
  private final List<Path> files = new ArrayList<>();

  /** Nothing can be played; the message is a sentence for the user. */
  static final class Unusable extends Exception {
    private static final long serialVersionUID = 1L;

    Unusable(String sentence) {
      super(sentence);
    }
  }

  private SessionFileList(Texts texts) {
    this.texts = texts;
  }

  /** What the user named, in that order, and the files of a folder in the order of their names. */
  static List<Path> of(List<String> names, Texts texts) throws Unusable {
    SessionFileList list = new SessionFileList(texts);
    for (String name : names) {
      list.add(name);
    }
    return List.copyOf(list.files);
  }

  private void add(String name) throws Unusable {
    Path path;
    try {
      path = Path.of(name);
    } catch (InvalidPathException e) {
      throw new Unusable(texts.say("cli.check.missing", name));
    }
    if (name.equals(STANDARD_INPUT)) {
      if (files.contains(path)) {
        throw new Unusable(texts.say("cli.check.input-twice"));
      }
      files.add(path);
    } else if (Files.isDirectory(path)) {
      files.addAll(below(path));
    } else if (Files.exists(path)) {
      files.add(path);
    } else {
      throw new Unusable(texts.say("cli.check.missing", name));
    }
    if (files.size() > MOST) {
      throw new Unusable(texts.say("cli.check.too-many", MOST));
    }
  }

  private List<Path> below(Path folder) throws Unusable {
    List<Path> found = new ArrayList<>();
    try {
      // A link that leads back to a folder above is noticed and not followed.
      Files.walkFileTree(
          folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), DEEPEST, new Collector(found));
    } catch (IOException e) {
      throw new Unusable(texts.say("cli.check.unreadable", folder, e.getMessage()));
    }
    if (found.isEmpty()) {
      throw new Unusable(texts.say("cli.check.empty-folder", folder));
    }
    found.sort(null);
    return found;
  }

  /** Takes what looks like a session file, and passes over what cannot be read. */
  private static final class Collector extends SimpleFileVisitor<Path> {
    private final List<Path> found;

    Collector(List<Path> found) {
      this.found = found;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isRegularFile() && file.getFileName().toString().endsWith(ENDING)) {
        found.add(file);
      }
      return found.size() > MOST ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      return FileVisitResult.CONTINUE;
    }
  }
}
