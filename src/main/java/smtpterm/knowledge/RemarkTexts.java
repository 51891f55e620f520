package smtpterm.knowledge;

import java.util.List;
import java.util.Properties;
import smtpterm.protocol.Remark;
import smtpterm.text.Texts;

/**
 * Says what was remarked while a mail is typed: {@code The header ends here, without From and
 * Date.}
 *
 * <p>Speaks the language that the texts speak at that moment. Safe for several threads.
 */
public final class RemarkTexts {
  /** Of an address or a name, so many characters are repeated. */
  private static final int MOST_CHARACTERS = 40;

  private final Texts texts;

  /** Speaks as these texts do. */
  public RemarkTexts(Texts texts) {
    this.texts = texts;
  }

  /**
   * One sentence or two. It repeats what was typed, so it is escaped as a whole before it is shown.
   */
  public String say(Remark remark) {
    String pattern = sentences().getProperty(remark.kind().name());
    List<String> arguments = remark.arguments().stream().map(RemarkTexts::shortened).toList();
    return remark.kind() == Remark.Kind.FIELDS_MISSING
        ? String.format(texts.language().locale(), pattern, all(arguments))
        : String.format(texts.language().locale(), pattern, arguments.toArray());
  }

  /** {@code From, Date and Subject}. */
  private String all(List<String> names) {
    int last = names.size() - 1;
    return last < 1
        ? String.join("", names)
        : String.format(
            texts.language().locale(),
            sentences().getProperty("and"),
            String.join(", ", names.subList(0, last)),
            names.get(last));
  }

  private Properties sentences() {
    return texts.bundle("knowledge/remarks");
  }

  private static String shortened(String text) {
    return text.codePointCount(0, text.length()) <= MOST_CHARACTERS
        ? text
        : text.substring(0, text.offsetByCodePoints(0, MOST_CHARACTERS - 1)) + "…";
  }
}
