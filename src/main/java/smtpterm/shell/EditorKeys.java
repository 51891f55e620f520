package smtpterm.shell;

import java.util.List;
import java.util.Map;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.LineReader;
import org.jline.reader.Reference;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp.Capability;

/** Which key does what, as far as it differs from JLine's own keys. */
final class EditorKeys {
  /** Base64 in place. */
  static final String BASE64 = "smtpterm-base64";

  /** The right answer to a challenge, into the line. */
  static final String ANSWER = "smtpterm-answer";

  /** Help for the line being typed. */
  static final String HELP = "smtpterm-help";

  /** What the line means, before it is sent. */
  static final String EXPLAIN = "smtpterm-explain";

  /** Ctrl-C as a key. */
  static final String INTERRUPT = "smtpterm-interrupt";

  /** An answer of the terminal about its background that comes too late. */
  static final String LATE_COLOUR = "smtpterm-late-colour";

  /** An answer of the terminal about itself that comes too late. */
  static final String LATE_SELF = "smtpterm-late-self";

  /** A key without a meaning. */
  static final String NOTHING = "smtpterm-nothing";

  private EditorKeys() {}

  /** Binds the keys to the widgets of these names. */
  static void bind(Terminal terminal, Map<String, KeyMap<Binding>> keyMaps) {
    List<Capability> others =
        List.of(
            Capability.key_f3,
            Capability.key_f4,
            Capability.key_f5,
            Capability.key_f8,
            Capability.key_f9,
            Capability.key_f10,
            Capability.key_f11,
            Capability.key_f12);
    for (String name : List.of(LineReader.EMACS, LineReader.VIINS, LineReader.VICMD)) {
      KeyMap<Binding> map = withoutMouse(keyMaps.get(name));
      keyMaps.put(name, map);
      // Without a meaning of their own these would put rubbish into the line.
      others.forEach(key -> bind(map, NOTHING, KeyMap.key(terminal, key)));
      bind(map, BASE64, KeyMap.key(terminal, Capability.key_f6), "\033[17~");
      bind(map, ANSWER, KeyMap.key(terminal, Capability.key_f7), "\033[18~");
      bind(map, HELP, KeyMap.key(terminal, Capability.key_f1), "\033OP", "\033[11~");
      bind(map, EXPLAIN, KeyMap.key(terminal, Capability.key_f2), "\033OQ", "\033[12~");
      bind(map, INTERRUPT, KeyMap.ctrl('C'));
      bind(map, LATE_COLOUR, "\033]11;");
      bind(map, LATE_SELF, "\033[?");
    }
    KeyMap<Binding> emacs = keyMaps.get(LineReader.EMACS);
    bind(emacs, BASE64, "\0336");
    // Each of these could bring a line break into the line, or leaves it for another program.
    bind(emacs, LineReader.ACCEPT_LINE, KeyMap.alt(KeyMap.ctrl('M')), KeyMap.alt(KeyMap.ctrl('J')));
    bind(emacs, NOTHING, KeyMap.ctrl('V'), KeyMap.translate("^X^E"), KeyMap.translate("^X^J"));
    for (String name : List.of(LineReader.EMACS, LineReader.VIINS)) {
      // JLine would look for the opening bracket and halt half a second.
      bind(keyMaps.get(name), LineReader.SELF_INSERT, ")", "]", "}");
    }
    vi(keyMaps);
    choose(false, keyMaps);
  }

  /**
   * The same keys, but for {@code \E[<}, which JLine binds as these four letters: a backslash would
   * halt for a second, and be lost before an E. To unbind them would leave them a beginning.
   */
  private static KeyMap<Binding> withoutMouse(KeyMap<Binding> keys) {
    KeyMap<Binding> others = new KeyMap<>();
    keys.getBoundKeys()
        .forEach(
            (sequence, widget) -> {
              if (!sequence.startsWith("\\E")) {
                others.bind(widget, sequence);
              }
            });
    others.setUnicode(keys.getUnicode());
    others.setNomatch(keys.getNomatch());
    others.setAmbiguousTimeout(keys.getAmbiguousTimeout());
    return others;
  }

  /** vi as JLine has it, but for what would send a line that nobody typed, or end the terminal. */
  private static void vi(Map<String, KeyMap<Binding>> keyMaps) {
    for (String name : List.of(LineReader.VIINS, LineReader.VICMD)) {
      bind(keyMaps.get(name), NOTHING, KeyMap.ctrl('V'), KeyMap.ctrl('Q'));
      bind(keyMaps.get(name), LineReader.DELETE_CHAR_OR_LIST, KeyMap.ctrl('D'));
    }
    // A comment of the shell would be a command to the server; a second line cannot be opened.
    bind(keyMaps.get(LineReader.VICMD), NOTHING, "#", "o", "O", "J");
  }

  /** Whether the keys are those of vi, from the next line on; else those of Emacs. */
  static void choose(boolean vi, Map<String, KeyMap<Binding>> keyMaps) {
    keyMaps.put(LineReader.MAIN, keyMaps.get(vi ? LineReader.VIINS : LineReader.EMACS));
  }

  private static void bind(KeyMap<Binding> map, String widget, String... sequences) {
    for (String sequence : sequences) {
      if (sequence != null) {
        map.bind(new Reference(widget), sequence);
      }
    }
  }
}
