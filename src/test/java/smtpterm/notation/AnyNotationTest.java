package smtpterm.notation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import smtpterm.script.ScriptError;
import smtpterm.script.ScriptReading;
import smtpterm.script.ScriptWriter;
import smtpterm.script.SourceText;

/** Transcripts in the notations of others all become the same conversation. */
class AnyNotationTest {
  private static final List<String> TALK =
      List.of(
          "S: 220 post.example ready",
          "C: EHLO pc",
          "S: 250-post.example",
          "S: 250 SIZE 1000",
          "C: MAIL FROM:<ida@garten.example>",
          "S: 250 Ok",
          "C: RCPT TO:<emil@garten.example>",
          "S: 250 Ok",
          "C: DATA",
          "S: 354 go on",
          "C: Subject: 250 Tulpen",
          "C:",
          "C: 250 Stück, ${name}!".replace("${", "$${"),
          "C: .",
          "S: 250 Ok",
          "C: QUIT",
          "S: 221 Bye");

  private static String told(String client, String server, String behind) {
    StringBuilder text = new StringBuilder();
    for (String line : TALK) {
      String said = line.length() > 3 ? line.substring(3).replace("$${", "${") : "";
      text.append(line.startsWith("C:") ? client : server).append(said).append(behind);
      text.append('\n');
    }
    return text.toString();
  }

  private static List<String> converted(String text) {
    ScriptReading reading = AnyNotation.read(SourceText.of(text), "");
    assertThat(reading.errors()).isEmpty();
    return ScriptWriter.write(reading.script());
  }

  static Stream<Arguments> notations() {
    return Stream.of(
        Arguments.of("CLIENT: ", "SERVER: ", ""),
        Arguments.of("S: ", "R: ", ""),
        Arguments.of("Cliente: ", "Servidor: ", ""),
        Arguments.of("[CLIENT] ", "[SERVER] ", ""),
        Arguments.of(" In:  ", " Out: ", ""),
        Arguments.of(">>> ", "<<< ", ""),
        Arguments.of("<< ", ">> ", ""),
        Arguments.of("---> ", "<--- ", ""),
        Arguments.of("→ ", "← ", ""),
        Arguments.of(" -> ", "<-  ", ""),
        Arguments.of("> ", "< ", ""),
        Arguments.of("Client -> Server: ", "Server -> Client: ", ""),
        Arguments.of("send: b'", "reply: b'", "\\r\\n'"),
        Arguments.of("", "", ""));
  }

  @ParameterizedTest
  @MethodSource("notations")
  void eachNotationIsTheSameConversation(String client, String server, String behind) {
    assertThat(converted(told(client, server, behind))).isEqualTo(TALK);
  }

  @Test
  void whatWasConvertedReadsAsTheSameConversation() {
    List<String> once = converted(told(">>> ", "<<< ", ""));
    assertThat(converted(String.join("\n", once))).isEqualTo(once);
  }

  @Test
  void columnsOfATableAreSides() {
    assertThat(
            converted(
                String.join(
                    "\n",
                    List.of(
                        "| Client | Server | why |",
                        "|---|---|---|",
                        "| | `220 hi` | |",
                        "| `EHLO pc` | `250-hi`<br>`250 HELP` | |",
                        "| `QUIT` | `221 Bye` | |"))))
        .endsWith("S: 220 hi", "C: EHLO pc", "S: 250-hi", "S: 250 HELP", "C: QUIT", "S: 221 Bye");
  }

  @Test
  void whatIsUncertainIsNamedWithItsLine() {
    ScriptReading reading =
        AnyNotation.read(
            SourceText.of(">>> EHLO pc\n<<< 250 hi\nand so on\nQUIT\n<<< 221 Bye\n"), "");
    assertThat(reading.doubts().stream().map(d -> d.at().line() + " " + d.kind()))
        .containsExactly("3 LEFT_OUT", "4 UNCERTAIN_CLIENT");
  }

  @Test
  void proseIsRefused() {
    ScriptReading reading = AnyNotation.read(SourceText.of("Dear Bob,\n250 roses for you\n"), "");
    assertThat(reading.errors().get(0).kind()).isEqualTo(ScriptError.Kind.NO_DIALOGUE);
  }
}
