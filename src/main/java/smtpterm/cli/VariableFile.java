package smtpterm.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import smtpterm.text.Texts;

/** Variables on disk, one {@code user=anna} a line; {@code #} starts a remark. */
final class VariableFile {
  /** As session files have them. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,63}");

  /** More than a list of variables can sensibly have. */
  private static final int LONGEST = 1_048_576;

  private final Path file;
  private final Texts texts;

  VariableFile(Path file, Texts texts) {
    this.file = file;
    this.texts = texts;
  }

  /** There is something wrong with the file; the message is a sentence for the user. */
  static final class Unusable extends Exception {
    private static final long serialVersionUID = 1L;

    Unusable(String sentence) {
      super(sentence);
    }
  }

  /** Whether a variable can be called so. */
  static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  /** The variables in it; of two of one name the later one. */
  Map<String, String> variables() throws Unusable {
    Map<String, String> variables = new LinkedHashMap<>();
    List<String> lines = lines();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      int equals = line.indexOf('=');
      // Blanks around the sign are a habit, blanks at the end of a value may be meant.
      String name = equals < 0 ? "" : line.substring(0, equals).strip();
      if (!isName(name)) {
        throw new Unusable(texts.say("cli.variables.bad-line", file, i + 1));
      }
      variables.put(name, line.substring(equals + 1).stripLeading());
    }
    return variables;
  }

  private List<String> lines() throws Unusable {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] octets = in.readNBytes(LONGEST + 1);
      if (octets.length > LONGEST) {
        throw new Unusable(texts.say("cli.variables.too-long", file));
      }
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
      return (text.startsWith("\uFEFF") ? text.substring(1) : text).lines().toList();
    } catch (CharacterCodingException e) {
      throw new Unusable(texts.say("cli.accounts.not-utf8", file));
    } catch (NoSuchFileException e) {
      throw new Unusable(texts.say("cli.convert.missing", file));
    } catch (IOException e) {
      String why =
          Files.isDirectory(file)
              ? texts.say("cli.message.directory")
              : String.valueOf(e.getMessage());
      throw new Unusable(texts.say("cli.convert.unreadable", file, why));
    }
  }
}
