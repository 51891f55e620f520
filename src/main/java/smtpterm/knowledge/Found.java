package smtpterm.knowledge;

import java.util.List;

/**
 * What the catalogue has for a word: for {@code AUTH} a command, a keyword and more; for {@code
 * PIPELINE} nothing, but {@code PIPELINING} is near.
 *
 * @param entries those that were asked for, of every kind that has the name; perhaps none
 * @param near when there are none: entries that may be meant, the nearest first, at most six
 */
public record Found(List<Entry> entries, List<Entry> near) {
  public Found {
    entries = List.copyOf(entries);
    near = List.copyOf(near);
  }
}
