package smtpterm.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Every sentence a user reads: {@code say("shell.closed")} is {@code Closed. /connect connects
 * again} or its German sister.
 *
 * <p>The first part of a key names the file: {@code shell.closed} stands as {@code closed} in
 * {@code smtpterm/shell/texts_de.properties} and {@code texts_en.properties}. Sentences are
 * patterns of {@link String#format}. Safe for several threads; the language may change at any time.
 */
public final class Texts {
  private final Map<String, Properties> bundles = new ConcurrentHashMap<>();
  private volatile Language language;

  /** Speaks this language until told otherwise. */
  public Texts(Language language) {
    this.language = Objects.requireNonNull(language, "language");
  }

  /** The language spoken now; never null. */
  public Language language() {
    return language;
  }

  /** Speaks this language from now on. */
  public void speak(Language now) {
    language = Objects.requireNonNull(now, "now");
  }

  /**
   * The sentence of this key with these arguments put in.
   *
   * @throws MissingResourceException when there is none: a defect, which a test finds
   */
  public String say(String key, Object... arguments) {
    Language now = language;
    String pattern = pattern(key, now);
    if (pattern == null) {
      throw new MissingResourceException("no text " + key + " in " + now, "texts", key);
    }
    // Most have no place for anything, and formatting is slow enough to be felt at each key.
    return pattern.indexOf('%') < 0 ? pattern : String.format(now.locale(), pattern, arguments);
  }

  /** Whether there is a sentence of this key: some things have nothing to be said about. */
  public boolean knows(String key) {
    return pattern(key, language) != null;
  }

  private String pattern(String key, Language in) {
    int dot = key.indexOf('.');
    return bundle(key.substring(0, Math.max(dot, 0)) + "/texts", in)
        .getProperty(key.substring(dot + 1));
  }

  /**
   * All entries of a file in the language spoken now: {@code bundle("knowledge/replies")} is {@code
   * smtpterm/knowledge/replies_de.properties}.
   */
  public Properties bundle(String name) {
    return bundle(name, language);
  }

  private Properties bundle(String name, Language in) {
    return bundles.computeIfAbsent(name + "_" + in.tag(), Texts::load);
  }

  private static Properties load(String name) {
    String path = "/smtpterm/" + name + ".properties";
    try (InputStream stream = Texts.class.getResourceAsStream(path)) {
      if (stream == null) {
        throw new MissingResourceException("no file " + path, name, "");
      }
      Properties properties = new Properties();
      properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }
}
