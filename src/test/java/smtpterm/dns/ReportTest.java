package smtpterm.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import smtpterm.dns.Findings.Policies;
import smtpterm.dns.Findings.Route;
import smtpterm.dns.Report.Kind;
import smtpterm.dns.Report.Row;
import smtpterm.dns.Report.Section;
import smtpterm.text.Language;
import smtpterm.text.Texts;

/** What the records mean, in words. */
final class ReportTest {
  private static Report report(Language language, Route route, String spf, String dmarc)
      throws Domain.BadDomain {
    Findings findings =
        new Findings(
            Domain.parse("kolleg.de"), "127.0.0.1:53", route, List.of(), one(spf), one(dmarc));
    return Report.of(findings, new Texts(language));
  }

  private static Policies one(String record) {
    return new Policies(record.isEmpty() ? List.of() : List.of(record), Optional.empty());
  }

  private static Section spf(Language language, String record) throws Domain.BadDomain {
    return report(language, Route.NULL, record, "")
        .sections()
        .get(List.of(Kind.values()).indexOf(Kind.SPF));
  }

  private static Section dmarc(Language language, String record) throws Domain.BadDomain {
    return report(language, Route.NULL, "", record)
        .sections()
        .get(List.of(Kind.values()).indexOf(Kind.DMARC));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-all | may not send: everyone (fail | darf nicht senden: alle (fail",
        "~all | should not send: everyone (softfail | soll nicht senden: alle (softfail",
        "?all | no statement: everyone (neutral) | ohne Aussage: alle (neutral)",
        "+ALL | may send: everyone | darf senden: alle",
        "ip4:192.0.2.0/24 | may send: the computers 192.0.2.0 to 192.0.2.255 | die Rechner 192.0.2.0 bis 192.0.2.255",
        "ip4:192.0.2.7 | may send: the computer 192.0.2.7 | der Rechner 192.0.2.7",
        "-ip6:2001:db8::/32 | may not send: the computers of the network 2001:db8::/32 | Rechner im Netz 2001:db8::/32",
        "a | the addresses of kolleg.de | den Adressen von kolleg.de",
        "a:b.de/28//64 | the addresses of b.de, and their neighbours in the same network (/28//64) | von b.de und ihre Nachbarn im selben Netz (/28//64)",
        "mx | the mail servers (MX) of kolleg.de | die Mailserver (MX) von kolleg.de",
        "mx/24 | of kolleg.de, and their neighbours | und ihre Nachbarn",
        "include:b.de | by the SPF record of b.de | nach dem SPF-Eintrag von b.de",
        "exists:%{i}.b.de | if the name %{i}.b.de exists | falls es den Namen %{i}.b.de gibt",
        "ptr | whose own name ends in kolleg.de | deren eigener Name auf kolleg.de endet",
        "redirect=b.de | if nothing else fits, the SPF record of b.de decides | entscheidet der SPF-Eintrag von b.de",
        "exp=b.de | the reason stands in the TXT record of b.de | er steht im TXT-Eintrag von b.de",
        "new=1 | unknown, and passed over | unbekannt, wird übergangen",
        "ip4:kolleg.de | no valid SPF | kein gültiges SPF",
        "ip4:192.0.2.0/33 | no valid SPF | kein gültiges SPF",
        "a/33 | no valid SPF | kein gültiges SPF",
        "include | no valid SPF | kein gültiges SPF",
        "all:b.de | no valid SPF | kein gültiges SPF",
        "foo | no valid SPF | kein gültiges SPF",
        "--all | no valid SPF | kein gültiges SPF",
      })
  void aTermOfSpfIsSaidInBothLanguages(String term, String english, String german)
      throws Domain.BadDomain {
    for (Language language : Language.values()) {
      Row row = spf(language, "v=spf1 " + term).rows().get(0);
      assertThat(row.term()).isEqualTo(term);
      assertThat(row.text()).contains(language == Language.GERMAN ? german : english);
    }
  }

  @Test
  void everyMacroIsSaidOnceBelowTheTerms() throws Domain.BadDomain {
    Section section =
        spf(Language.ENGLISH, "v=spf1 exists:%{ir}.%{v}._spf.%{d2} include:%{d2}.b.de -all");
    assertThat(section.rows())
        .extracting(Row::term)
        .endsWith("-all", "%{ir}", "%{v}", "%{d2}")
        .doesNotHaveDuplicates();
    assertThat(section.rows())
        .contains(new Row("%{ir}", "stands for the IP address of the sending computer, backwards"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "v=spf1 a +all | +all allows everyone",
        "v=spf1 a | there is no all at the end",
        "v=spf1 | there is no all at the end",
        "v=spf1 -all a redirect=b.de | Nobody reads what comes after all: a redirect=b.de",
        "v=spf1 a a a a a a a a a a mx -all | This takes 11 questions to the DNS, more than the 10",
      })
  void whatIsOddAboutSpfIsRemarkedOn(String record, String remark) throws Domain.BadDomain {
    assertThat(spf(Language.ENGLISH, record).remarks()).singleElement().asString().contains(remark);
  }

  @Test
  void aSoundSpfRecordIsNotRemarkedOn() throws Domain.BadDomain {
    assertThat(spf(Language.ENGLISH, "v=spf1 a:x.de  mx include:y.de exp=z.de -all").remarks())
        .isEmpty();
    assertThat(spf(Language.ENGLISH, "v=spf1 redirect=b.de").remarks()).isEmpty();
  }

  @Test
  void twoSpfRecordsAreAnError() throws Domain.BadDomain {
    Findings findings =
        new Findings(
            Domain.parse("kolleg.de"),
            "127.0.0.1:53",
            Route.NULL,
            List.of(),
            new Policies(List.of("v=spf1 -all", "v=spf1 a"), Optional.empty()),
            one(""));
    Section section = Report.of(findings, new Texts(Language.ENGLISH)).sections().get(1);
    assertThat(section.line()).contains("2 SPF records", "RFC 7208");
    assertThat(section.rows()).extracting(Row::term).containsExactly("v=spf1 -all", "v=spf1 a");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "p=none | it is delivered all the same | sie wird trotzdem zugestellt",
        "p=Quarantine | it is suspicious | sie ist verdächtig",
        "p=reject | it is refused | sie wird abgelehnt",
        "p=nothing | the rules do not know | kennen die Regeln nicht",
        "sp=reject | with a subdomain in From: it is refused | mit einer Subdomain in From: sie wird abgelehnt",
        "pct=20 | to 20 of 100 | mit 20 von 100",
        "pct=101 | the rules do not know | kennen die Regeln nicht",
        "rua=mailto:a@b.de!10m, mailto:c@d.de | go to a@b.de, c@d.de | gehen an a@b.de, c@d.de",
        "ruf=mailto:a@b.de | reports on single mails go to a@b.de | einzelne Mails gehen an a@b.de",
        "adkim=s | DKIM, strict | DKIM, streng",
        "aspf=r | SPF, relaxed | SPF, locker",
        "fo=1:d | SPF or DKIM does not confirm it; a single mail | bestätigt; eine einzelne Mail",
        "fo=9 | the rules do not know | kennen die Regeln nicht",
        "ri=86400 | every 24 hours | alle 24 Stunden",
        "ri=100 | every 100 seconds | alle 100 Sekunden",
        "rf=afrf | RFC 6591 | RFC 6591",
        "np=none | unknown, and passed over | unbekannt, wird übergangen",
        "what | unknown, and passed over | unbekannt, wird übergangen",
      })
  void aTagOfDmarcIsSaidInBothLanguages(String tag, String english, String german)
      throws Domain.BadDomain {
    for (Language language : Language.values()) {
      List<Row> rows = dmarc(language, "v=DMARC1; " + tag + " ;").rows();
      assertThat(rows).hasSize(2);
      assertThat(rows.get(1).term()).isEqualTo(tag);
      assertThat(rows.get(1).text()).contains(language == Language.GERMAN ? german : english);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "v=DMARC1; rua=mailto:a@b.de | it counts as p=none",
        "v=DMARC1; p=x | counts for nothing",
      })
  void aDmarcRecordWithoutPolicyIsRemarkedOn(String record, String remark) throws Domain.BadDomain {
    assertThat(dmarc(Language.ENGLISH, record).remarks())
        .singleElement()
        .asString()
        .contains(remark);
    assertThat(dmarc(Language.ENGLISH, "v=DMARC1; p=none").remarks()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Route.class,
      names = {"NO_SUCH_DOMAIN", "REFUSED", "FAILED", "NO_ANSWER"})
  void whereNothingIsKnownOneSentenceSaysWhy(Route route) throws Domain.BadDomain {
    Report english = report(Language.ENGLISH, route, "", "");
    Report german = report(Language.GERMAN, route, "", "");
    assertThat(english.sections()).isEmpty();
    assertThat(english.conclusion()).isEmpty();
    assertThat(english.introduction())
        .singleElement()
        .asString()
        .contains(route == Route.NO_SUCH_DOMAIN ? "kolleg.de (NXDOMAIN)" : "127.0.0.1:53");
    assertThat(german.introduction()).hasSize(1).isNotEqualTo(english.introduction());
  }

  @Test
  void theRouteWithoutServersIsSaidInOneSentence() throws Domain.BadDomain {
    assertThat(report(Language.ENGLISH, Route.NULL, "", "").sections().get(0).line())
        .contains("takes no mail", "RFC 7505");
    assertThat(report(Language.GERMAN, Route.NONE, "", "").sections().get(0).line())
        .contains("dorthin kommt keine Mail");
  }
}
