package smtpterm.shell;

import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * A command for smtpterm itself, such as {@code /send FILE}.
 *
 * <p>Its sentences stand in the texts under {@code shell.local.NAME}: {@code .arguments}, {@code
 * .line} and {@code .help}.
 *
 * @param name without the slash
 * @param completer what Tab offers for the argument
 * @param action what it does
 */
record LocalCommand(String name, Completer completer, Action action) {
  LocalCommand {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(completer, "completer");
    Objects.requireNonNull(action, "action");
  }

  /** What it does. */
  interface Action {
    /**
     * Does it.
     *
     * @param argument what was typed behind the name, without blanks around it
     */
    void run(String argument);
  }

  /** What can stand behind its name. */
  interface Completer {
    /** The whole arguments that this beginning can become. */
    List<String> complete(String argument);

    /**
     * What one of these means, in the language spoken now; empty for nothing to say, then the texts
     * may know {@code shell.choice.NAME.WORD}.
     */
    default String describe(String whole) {
      return "";
    }
  }

  /** A completer that also says what its offers mean. */
  static Completer described(Completer completer, UnaryOperator<String> words) {
    return new Completer() {
      @Override
      public List<String> complete(String argument) {
        return completer.complete(argument);
      }

      @Override
      public String describe(String whole) {
        return words.apply(whole);
      }
    };
  }

  /** A completer that offers these words. */
  static Completer words(String... words) {
    return argument -> List.of(words).stream().filter(word -> word.startsWith(argument)).toList();
  }

  /** Nothing can be completed. */
  static Completer nothing() {
    return argument -> List.of();
  }
}
