package smtpterm.replay;

import smtpterm.session.Target;

/** Where to connect, as {@code @connect} takes it: in one piece, or host and port. */
final class Targets {
  private Targets() {}

  static Target parse(String written) throws Target.BadTarget {
    String[] words = written.strip().split(" +", -1);
    return words.length == 2 ? Target.parse(words[0], words[1]) : Target.parse(written);
  }
}
