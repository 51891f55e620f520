package smtpterm.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.OptionSpec;
import smtpterm.config.Schema;
import smtpterm.config.Setting;
import smtpterm.shell.Preference;
import smtpterm.text.Texts;

/**
 * A configuration file in which nothing is set and everything is explained: {@code #timeout =
 * "30s"}.
 *
 * <p>A {@code #} with a blank behind it is a remark, one without is a setting to be switched on.
 */
final class ConfigTemplate {
  private static final int WIDTH = 78;

  private final Configurable configurable;
  private final Texts texts;
  private final List<String> lines = new ArrayList<>();

  ConfigTemplate(Configurable configurable, Texts texts) {
    this.configurable = configurable;
    this.texts = texts;
  }

  /** The whole file; lines end with LF. */
  String text() {
    remark(texts.say("cli.config.template.head"));
    lines.add("");
    remark(texts.say("cli.config.template.set"));
    Set<String> options = new HashSet<>();
    for (OptionSpec option : configurable.options(TerminalCommand.NAME, true)) {
      options.add(Configurable.key(option));
    }
    for (Preference preference : Preference.values()) {
      if (!options.contains(preference.key())) {
        String values = " (" + String.join(", ", preference.choices()) + ")";
        lines.add("");
        remark(texts.say("shell.set." + preference.key() + ".line") + values);
        lines.add("#" + preference.key() + " = \"" + preference.choices().get(0) + "\"");
      }
    }
    lines.add("");
    remark(texts.say("cli.config.template.options"));
    options(TerminalCommand.NAME, true);
    for (String command : configurable.tables()) {
      lines.add("");
      remark(texts.say("cli.config.template.command", command));
      lines.add("[" + command + "]");
      options(command, false);
    }
    server();
    return String.join("\n", lines) + "\n";
  }

  private void options(String command, boolean inherited) {
    for (OptionSpec option : configurable.options(command, inherited)) {
      lines.add("");
      remark(String.join(" ", option.description()).replace("%n", " ").replace("%%", "%"));
      lines.add(
          "#" + Configurable.key(option) + " = " + value(configurable.setting(command, option)));
    }
  }

  private String value(Setting setting) {
    if (setting.kind() == Setting.Kind.SWITCH) {
      return "true";
    }
    if (setting.name().equals(Preference.LANG.key())) {
      return '"' + texts.language().tag() + '"';
    }
    // Of what /set knows, too, the first one is the usual one.
    List<String> choices =
        Preference.named(setting.name()).map(Preference::choices).orElse(setting.choices());
    String example = choices.isEmpty() ? setting.example() : choices.get(0);
    String quoted = example.matches("[0-9]{1,9}") ? example : '"' + example + '"';
    return setting.kind() == Setting.Kind.LIST ? "[" + quoted + "]" : quoted;
  }

  private void server() {
    lines.add("");
    remark(texts.say("cli.config.template.server"));
    lines.add("#[" + Schema.SERVER + "." + texts.say("cli.config.template.name") + "]");
    lines.add("#host = \"smtp.example\"");
    lines.add("#port = 587");
    lines.add("#protocol = \"submission\"");
    lines.add("#user = \"anna\"");
    lines.add("#starttls = \"required\"");
  }

  /** Broken into lines that fit a window. */
  private void remark(String text) {
    StringBuilder line = new StringBuilder("#");
    for (String word : text.split(" +", -1)) {
      if (line.length() + 1 + word.length() > WIDTH && line.length() > 1) {
        lines.add(line.toString());
        line = new StringBuilder("#");
      }
      line.append(' ').append(word);
    }
    lines.add(line.toString());
  }
}
