package smtpterm.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import smtpterm.dns.Findings.Route;
import smtpterm.testing.DnsServer;
import smtpterm.testing.DnsZone;
import smtpterm.testing.DnsZone.Fault;

/** What is asked of a real DNS server, and what becomes of each of its answers. */
final class LookUpTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(300);

  private static DnsZone kolleg() {
    return new DnsZone()
        .mx("kolleg.de", 20, "backup.kolleg.de")
        .mx("kolleg.de", 10, "mail.kolleg.de")
        .address("mail.kolleg.de", "192.0.2.25")
        .address("mail.kolleg.de", "20010db8000000000000000000000025")
        .address("backup.kolleg.de", "192.0.2.26")
        .txt("kolleg.de", "something else")
        .txt("kolleg.de", "v=spf1 ip4:192.0.2.0/2", "4 -all")
        .txt("_dmarc.kolleg.de", "v=DMARC1; p=reject");
  }

  private static Findings found(DnsZone zone, String domain) throws Exception {
    try (DnsServer server = DnsServer.start(zone)) {
      return found(server, PATIENCE, domain);
    }
  }

  private static Findings found(DnsServer server, Duration patience, String domain)
      throws Exception {
    return new LookUp(Optional.of(Nameserver.parse(server.address())), patience)
        .start(Domain.parse(domain))
        .get(60, TimeUnit.SECONDS);
  }

  @Test
  void serversComeInTheirOrderWithTheirAddresses() throws Exception {
    Findings findings = found(kolleg(), "kolleg.de");
    assertThat(findings.route()).isEqualTo(Route.LISTED);
    assertThat(findings.servers())
        .containsExactly(
            new MailServer(
                10,
                "mail.kolleg.de",
                List.of("192.0.2.25", "2001:db8::25"),
                false,
                Optional.empty()),
            new MailServer(20, "backup.kolleg.de", List.of("192.0.2.26"), false, Optional.empty()));
    assertThat(findings.found()).isTrue();
    assertThat(findings.incomplete()).isFalse();
  }

  @Test
  void theStringsOfARecordAreOneTextAndOtherRecordsAreNoPolicy() throws Exception {
    Findings findings = found(kolleg(), "kolleg.de");
    assertThat(findings.spf().records()).containsExactly("v=spf1 ip4:192.0.2.0/24 -all");
    assertThat(findings.dmarc().records()).containsExactly("v=DMARC1; p=reject");
  }

  @Test
  void nothingIsFollowed() throws Exception {
    DnsZone zone =
        new DnsZone()
            .mx("kolleg.de", 10, "mail.kolleg.de")
            .address("mail.kolleg.de", "127.0.0.1")
            .txt("kolleg.de", "v=spf1 a:www.kolleg.de include:other.example redirect=third.example")
            .txt("_dmarc.kolleg.de", "v=DMARC1; p=none; rua=mailto:d@fourth.example");
    try (DnsServer server = DnsServer.start(zone)) {
      found(server, PATIENCE, "kolleg.de");
      assertThat(server.questions())
          .containsExactlyInAnyOrder(
              "udp 15 kolleg.de",
              "udp 1 mail.kolleg.de",
              "udp 28 mail.kolleg.de",
              "udp 16 kolleg.de",
              "udp 16 _dmarc.kolleg.de");
    }
  }

  @Test
  void aTruncatedAnswerIsAskedForAgainByTcp() throws Exception {
    DnsZone zone = kolleg().fault("kolleg.de", Fault.TRUNCATED);
    try (DnsServer server = DnsServer.start(zone)) {
      Findings findings = found(server, PATIENCE, "kolleg.de");
      assertThat(findings.servers()).hasSize(2);
      assertThat(findings.spf().records()).containsExactly("v=spf1 ip4:192.0.2.0/24 -all");
      assertThat(server.questions()).contains("tcp 15 kolleg.de", "tcp 16 kolleg.de");
    }
  }

  @Test
  void withoutMxTheDomainItselfIsTheServer() throws Exception {
    Findings findings =
        found(new DnsZone().address("kolleg.de", "192.0.2.80").txt("kolleg.de", "x"), "kolleg.de");
    assertThat(findings.route()).isEqualTo(Route.IMPLICIT);
    assertThat(findings.servers()).extracting(MailServer::host).containsExactly("kolleg.de");
    assertThat(findings.found()).isTrue();
  }

  @Test
  void aMereDotMeansNoMail() throws Exception {
    Findings findings = found(new DnsZone().mx("kolleg.de", 0, "."), "kolleg.de");
    assertThat(findings.route()).isEqualTo(Route.NULL);
    assertThat(findings.servers()).isEmpty();
    assertThat(findings.found()).isTrue();
  }

  @Test
  void aDotBesideOthersIsShownAsOneOfThem() throws Exception {
    Findings findings =
        found(new DnsZone().mx("kolleg.de", 0, ".").mx("kolleg.de", 5, "nowhere.de"), "kolleg.de");
    assertThat(findings.route()).isEqualTo(Route.LISTED);
    assertThat(findings.servers())
        .extracting(server -> server.failure().orElseThrow())
        .containsExactly(Failure.NO_RECORDS, Failure.NO_SUCH_DOMAIN);
  }

  @Test
  void aDomainWithoutMxAndAddressGetsNoMail() throws Exception {
    Findings findings = found(new DnsZone().txt("kolleg.de", "x"), "kolleg.de");
    assertThat(findings.route()).isEqualTo(Route.NONE);
    assertThat(findings.found()).isFalse();
    assertThat(findings.incomplete()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "NXDOMAIN,NO_SUCH_DOMAIN,false",
    "SERVFAIL,FAILED,true",
    "GARBAGE,FAILED,true",
    "REFUSED,REFUSED,true",
  })
  void eachAnswerThatIsNoneIsToldFromTheOthers(Fault fault, Route route, boolean incomplete)
      throws Exception {
    Findings findings = found(kolleg().fault("kolleg.de", fault), "kolleg.de");
    assertThat(findings.route()).isEqualTo(route);
    assertThat(findings.incomplete()).isEqualTo(incomplete);
    assertThat(findings.found()).isFalse();
    assertThat(findings.servers()).isEmpty();
  }

  @Test
  void aSilentServerIsAskedAgainAndThenGivenUp() throws Exception {
    try (DnsServer server = DnsServer.start(kolleg().fault("kolleg.de", Fault.SILENT))) {
      Findings findings = found(server, Duration.ofSeconds(3), "kolleg.de");
      assertThat(findings.route()).isEqualTo(Route.NO_ANSWER);
      assertThat(findings.incomplete()).isTrue();
      assertThat(findings.server()).isEqualTo(server.address());
      assertThat(server.questions()).hasSizeGreaterThan(1).containsOnly("udp 15 kolleg.de");
    }
  }

  @Test
  void whereNobodyListensNobodyAnswers() throws Exception {
    DnsServer server = DnsServer.start(kolleg());
    server.close();
    assertThat(found(server, SHORT, "kolleg.de").route()).isEqualTo(Route.NO_ANSWER);
  }

  @Test
  void whatIsMissingOfAPartDoesNotHideTheRest() throws Exception {
    DnsZone zone =
        kolleg().fault("_dmarc.kolleg.de", Fault.SERVFAIL).fault("backup.kolleg.de", Fault.REFUSED);
    Findings findings = found(zone, "kolleg.de");
    assertThat(findings.route()).isEqualTo(Route.LISTED);
    assertThat(findings.spf().records()).hasSize(1);
    assertThat(findings.dmarc().failure()).contains(Failure.FAILED);
    assertThat(findings.servers().get(1).failure()).contains(Failure.REFUSED);
    assertThat(findings.incomplete()).isTrue();
  }

  @Test
  void aliasesAreFollowedAndNoted() throws Exception {
    DnsZone zone =
        new DnsZone()
            .mx("kolleg.de", 10, "alias.kolleg.de")
            .cname("alias.kolleg.de", "mail.kolleg.de")
            .address("mail.kolleg.de", "192.0.2.25");
    MailServer server = found(zone, "kolleg.de").servers().get(0);
    assertThat(server.alias()).isTrue();
    assertThat(server.addresses()).containsExactly("192.0.2.25");
  }

  @Test
  void aLoopOfAliasesEnds() throws Exception {
    DnsZone zone = new DnsZone().cname("kolleg.de", "b.de").cname("b.de", "kolleg.de");
    assertThat(found(zone, "kolleg.de").route()).isEqualTo(Route.FAILED);
  }

  @Test
  void aFloodOfServersIsCutShort() throws Exception {
    DnsZone zone = new DnsZone().fault("kolleg.de", Fault.TRUNCATED);
    for (int i = 0; i < 200; i++) {
      zone.mx("kolleg.de", i, "mail" + i + ".kolleg.de");
    }
    assertThat(found(zone, "kolleg.de").servers())
        .hasSize(LookUp.MOST_SERVERS)
        .first()
        .extracting(MailServer::host)
        .isEqualTo("mail0.kolleg.de");
  }

  @Test
  void askingCanBeBrokenOff() throws IOException, Domain.BadDomain {
    try (DnsServer server = DnsServer.start(kolleg().fault("kolleg.de", Fault.SILENT))) {
      CompletableFuture<Findings> asking =
          new LookUp(Optional.of(Nameserver.parse(server.address())), PATIENCE)
              .start(Domain.parse("kolleg.de"));
      assertThat(asking.cancel(false)).isTrue();
      assertThat(asking).isCancelled();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"v=spf1", "v=spf1 -all", "V=SPF1 -all"})
  void anSpfRecordIsKnownByItsVersion(String text) {
    assertThat(LookUp.isSpf(text)).isTrue();
    assertThat(LookUp.isSpf("x" + text)).isFalse();
    assertThat(LookUp.isSpf(text.substring(0, 6) + "0")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"v=DMARC1; p=none,true", "v = DMARC1;p=none,true", "p=none; v=DMARC1,false"})
  void aDmarcRecordBeginsWithItsVersion(String text, boolean dmarc) {
    assertThat(LookUp.isDmarc(text)).isEqualTo(dmarc);
  }
}
