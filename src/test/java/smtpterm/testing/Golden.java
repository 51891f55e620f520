package smtpterm.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Compares lines with a file under {@code src/test/resources/golden}; {@code mvn test
 * -Dgolden.write=true} writes what came out into the files instead, to be looked at with {@code git
 * diff}.
 */
public final class Golden {
  private static final Path FOLDER = Path.of("src", "test", "resources", "golden");

  private Golden() {}

  /** Fails unless the file of this name holds these lines. */
  public static void check(String name, List<String> lines) throws IOException {
    check(FOLDER.resolve(name), lines);
  }

  /** The same for a file that is made of the program and shipped with it. */
  public static void check(Path file, List<String> lines) throws IOException {
    String text = String.join("\n", lines) + "\n";
    if (Boolean.getBoolean("golden.write")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text, StandardCharsets.UTF_8);
    }
    assertThat(text)
        .as("%s; -Dgolden.write=true writes it anew", file)
        .isEqualTo(Files.readString(file, StandardCharsets.UTF_8));
  }
}
