package smtpterm.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import smtpterm.mail.Finding.Kind;
import smtpterm.text.Language;
import smtpterm.text.Texts;

/** What a header tells of the way and the sender. */
final class DetectiveTest {
  private static List<Kind> kinds(String... header) {
    return findings(header).stream().map(Finding::kind).toList();
  }

  private static List<Finding> findings(String... header) {
    return Mails.of(header).trace().findings();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "From: a@kolleg.de|Return-Path: <a@kolleg.de>|RETURN_PATH_SAME",
        "From: A <a@KOLLEG.de>|Return-Path: <a@kolleg.de>|RETURN_PATH_SAME",
        "From: a@kolleg.de|Return-Path: <b@mail.kolleg.de>|RETURN_PATH_RELATED",
        "From: a@kolleg.de|Return-Path: <a@evil.example>|RETURN_PATH_DIFFERS",
        "From: a@one.co.uk|Return-Path: <a@two.co.uk>|RETURN_PATH_DIFFERS",
        "From: a@kolleg.de|Return-Path: <>|RETURN_PATH_EMPTY",
        "From: a@kolleg.de|Subject: x|RETURN_PATH_MISSING",
        "From: a@kolleg.de|Reply-To: b@kolleg.de|REPLY_TO_DIFFERS",
        "From: Anna|Subject: x|FROM_MISSING",
        "Subject: x|To: a@kolleg.de|FROM_MISSING",
        "From: a@kolleg.de|From: b@kolleg.de|FROM_TWICE",
        "From: \"boss@bank.example\" <eve@evil.example>|To: x|NAME_IS_OTHER_ADDRESS",
        "From: =?UTF-8?Q?boss=40bank.example?= <eve@evil.example>|To: x|NAME_IS_OTHER_ADDRESS",
        "From: a@kolleg.de|Message-ID: <1@mail.kolleg.de>|MESSAGE_ID_FITS",
        "From: a@kolleg.de|Message-ID: <1@other.example>|MESSAGE_ID_DIFFERS",
        "From: a@kolleg.de|To: x|MESSAGE_ID_MISSING",
        "From: a@kolleg.de|To: x|DATE_MISSING",
        "From: a@kolleg.de|Date: yesterday|DATE_UNREADABLE",
        "From: a@kolleg.de|To: x|RECEIVED_MISSING",
        "From: a@kolleg.de|Subject: ü|HEADER_8BIT",
      })
  void addressesAndFieldsAreCompared(String one, String other, Kind kind) {
    assertThat(kinds(one, other, "", "text")).contains(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "18:30:00,18:30:02,DATE_FITS",
    "18:32:00,18:30:00,DATE_FITS",
    "18:40:00,18:30:00,DATE_AFTER",
  })
  void theDateIsComparedWithTheFirstServer(String written, String received, Kind kind) {
    assertThat(
            kinds(
                "Received: from a by b; Fri, 20 Nov 2026 23:59:59 +0100",
                "Received: from laptop by a; Fri, 20 Nov 2026 " + received + " +0100",
                "Date: Fri, 20 Nov 2026 " + written + " +0100"))
        .contains(kind);
  }

  @Test
  void aMailThatLayAroundIsSaid() {
    assertThat(
            findings(
                "Received: from a by b; Fri, 20 Nov 2026 12:00:00 +0000",
                "Date: Mon, 16 Nov 2026 12:00:00 GMT"))
        .contains(Finding.of(Kind.DATE_BEFORE, Duration.ofDays(4)));
  }

  @Test
  void thePathGoesFromTheFirstServerToTheLastWithItsDelays() {
    List<Hop> path = Mails.read("long-way.eml").trace().path();
    assertThat(path)
        .extracting(hop -> hop.stamp().by().replaceAll("\\..*", ""))
        .containsExactly("app7", "relay", "mx", "store");
    assertThat(path)
        .extracting(Hop::after)
        .containsExactly(
            Optional.empty(),
            Optional.of(Duration.ofSeconds(2)),
            Optional.of(Duration.ofSeconds(2 * 3_600 + 14 * 60 + 9)),
            Optional.of(Duration.ofSeconds(-2)));
    assertThat(path)
        .extracting(hop -> hop.stamp().with())
        .containsExactly("HTTP", "ESMTP", "ESMTPS", "LMTP");
    assertThat(path.get(1).stamp().from()).isEqualTo("app7.newsletter.example");
    assertThat(path.get(1).stamp().detail()).isEqualTo("unknown [10.0.0.7]");
    assertThat(path).extracting(Hop::remarkable).containsExactly(false, false, true, true);
  }

  @Test
  void aDelayAndAClockThatRunsBackwardsAreNamedWithTheirServers() {
    List<Finding> findings =
        findings(
            "Received: from b by c; Fri, 20 Nov 2026 12:00:00 +0000",
            "Received: from a by b (x) with SMTP; Fri, 20 Nov 2026 13:10:00 +0000",
            "Received: from laptop by a; Fri, 20 Nov 2026 13:00:00 +0000",
            "From: a@kolleg.de");
    assertThat(findings)
        .contains(
            Finding.of(Kind.DELAY, "a", Duration.ofMinutes(10)),
            Finding.of(Kind.CLOCK_BACK, "c", Duration.ofMinutes(70)));
  }

  @Test
  void aReceivedLineThatMakesNoSenseIsKeptAsItIs() {
    MessageReading reading = Mails.read("spoofed.eml");
    assertThat(reading.trace().path().get(0).stamp().readable()).isFalse();
    assertThat(reading.trace().path().get(0).stamp().raw())
        .isEqualTo("gestern abend, von irgendwo");
    assertThat(reading.trace().findings()).contains(Finding.of(Kind.RECEIVED_UNREADABLE, 1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Fri, 20 Nov 2026 18:30:00 +0100|2026-11-20T18:30:00+01:00",
        "20 Nov 2026 18:30 GMT|2026-11-20T18:30Z",
        "Fri,  1 jan 99 1:02:03 EST|1999-01-01T01:02:03-05:00",
        "Fri, 1 Jan 2026 18:30:60 -0000 (UTC)|2026-01-01T18:30:59Z",
        "Fri, 20 Nov 2026 18:30:00.123 +0530|2026-11-20T18:30:00+05:30",
        "Fri, 31 Feb 2026 18:30:00 +0100|",
        "Fri, 20 Nov 2026 18:30:00|",
        "Fri, 20 Nov 2026 18:30:00 +9999|",
        "Fri, 20 Foo 2026 18:30:00 +0100|",
        "now|",
      })
  void datesAreReadInAllTheirForms(String raw, String iso) {
    assertThat(MailDate.of(raw)).isEqualTo(Optional.ofNullable(iso).map(OffsetDateTime::parse));
  }

  @Test
  void resultsOfChecksAreReadWithTheirServerAndProperties() {
    List<Check> checks =
        Mails.of(
                "Authentication-Results: mx.example 1; spf=pass (ok; really) reason=\"a; b\"",
                " smtp.mailfrom=a@kolleg.de; DKIM/1 = fail header.d=kolleg.de;",
                "Authentication-Results: spf=softfail smtp.mailfrom=x.example",
                "Authentication-Results: other.example; none",
                "From: a@kolleg.de")
            .trace()
            .checks();
    assertThat(checks).extracting(Check::server).containsExactly("mx.example", "mx.example", "");
    assertThat(checks).extracting(Check::method).containsExactly("spf", "dkim", "spf");
    assertThat(checks).extracting(Check::result).containsExactly("pass", "fail", "softfail");
    assertThat(checks.get(0).property("smtp.mailfrom")).isEqualTo("a@kolleg.de");
    assertThat(checks.get(1).property("header.d")).isEqualTo("kolleg.de");
  }

  @Test
  void aCheckByAServerThatTheMailNeverPassedIsDoubted() {
    assertThat(
            kinds(
                "From: a@b.example",
                "Received: from x by mx.one.example; z",
                "Authentication-Results: mx.two.example; spf=pass"))
        .contains(Kind.CHECKED_ELSEWHERE);
    assertThat(
            kinds(
                "From: a@b.example",
                "Received: from x by in7.one.example; z",
                "Authentication-Results: mx.one.example; spf=pass"))
        .doesNotContain(Kind.CHECKED_ELSEWHERE, Kind.NOT_CHECKED);
    assertThat(kinds("From: a@b.example", "Received: from x by in7.one.example; z"))
        .contains(Kind.NOT_CHECKED);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyKindOfFindingHasASentence(Language language) {
    MessageWords words = new MessageWords(new Texts(language));
    Object[] words60 = {"x".repeat(200), "y"};
    for (Kind kind : Kind.values()) {
      boolean number =
          List.of(
                  Kind.FROM_TWICE,
                  Kind.RECEIVED_UNREADABLE,
                  Kind.HEADER_DROPPED,
                  Kind.TOO_DEEP,
                  Kind.TOO_MANY_PARTS)
              .contains(kind);
      Object[] arguments = number ? new Object[] {7} : words60;
      Finding finding = new Finding(kind, Arrays.asList(arguments));
      assertThat(words.say(finding)).isNotBlank().doesNotContain("%s", "%d", "x".repeat(61));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0,in the same second", "5,5 s later", "-5,5 s earlier (!)", "60,1 min later",
    "65,1 min 5 s later", "601,10 min later", "3600,1 h later", "8040,2 h 14 min later",
    "200000,2 days later",
  })
  void timesAreSaidShortly(long seconds, String words) {
    assertThat(new MessageWords(new Texts(Language.ENGLISH)).after(Duration.ofSeconds(seconds)))
        .isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "filename=a.txt|a.txt",
        "filename=\"a b;c.txt\"|a b;c.txt",
        "filename=\"C:\\dir\\a.txt\"|C:\\dir\\a.txt",
        "filename=\"=?UTF-8?Q?=C3=A4.txt?=\"|ä.txt",
        "filename*=UTF-8''%C3%A4+b.txt|ä+b.txt",
        "filename*=iso-8859-1'de'%E4.txt|ä.txt",
        "filename=a.txt; filename*=UTF-8''b.txt|b.txt",
        "filename*1=b.txt; filename*0=a|ab.txt",
        "filename*0*=UTF-8''%C3; filename*1*=%A4; filename*2=\".txt\"|ä.txt",
        "filename*=%zz|%zz",
        "filename (comment) = a.txt (b)|a.txt",
        "filename=ä.txt|ä.txt",
      })
  void namesOfFilesAreDecoded(String parameter, String name) {
    assertThat(
            Mails.of(
                    "From: a@b.example",
                    "Content-Type: application/x",
                    "Content-Disposition: attachment; " + parameter,
                    "",
                    "x")
                .content()
                .attachments()
                .get(0)
                .name())
        .isEqualTo(name);
  }
}
