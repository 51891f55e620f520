package smtpterm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import smtpterm.testing.DnsServer;
import smtpterm.testing.DnsZone;
import smtpterm.testing.DnsZone.Fault;

/** {@code smtpterm explain --mx}: against a DNS server on loopback. */
final class DomainPageTest {
  private static DnsServer server;

  @BeforeAll
  static void start() throws IOException {
    server =
        DnsServer.start(
            new DnsZone()
                .mx("kolleg.de", 20, "backup.kolleg.de")
                .mx("kolleg.de", 10, "mail.kolleg.de")
                .address("mail.kolleg.de", "192.0.2.25")
                .address("backup.kolleg.de", "20010db8000000000000000000000025")
                .txt("kolleg.de", "v=spf1 mx ", "-all")
                .txt("_dmarc.kolleg.de", "v=DMARC1; p=reject")
                .mx("xn--mller-kva.de", 10, "mail.kolleg.de")
                .mx("evil.de", 10, "a\u001b[31mb.de")
                .txt("evil.de", "v=spf1 include:\u001b]0;x\u0007\u202e\u009b -all")
                .txt("_dmarc.evil.de", "v=DMARC1; p=\u001b[2J; " + "x".repeat(200))
                .txt("empty.de", "hello")
                .mx("half.de", 10, "mail.kolleg.de")
                .fault("_dmarc.half.de", Fault.SERVFAIL)
                .fault("servfail.de", Fault.SERVFAIL)
                .fault("refused.de", Fault.REFUSED)
                .fault("silent.de", Fault.SILENT));
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  private static Run ask(String language, String domain, String... more) {
    String[] all = new String[more.length + 7];
    String[] first = {"explain", "--lang", language, "--dns", server.address(), "--mx", domain};
    System.arraycopy(first, 0, all, 0, first.length);
    System.arraycopy(more, 0, all, first.length, more.length);
    return Run.with("", all);
  }

  @Test
  void aDomainIsThreeSections() {
    Run run = ask("en", "kolleg.de");
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.lines())
        .containsSubsequence(
            "   kolleg.de (where mail goes: MX)",
            "   10 mail.kolleg.de    192.0.2.25",
            "   20 backup.kolleg.de  2001:db8::25",
            "",
            "   kolleg.de (who may send: SPF)",
            "   mx    may send: the mail servers (MX) of kolleg.de",
            "   -all  may not send: everyone else (fail: such mail is usually refused)",
            "",
            "   _dmarc.kolleg.de (forged mail: DMARC)",
            "   p=reject  it is refused",
            "");
    Run german = ask("de", "kolleg.de");
    assertThat(german.lines())
        .contains("   kolleg.de (wohin die Mail geht: MX)", "   p=reject  sie wird abgelehnt");
  }

  @ParameterizedTest
  @CsvSource({
    "nosuch.de,1,NXDOMAIN",
    "servfail.de,4,SERVFAIL",
    "refused.de,4,REFUSED",
  })
  void whyThereIsNothingGoesToStandardError(String domain, int code, String named) {
    for (String language : new String[] {"en", "de"}) {
      Run run = ask(language, domain);
      assertThat(run.code()).isEqualTo(code);
      assertThat(run.out()).isEmpty();
      assertThat(run.err().lines()).singleElement().asString().startsWith("smtpterm: ");
      assertThat(run.err()).contains(named);
    }
    assertThat(ask("de", domain).err()).isNotEqualTo(ask("en", domain).err());
  }

  @Test
  void aSilentServerIsGivenUpAfterTheTimeout() {
    Run run = ask("en", "silent.de", "--timeout", "300ms");
    assertThat(run.code()).isEqualTo(4);
    assertThat(run.err()).contains("No answer from the DNS server " + server.address());
  }

  @Test
  void noMailServerIsAnAnswerAndHalfAnAnswerIsNone() {
    assertThat(ask("en", "empty.de").code()).isEqualTo(1);
    Run half = ask("en", "half.de");
    assertThat(half.code()).isEqualTo(4);
    assertThat(half.out()).contains("10 mail.kolleg.de", "could not find an answer (SERVFAIL)");
  }

  @Test
  void anotherAlphabetIsShownAsTheDnsKnowsIt() {
    Run run = ask("de", "müller.de");
    assertThat(run.code()).isZero();
    assertThat(run.lines())
        .startsWith("   müller.de heißt im DNS xn--mller-kva.de.")
        .contains("   10 mail.kolleg.de  192.0.2.25");
    assertThat(ask("en", "straße.de").err()).contains("strasse.de", "IDNA 2003");
  }

  @Test
  void jsonSaysTheSameForPrograms() {
    JsonArray all = JsonParser.parseString(ask("en", "kolleg.de", "--json").out()).getAsJsonArray();
    assertThat(all).hasSize(3);
    for (int i = 0; i < 3; i++) {
      JsonObject section = all.get(i).getAsJsonObject();
      assertThat(section.get("kind").getAsString())
          .isEqualTo(new String[] {"mx", "spf", "dmarc"}[i]);
      assertThat(section.get("line").getAsString()).isNotBlank();
    }
    JsonObject mx = all.get(0).getAsJsonObject();
    assertThat(mx.get("route").getAsString()).isEqualTo("listed");
    JsonObject first = mx.getAsJsonArray("servers").get(0).getAsJsonObject();
    assertThat(first.get("preference").getAsInt()).isEqualTo(10);
    assertThat(first.getAsJsonArray("addresses").get(0).getAsString()).isEqualTo("192.0.2.25");
    JsonObject spf = all.get(1).getAsJsonObject();
    assertThat(spf.getAsJsonArray("records").get(0).getAsString()).isEqualTo("v=spf1 mx -all");
    assertThat(spf.getAsJsonArray("terms")).hasSize(2);
    Run none = ask("en", "nosuch.de", "--json");
    assertThat(none.code()).isEqualTo(1);
    assertThat(JsonParser.parseString(none.out()).getAsJsonArray()).isEmpty();
  }

  @Test
  void recordsOfStrangersAreMadeHarmless() {
    for (String language : new String[] {"en", "de"}) {
      for (String option : new String[] {"never", "always"}) {
        Run run = ask(language, "evil.de", "--color", option);
        assertThat(run.code()).isZero();
        assertThat(run.out())
            .contains("\\x1b", "\\u202e")
            .doesNotContain("\u001b]", "\u001b[2J", "\u001b[31m", "\u0007", "\u202e", "\u009b");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "192.0.2.1", "a..b", "\u001b[2J"})
  void whatIsNoDomainIsWrongUsage(String domain) {
    Run run = ask("en", domain);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("is no domain").doesNotContain("\u001b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"::1:53", "host:0", "host:99999", "[x]:53", "a b"})
  void aBadNameserverIsWrongUsageWhereverItStands(String nameserver) {
    for (String[] line :
        new String[][] {
          {"explain", "--mx", "kolleg.de", "--dns", nameserver},
          {"--dns", nameserver, "practice"},
          {"--lang", "de", "--dns", nameserver, "host"}
        }) {
      Run run = Run.with("", line);
      assertThat(run.code()).isEqualTo(2);
      assertThat(run.err()).contains("--dns", nameserver, "HOST[:PORT]");
    }
  }
}
