package smtpterm.typing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import smtpterm.knowledge.Catalog;
import smtpterm.text.Language;
import smtpterm.text.Texts;

final class MaildropTest {
  private final Memory memory = new Memory();
  private final Views talk =
      Views.pop3(memory).say("USER bob", "+OK").say("PASS x", "+OK bob has 3 messages");

  private List<String> offered(String line) {
    Texts texts = new Texts(Language.GERMAN);
    Here here = new Here(() -> "laptop", Clock.systemUTC(), () -> 1);
    return new Completion(new Catalog(texts), texts, memory, here)
        .complete(talk.view(), line).stream().map(s -> s.line() + " " + s.description()).toList();
  }

  @Test
  void theListTellsNumbersAndSizes() {
    assertThat(offered("RETR ")).isEmpty();
    talk.say("LIST", "+OK 3 messages", "1 358", "2 1200", "10 99", ".");
    assertThat(offered("RETR "))
        .containsExactly("RETR 1 358 Oktette", "RETR 2 1.200 Oktette", "RETR 10 99 Oktette");
    assertThat(offered("top 1")).containsExactly("top 1 358 Oktette", "top 10 99 Oktette");
    assertThat(offered("DELE 2")).isEmpty();
    assertThat(offered("LIST ")).hasSize(3);
    assertThat(offered("RETR 1 ")).isEmpty();
  }

  @Test
  void whatIsDeletedIsNotOfferedUntilItIsResetOrRefused() {
    talk.say("LIST", "+OK", "1 358", "2 400", ".").say("DELE 1", "+OK").say("DELE 2", "-ERR");
    assertThat(offered("RETR ")).containsExactly("RETR 2 400 Oktette");
    talk.say("LIST", "+OK", "2 400", ".").say("RSET", "+OK");
    assertThat(offered("RETR ")).containsExactly("RETR 1 358 Oktette", "RETR 2 400 Oktette");
  }

  @Test
  void otherRepliesTellAsMuchAsTheyKnow() {
    talk.say("STAT", "+OK 2 758");
    assertThat(offered("UIDL ")).containsExactly("UIDL 1 ", "UIDL 2 ");
    talk.say("LIST 2", "+OK 2 400").say("RETR 1", "+OK 358 octets", "x", ".");
    assertThat(offered("RETR ")).containsExactly("RETR 1 358 Oktette", "RETR 2 400 Oktette");
    talk.say("UIDL", "+OK", "1 abc", "2 def", "3 12", ".");
    assertThat(offered("RETR ")).contains("RETR 3 ");
  }

  @Test
  void theSizeOfTheOnlyMailFollowsFromTheSum() {
    talk.say("STAT", "+OK 1 358");
    assertThat(offered("RETR ")).containsExactly("RETR 1 358 Oktette");
  }

  @Test
  void aServerThatTellsNonsenseHarmsNobody() {
    talk.say("STAT", "+OK 9999999 x").say("LIST", "+OK", "0 5", "x y", "1", "99999999999 1", ".");
    assertThat(offered("RETR ")).isEmpty();
  }

  @Test
  void topOffersHowManyLines() {
    assertThat(offered("TOP 1 "))
        .containsExactly(
            "TOP 1 0 nur die Kopfzeilen", "TOP 1 10 die Kopfzeilen und zehn Zeilen Text");
  }

  @Test
  void userOffersTheNamesThatAreKnown() {
    memory.accounts(List.of("anna@kolleg.de", "bob@kolleg.de"));
    Views fresh = Views.pop3(memory);
    Texts texts = new Texts(Language.ENGLISH);
    Here here = new Here(() -> "laptop", Clock.systemUTC(), () -> 1);
    assertThat(
            new Completion(new Catalog(texts), texts, memory, here)
                .complete(fresh.view(), "USER a"))
        .extracting(Suggestion::line)
        .containsExactly("USER anna");
  }
}
