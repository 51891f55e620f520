package smtpterm.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** A small schema for the tests, with one setting of each kind. */
final class Schemas {
  private Schemas() {}

  static Schema small() {
    Map<String, Setting> top =
        Schema.named(
            List.of(
                text("lang", List.of("de", "en"), "de|en", value -> true),
                new Setting("hints", Setting.Kind.ON_OFF, List.of("on", "off"), "on", v -> true),
                text("timeout", List.of(), "30s", value -> value.matches("[0-9]+s?")),
                text("ca", List.of(), "FILE", value -> true),
                new Setting("pin", Setting.Kind.LIST, List.of(), "SHA256", value -> true)));
    Map<String, Map<String, Setting>> tables = new LinkedHashMap<>();
    tables.put(
        "practice",
        Schema.named(
            List.of(
                text("smtp", List.of(), "PORT", value -> value.matches("[0-9]+")),
                new Setting("strict", Setting.Kind.SWITCH, List.of(), "true", value -> true))));
    tables.put(
        "play",
        Schema.named(
            List.of(
                new Setting("var", Setting.Kind.LIST, List.of(), "NAME=VALUE", value -> true))));
    Map<String, Setting> profile = new LinkedHashMap<>(Schema.place(url -> url.contains("://")));
    profile.putAll(top);
    return new Schema(top, tables, profile, Set.of("practice", "play", "explain"));
  }

  private static Setting text(
      String name, List<String> choices, String shape, Predicate<String> check) {
    return new Setting(name, Setting.Kind.TEXT, choices, shape, check);
  }
}
