package smtpterm.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smtpterm.protocol.Asked;
import smtpterm.protocol.Dialect;
import smtpterm.protocol.LineKind;
import smtpterm.protocol.Lmtp;
import smtpterm.protocol.Phase;
import smtpterm.protocol.Pop3;
import smtpterm.protocol.Progress;
import smtpterm.protocol.Reply;
import smtpterm.text.Language;
import smtpterm.text.Texts;

/** What is said about replies of POP3, and about the many replies of LMTP. */
final class Pop3MomentsTest {
  private final Explainer explainer = new Explainer(new Texts(Language.ENGLISH), Optional.empty());
  private final Pop3 pop3 = new Pop3();

  private Explanation said(Progress before, String line, String... reply) {
    return said(pop3, before, line, Reply.pop3(reply));
  }

  private Explanation said(Dialect dialect, Progress before, String line, Reply reply) {
    LineKind kind = dialect.kindOf(before);
    Progress sent = dialect.sent(before, kind, line);
    Asked.Kind asked = kind == LineKind.ANSWER ? Asked.Kind.ANSWER : Asked.Kind.COMMAND;
    Asked what = new Asked(kind == LineKind.TEXT ? Asked.Kind.DOT : asked, line);
    Progress after = dialect.replied(sent, what, reply);
    return explainer.explain(new Moment(sent, Optional.of(what), reply, after));
  }

  private Progress after(String... dialogue) {
    Progress progress = pop3.start();
    progress = pop3.replied(progress, Asked.GREETING, Reply.pop3("+OK"));
    for (int i = 0; i < dialogue.length; i += 2) {
      LineKind kind = pop3.kindOf(progress);
      progress = pop3.sent(progress, kind, dialogue[i]);
      Asked.Kind asked = kind == LineKind.ANSWER ? Asked.Kind.ANSWER : Asked.Kind.COMMAND;
      progress = pop3.replied(progress, new Asked(asked, dialogue[i]), Reply.pop3(dialogue[i + 1]));
    }
    return progress;
  }

  private Progress loggedIn() {
    return after("USER anna", "+OK", "PASS geheim", "+OK");
  }

  @ParameterizedTest
  @CsvSource({
    "USER anna,+OK,pop3.USER.ok",
    "USER,-ERR,pop3.err.argument",
    "PASS x,-ERR,pop3.err.user-first",
    "STAT,-ERR,pop3.err.login-first",
    "EHLO me,-ERR,pop3.err.smtp",
    "LISST,-ERR,pop3.err.near",
    "XYZZY,-ERR,pop3.err.unknown",
    "'',-ERR,pop3.err.empty",
    "APOP anna 1234,-ERR,pop3.APOP.err",
    "APOP anna 1234,-ERR [IN-USE] busy,pop3.reason.IN-USE",
    "CAPA,-ERR,pop3.CAPA.err",
    "STLS,+OK,pop3.STLS.ok",
    "QUIT,+OK,pop3.QUIT.ok",
    "AUTH PLAIN AGEAYg==,-ERR,pop3.AUTH.err",
    "AUTH PLAIN AGEAYg==,+OK,pop3.login.ok",
    "AUTH,+OK,pop3.AUTH.ok",
    "AUTH PLAIN,+,ANSWER.334.plain",
  })
  void beforeTheLogin(String line, String reply, String id) {
    assertThat(said(after(), line, reply).id()).isEqualTo(id);
  }

  @ParameterizedTest
  @CsvSource({
    "STAT,+OK 2 320,pop3.STAT.ok",
    "STAT,+OK 1 320,pop3.STAT.single",
    "STAT,+OK 0 0,pop3.STAT.empty",
    "STAT,+OK many,pop3.ok",
    "LIST,+OK,pop3.LIST.ok",
    "LIST 1,+OK 1 320,pop3.LIST.one",
    "LIST x,-ERR,pop3.err.number",
    "RETR,-ERR,pop3.err.number",
    "RETR 9,-ERR,pop3.err.no-such",
    "RETR 0,-ERR,pop3.err.number",
    "TOP 1,-ERR,pop3.err.top",
    "DELE 1,+OK,pop3.DELE.ok",
    "USER anna,-ERR,pop3.err.logged-in",
    "STLS,-ERR,pop3.err.logged-in",
    "QUIT,+OK,pop3.QUIT.update",
    "NOOP,-ERR [SYS/TEMP] later,pop3.reason.SYS/TEMP",
  })
  void afterTheLogin(String line, String reply, String id) {
    assertThat(said(loggedIn(), line, reply).id()).isEqualTo(id);
  }

  @Test
  void aRefusedPasswordIsToldWithoutRepeatingIt() {
    Explanation refused = said(after("USER anna", "+OK"), "PASS geheim", "-ERR");
    assertThat(refused.id()).isEqualTo("pop3.PASS.err");
    assertThat(refused.headline()).startsWith("-ERR login refused").doesNotContain("geheim");
  }

  @Test
  void numbersAreMadeReadable() {
    assertThat(said(loggedIn(), "STAT", "+OK 12 34567").headline())
        .isEqualTo("+OK done: 12 mails, together 33.8 KiB.");
  }

  @Test
  void theCapabilitiesAreExplainedOneByOne() {
    Explanation capa = said(after(), "CAPA", "+OK", "UIDL", "SASL PLAIN CRAM-MD5", "XTENDER", ".");
    assertThat(capa.details()).hasSize(3);
    assertThat(capa.details().get(1).sentence()).contains("PLAIN or CRAM-MD5");
    assertThat(capa.next()).contains("AUTH PLAIN");
  }

  @Test
  void dotsThatTheServerAddedAreCounted() {
    Explanation mail = said(loggedIn(), "RETR 1", "+OK", "..zwei", "..", "text", ".");
    assertThat(mail.details()).hasSize(1);
    assertThat(mail.details().get(0).left()).isEqualTo("..");
    assertThat(mail.details().get(0).sentence()).startsWith("2 lines");
    assertThat(mail.next()).containsExactly("DELE 1", "QUIT");
  }

  @Test
  void lmtpNamesTheRecipientOfEachReply() {
    Lmtp lmtp = new Lmtp();
    Progress text = lmtp.start().from("a@b").to("x@b").to("y@b").in(Phase.TEXT);
    Explanation first = said(lmtp, text, ".", Reply.of("250 ok"));
    assertThat(first.headline()).isEqualTo("250 done: x@b has the mail.");
    Progress second = text.withoutFirstRecipient();
    assertThat(said(lmtp, second, ".", Reply.of("452 full")).headline()).contains("y@b");
    Progress greeted = lmtp.replied(lmtp.start(), Asked.GREETING, Reply.of("220 mx"));
    assertThat(said(lmtp, greeted, "EHLO me", Reply.of("500 no")).next())
        .containsExactly("LHLO <name of your computer>");
  }
}
