package smtpterm.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.OptionSpec;
import smtpterm.config.Configuration;
import smtpterm.config.Schema;
import smtpterm.config.Value;
import smtpterm.shell.Preference;
import smtpterm.text.Texts;

/** What holds and where it comes from: {@code timeout 30s line 3}. */
final class ConfigPage {
  private static final String NONE = "–";

  private final Configurable configurable;
  private final Surroundings surroundings;
  private final Texts texts;

  ConfigPage(Configurable configurable, Surroundings surroundings) {
    this.configurable = configurable;
    this.surroundings = surroundings;
    this.texts = surroundings.texts();
  }

  /**
   * @param source where the value comes from
   */
  private record Row(String name, String value, String source) {}

  List<String> lines() {
    Defaults defaults = surroundings.defaults();
    Configuration configuration = defaults.reading().configuration();
    List<String> lines = new ArrayList<>();
    boolean there = java.nio.file.Files.exists(defaults.path());
    lines.add(
        there ? defaults.path().toString() : texts.say("cli.config.missing", defaults.path()));
    lines.add("");
    lines.addAll(columns(top(configuration)));
    configuration.tables().forEach((name, values) -> section(lines, "[" + name + "]", set(values)));
    configuration
        .profiles()
        .forEach(
            (name, profile) -> {
              String quoted = name.matches("[A-Za-z0-9_-]+") ? name : '"' + name + '"';
              section(lines, "[" + Schema.SERVER + "." + quoted + "]", set(profile.values()));
            });
    return lines.stream().map(surroundings.layout(ColourChoice.NEVER).look()::own).toList();
  }

  private void section(List<String> lines, String head, List<Row> rows) {
    lines.add("");
    lines.add(head);
    lines.addAll(columns(rows));
  }

  /** Everything that can stand at the top of the file. */
  private List<Row> top(Configuration configuration) {
    Map<String, String> usual = new TreeMap<>();
    for (Preference preference : Preference.values()) {
      usual.put(preference.key(), preference.choices().get(0));
    }
    for (OptionSpec option : configurable.options(TerminalCommand.NAME, true)) {
      usual.putIfAbsent(Configurable.key(option), usual(option));
    }
    List<Row> rows = new ArrayList<>();
    usual.forEach(
        (name, value) -> {
          Optional<Value> set = Optional.ofNullable(configuration.top().get(name));
          if (set.isPresent()) {
            rows.add(row(name, set.get()));
          } else if (name.equals("lang")) {
            String language = surroundings.environment().language().tag();
            rows.add(new Row(name, language, texts.say("cli.config.locale")));
          } else {
            rows.add(new Row(name, value, texts.say("cli.config.built-in")));
          }
        });
    return rows;
  }

  private List<Row> set(Map<String, Value> values) {
    return values.entrySet().stream().map(entry -> row(entry.getKey(), entry.getValue())).toList();
  }

  private Row row(String name, Value value) {
    return new Row(name, value.text(), texts.say("cli.config.line", value.line()));
  }

  /** What holds where nobody says anything, as it would stand in the file. */
  private static String usual(OptionSpec option) {
    Object value = option.initialValue();
    if (value == null || option.isMultiValue()) {
      return NONE;
    }
    if (value instanceof Duration duration) {
      return Durations.text(duration).replace(" ", "");
    }
    return value.toString().toLowerCase(Locale.ROOT);
  }

  private static List<String> columns(List<Row> rows) {
    int names = rows.stream().mapToInt(row -> row.name().length()).max().orElse(0);
    int values = rows.stream().mapToInt(row -> row.value().length()).max().orElse(0);
    int width = Math.min(values, 30);
    return rows.stream()
        .map(
            row ->
                "  "
                    + pad(row.name(), names)
                    + "  "
                    + pad(row.value(), width)
                    + "  "
                    + row.source())
        .collect(Collectors.toList());
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
