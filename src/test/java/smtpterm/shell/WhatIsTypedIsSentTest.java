package smtpterm.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import smtpterm.dns.LookUp;
import smtpterm.knowledge.Catalog;
import smtpterm.knowledge.Explainer;
import smtpterm.protocol.LineKind;
import smtpterm.session.Target;
import smtpterm.shell.Typist.Typing;
import smtpterm.testing.RecordingServer;
import smtpterm.text.Language;
import smtpterm.text.Texts;
import smtpterm.wire.AddressFamily;
import smtpterm.wire.Connector;
import smtpterm.wire.TlsSettings;

/** Colours, hints and the status line change nothing of what goes over the wire. */
@Timeout(120)
final class WhatIsTypedIsSentTest {
  private static final int LINES = 100;

  @TempDir Path home;

  /** What helps, or does not. */
  private enum Helpers {
    ON,
    OFF
  }

  @ParameterizedTest
  @EnumSource(LineKind.class)
  void whateverIsTypedIsSentAndNothingElseWithAllThatHelpsAndWithout(LineKind kind)
      throws Exception {
    List<Typing> typings = new ArrayList<>();
    // Keys that were lost once.
    typings.add(new Typing(0, List.of("\\EHL", "\\", "E", "[", "<", "\r"), List.of("\\EHL\\E[<")));
    LongStream.rangeClosed(1, LINES).forEach(seed -> typings.add(Typist.type(seed, kind)));
    for (Helpers helpers : Helpers.values()) {
      List<String> sent = List.of(sent(kind, helpers, typings).split("\r\n", -1));
      int at = opening(kind).size();
      assertThat(sent.subList(0, at)).isEqualTo(opening(kind));
      for (Typing typing : typings) {
        int end = Math.min(sent.size(), at + typing.sent().size());
        assertThat(sent.subList(at, end))
            .as("helpers %s, seed %s, keys %s", helpers, typing.seed(), typing.keys())
            .isEqualTo(typing.sent());
        at = end;
      }
      assertThat(sent.subList(at, sent.size())).as("the end").isEqualTo(ending(kind));
    }
  }

  /** What leads to this kind of line. */
  private static List<String> opening(LineKind kind) {
    return switch (kind) {
      case COMMAND -> List.of();
      case TEXT -> List.of("DATA");
      case ANSWER -> List.of("AUTH LOGIN");
    };
  }

  /** What is said when the window closes, and the nothing behind the last line end. */
  private static List<String> ending(LineKind kind) {
    return switch (kind) {
      case COMMAND -> List.of("QUIT", "");
      case TEXT -> List.of("");
      case ANSWER -> List.of("*", "QUIT", "");
    };
  }

  /** All octets of a conversation in which this is typed, and then the window closed. */
  private String sent(LineKind kind, Helpers helpers, List<Typing> typings) throws Exception {
    List<String> keys = new ArrayList<>();
    opening(kind).forEach(line -> keys.addAll(List.of(line, "\r")));
    typings.forEach(typing -> keys.addAll(typing.keys()));
    try (RecordingServer server = RecordingServer.answering("220 mx.test\r\n", answers(kind));
        Tty tty = new Tty(new KeyByKey(keys))) {
      Texts texts = new Texts(Language.ENGLISH);
      Catalog catalog = new Catalog(texts);
      Explainer explainer = new Explainer(texts, Optional.empty());
      TerminalSession.run(tty, setup(server, helpers), texts, catalog, explainer);
      return server.peer().awaitEnd();
    }
  }

  private static Function<String, String> answers(LineKind kind) {
    return switch (kind) {
      case COMMAND -> line -> line.equals("QUIT") ? "221 bye\r\n" : "250 ok\r\n";
      case TEXT -> line -> line.equals("DATA") ? "354 go on\r\n" : "";
      case ANSWER ->
          line ->
              switch (line) {
                case "QUIT" -> "221 bye\r\n";
                case "*" -> "501 no login\r\n";
                default -> "334 VXNlcm5hbWU6\r\n";
              };
    };
  }

  private Setup setup(RecordingServer server, Helpers helpers)
      throws IOException, Target.BadTarget {
    String all = helpers == Helpers.ON ? "on" : "off";
    Terms terms =
        new Terms(
            new Connector(Duration.ofSeconds(10), AddressFamily.ANY),
            TlsSettings.usual(),
            false,
            Optional.of(Duration.ofSeconds(30)));
    return new Setup(
        Optional.of(
            new Place(Target.parse("127.0.0.1", Integer.toString(server.port())), terms, "")),
        List.of(),
        terms,
        Profiles.NONE,
        new LookUp(Optional.empty(), Duration.ofSeconds(1)),
        Map.of(Preference.HINTS, all, Preference.STATUS, all, Preference.LANG, "en"),
        Optional.empty(),
        StandardCharsets.UTF_8,
        helpers == Helpers.ON,
        true,
        helpers == Helpers.ON,
        home.resolve(helpers + "-history"),
        new Recording(target -> Optional.empty(), lines -> lines + " missing"));
  }
}
