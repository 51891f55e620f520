package smtpterm.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;
import smtpterm.protocol.Spelling;

/** Holds a file against what can be set, and collects all that does not fit. */
final class Judge {
  /** A name that needs no quotes in a shell and cannot be taken for a host with a port. */
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]*");

  private static final Pattern SECRET =
      Pattern.compile(
          "(?i)(?:.*[-_])?(?:pass|password|passwd|passwort|passphrase|kennwort|secret|token)");

  private final Schema schema;
  private final List<String> lines;
  private final List<Problem> problems = new ArrayList<>();

  Judge(Schema schema, List<String> lines) {
    this.schema = schema;
    this.lines = lines;
  }

  Reading judge(TomlTable file) {
    Map<String, Value> top = new LinkedHashMap<>();
    Map<String, Map<String, Value>> tables = new LinkedHashMap<>();
    Map<String, Profile> profiles = new LinkedHashMap<>();
    for (String key : keys(file)) {
      if (key.equals(Schema.SERVER)) {
        table(file, key).ifPresent(servers -> servers(servers, profiles));
      } else if (schema.tables().containsKey(key)) {
        table(file, key)
            .ifPresent(table -> tables.put(key, values(table, schema.tables().get(key))));
      } else if (file.get(List.of(key)) instanceof TomlTable && !schema.top().containsKey(key)) {
        unknownTable(file, key);
      } else {
        value(file, key, schema.top()).ifPresent(value -> top.put(key, value));
      }
    }
    problems.sort(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column));
    return new Reading(new Configuration(top, tables, profiles), problems);
  }

  private void servers(TomlTable servers, Map<String, Profile> profiles) {
    for (String name : keys(servers)) {
      Optional<TomlTable> table = table(servers, name);
      if (table.isEmpty()) {
        continue;
      }
      Optional<String> deeper =
          keys(table.get()).stream()
              .filter(key -> table.get().get(List.of(key)) instanceof TomlTable)
              .findFirst();
      if (deeper.isPresent()) {
        // TOML takes the dot of [server.mail.example] for one step down.
        report(table.get(), deeper.get(), Problem.Kind.SERVER_DOT, name + "." + deeper.get());
      } else if (!NAME.matcher(name).matches()) {
        report(servers, name, Problem.Kind.SERVER_NAME, name);
      } else if (schema.commands().contains(name)) {
        report(servers, name, Problem.Kind.SERVER_COMMAND, name);
      } else {
        int line = position(servers, name).line();
        Profile profile = new Profile(name, line, values(table.get(), schema.profile()));
        place(servers, profile, table.get().keySet());
        profiles.put(name, profile);
      }
    }
  }

  /** Whether it is said where the server is, and only once. */
  private void place(TomlTable servers, Profile profile, Set<String> said) {
    boolean url = said.contains(Schema.URL);
    Optional<String> other =
        Stream.of(Schema.HOST, Schema.PORT, Schema.PROTOCOL).filter(said::contains).findFirst();
    if (url && other.isPresent()) {
      report(servers, profile.name(), Problem.Kind.SERVER_TWO_PLACES, profile.name(), other.get());
    } else if (!url && !said.contains(Schema.HOST)) {
      report(servers, profile.name(), Problem.Kind.SERVER_NO_PLACE, profile.name());
    } else if (profile.text(Schema.PROTOCOL).filter("raw"::equals).isPresent()
        && !said.contains(Schema.PORT)) {
      report(servers, profile.name(), Problem.Kind.SERVER_NO_PORT, profile.name());
    }
  }

  private Map<String, Value> values(TomlTable table, Map<String, Setting> settings) {
    Map<String, Value> values = new LinkedHashMap<>();
    for (String key : keys(table)) {
      value(table, key, settings).ifPresent(value -> values.put(key, value));
    }
    return values;
  }

  private Optional<Value> value(TomlTable table, String key, Map<String, Setting> settings) {
    Setting setting = settings.get(key);
    if (setting == null) {
      unknown(table, key, settings);
      return Optional.empty();
    }
    Optional<List<String>> texts = Raw.texts(table.get(List.of(key)), setting.kind());
    if (texts.isEmpty()) {
      report(table, key, Problem.Kind.WRONG_TYPE, key, setting.written());
      return Optional.empty();
    }
    for (String text : texts.get()) {
      int equals = text.indexOf('=');
      if (setting.kind() == Setting.Kind.LIST
          && equals > 0
          && SECRET.matcher(text.substring(0, equals)).matches()) {
        report(table, key, Problem.Kind.SECRET, text.substring(0, equals));
        return Optional.empty();
      }
      if (!setting.takes(text)) {
        boolean few = !setting.choices().isEmpty();
        report(
            table,
            key,
            few ? Problem.Kind.WRONG_CHOICE : Problem.Kind.WRONG_VALUE,
            key,
            text,
            few ? String.join(", ", setting.choices()) : setting.written());
        return Optional.empty();
      }
    }
    return Optional.of(new Value(texts.get(), position(table, key).line()));
  }

  private void unknown(TomlTable table, String key, Map<String, Setting> settings) {
    if (SECRET.matcher(key).matches()) {
      report(table, key, Problem.Kind.SECRET, key);
      return;
    }
    Optional<String> near = Spelling.nearest(key, List.copyOf(settings.keySet()));
    if (near.isPresent()) {
      report(table, key, Problem.Kind.UNKNOWN_NEAR, key, near.get());
      return;
    }
    List<String> places = new ArrayList<>();
    schema
        .tables()
        .forEach(
            (name, others) -> {
              if (others.containsKey(key)) {
                places.add("[" + name + "]");
              }
            });
    if (Schema.PLACE.contains(key)) {
      places.add("[" + Schema.SERVER + ".NAME]");
    }
    if (places.isEmpty()) {
      report(table, key, Problem.Kind.UNKNOWN, key);
    } else {
      report(table, key, Problem.Kind.ELSEWHERE, key, String.join(", ", places));
    }
  }

  private void unknownTable(TomlTable file, String key) {
    List<String> names = new ArrayList<>(schema.tables().keySet());
    names.add(Schema.SERVER);
    Optional<String> near = Spelling.nearest(key, names);
    if (near.isPresent()) {
      report(file, key, Problem.Kind.UNKNOWN_TABLE_NEAR, key, near.get());
    } else {
      report(file, key, Problem.Kind.UNKNOWN_TABLE, key, String.join(", ", names));
    }
  }

  private Optional<TomlTable> table(TomlTable parent, String key) {
    if (parent.get(List.of(key)) instanceof TomlTable table) {
      return Optional.of(table);
    }
    report(parent, key, Problem.Kind.NO_TABLE, key);
    return Optional.empty();
  }

  /** The keys in the order of the file: the library has them in none. */
  private static List<String> keys(TomlTable table) {
    return table.keySet().stream()
        .sorted(
            Comparator.comparingInt((String key) -> position(table, key).line())
                .thenComparingInt(key -> position(table, key).column()))
        .toList();
  }

  private static TomlPosition position(TomlTable table, String key) {
    TomlPosition position = table.inputPositionOf(List.of(key));
    return position == null ? TomlPosition.positionAt(1, 1) : position;
  }

  private void report(TomlTable table, String key, Problem.Kind kind, String... arguments) {
    TomlPosition at = position(table, key);
    String source = at.line() <= lines.size() ? lines.get(at.line() - 1) : "";
    problems.add(new Problem(at.line(), at.column(), source, kind, List.of(arguments)));
  }
}
