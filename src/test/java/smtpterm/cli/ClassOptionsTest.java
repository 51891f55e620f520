package smtpterm.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;
import smtpterm.screen.Layout;
import smtpterm.screen.Look;
import smtpterm.server.Lan;
import smtpterm.server.Loopback;
import smtpterm.server.NetworkCard;
import smtpterm.server.Settings;
import smtpterm.text.Language;
import smtpterm.text.Texts;

/** What the options for a class make of a server; nothing here listens anywhere. */
final class ClassOptionsTest {
  private static final Texts ENGLISH = new Texts(Language.ENGLISH);

  @Command(name = "serve")
  private static final class Serve implements Callable<Integer> {
    @Mixin private ClassOptions group;

    @Override
    public Integer call() {
      return 0;
    }
  }

  private static Settings settings(String... options) {
    Serve serve = new Serve();
    new CommandLine(serve).parseArgs(options);
    return serve.group.in(Settings.standard(), ENGLISH);
  }

  private static Lan lan(String... addresses) throws UnknownHostException {
    InetAddress[] numbers = new InetAddress[addresses.length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = InetAddress.getByName(addresses[i]);
    }
    return Lan.of(
        List.of(new NetworkCard("eth0", true, false, List.of(numbers))), Optional.empty());
  }

  @Test
  void limitsAndTheDirectoryAreTaken() {
    Settings settings = settings("--max-clients", "40", "--rate=600", "--data", "mails");
    assertThat(settings.limits().clients()).isEqualTo(40);
    assertThat(settings.limits().commandsPerMinute()).isEqualTo(600);
    assertThat(settings.folders().data()).contains(Path.of("mails"));
    assertThat(settings()).isEqualTo(Settings.standard());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--max-clients=0|0 clients at once are not possible, only 1 to 1000.",
        "--max-clients=1001|1001 clients at once are not possible, only 1 to 1000.",
        "--rate=0|0 commands in a minute are not possible; at least 1.",
      })
  void whatCannotBeIsSaid(String option, String sentence) {
    assertThatThrownBy(() -> settings(option))
        .isInstanceOf(ParameterException.class)
        .hasMessage(sentence);
  }

  @Test
  void inTheNetworkThisComputerIsServedAsBefore() throws UnknownHostException {
    Settings open = ClassOptions.inLan(Settings.standard(), lan("192.168.1.20", "141.20.1.7"));
    assertThat(open.listening().addresses())
        .startsWith(Loopback.addresses().toArray(new InetAddress[0]))
        .endsWith(InetAddress.getByName("192.168.1.20"))
        .hasSize(Loopback.addresses().size() + 1);
    assertThat(open.listening().ports()).isEqualTo(Settings.standard().listening().ports());
  }

  @Test
  void theWarningSaysWhoWhereAndWhatCanBeRead() throws UnknownHostException {
    Layout layout = new Layout(Look.plain(true));
    List<String> warning =
        ServeHead.warning(layout, ENGLISH, lan("192.168.1.20", "fd00:1::5", "141.20.1.7"));
    assertThat(warning)
        .containsExactly(
            "# With --lan everybody in your network can reach this server, at 192.168.1.20,"
                + " fd00:1:0:0:0:0:0:5.",
            "# It never passes a mail on to another server: all mails stay here.",
            "# Mails and passwords can be read by others in the network unless TLS is used. Take"
                + " no password that is used elsewhere.",
            "# The server stays away from 141.20.1.7, because the whole Internet could reach it"
                + " there.");
  }
}
