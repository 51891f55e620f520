package smtpterm.shell;

import java.util.List;
import java.util.Optional;

/** The servers to which the user's configuration gives names. */
public interface Profiles {
  /** There are none. */
  Profiles NONE =
      new Profiles() {
        @Override
        public List<String> names() {
          return List.of();
        }

        @Override
        public Optional<Place> place(String name) {
          return Optional.empty();
        }
      };

  /** Their names. */
  List<String> names();

  /**
   * The server of this name; empty when there is none.
   *
   * @throws Unusable when something that its lines name cannot be used, such as a file
   */
  Optional<Place> place(String name) throws Unusable;

  /** A server that cannot be connected to; the message is a sentence for the user. */
  final class Unusable extends Exception {
    private static final long serialVersionUID = 1L;

    public Unusable(String sentence) {
      super(sentence);
    }
  }
}
