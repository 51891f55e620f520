package smtpterm.notation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
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
  /** Message text that looks like marks, replies and commands; replies that look like commands. */
  private static final Map<String, List<String>> TALKS =
      Map.of(
          "letter",
          List.of(
              "S: 220 post.example ready",
              "C: EHLO pc",
              "S: 250-post.example",
              "S: 250-HELP",
              "S: 250 SIZE 1000",
              "C: MAIL FROM:<ida@garten.example>",
              "S: 250 2.1.0 Ok",
              "C: RCPT TO:<emil@garten.example> NOTIFY=NEVER",
              "S: 550 5.1.1 no such gnome",
              "C: RCPT TO:<emma@garten.example>",
              "S: 250 Ok",
              "C: DATA",
              "S: 354 go on",
              "C: Subject: 250 Tulpen",
              "C: To: emma@garten.example",
              "C:",
              "C: 250 Stück, ${name}!",
              "C: QUIT",
              "C: 221 sagt der Gärtner",
              "C:   eingerückt",
              "C: ..zwei Punkte",
              "C: .",
              "S: 250 Ok",
              "C: QUIT",
              "S: 221 Bye"),
          "mailbox",
          List.of(
              "S: +OK kiosk",
              "C: CAPA",
              "S: +OK these",
              "S: USER",
              "S: TOP",
              "S: STLS",
              "S: UIDL",
              "S: .",
              "C: USER ida",
              "S: +OK",
              "C: PASS tulpe",
              "S: -ERR no",
              "C: PASS Tulpe",
              "S: +OK",
              "C: LIST",
              "S: +OK",
              "S: 1 250",
              "S: 2 354",
              "S: .",
              "C: LIST 2",
              "S: +OK 2 354",
              "C: TOP 1 2",
              "S: +OK",
              "S: Subject: hello",
              "S:",
              "S: +OK is what it says",
              "S: .",
              "C: QUIT",
              "S: +OK"),
          "login",
          List.of(
              "S: 220 lmtp.example",
              "C: LHLO laptop",
              "S: 250-lmtp.example",
              "S: 250 AUTH LOGIN CRAM-MD5",
              "C: AUTH LOGIN",
              "S: 334 VXNlcm5hbWU6",
              "C: aWRh",
              "S: 334 UGFzc3dvcmQ6",
              "C: dHVscGU=",
              "S: 535 5.7.8 no",
              "C: AUTH CRAM-MD5",
              "S: 334 PDE4OTYuNjk3MTcwOTUyQHBvc3Q+",
              "C: aWRhIGI5MTNhNjAyYzdlZGE3YTQ5NWI0ZTZlNzMzNGQzODkw",
              "S: 235 2.7.0 welcome",
              "C: MAIL FROM:<>",
              "S: 250 Ok",
              "C: RCPT TO:<a@x.example>",
              "S: 250 Ok",
              "C: RCPT TO:<b@x.example>",
              "S: 250 Ok",
              "C: DATA",
              "S: 354 go",
              "C: .",
              "S: 250 for a",
              "S: 452 for b",
              "C: FROBNICATE",
              "S: 500 what?",
              "C: QUIT",
              "S: 221 Bye"));

  private static final List<List<String>> MARKS =
      List.of(
          List.of("C: ", "S: "),
          List.of("S: ", "R: "),
          List.of("CLIENT: ", "SERVER: "),
          List.of("Cliente: ", "Servidor: "),
          List.of("Клиент: ", "Сервер: "),
          List.of("客户端：", "服务器："),
          List.of("anna> ", "post> "),
          List.of("[CLIENT] ", "[SERVER] "),
          List.of("(c) ", "(s) "),
          List.of(" In:  ", " Out: "),
          List.of("    C: ", "    S: "),
          List.of(">>> ", "<<< "),
          List.of(">>", "<<"),
          List.of("<< ", ">> "),
          List.of("---> ", "<--- "),
          List.of("→ ", "← "),
          List.of("⇒ ", "⇐ "),
          List.of(" -> ", "<-  "),
          List.of(" ~> ", "<~  "),
          List.of("> ", "< "),
          List.of("SMTP>> ", "SMTP<< "),
          List.of("Client -> Server: ", "Server -> Client: "),
          List.of("Browser->>Post: ", "Post-->>Browser: "),
          List.of("me → ", "mx → "),
          List.of("2031-05-04 10:11:12 [main] DEBUG --> ", "2031-05-04 10:11:12 [main] DEBUG <-- "),
          List.of("10:11:12.123 client: ", "10:11:12.124 server: "),
          List.of(" * C: ", " * S: "),
          List.of("// C: ", "// S: "),
          List.of("> C: ", "> S: "),
          List.of("# 12 C: ", "# 13 S: "),
          List.of("Thread-7 (pool) sent: ", "Thread-7 (pool) received: "));

  static Stream<Arguments> notations() {
    return TALKS.keySet().stream()
        .flatMap(talk -> MARKS.stream().map(m -> Arguments.of(talk, m.get(0), m.get(1))));
  }

  @ParameterizedTest(name = "{0} with {1} and {2}")
  @MethodSource("notations")
  void eachNotationIsTheSameConversation(String talk, String client, String server) {
    assertThat(heard(told(talk, client, server, ""))).isEqualTo(TALKS.get(talk));
  }

  @ParameterizedTest(name = "{0} with {1} and {2}")
  @MethodSource("notations")
  void whatWasConvertedReadsAsTheSameConversation(String talk, String client, String server) {
    String once = converted(told(talk, client, server, ""));
    assertThat(heard(once)).isEqualTo(TALKS.get(talk));
    assertThat(converted(once)).isEqualTo(once);
  }

  @ParameterizedTest
  @MethodSource("talks")
  void whatAProgramShowsInQuotationMarksIsReadWithoutThem(String talk) {
    assertThat(heard(told(talk, "send: b'", "reply: b'", "\\r\\n'"))).isEqualTo(TALKS.get(talk));
    assertThat(heard(told(talk, "<- \"", "-> \"", "\\r\\n\""))).isEqualTo(TALKS.get(talk));
  }

  @ParameterizedTest
  @MethodSource("talks")
  void theScreenOfATerminalNeedsNoMarks(String talk) {
    String screen =
        "Trying 192.0.2.1...\nConnected to post.example.\nEscape character is '^]'.\n"
            + told(talk, "", "", "")
            + "Connection closed by foreign host.\n";
    // nobody can tell an indented line of the message from the letter that is moved to the right
    assertThat(heard(screen)).isEqualTo(TALKS.get(talk));
  }

  static Stream<String> talks() {
    return TALKS.keySet().stream();
  }

  private static String told(String talk, String client, String server, String behind) {
    StringBuilder text = new StringBuilder();
    for (String line : TALKS.get(talk)) {
      String said = line.length() > 3 ? line.substring(3) : "";
      text.append(line.startsWith("C:") ? client : server).append(said).append(behind);
      text.append('\n');
    }
    return text.toString();
  }

  private static List<String> heard(String text) {
    ScriptReading reading = AnyNotation.read(SourceText.of(text), "");
    assertThat(reading.errors()).isEmpty();
    return Conversation.of(reading.script()).stream()
        .map(u -> (u.side() == Side.CLIENT ? "C: " : "S: ") + u.text())
        .map(String::stripTrailing)
        .toList();
  }

  private static String converted(String text) {
    ScriptReading reading = AnyNotation.read(SourceText.of(text), "");
    assertThat(reading.errors()).isEmpty();
    return String.join("\n", ScriptWriter.write(reading.script())) + "\n";
  }

  @Test
  void columnsOfATableAreSides() {
    assertThat(
            heard(
                """
                | Client | Server | why |
                |---|---|---|
                | | `220 hi` | |
                | `EHLO pc` | `250-hi`<br>`250 HELP` | who |
                | `QUIT` | `221 Bye` | |
                """))
        .containsExactly(
            "S: 220 hi", "C: EHLO pc", "S: 250-hi", "S: 250 HELP", "C: QUIT", "S: 221 Bye");
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
