package smtpterm.script;

/** What a line in a row of lines of the client is. */
enum Role {
  COMMAND,
  ANSWER,
  TEXT,
  DOT,
  CHUNK,
  /** A file as the rest of a message, its dot included. */
  FILE,
  /** A file where no message is due. */
  STRAY_FILE,
  /** Nobody says this. */
  REMARK;

  /** As a plan names it; a file and a remark are no lines. */
  Plan.Kind kind() {
    return switch (this) {
      case COMMAND -> Plan.Kind.COMMAND;
      case ANSWER -> Plan.Kind.ANSWER;
      case TEXT -> Plan.Kind.TEXT;
      case DOT -> Plan.Kind.DOT;
      case CHUNK -> Plan.Kind.CHUNK;
      case FILE, STRAY_FILE, REMARK -> throw new IllegalStateException(name());
    };
  }
}
