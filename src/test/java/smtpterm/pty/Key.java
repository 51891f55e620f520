package smtpterm.pty;

/** A key that is no character, such as {@code UP}, and what xterm sends for it. */
public enum Key {
  ENTER("\r"),
  TAB("\t"),
  BACKSPACE("\u007f"),
  ESCAPE("\u001b"),
  ALT_6("\u001b6"),
  ALT_B("\u001bb"),
  ALT_F("\u001bf"),
  ALT_ENTER("\u001b\r"),
  CTRL_A("\u0001"),
  CTRL_C("\u0003"),
  CTRL_D("\u0004"),
  CTRL_E("\u0005"),
  CTRL_J("\n"),
  CTRL_K("\u000b"),
  CTRL_L("\f"),
  CTRL_R("\u0012"),
  CTRL_U("\u0015"),
  CTRL_V("\u0016"),
  CTRL_W("\u0017"),
  CTRL_Y("\u0019"),
  CTRL_Z("\u001a"),
  // The four arrows, Home and End have a second form, which a program chooses with ESC [?1h.
  UP("\u001b[A", "\u001bOA"),
  DOWN("\u001b[B", "\u001bOB"),
  RIGHT("\u001b[C", "\u001bOC"),
  LEFT("\u001b[D", "\u001bOD"),
  HOME("\u001b[H", "\u001bOH"),
  END("\u001b[F", "\u001bOF"),
  DELETE("\u001b[3~"),
  PAGE_UP("\u001b[5~"),
  PAGE_DOWN("\u001b[6~"),
  F1("\u001bOP"),
  F2("\u001bOQ"),
  F6("\u001b[17~"),
  F7("\u001b[18~");

  private final String octets;
  private final String applicationOctets;

  Key(String octets) {
    this(octets, octets);
  }

  Key(String octets, String applicationOctets) {
    this.octets = octets;
    this.applicationOctets = applicationOctets;
  }

  /** What the terminal sends; {@code applicationKeys} is the state of DECCKM. */
  String octets(boolean applicationKeys) {
    return applicationKeys ? applicationOctets : octets;
  }
}
