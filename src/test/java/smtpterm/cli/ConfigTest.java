package smtpterm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import smtpterm.server.Listening;
import smtpterm.server.PracticeServer;
import smtpterm.server.Service;
import smtpterm.server.Settings;
import smtpterm.text.Language;

final class ConfigTest {
  @TempDir Path home;

  private Path file() {
    return home.resolve("smtpterm").resolve("config.toml");
  }

  private void write(String text) throws IOException {
    Files.createDirectories(file().getParent());
    Files.writeString(file(), text);
  }

  private Run run(String input, String... arguments) {
    return run(input, Map.of(), arguments);
  }

  private Run run(String input, Map<String, String> more, String... arguments) {
    Map<String, String> variables = new HashMap<>(more);
    variables.put("XDG_CONFIG_HOME", home.toString());
    return Run.with(input.getBytes(StandardCharsets.UTF_8), variables, arguments);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void theTemplateIsWholeWithEachLineSwitchedOn(Language language) throws IOException {
    Run init = run("", "--lang", language.tag(), "config", "--init");
    assertThat(init.code()).isZero();
    assertThat(init.out()).isEqualTo(file() + "\n");
    Run plain = run("", "config");
    assertThat(plain.code()).as(plain.err()).isZero();
    assertThat(plain.out()).doesNotContain(" line ");
    String template = Files.readString(file());
    assertThat(template.lines()).allMatch(line -> line.length() <= 80);
    write(template.replaceAll("(?m)^#(?=[a-z\\[])", ""));
    Run on = run("", "--lang", "en", "config");
    assertThat(on.err()).isEmpty();
    assertThat(on.code()).isZero();
    assertThat(on.out())
        .contains("[practice]", "[serve]", "[check]", "[play]", "[server.sch")
        .containsPattern("timeout +30s +line [0-9]+\n")
        .containsPattern("hints +on +line [0-9]+\n")
        .doesNotContain("built-in");
  }

  @Test
  void theExampleOfTheReadMeIsWhole() throws IOException {
    String readMe = Files.readString(Path.of("README.md"));
    int start = readMe.indexOf("```toml\n") + "```toml\n".length();
    write(readMe.substring(start, readMe.indexOf("```", start)));
    Run run = run("", "config");
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("[server.schule]", "[server.\"mail.garten.example\"]", "1s");
  }

  @Test
  void aFileThatIsThereStaysAsItIs() throws IOException {
    write("lang = \"de\"\n");
    Run run = run("", "config", "--init");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains(file().toString(), "bleibt");
    assertThat(Files.readString(file())).isEqualTo("lang = \"de\"\n");
  }

  @Test
  void whatStandsInTheWayOfTheFileIsSaid() throws IOException {
    Files.writeString(home.resolve("smtpterm"), "");
    Run run = run("", "config", "--init");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).startsWith("smtpterm: " + file()).contains("cannot be written");
  }

  @Test
  void withoutAFileThePathAndWhatIsBuiltInAreShown() {
    Run run = run("", "config");
    assertThat(run.code()).isZero();
    assertThat(run.lines().get(0)).contains(file().toString(), "config --init");
    assertThat(run.out()).containsPattern("connect-timeout +10s +built-in\n");
    assertThat(run("", "config", "--path").out()).isEqualTo(file() + "\n");
    assertThat(run("", "config", "--path", "--init").code()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"'',Hallo", "--greeting Moin,Moin", "--greeting=Servus,Servus"})
  void theCommandLineWinsOverTheTableOfTheCommand(String typed, String greeting)
      throws IOException {
    write("[practice]\nsmtp = 0\ngreeting = \"Hallo\"\n[serve]\ngreeting = \"Nein\"\n");
    Run run = run("QUIT\n", ("practice " + typed).strip().split(" ", -1));
    assertThat(run.lines().get(0)).isEqualTo("S: 220 " + greeting);
  }

  @ParameterizedTest
  @CsvSource({
    "'lang = \"de\"',LANG=en_GB,config,Zeile 1",
    "'lang = \"de\"',LANG=en_GB,--lang en config,line 1",
    "'lang = \"de\"',LANG=en_GB,--help,Aufruf",
    "'lang = \"en\"',LANG=de_DE,--help,Usage",
  })
  void theLanguageOfTheFileWinsOverTheLocaleAndNotOverTheOption(
      String text, String variable, String typed, String shown) throws IOException {
    write(text);
    Map<String, String> variables = Map.of("LANG", variable.substring("LANG=".length()));
    assertThat(run("", variables, typed.split(" ", -1)).out()).contains(shown);
  }

  @ParameterizedTest
  @CsvSource({"always,'',true", "always,--color=never,false", "auto,'',false", "never,'',false"})
  void aColourThatTheFileInsistsOnWinsOverNoColor(String value, String typed, boolean colours)
      throws IOException {
    write("color = \"" + value + "\"\n[practice]\nsmtp = 0\n");
    Run run = run("QUIT\n", Map.of("NO_COLOR", "1"), ("practice " + typed).strip().split(" ", -1));
    assertThat(run.out().contains("\033[32m220")).isEqualTo(colours);
  }

  @Test
  void aSwitchOfTheFileIsSwitchedOffByHand() throws IOException {
    write("[practice]\nsmtp = 0\nrequire-auth = true\n");
    String mail = "EHLO me\nMAIL FROM:<anna@kolleg.de>\nQUIT\n";
    assertThat(run(mail, "practice").out()).contains("S: 530 ");
    assertThat(run(mail, "practice", "--require-auth=false").out()).doesNotContain("S: 530 ");
  }

  @Test
  void explanationsOfTheFileAreForTheTerminalAndNotForAPipe() throws IOException {
    write("explain = \"full\"\n[practice]\nsmtp = 0\n");
    assertThat(run("QUIT\n", "practice").lines()).allMatch(line -> line.matches("[CS]: .*"));
    assertThat(run("QUIT\n", "practice", "--explain", "short").out()).contains("✔ 220");
  }

  @Test
  void aNamedServerIsConnectedToWithWhatItsLinesSay() throws IOException {
    try (PracticeServer server = server()) {
      write(
          "[server.schule]\nhost = \"127.0.0.1\"\nport = "
              + server.port()
              + "\nstarttls = \"required\"\n");
      Run run = run("EHLO me\nAUTH PLAIN AGFubmEAZ2VoZWlt\n", "schule");
      assertThat(run.lines().get(0)).startsWith("S: 220 ");
      assertThat(run.err()).contains("--starttls required");
      assertThat(run("QUIT\n", "--starttls", "optional", "schule").code()).isZero();
      assertThat(run("QUIT\n", "--", "schule").code()).isZero();
      assertThat(run("", "schule", "1").code()).as("a host with a port").isEqualTo(4);
    }
  }

  @Test
  void aNamedServerIsATargetOfPlayAndCheck() throws IOException {
    Path session = home.resolve("a.session");
    Files.writeString(session, "S: 220\nC: QUIT\nS: 221\n");
    try (PracticeServer server = server()) {
      write("[server.\"my.school\"]\nurl = \"smtp://127.0.0.1:" + server.port() + "\"\n");
      Run play = run("", "play", session.toString(), "my.school");
      assertThat(play.code()).as(play.out() + play.err()).isZero();
      Run check = run("", "check", session.toString(), "--server", "my.school");
      assertThat(check.code()).as(check.out() + check.err()).isZero();
    }
  }

  @Test
  void whatDoesNotGoTogetherWithTheCommandLineGivesWay() throws IOException {
    Path session = home.resolve("a.session");
    Files.writeString(session, "S: 220\nC: QUIT\nS: 221\n");
    try (PracticeServer server = server()) {
      write(
          """
          [play]
          practice = true
          strict = true
          delay = "1s"
          step = true
          smtp = 0
          [check]
          server = "127.0.0.1:1"
          strict = true
          """);
      Run play = run("", "play", session.toString(), "127.0.0.1:" + server.port());
      assertThat(play.code()).as(play.out() + play.err()).isZero();
      assertThat(run("", "play", session.toString()).code()).isZero();
      assertThat(run("", "check", session.toString(), "--practice").code()).isZero();
    }
  }

  @Test
  void aWrongFileStopsEachCommandButHelpAndConfig() throws IOException {
    write("colour = \"auto\"\n[practice]\nsmtp = \"x\"\n");
    Run run = run("", "practice");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains(
            "smtpterm: " + file() + ":1:1: there is no setting colour here. Did you mean color?\n",
            "  colour = \"auto\"\n  ^\n",
            "smtpterm: " + file() + ":3:1: smtp cannot be \"x\".\n",
            "Write for example: smtp = 2525\n");
    assertThat(run("", "--help").code()).isZero();
    assertThat(run("", "practice", "--help").code()).isZero();
    assertThat(run("", "--version").code()).isZero();
    assertThat(run("", "config", "--path").code()).isZero();
    Run config = run("", "config");
    assertThat(config.code()).isEqualTo(2);
    assertThat(config.err()).isEqualTo(run.err());
  }

  @Test
  void errorsAreToldInTheLanguageOfTheFile() throws IOException {
    write("lang = \"de\"\ntimeout = \"bald\"\n");
    assertThat(run("", "practice").err()).contains(":2:1: timeout kann nicht „bald“ sein.");
    assertThat(run("", "--lang=en", "practice").err()).contains("timeout cannot be \"bald\".");
  }

  @ParameterizedTest
  @ValueSource(strings = {"pin = \"abc\"", "tls-version = 1.1", "dns = \":x\"", "url = \"h\""})
  void aValueIsCheckedBeforeAnythingIsDone(String line) throws IOException {
    write("[server.a]\nhost = \"h\"\n" + line + "\n");
    assertThat(run("", "serve").err()).contains(":3:1: ");
  }

  @Test
  void whoIsToldThatAnOptionIsWrongHearsWhereItCameFrom() throws IOException {
    write("[practice]\nsmtp = 0\ngreeting = \"schön\"\n");
    Run run = run("", "practice");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("A greeting is one line", "come from " + file());
  }

  @Test
  void eachOptionOfACommandCanBeConfigured() {
    Run run = run("", "config", "--init");
    assertThat(run.code()).isZero();
    assertThat(file())
        .content()
        .contains("#timeout = ", "#pin = [", "#pupils = ", "#jobs = ", "#delay = ", "#hints = ")
        .doesNotContain("#record", "#help", "#version", "#script", "#force", "password =");
  }

  private static PracticeServer server() throws IOException {
    Settings settings = Settings.standard();
    Listening listening = settings.listening();
    for (Service service : Service.values()) {
      listening = listening.with(service, 0);
    }
    return PracticeServer.start(settings.withListening(listening), delivered -> {});
  }
}
