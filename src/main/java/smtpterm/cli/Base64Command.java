package smtpterm.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import smtpterm.knowledge.Base64Anatomy;
import smtpterm.protocol.StrictBase64;
import smtpterm.sasl.Base64Line;
import smtpterm.screen.Look;
import smtpterm.wire.LosslessUtf8;

/** {@code smtpterm base64 anna}: text into Base64 and back, with {@code --anatomy} bit by bit. */
@Command(name = "base64", sortOptions = false)
final class Base64Command implements Callable<Integer> {
  private final Surroundings surroundings;

  @Parameters(arity = "1..*", paramLabel = "TEXT", descriptionKey = "text")
  private List<String> words = new ArrayList<>();

  @Option(names = {"-d", "--decode"})
  private boolean decode;

  @Option(names = "--anatomy")
  private boolean anatomy;

  Base64Command(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    String text = String.join(" ", words);
    boolean sound = !decode || StrictBase64.judge(text).base64();
    if (anatomy || !sound) {
      Base64Anatomy lines = new Base64Anatomy(surroundings.texts());
      Look look = surroundings.layout(ColourChoice.NEVER).look();
      List<String> shown = decode ? lines.decoding(text) : lines.encoding(text, true);
      surroundings.output().print(shown.stream().map(look::own).toList());
      return sound ? ExitCode.FINE : ExitCode.REFUSED;
    }
    surroundings
        .output()
        .print(List.of(decode ? decoded(text) : Base64Line.encodeTyped(text, true)));
    return ExitCode.FINE;
  }

  /** The text, NUL written as it is typed; octets that are no text as escapes. */
  private String decoded(String text) {
    StrictBase64.Verdict verdict = StrictBase64.judge(text);
    String plain =
        verdict.readable()
            ? verdict.text().replace("\0", "\\0")
            : LosslessUtf8.decode(Base64Line.decode(text).orElseThrow());
    return surroundings.layout(ColourChoice.NEVER).look().foreign(plain);
  }
}
