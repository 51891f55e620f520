package smtpterm.report;

import java.util.List;
import java.util.Objects;
import smtpterm.script.Place;

/**
 * The conversation of a file, put on paper: what stands above it, and then all that is said, each
 * reply explained, secrets masked.
 *
 * @param name what the page is called where the file says nothing about itself
 * @param head the notes before the first step: a title, and below it a description; perhaps none
 * @param body everything behind them, in the order of the file
 */
public record Sheet(String name, List<Entry> head, List<Entry> body) {
  /** Copies the lists. */
  public Sheet {
    Objects.requireNonNull(name, "name");
    head = List.copyOf(head);
    body = List.copyOf(body);
  }

  /**
   * One step.
   *
   * @param at where it stands in the file
   * @param kind what it is, such as {@code command}; programs may rely on these words
   * @param scene the step itself
   */
  public record Entry(Place at, String kind, Scene scene) {
    /** Refuses null. */
    public Entry {
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(scene, "scene");
    }
  }

  /** The first note, or the name. */
  String title() {
    return head.isEmpty() ? name : text(head.get(0));
  }

  /** The notes below the title. */
  List<String> description() {
    return head.stream().skip(1).map(Sheet::text).toList();
  }

  /** The steps in rows. */
  List<PageRow> rows() {
    return PageRow.of(body.stream().map(Entry::scene).toList());
  }

  private static String text(Entry note) {
    return note.scene() instanceof Scene.Noted noted ? noted.text() : "";
  }
}
