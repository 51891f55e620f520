package smtpterm.knowledge;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The facts that need no language: tables such as {@code commands.table}, read when first asked
 * for.
 *
 * <p>The first row names the columns; {@code #} starts a remark; {@code -} is an empty cell. Safe
 * for several threads.
 */
final class Facts {
  private final Map<String, Map<String, Map<String, String>>> tables = new ConcurrentHashMap<>();

  /**
   * The rows of a table in their order, by the first column; a row has its cells by the names of
   * the columns, empty cells as the empty string.
   */
  Map<String, Map<String, String>> table(String name) {
    return tables.computeIfAbsent(name, Facts::load);
  }

  private static Map<String, Map<String, String>> load(String name) {
    String path = "/smtpterm/knowledge/" + name + ".table";
    try (InputStream stream = Facts.class.getResourceAsStream(path)) {
      if (stream == null) {
        throw new IllegalStateException("no file " + path);
      }
      BufferedReader reader =
          new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
      return rows(path, reader.lines().filter(line -> !line.startsWith("#")).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }

  private static Map<String, Map<String, String>> rows(String path, List<String> lines) {
    List<String> columns = cells(lines.get(0));
    Map<String, Map<String, String>> rows = new LinkedHashMap<>();
    for (String line : lines.subList(1, lines.size())) {
      List<String> cells = cells(line);
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < columns.size(); i++) {
        row.put(columns.get(i), i < cells.size() ? cells.get(i) : "");
      }
      if (cells.size() != columns.size() || rows.put(cells.get(0), row) != null) {
        throw new IllegalStateException(path + ": " + line);
      }
    }
    return Collections.unmodifiableMap(rows);
  }

  private static List<String> cells(String line) {
    return List.of(line.split("\\|", -1)).stream()
        .map(String::strip)
        .map(cell -> cell.equals("-") ? "" : cell)
        .toList();
  }
}
