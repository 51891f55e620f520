package smtpterm.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tomlj.TomlArray;

/** Values of TOML as the texts that the command line would have: {@code 2525}, {@code true}. */
final class Raw {
  private Raw() {}

  /** The texts of a value; empty where it is none of this kind. */
  static Optional<List<String>> texts(Object value, Setting.Kind kind) {
    if (kind == Setting.Kind.LIST && value instanceof TomlArray array) {
      List<String> texts = new ArrayList<>();
      for (Object element : array.toList()) {
        Optional<String> text = scalar(element);
        if (text.isEmpty()) {
          return Optional.empty();
        }
        texts.add(text.get());
      }
      return Optional.of(texts);
    }
    if (value instanceof Boolean bool) {
      return switch (kind) {
        case SWITCH -> Optional.of(List.of(bool.toString()));
        case ON_OFF -> Optional.of(List.of(bool ? "on" : "off"));
        default -> Optional.empty();
      };
    }
    return kind == Setting.Kind.SWITCH ? Optional.empty() : scalar(value).map(List::of);
  }

  private static Optional<String> scalar(Object value) {
    return value instanceof String || value instanceof Number
        ? Optional.of(value.toString())
        : Optional.empty();
  }
}
