package smtpterm.notation;

import java.util.List;
import java.util.regex.Pattern;
import smtpterm.notation.Minutes.Entry;
import smtpterm.notation.Minutes.Kind;
import smtpterm.script.ScriptError;

/** Looks over what was understood: what does not fit together was perhaps read wrongly. */
final class Misfits {
  private static final int LONGEST = 4096;
  private static final Pattern ODD =
      Pattern.compile(
          "\\s(?:#|//|←|→|--|\\|)(?:\\s|$)|\\s{3}\\S|\\*\\*|</|<br|\\\\[rn]|\\s<[0-9]{1,2}>$|&[a-z]{2,5};"
              + "|^[\"'`\\[({*•]|[\"'`\\]}]$|\\t");

  private static final Pattern GLUED = Pattern.compile("[^0-9][2-5][0-5][0-9]-[A-Za-z]");

  private final Minutes minutes;
  private final List<Entry> said;

  private final boolean speaks;

  /** How many commands wait for their replies. */
  private int waiting;

  private String verb = "";
  private boolean greeted;
  private boolean dotted;

  private Misfits(Minutes minutes) {
    this.minutes = minutes;
    this.said = minutes.entries().stream().filter(e -> e.side().isPresent()).toList();
    this.speaks = said.stream().anyMatch(e -> e.by(Side.SERVER));
  }

  /** Adds a doubt for each of them. */
  static void doubt(Minutes minutes) {
    Misfits misfits = new Misfits(minutes);
    for (int i = 0; i < misfits.said.size(); i++) {
      misfits.look(i);
    }
  }

  private void look(int index) {
    Entry entry = said.get(index);
    switch (entry.kind()) {
      case COMMAND, ANSWER -> command(entry, index);
      case TEXT -> text(entry, index);
      case REPLY -> reply(entry, index);
      default -> {}
    }
  }

  private void command(Entry entry, int index) {
    odd(entry);
    boolean answerOfServer = index > 0 && said.get(index - 1).by(Side.SERVER);
    if (answerOfServer && (waiting > 0 || Looks.continued(said.get(index - 1).text()))) {
      minutes.doubt(entry.line(), ScriptError.Kind.UNEXPECTED);
    }
    waiting = answerOfServer ? 1 : waiting + 1;
    verb = entry.kind() == Kind.ANSWER ? "ANSWER" : Looks.firstWord(entry.text());
    dotted = false;
    if (GLUED.matcher(entry.text().length() < LONGEST ? entry.text() : "").find()) {
      minutes.doubt(entry.line(), ScriptError.Kind.DECORATED);
    }
    boolean known = entry.kind() == Kind.ANSWER || Looks.verb(entry.text());
    if (!known && speaks && !refused(index)) {
      minutes.doubt(entry.line(), ScriptError.Kind.UNEXPECTED);
    }
    if (entry.kind() == Kind.ANSWER && Looks.command(entry.text()) && !Looks.base64(entry.text())) {
      minutes.doubt(entry.line(), ScriptError.Kind.UNEXPECTED);
    }
  }

  private boolean refused(int index) {
    return index + 1 < said.size()
        && (said.get(index + 1).text().startsWith("5")
            || said.get(index + 1).text().startsWith("-ERR"));
  }

  private void text(Entry entry, int index) {
    if (entry.text().startsWith("**")
        || entry.text().contains("</")
        || entry.text().contains("\\r")) {
      minutes.doubt(entry.line(), ScriptError.Kind.DECORATED);
    }
    if (entry.text().equals(".")) {
      waiting = 1;
      verb = ".";
      dotted = true;
      return;
    }
    boolean over = Looks.reply(entry.text()) && index + 1 < said.size();
    if (over && Looks.command(said.get(index + 1).text())) {
      minutes.doubt(entry.line(), ScriptError.Kind.UNCERTAIN_CLIENT);
    }
    if (index + 1 < said.size() && said.get(index + 1).by(Side.SERVER)) {
      waiting = 1;
      if (!verb.equals("BDAT")) {
        minutes.doubt(entry.line(), ScriptError.Kind.UNEXPECTED);
      }
    }
  }

  private void reply(Entry entry, int index) {
    odd(entry);
    boolean first = !greeted && (entry.text().startsWith("220") || entry.text().startsWith("+OK"));
    if (waiting == 0 && !first && !dotted && !(index > 0 && continues(index))) {
      minutes.doubt(entry.line(), ScriptError.Kind.UNEXPECTED);
    }
    if (index > 0 && continues(index) && !sameCode(index)) {
      minutes.doubt(entry.line(), ScriptError.Kind.UNEXPECTED);
    }
    boolean invited = !entry.text().startsWith("354") || waiting > 1 || verb.equals("DATA");
    boolean asked = !entry.text().startsWith("334") || waiting > 1 || login();
    if (waiting > 0 && !(invited && asked)) {
      minutes.doubt(entry.line(), ScriptError.Kind.UNEXPECTED);
    }
    greeted = true;
    if (!Looks.continued(entry.text())) {
      waiting = Math.max(0, waiting - 1);
    }
  }

  private boolean login() {
    return verb.equals("AUTH") || verb.equals("ANSWER");
  }

  private boolean continues(int index) {
    Entry before = said.get(index - 1);
    return before.by(Side.SERVER) && Looks.continued(before.text());
  }

  private boolean sameCode(int index) {
    String text = said.get(index).text();
    return text.startsWith(said.get(index - 1).text().substring(0, 3));
  }

  private void odd(Entry entry) {
    String text = entry.text();
    if (text.length() > LONGEST || (ODD.matcher(text).find() && !text.startsWith("${"))) {
      minutes.doubt(entry.line(), ScriptError.Kind.DECORATED);
    }
  }
}
