package smtpterm.notation;

import java.util.List;

/**
 * What is usual in a transcript.
 *
 * @param clientMarked whether the client's lines have a mark
 * @param serverMarked whether the server's lines have one
 * @param serverSpeaks whether there is any reply at all
 * @param spaced whether blank lines separate one command and its reply from the next
 * @param commented whether lines with a comment mark explain what follows
 */
record Habits(
    boolean clientMarked,
    boolean serverMarked,
    boolean serverSpeaks,
    boolean spaced,
    boolean commented) {
  static Habits of(List<Said> said) {
    boolean client = said.stream().anyMatch(s -> s.of(Side.CLIENT));
    boolean server = said.stream().anyMatch(s -> s.of(Side.SERVER));
    return new Habits(client, server, server || speaks(said), spaced(said), commented(said));
  }

  boolean bothMarked() {
    return clientMarked && serverMarked;
  }

  /** What stands between DATA and the dot may look like a reply; 354 right behind DATA is one. */
  private static boolean speaks(List<Said> said) {
    boolean message = false;
    boolean data = false;
    for (Said s : said) {
      String text = unbracketed(s.text().strip());
      if (s.row().prose() || text.isEmpty()) {
        continue;
      }
      message = (message || (data && !Looks.reply(text))) && !text.equals(".");
      if (!message && Looks.reply(text)) {
        return true;
      }
      data = text.equalsIgnoreCase("DATA");
    }
    return false;
  }

  /** {@code [250 Ok]} is shown of a reply on some pages. */
  static String unbracketed(String text) {
    boolean framed = text.length() > 4 && Looks.act(text) && "[(<".indexOf(text.charAt(0)) >= 0;
    String inside = framed ? text.substring(1, text.length() - 1).strip() : text;
    return Looks.reply(inside) ? inside : text;
  }

  private static boolean spaced(List<Said> said) {
    int found = 0;
    for (int i = 1; i < said.size(); i++) {
      Said before = said.get(i - 1);
      boolean reply = before.of(Side.SERVER) || Looks.reply(before.text().strip());
      found += said.get(i).row().blank() && reply ? 1 : 0;
    }
    return found > 1;
  }

  private static boolean commented(List<Said> said) {
    return said.stream().filter(Habits::comment).limit(3).count() > 2;
  }

  static boolean comment(Said said) {
    String text = said.text().strip();
    return !said.marked()
        && (text.startsWith("#") || text.startsWith("//"))
        && !Looks.protocol(text.substring(1).strip());
  }
}
