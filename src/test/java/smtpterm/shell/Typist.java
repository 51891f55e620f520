package smtpterm.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import smtpterm.protocol.LineKind;

/**
 * Somebody who types at random up to Enter, and what has to be sent then: what stands in the line,
 * octet for octet.
 */
final class Typist {
  private static final String BACKSPACE = "\u007f";
  private static final String DELETE = "\u001b[3~";
  private static final String HOME = "\u0001";
  private static final String END = "\u0005";
  private static final String LEFT = "\u001bOD";
  private static final String RIGHT = "\u001bOC";
  private static final String WHOLE = "\u0015";
  private static final String TO_END = "\u000b";
  private static final String CTRL_C = "\u0003";

  // Nothing that would lead into another kind of line, or end the conversation.
  private static final String[] WORDS = {
    "EHLO",
    "laptop",
    "mail from:",
    "MAIL FROM:<",
    "anna@kolleg.de>",
    " SIZE=1000",
    "RCPT TO: ",
    "<bob@kolleg.de>",
    "NOOP",
    "rset",
    "VRFY ",
    "AUTH PLAIN ",
    "AGFubmEAZ2VoZWlt",
    "YW5uYQ==",
    "YW",
    "EHL",
    "N",
    " ",
    "  ",
    "\\",
    "a\\\\b \\x",
    "'open",
    "\"quoted\"",
    "!!",
    "!1",
    "#",
    "# note",
    "//x",
    "/",
    "~/x",
    "$HOME",
    "%s",
    "{name}",
    "(]})",
    "C: ",
    "S: 250 ok",
    "> ",
    "250 ",
    ".",
    "..",
    "-",
    "*",
    "^",
    "\u00a0",
    "„so“",
    "äöüß",
    "Grüße",
    "é",
    "e\u0301",
    "a\u0308\u0323",
    "日本",
    "ｗ",
    "😀",
    "👩\u200d👧",
    "\u200b",
    "\u202e",
    "שלום",
    "x".repeat(60),
    "Subject: hi",
    "1",
    "z"
  };

  private final Random random;
  private final LineKind kind;
  private final List<String> keys = new ArrayList<>();
  private final List<String> sent = new ArrayList<>();
  private final List<Integer> line = new ArrayList<>();
  private int cursor;

  private Typist(long seed, LineKind kind) {
    this.random = new Random(seed);
    this.kind = kind;
  }

  /**
   * What was typed and what has to come of it.
   *
   * @param seed to find it again
   * @param keys what each key sends
   * @param sent the lines, without their ends
   */
  record Typing(long seed, List<String> keys, List<String> sent) {
    Typing {
      keys = List.copyOf(keys);
      sent = List.copyOf(sent);
    }
  }

  /** Types one line, or a few where a paste has more. */
  static Typing type(long seed, LineKind kind) {
    Typist typist = new Typist(seed, kind);
    int actions = typist.random.nextInt(12);
    for (int i = 0; i < actions; i++) {
      typist.act();
    }
    typist.finish();
    return new Typing(seed, typist.keys, typist.sent);
  }

  private void act() {
    switch (random.nextInt(16)) {
      case 0, 1 -> backspace();
      case 2 -> delete();
      case 3, 4 -> move(LEFT, Math.max(0, cursor - 1));
      case 5 -> right();
      case 6 -> move(HOME, 0);
      case 7 -> end();
      case 8 -> cut();
      case 9 -> paste();
      case 10 -> burst();
      default -> write();
    }
  }

  private String word() {
    return WORDS[random.nextInt(WORDS.length)];
  }

  private void write() {
    word()
        .codePoints()
        .forEach(
            codePoint -> {
              keys.add(Character.toString(codePoint));
              insert(Character.toString(codePoint));
            });
  }

  /** Faster than the program looks. */
  private void burst() {
    String words = word() + word();
    keys.add(words);
    insert(words);
  }

  private void insert(String text) {
    for (int codePoint : text.codePoints().toArray()) {
      line.add(cursor++, codePoint);
    }
  }

  private void backspace() {
    for (int times = random.nextInt(5); times > 0; times--) {
      keys.add(BACKSPACE);
      if (cursor > 0) {
        line.remove(--cursor);
      }
    }
  }

  private void delete() {
    if (cursor < line.size()) {
      keys.add(DELETE);
      line.remove(cursor);
    }
  }

  private void move(String key, int to) {
    keys.add(key);
    cursor = to;
  }

  /** At the end of the line it would take what the program proposes. */
  private void right() {
    if (cursor < line.size()) {
      move(RIGHT, cursor + 1);
    }
  }

  private void end() {
    if (cursor < line.size()) {
      move(END, line.size());
    }
  }

  private void cut() {
    int chance = random.nextInt(4);
    if (chance == 0) {
      keys.add(WHOLE);
      line.clear();
      cursor = 0;
    } else if (chance == 1) {
      keys.add(TO_END);
      line.subList(cursor, line.size()).clear();
    } else if (chance == 2 && !line.isEmpty()) {
      keys.add(CTRL_C);
      line.clear();
      cursor = 0;
    }
  }

  /** The first line goes where the cursor is, the last one stays in the prompt. */
  private void paste() {
    String first = pasted();
    List<String> rest = new ArrayList<>();
    List<Integer> whole = new ArrayList<>(line);
    whole.addAll(cursor, first.codePoints().boxed().toList());
    if (ends(text(whole))) {
      for (int lines = random.nextInt(3); lines > 0; lines--) {
        String next = pasted();
        if (ends(next)) {
          rest.add(next);
        }
      }
    }
    String last = rest.isEmpty() ? "" : pasted();
    StringBuilder octets = new StringBuilder(first);
    rest.forEach(next -> octets.append('\r').append(next));
    keys.add("\u001b[200~" + octets + (rest.isEmpty() ? "" : "\r" + last) + "\u001b[201~");
    insert(first);
    if (!rest.isEmpty()) {
      accept(text(line));
      rest.forEach(this::accept);
      line.clear();
      cursor = 0;
      insert(last);
    }
  }

  private String pasted() {
    return random.nextInt(4) == 0 ? word() + "\t" + word() : word() + word();
  }

  private void finish() {
    while (!ends(text(line))) {
      String letter = "x";
      keys.add(HOME);
      keys.add(letter);
      cursor = 0;
      insert(letter);
    }
    keys.add("\r");
    accept(text(line));
  }

  /** Whether Enter just sends this line. */
  private boolean ends(String text) {
    return switch (kind) {
      case COMMAND -> !text.startsWith("/") || text.startsWith("//");
      case TEXT -> !text.equals(".");
      case ANSWER -> !text.equals("*");
    };
  }

  /** What begins with two slashes is sent without the first, where one slash means the program. */
  private void accept(String text) {
    sent.add(kind == LineKind.COMMAND && text.startsWith("//") ? text.substring(1) : text);
  }

  private static String text(List<Integer> codePoints) {
    StringBuilder text = new StringBuilder();
    codePoints.forEach(text::appendCodePoint);
    return text.toString();
  }
}
