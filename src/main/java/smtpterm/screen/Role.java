package smtpterm.screen;

import smtpterm.protocol.ReplyClass;

/** What a piece of text on the screen is, and so which colour it has. */
public enum Role {
  /** Nothing particular. */
  PLAIN(""),
  /** The marks {@code C: }, {@code S: } and {@code > }. */
  MARK(Shade.GREY),
  /** A verb: {@code MAIL}. */
  VERB("1"),
  /** An address: what stands between the angle brackets. */
  ADDRESS("36"),
  /** The name of a parameter or a mechanism: {@code SIZE=}, {@code PLAIN}. */
  PARAMETER("35"),
  /** The value of a parameter, or a number: {@code 1000}. */
  VALUE("38;5;172"),
  /** Base64 as it should be: {@code YW5uYQ==}. */
  BASE64("38;5;37"),
  /** The name of a header line: {@code Subject:}. */
  FIELD("1"),
  /** The lone dot that ends a message. */
  DOT("1;38;5;33"),
  /** The code of a 2xx reply and its sign. */
  POSITIVE("32"),
  /** The code of a 3xx reply and its sign. */
  INTERMEDIATE("36"),
  /** The code of a 4xx reply and its sign. */
  TRANSIENT("33"),
  /** The code of a 5xx reply and its sign. */
  PERMANENT("31"),
  /** Any other code and its sign. */
  UNKNOWN("35"),
  /** The left column of a table: an EHLO keyword, a command. */
  TERM("1"),
  /** What could come next. */
  NEXT(Shade.BLUE),
  /** What smtpterm says by itself, behind {@code # }. */
  NOTE(Shade.GREY),
  /** The grey hint behind the cursor. */
  HINT(Shade.GREY),
  /** A hint that a key takes into the line. */
  RECALLED("3;38;5;245"),
  /** Something that is probably a mistake. */
  FLAW("33;4"),
  /** An octet of a server that must not reach the terminal, shown as {@code \x1b}. */
  ESCAPED("35"),
  /** A local command. */
  LOCAL(Shade.BLUE),
  /** What a local command is to work on: a file, a setting. */
  ARGUMENT("36"),
  /** A value that needs attention in the status line. */
  ALERT("33"),
  /** One of several who talk at once, as are the next five. */
  VOICE_1("38;5;68"),
  VOICE_2("38;5;133"),
  VOICE_3("38;5;137"),
  VOICE_4("38;5;72"),
  VOICE_5("38;5;104"),
  VOICE_6("38;5;167");

  private static final Role[] VOICES = {VOICE_1, VOICE_2, VOICE_3, VOICE_4, VOICE_5, VOICE_6};

  private final String sgr;

  Role(String sgr) {
    this.sgr = sgr;
  }

  /** Shades that can be read on black and on white, which the sixteen named colours cannot. */
  private static final class Shade {
    static final String GREY = "38;5;245";
    static final String BLUE = "38;5;33";
  }

  /**
   * The parameters of ANSI's Select Graphic Rendition where no other theme is chosen; empty for
   * {@link #PLAIN}.
   */
  public String sgr() {
    return sgr;
  }

  /** The role of the one of this number among many who talk at once, so that each looks alike. */
  public static Role voice(long number) {
    return VOICES[(int) Math.floorMod(number, (long) VOICES.length)];
  }

  /** The role of a code of this class. */
  public static Role of(ReplyClass replyClass) {
    return switch (replyClass) {
      case POSITIVE -> POSITIVE;
      case INTERMEDIATE -> INTERMEDIATE;
      case TRANSIENT -> TRANSIENT;
      case PERMANENT -> PERMANENT;
      case UNKNOWN -> UNKNOWN;
    };
  }
}
