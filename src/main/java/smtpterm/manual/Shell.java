package smtpterm.manual;

import java.util.List;
import java.util.Locale;

/** A shell that completes command lines, such as {@code zsh}. */
public enum Shell {
  BASH {
    @Override
    public List<String> script(Program program) {
      return new BashScript(program).lines();
    }
  },
  ZSH {
    @Override
    public List<String> script(Program program) {
      return new ZshScript(program).lines();
    }
  },
  FISH {
    @Override
    public List<String> script(Program program) {
      return new FishScript(program).lines();
    }
  };

  /**
   * The lines of the script that completes this program. It reads the names of servers from the
   * configuration file by itself, since starting Java for each Tab would take too long.
   */
  public abstract List<String> script(Program program);

  /** As people write it: {@code zsh}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
