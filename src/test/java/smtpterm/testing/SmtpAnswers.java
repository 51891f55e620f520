package smtpterm.testing;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * Answers a friendly SMTP server gives, such as {@code 354 go on\r\n} to {@code DATA}; one for each
 * client.
 */
final class SmtpAnswers implements Function<String, String> {

  private static final Map<String, String> USUAL =
      Map.of(
          "EHLO", "250-mx.test greets you\r\n250-SIZE 1000000\r\n250 AUTH LOGIN PLAIN\r\n",
          "AUTH", "334 VXNlcm5hbWU6\r\n",
          "DATA", "354 go on\r\n",
          "QUIT", "221 bye\r\n");

  private final Map<String, String> changed;
  private boolean inText;

  SmtpAnswers(Map<String, String> changed) {
    this.changed = Map.copyOf(changed);
  }

  @Override
  public String apply(String line) {
    if (inText && !line.equals(".")) {
      return "";
    }
    String verb = line.split(" ", 2)[0].toUpperCase(Locale.ROOT);
    String answer = changed.getOrDefault(verb, USUAL.getOrDefault(verb, "250 ok\r\n"));
    inText = !inText && answer.startsWith("354");
    return answer;
  }
}
