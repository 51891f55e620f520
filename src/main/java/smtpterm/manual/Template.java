package smtpterm.manual;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A script with gaps: a line such as {@code # @options@} is the gap of that name, and what is put
 * in gets the indentation of that line.
 */
final class Template {
  private static final Pattern GAP = Pattern.compile("( *)# @([a-z]+)@");

  private final String name;
  private final Map<String, List<String>> filling = new HashMap<>();

  /** The resource of this name beside this class. */
  Template(String name) {
    this.name = name;
  }

  /** Puts these lines into the gap of this name. */
  Template with(String gap, List<String> lines) {
    filling.put(gap, List.copyOf(lines));
    return this;
  }

  /**
   * The whole script.
   *
   * @throws IllegalStateException when a gap is left open, or something has no gap
   */
  List<String> lines() {
    List<String> whole = new ArrayList<>();
    Map<String, List<String>> left = new HashMap<>(filling);
    for (String line : resource()) {
      Matcher gap = GAP.matcher(line);
      if (gap.matches()) {
        List<String> lines = left.remove(gap.group(2));
        if (lines == null) {
          throw new IllegalStateException("nothing for " + gap.group(2) + " in " + name);
        }
        lines.forEach(l -> whole.add(l.isEmpty() ? l : gap.group(1) + l));
      } else {
        whole.add(line);
      }
    }
    if (!left.isEmpty()) {
      throw new IllegalStateException("no gap for " + left.keySet() + " in " + name);
    }
    return whole;
  }

  private List<String> resource() {
    String path = "/smtpterm/manual/" + name;
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Template.class.getResourceAsStream(path), StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }
}
