package smtpterm.script;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import smtpterm.script.ScriptError.Kind;

/** Puts the lines of included files in the place of {@code @include}. For one reading. */
final class Includes {
  private static final int DEEPEST = 16;

  /** Two lines that include the next file twice, sixteen files deep, would read 65,536 files. */
  private static final int MOST_FILES = 256;

  private final SessionFolder folder;
  private final Map<String, List<String>> sources = new LinkedHashMap<>();
  private final Deque<Level> open = new ArrayDeque<>();
  private int files;
  private int lines;

  /** A file whose lines are being read. */
  private record Level(Path path, String name) {}

  Includes(SessionFolder folder) {
    this.folder = folder;
  }

  /** The lines of all files that were read. */
  Sources sources() {
    return new Sources(sources);
  }

  /**
   * The lines of a file, with those that it includes.
   *
   * @param path where it really is
   */
  List<Item> read(Path path, String name, SourceText text) {
    lines += text.lines().size();
    sources.put(name, text.lines());
    open.addLast(new Level(path, name));
    List<Item> items = new ArrayList<>();
    for (Item item : Marks.of(name, text.lines())) {
      Optional<Step.Include> include = include(item);
      if (include.isEmpty()) {
        items.add(item);
      } else {
        items.addAll(included(include.get()));
      }
    }
    open.removeLast();
    return items;
  }

  /** What this line includes; one that is wrong stays as it is, and is found wrong later. */
  private static Optional<Step.Include> include(Item item) {
    if (!(item instanceof Item.Directive directive) || !directive.line().startsWith("@include")) {
      return Optional.empty();
    }
    Errors errors = new Errors();
    return new DirectiveReader(errors, new TemplateReader(errors))
        .read(directive.at(), directive.line())
        .filter(step -> step instanceof Step.Include && errors.all().isEmpty())
        .map(Step.Include.class::cast);
  }

  private List<Item> included(Step.Include include) {
    Place at = include.at().right("@include ".length());
    Optional<String> name = include.file().fixed();
    if (name.isEmpty()) {
      return wrong(ScriptError.of(at, Kind.INCLUDE_VARIABLE));
    } else if (open.size() > DEEPEST) {
      return wrong(ScriptError.of(at, Kind.INCLUDE_DEPTH, Integer.toString(DEEPEST)));
    } else if (files >= MOST_FILES || lines > SourceText.mostLines()) {
      return wrong(ScriptError.of(at, Kind.INCLUDE_TOO_MUCH));
    }
    files++;
    try (SessionFolder.Opened opened = folder.open(name.get(), at)) {
      return included(opened, at);
    } catch (SessionFolder.Refused e) {
      return wrong(e.error());
    } catch (IOException e) {
      return wrong(ScriptError.of(at, Kind.FILE_UNREADABLE, name.get()));
    }
  }

  private List<Item> included(SessionFolder.Opened opened, Place at) throws IOException {
    if (open.stream().anyMatch(level -> level.path().equals(opened.path()))) {
      String chain =
          Stream.concat(open.stream().map(Level::name), Stream.of(opened.name()))
              .collect(Collectors.joining(" → "));
      return wrong(ScriptError.of(at, Kind.INCLUDE_CYCLE, chain));
    }
    SourceText text = SourceText.read(opened.content());
    Optional<ScriptError> flaw = SessionFiles.flaw(text, opened.name());
    return flaw.isPresent() ? wrong(flaw.get()) : read(opened.path(), opened.name(), text);
  }

  private static List<Item> wrong(ScriptError error) {
    return List.of(new Item.Wrong(error));
  }
}
