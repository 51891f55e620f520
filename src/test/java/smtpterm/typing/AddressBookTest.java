package smtpterm.typing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class AddressBookTest {
  private final Memory memory = new Memory();
  private final AddressBook book = memory.addresses();
  private final Views talk = Views.smtp(memory).say("EHLO me", "250-mx", "250 AUTH PLAIN LOGIN");

  private List<String> known() {
    return book.addresses(talk.progress()).entrySet().stream()
        .map(e -> e.getKey() + " " + e.getValue())
        .toList();
  }

  @Test
  void whoIsLoggedInComesFirstThenWhatWasUsedLast() {
    memory.accounts(List.of("anna@kolleg.de", "bob@kolleg.de"));
    memory.earlier(
        List.of("QUIT", "rcpt to: <new@x.example> NOTIFY=NEVER", "MAIL FROM:<old@x.example>")
            .iterator());
    talk.say("AUTH PLAIN AGJvYgB0b3BTZWNyZXQ=", "235 ok")
        .say("MAIL FROM:<one@x.example>", "250 ok")
        .say("RCPT TO:<two@x.example>", "450 later");
    assertThat(known())
        .containsExactly(
            "bob@kolleg.de LOGIN",
            "two@x.example SESSION",
            "one@x.example SESSION",
            "new@x.example EARLIER",
            "old@x.example EARLIER",
            "anna@kolleg.de PRACTICE");
    assertThat(book.domains(talk.progress())).containsExactly("kolleg.de", "x.example");
  }

  @Test
  void aSlipThatWasRefusedIsNotOfferedUntilItIsRight() {
    memory.earlier(List.of("RCPT TO:<bop@kolleg.de>").iterator());
    talk.say("MAIL FROM:<a@x.example>", "250 ok").say("RCPT TO:<bop@kolleg.de>", "550 no");
    assertThat(known()).containsExactly("a@x.example SESSION");
    talk.say("RCPT TO:<bop@kolleg.de>", "250 ok");
    assertThat(known()).containsExactly("bop@kolleg.de SESSION", "a@x.example SESSION");
  }

  @Test
  void namesOfLoginsAreKnownAndNeverTheirSecrets() {
    memory.accounts(List.of("anna@kolleg.de"));
    memory.earlier(List.of("USER emil", "/login --CRAM-MD5 --explain dora").iterator());
    talk.say("AUTH LOGIN Z2VoZWlt", "334 UGFzc3dvcmQ6").say("Z2VoZWlt", "535 no");
    talk.say("AUTH PLAIN AGJvYgB0b3BTZWNyZXQ=", "235 ok");
    assertThat(book.names())
        .containsOnlyKeys("bob", "anna", "emil", "dora")
        .containsEntry("bob", AddressBook.Origin.SESSION)
        .containsEntry("emil", AddressBook.Origin.EARLIER);
  }

  @Test
  void textOfStrangersIsLeftOut() {
    memory.earlier(
        List.of(
                "MAIL FROM:<a\u001b[2J@x.example>",
                "MAIL FROM:<a\u202e@x.example>",
                "MAIL FROM:<" + "x".repeat(300) + "@x.example>",
                "C: MAIL FROM:<copied@x.example>",
                "MAIL FROM:<no-domain>",
                "VRFY right@x.example")
            .iterator());
    assertThat(known()).containsExactly("right@x.example EARLIER");
  }

  @Test
  void aThousandAddressesAreNotKept() {
    memory.earlier(
        IntStream.range(0, 1_000).mapToObj(i -> "RCPT TO:<u" + i + "@x.example>").iterator());
    assertThat(known()).hasSize(100).startsWith("u0@x.example EARLIER");
  }
}
