package smtpterm.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;
import smtpterm.sasl.Account;
import smtpterm.server.AccountList;
import smtpterm.server.Listening;
import smtpterm.server.Service;
import smtpterm.server.Settings;
import smtpterm.text.Language;
import smtpterm.text.Texts;

/** What the options of a practice server make of its settings. */
final class ServerOptionsTest {
  @TempDir Path home;

  @Command(name = "practice")
  private static final class Practice implements Callable<Integer> {
    @Mixin private ServerOptions server;

    @Override
    public Integer call() {
      return 0;
    }
  }

  private Settings settings(Language language, String... options) {
    Practice command = new Practice();
    new CommandLine(command).parseArgs(options);
    return command.server.settings(
        new Surroundings(
            Output.standard(),
            new Environment(Map.of("XDG_STATE_HOME", home.toString())),
            new Texts(language)));
  }

  private Settings settings(String... options) {
    return settings(Language.ENGLISH, options);
  }

  private static List<String> names(Settings settings) {
    return settings.accounts().all().stream().map(Account::name).toList();
  }

  private Path file(String... lines) throws IOException {
    return Files.write(home.resolve("list"), List.of(lines), StandardCharsets.UTF_8);
  }

  @Test
  void withoutOptionsAllIsAsUsual() {
    Settings settings = settings();
    assertThat(settings.listening()).isEqualTo(Settings.standard().listening());
    assertThat(settings.accounts()).isEqualTo(Settings.standard().accounts());
    assertThat(settings.manners()).isEqualTo(Settings.standard().manners());
    assertThat(settings.limits()).isEqualTo(Settings.standard().limits());
    assertThat(settings.folders().certificates()).contains(home.resolve("smtpterm/practice-tls"));
    assertThat(settings.folders().data()).isEmpty();
  }

  @Test
  void aPortThatWasAskedForIsTheOneOrNone() {
    Settings settings = settings("--submission", "587", "--smtps=0");
    assertThat(settings.listening().ports())
        .containsEntry(Service.SUBMISSION, new Listening.Port(587, true))
        .containsEntry(Service.SMTPS, new Listening.Port(0, true))
        .containsEntry(Service.SMTP, new Listening.Port(2525, false));
  }

  @Test
  void mannersAndSizeAreTaken() {
    Settings settings =
        settings(
            "--strict",
            "--require-auth",
            "--require-tls",
            "--greeting",
            "mx.school.example ready",
            "--max-size",
            "500K");
    assertThat(settings.strict()).isTrue();
    assertThat(settings.manners().loginRequired()).isTrue();
    assertThat(settings.manners().tlsRequired()).isTrue();
    assertThat(settings.manners().greeting()).contains("mx.school.example ready");
    assertThat(settings.maximumSize()).isEqualTo(512_000);
  }

  @Test
  void ownAccountsTakeThePlaceOfTheUsualOnesAndPupilsComeOnTop() throws IOException {
    assertThat(names(settings("--account", "dora:x", "--account", "emil:y:z")))
        .containsExactly("dora", "emil");
    assertThat(names(settings("--accounts", file("dora:x").toString(), "--account", "emil:y")))
        .containsExactly("emil", "dora");
    assertThat(names(settings("--pupils", "2")))
        .containsExactly("anna", "bob", "carol", "pupil01", "pupil02");
    assertThat(names(settings(Language.GERMAN, "--account", "dora:x", "--pupils", "1")))
        .containsExactly("dora", "schueler01");
  }

  @Test
  void domainsTakeThePlaceOfTheUsualOnes() {
    Settings settings = settings("--domain", "School.example", "--domain", "b.example");
    assertThat(settings.accounts().domains()).containsExactly("school.example", "b.example");
    assertThat(settings.accounts().host()).isEqualTo("mail.school.example");
  }

  @Test
  void theListOfPupilsKeepsTheirPasswordsForTheNextLesson() throws IOException {
    Path list = home.resolve("10b.txt");
    Settings first = settings("--pupils", "3", "--pupils-list", list.toString());
    assertThat(Files.readAllLines(list, StandardCharsets.UTF_8))
        .hasSize(4)
        .first()
        .asString()
        .startsWith("# NAME:PASSWORD");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(list)))
        .isEqualTo("rw-------");
    Settings second = settings("--pupils", "5", "--pupils-list", list.toString());
    List<String> before = first.accounts().all().stream().map(AccountList::line).toList();
    List<String> after = second.accounts().all().stream().map(AccountList::line).toList();
    assertThat(after).hasSize(8).startsWith(before.toArray(new String[0]));
    assertThat(Files.readAllLines(list, StandardCharsets.UTF_8).subList(1, 6))
        .isEqualTo(after.subList(3, 8));
    Settings asAccounts = settings("--accounts", list.toString());
    assertThat(asAccounts.accounts().all()).isEqualTo(second.accounts().all().subList(3, 8));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--smtp=70000|70000 is no port. A port is a number from 1 to 65535.",
        "--greeting=Grüß Gott|A greeting is one line of plain letters, digits and signs, without ä"
            + " or é: at most 506, and not none.",
        "--greeting=|A greeting is one line of plain letters, digits and signs, without ä or é: at"
            + " most 506, and not none.",
        "--account=dora|\"dora\" has no colon. An account is written NAME:PASSWORD, for example"
            + " dora:regenbogen",
        "--account=liste:x|No account can be called liste: the server itself needs that name.",
        "--domain=kol leg|\"kol leg\" cannot be a domain. A domain looks like kolleg.de",
        "--pupils=0|0 is no number of pupils. It goes from 1 to 999.",
        "--pupils-list=x|How many pupils belong into that list? Add --pupils N",
        "--accounts=/nowhere/at/all|/nowhere/at/all cannot be read (NoSuchFileException).",
      })
  void whatCannotBeIsSaid(String option, String sentence) {
    assertThatThrownBy(() -> settings(option))
        .isInstanceOf(ParameterException.class)
        .hasMessage(sentence);
  }

  @Test
  void aLineBreakInTheGreetingIsRefused() {
    assertThatThrownBy(() -> settings("--greeting", "hi\r\n250 ok"))
        .isInstanceOf(ParameterException.class);
  }

  @Test
  void anErrorInAListNamesItsLine() throws IOException {
    Path list = file("# 10b", "dora:x", "emil");
    assertThatThrownBy(() -> settings(Language.GERMAN, "--accounts", list.toString()))
        .isInstanceOf(ParameterException.class)
        .hasMessage(
            list
                + ", Zeile 3: In „emil“ fehlt der Doppelpunkt. Ein Konto schreibt man"
                + " NAME:PASSWORT, zum Beispiel dora:regenbogen");
    Files.write(list, new byte[] {'d', (byte) 0xE4, ':', 'x'});
    assertThatThrownBy(() -> settings("--accounts", list.toString()))
        .hasMessage(list + " is not in UTF-8. Save it as UTF-8 in your editor.");
  }
}
