package smtpterm.notation;

import java.util.List;
import java.util.regex.Pattern;

/** Cuts a message that was squeezed into one cell of a work sheet: {@code To: a Subject: b .}. */
final class Squashed {
  private static final Pattern NAME =
      Pattern.compile(
          "\\s+(?=(?i:From|To|Cc|Bcc|Date|Subject|Reply-To|Sender|Message-ID|MIME-Version"
              + "|Content-Type|Content-Transfer-Encoding|Return-Path|Received|X-[A-Za-z-]{1,30}):)");
  private static final int LONGEST = 100_000;

  private Squashed() {}

  /** The lines that are meant; mostly one, which is the text itself. */
  static List<String> lines(String text) {
    String said = text.strip();
    boolean cell = said.endsWith(" .") && Looks.header(said) && said.length() < LONGEST;
    if (!cell) {
      return List.of(text);
    }
    String message = said.substring(0, said.length() - 2).stripTrailing();
    return List.of((NAME.matcher(message).replaceAll("\n") + "\n.").split("\n"));
  }
}
