package smtpterm.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import smtpterm.protocol.Smtp;
import smtpterm.script.Place;
import smtpterm.script.Plan;
import smtpterm.script.Template;
import smtpterm.session.Client;
import smtpterm.session.Target;
import smtpterm.testing.RecordingServer;
import smtpterm.wire.Endpoint;

/** Where secrets come from, and where they may go. */
@Timeout(value = 60, threadMode = SEPARATE_THREAD)
final class SecretsTest {
  private static final Place AT = new Place(1, 1);
  private static final Variables GIVEN =
      new Variables(Map.of(), Map.of(), Map.of("password", "geheim", "user", "anna"));

  private RecordingServer server;
  private Watcher watcher;

  @BeforeEach
  void start() throws IOException {
    server =
        RecordingServer.smtp(
            Map.of("AUTH", "334 PDEyMz4=\r\n", "YW5UYQ==", "334 UGFzc3dvcmQ6\r\n"));
    watcher = new Watcher();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /** A connection as if it went to this host, which is far away unless it is {@code localhost}. */
  private Link link(String host) throws IOException {
    Target target = new Target(new Smtp(), new Endpoint(host, 25));
    Target real = new Target(new Smtp(), new Endpoint("127.0.0.1", server.port()));
    Inbox inbox = new Inbox(watcher, new Masks());
    Client client = new Run().stage().connect(real, inbox);
    client.start();
    client.await(Run.LONG);
    return new Link(AT, target, client, inbox, host.equals("localhost"));
  }

  private static Template text(String line) {
    Plan plan = Run.plan("C: " + line);
    return ((Plan.Act.Line) plan.acts().get(0)).step().text();
  }

  /** What is sent to that host for the last of the lines, or why nothing is. */
  private String sent(Manner manner, String host, String... lines) throws IOException {
    Tools tools = Tools.of(manner.with(GIVEN), watcher);
    Link link = link(host);
    String last = "";
    try {
      for (String line : lines) {
        Filled filled = tools.filling().line(AT, text(line), Optional.of(link));
        tools.secrets().mayLeave(AT, filled, link);
        link.client().type(filled.text());
        link.client().await(Run.LONG);
        last = filled.text();
      }
      return last;
    } catch (Failed e) {
      return e.failure().kind() + " " + e.failure().arguments();
    } finally {
      link.client().close();
    }
  }

  private static Manner allowing(boolean cleartext, String... hosts) {
    return Manner.usual().with(new SecretRules(cleartext, Set.of(hosts)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PASS ${secret:password}", "PASS ${password}", "X ${base64:${password}}"})
  void aSecretFromOutsideGoesToNoHostThatTheFileNames(String line) throws IOException {
    String refused = "SECRET_FOR_OTHERS [evil.example]";
    assertThat(sent(allowing(true), "evil.example", line)).isEqualTo(refused);
    assertThat(sent(allowing(true, "other.example"), "evil.example", line)).isEqualTo(refused);
  }

  @Test
  void aSecretFromOutsideGoesToHostsThatWereNamedOutside() throws Exception {
    String line = "PASS ${secret:password}";
    assertThat(sent(allowing(true, "Mail.Example"), "mail.example", line)).isEqualTo("PASS geheim");
    Manner named = allowing(true).at(Target.parse("mail.example:25"));
    assertThat(sent(named, "mail.example", line)).isEqualTo("PASS geheim");
    assertThat(sent(allowing(false), "localhost", line)).isEqualTo("PASS geheim");
  }

  @ParameterizedTest
  @CsvSource({
    "PASS ${secret:password}",
    "AUTH PLAIN ${answer}",
    "AUTH LOGIN;${answer};${answer}",
    "XLOGIN ${secret:password}",
    "PASS literally",
    "AUTH PLAIN AGFubmEAZ2VoZWlt",
    "AUTH LOGIN;YW5uYQ==;Z2VoZWlt",
    "AUTH XYZ;abc",
  })
  void noSecretGoesWhereOthersCanListenIn(String lines) throws IOException {
    assertThat(sent(allowing(false, "mail.example"), "mail.example", lines.split(";", -1)))
        .isEqualTo("CLEARTEXT [mail.example]");
    assertThat(sent(allowing(true, "mail.example"), "mail.example", lines.split(";", -1)))
        .doesNotContain("CLEARTEXT");
  }

  @ParameterizedTest
  @CsvSource({"AUTH CRAM-MD5;${answer}", "NOOP ${user}", "AUTH LOGIN", "AUTH LOGIN YW5uYQ=="})
  void whatRevealsNothingMayGoInTheClear(String lines) throws IOException {
    assertThat(sent(allowing(false, "mail.example"), "mail.example", lines.split(";", -1)))
        .doesNotContain("CLEARTEXT");
  }

  @Test
  void aSecretThatWasAskedForOneHostDoesNotGoToAnother() throws Exception {
    Watcher person =
        new Watcher() {
          @Override
          public Optional<char[]> secret(String name, Target target, boolean encrypted) {
            told.add("asked " + name + " " + target.endpoint() + " " + encrypted);
            return Optional.of("typed".toCharArray());
          }
        };
    Tools tools = Tools.of(allowing(true), person);
    Link first = link("mail.example");
    Link second = link("evil.example");
    Template template = text("${secret:password}");
    Filled value = tools.filling().value(AT, template, Optional.of(first));
    tools.filling().value(AT, template, Optional.of(first));
    assertThat(person.told).containsExactly("asked password mail.example:25 false");
    tools.names().set("x", value);
    Filled line = tools.filling().line(AT, text("NOOP ${x}"), Optional.of(second));
    Failed refused =
        catchThrowableOfType(Failed.class, () -> tools.secrets().mayLeave(AT, line, second));
    assertThat(refused.failure().kind()).isEqualTo(Failure.Kind.SECRET_FOR_OTHERS);
    tools.secrets().mayLeave(AT, line, first);
    tools.filling().value(AT, template, Optional.of(second));
    assertThat(person.told).hasSize(2);
    assertThat(tools.masks().masked("it is typed")).isEqualTo("it is ••••••••");
    first.client().close();
    second.client().close();
  }

  @Test
  void aSecretThatNobodyKnowsStopsTheRun() {
    Run run = new Run(watcher).at(server).goingOn();
    Outcome outcome = run.play("C: EHLO me", "C: PASS ${secret:password}", "C: QUIT");
    assertThat(Run.failures(outcome)).containsExactly("2 NO_SECRET [password]");
    assertThat(outcome.failures().get(0).at().column()).isEqualTo(9);
    assertThat(watcher.told).contains("asked password");
    assertThat(server.received()).isEqualTo("EHLO me\r\n");
  }

  @Test
  void aSecretMayHaveSomethingToFallBackOn() {
    Outcome outcome = new Run(watcher).at(server).play("C: PASS ${secret:password:abcde}");
    assertThat(Run.failures(outcome)).isEmpty();
    assertThat(server.received()).isEqualTo("PASS abcde\r\n");
    assertThat(watcher.told).doesNotContain("asked password");
    assertThat(watcher.told).contains("before PASS #");
  }
}
