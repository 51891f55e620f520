package smtpterm.text;

import java.util.Locale;
import java.util.Optional;

/** A language that smtpterm speaks. */
public enum Language {
  GERMAN("de", Locale.GERMAN),
  ENGLISH("en", Locale.ENGLISH);

  private final String tag;
  private final Locale locale;

  Language(String tag, Locale locale) {
    this.tag = tag;
    this.locale = locale;
  }

  /** As it is written in {@code --lang de}. */
  public String tag() {
    return tag;
  }

  /** For numbers and dates in sentences. */
  public Locale locale() {
    return locale;
  }

  /** The language of this tag, whatever its case; empty for any other. */
  public static Optional<Language> tagged(String tag) {
    for (Language language : values()) {
      if (language.tag.equalsIgnoreCase(tag)) {
        return Optional.of(language);
      }
    }
    return Optional.empty();
  }

  /** German for a German locale, else English. */
  public static Language of(Locale locale) {
    return locale.getLanguage().equals("de") ? GERMAN : ENGLISH;
  }
}
