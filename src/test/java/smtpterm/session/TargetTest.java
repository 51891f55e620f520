package smtpterm.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TargetTest {
  @ParameterizedTest
  @CsvSource({
    "mail.example,smtp,mail.example,25,mail.example:25",
    "' mail.example ',smtp,mail.example,25,mail.example:25",
    "mail.example:587,smtp,mail.example,587,mail.example:587",
    "127.0.0.1:2525,smtp,127.0.0.1,2525,127.0.0.1:2525",
    "[::1]:2525,smtp,::1,2525,[::1]:2525",
    "[::1],smtp,::1,25,[::1]:25",
    "::1,smtp,::1,25,[::1]:25",
    "[fe80::1%eth0]:25,smtp,fe80::1%eth0,25,[fe80::1%eth0]:25",
    "smtp://mail.example,smtp,mail.example,25,mail.example:25",
    "SMTP://mail.example:26/,smtp,mail.example,26,mail.example:26",
    "smtp://[::1],smtp,::1,25,[::1]:25",
    "submission://mail.example,smtp,mail.example,587,mail.example:587",
    "submission://mail.example:25,smtp,mail.example,25,mail.example:25",
    "raw://localhost:80,raw,localhost,80,raw://localhost:80",
    "raw://localhost:80/,raw,localhost,80,raw://localhost:80",
    "raw://[::1]:80,raw,::1,80,raw://[::1]:80",
    "pop3://mail.example,pop3,mail.example,110,pop3://mail.example:110",
    "mail.example:110,pop3,mail.example,110,pop3://mail.example:110",
    "pop3s://mail.example,pop3,mail.example,995,pop3s://mail.example:995",
    "mail.example:995,pop3,mail.example,995,pop3s://mail.example:995",
    "smtps://mail.example,smtp,mail.example,465,smtps://mail.example:465",
    "submissions://[::1],smtp,::1,465,smtps://[::1]:465",
    "mail.example:465,smtp,mail.example,465,smtps://mail.example:465",
    "smtp://mail.example:465,smtp,mail.example,465,smtp://mail.example:465",
    "lmtp://mail.example,lmtp,mail.example,24,lmtp://mail.example:24",
    "mail.example:24,lmtp,mail.example,24,lmtp://mail.example:24",
    "mail.example:143,raw,mail.example,143,raw://mail.example:143",
    "müller.example,smtp,müller.example,25,müller.example:25",
    "h:65535,smtp,h,65535,h:65535",
    "h:1,smtp,h,1,h:1",
    "h:00025,smtp,h,25,h:25",
  })
  void eachFormIsRead(String typed, String dialect, String host, int port, String again)
      throws Target.BadTarget {
    Target target = Target.parse(typed);
    assertThat(target.dialect().name()).isEqualTo(dialect);
    assertThat(target.endpoint().host()).isEqualTo(host);
    assertThat(target.endpoint().port()).isEqualTo(port);
    assertThat(target).hasToString(again);
    assertThat(Target.parse(again)).hasToString(again);
  }

  @ParameterizedTest
  @CsvSource({
    "'',NO_HOST",
    "' ',NO_HOST",
    "':25',NO_HOST",
    "'[]:25',NO_HOST",
    "smtp://,NO_HOST",
    "smtp:///,NO_HOST",
    "h:,BAD_PORT",
    "h:0,BAD_PORT",
    "h:65536,BAD_PORT",
    "h:99999,BAD_PORT",
    "h:123456,BAD_PORT",
    "h:smtp,BAD_PORT",
    "h:-25,BAD_PORT",
    "h:+25,BAD_PORT",
    "h:٢٥,BAD_PORT",
    "[::1]:,BAD_PORT",
    "[::1]:x,BAD_PORT",
    "raw://localhost,NO_PORT",
    "raw://[::1],NO_PORT",
    "http://h,UNKNOWN_SCHEME",
    "://h,UNKNOWN_SCHEME",
    "[::1,BAD_BRACKETS",
    "[::1]25,BAD_BRACKETS",
    "[::1]x:25,BAD_BRACKETS",
    "::1]:25,BAD_BRACKETS",
    "h]:25,BAD_BRACKETS",
    "'[[::1]]:25',BAD_BRACKETS",
    "h/path,SURPLUS",
    "smtp://h/path,SURPLUS",
    "smtp://anna@h,SURPLUS",
    "anna@h,SURPLUS",
    "h?x=1,SURPLUS",
    "h#x,SURPLUS",
    "h 25,SURPLUS",
  })
  void eachMistakeHasItsName(String typed, Target.Problem problem) {
    Target.BadTarget bad = catchThrowableOfType(Target.BadTarget.class, () -> Target.parse(typed));
    assertThat(bad).isNotNull();
    assertThat(bad.problem()).isEqualTo(problem);
  }

  @ParameterizedTest
  @CsvSource({
    "mail.example,25,mail.example:25",
    "::1,25,[::1]:25",
    "[::1],25,[::1]:25",
    "smtp://h,26,h:26",
    "raw://h,80,raw://h:80",
    "submission://h,25,h:25",
  })
  void hostAndPortMayBeTwoWords(String host, String port, String again) throws Target.BadTarget {
    assertThat(Target.parse(host, port)).hasToString(again);
  }

  @ParameterizedTest
  @CsvSource({"h,x,BAD_PORT", "h,'',BAD_PORT", "'',25,NO_HOST", "h,25 26,SURPLUS"})
  void twoWordsAreCheckedLikeOne(String host, String port, Target.Problem problem) {
    Target.BadTarget bad =
        catchThrowableOfType(Target.BadTarget.class, () -> Target.parse(host, port));
    assertThat(bad).isNotNull();
    assertThat(bad.problem()).isEqualTo(problem);
  }
}
