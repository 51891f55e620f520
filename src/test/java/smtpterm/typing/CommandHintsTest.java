package smtpterm.typing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smtpterm.knowledge.Catalog;
import smtpterm.knowledge.CommandEntry;
import smtpterm.protocol.Capabilities;
import smtpterm.protocol.Phase;
import smtpterm.protocol.Progress;
import smtpterm.protocol.Protocol;
import smtpterm.protocol.Reply;
import smtpterm.text.Language;
import smtpterm.text.Texts;

final class CommandHintsTest {
  private final Texts texts = new Texts(Language.ENGLISH);
  private final Catalog catalog = new Catalog(texts);
  private final CommandHints hints = new CommandHints(catalog, texts);
  private final Progress idle =
      Progress.at(Phase.HELLO)
          .greeted(
              Capabilities.of(
                  Reply.of(
                      "250-mx",
                      "250-SIZE 1000",
                      "250-8BITMIME",
                      "250-SMTPUTF8",
                      "250-DSN",
                      "250 AUTH PLAIN CRAM-MD5 LOGIN SCRAM-SHA-256 X-OURS")));
  private final Progress pop =
      Progress.at(Protocol.POP3, Phase.AUTHORIZATION).loggedIn("anna").in(Phase.TRANSACTION);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "MA                            | IL FROM:<address> [SIZE=n] [BODY=8BITMIME]",
        "ma                            | il from:<address> [SIZE=n] [BODY=8BITMIME]",
        "MAIL FROM:<                   | address> [SIZE=n] [BODY=8BITMIME]",
        "MAIL FROM:<a                  | > [SIZE=n] [BODY=8BITMIME]",
        "MAIL FROM:<a b                | \"\"",
        "MAIL FROM:a                   | \"\"",
        "MAIL FROM:<a@b>               | \" [SIZE=n] [BODY=8BITMIME]\"",
        "MAIL FROM:<a@b>x              | \"\"",
        "\"MAIL FROM:<a@b> \"          | [SIZE=n] [BODY=8BITMIME] [SMTPUTF8] [AUTH=<>] [RET=FULL] [ENVID=id]",
        "MAIL FROM:<a@b> SI            | ZE=n",
        "MAIL FROM:<a@b> si            | ze=n",
        "MAIL FROM:<a@b> SIZE          | =n",
        "MAIL FROM:<a@b> SIZE=         | n",
        "MAIL FROM:<a@b> SIZE=1        | \" [BODY=8BITMIME]\"",
        "MAIL FROM:<a@b> SIZE=1 BODY=  | 8BITMIME",
        "MAIL FROM:<a@b> SIZE=1 BODY=8 | BITMIME",
        "MAIL FROM:<a@b> BODY=7BIT     | \" [SIZE=n]\"",
        "MAIL FROM:<a@b> SIZE=1 SI     | \"\"",
        "MAIL FROM:<a@b> SMTPUTF8      | \" [SIZE=n] [BODY=8BITMIME]\"",
        "MAIL FROM:<a@b> HOLD          | \"\"",
        "MAIL FROM:<a@b> X=            | \"\"",
        "AUTH                          | \" mechanism [answer in Base64]\"",
        "AUTH PL                       | AIN [answer in Base64]",
        "auth pl                       | ain [answer in Base64]",
        "AUTH PLAIN                    | \" [answer in Base64]\"",
        "\"AUTH PLAIN \"               | [answer in Base64]",
        "AUTH PLAIN A                  | \"\"",
        "AUTH C                        | RAM-MD5",
        "AUTH CRAM-MD5                 | \"\"",
        "AUTH Z                        | \"\"",
        "RC                            | \"\"",
        "DATA                          | \"\"",
        "MIAL                          | \"\"",
        "\" \"                         | \"\"",
        "\"NOOP \"                     | [anything]",
      })
  void whatFollowsComesFromTheTableAndFromWhatIsOffered(String typed, String rest) {
    assertThat(hints.rest(idle, typed)).isEqualTo(rest);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "RCPT TO:<a      | >",
        "RCPT TO:<a@b>   | \"\"",
        "\"RCPT TO:<b> \"| [NOTIFY=SUCCESS,FAILURE] [ORCPT=rfc822;address]",
        "RCPT TO:<b> N   | OTIFY=SUCCESS,FAILURE",
        "MA              | \"\"",
      })
  void aRecipientHasParametersOfItsOwn(String typed, String rest) {
    assertThat(hints.rest(idle.from("a@b"), typed)).isEqualTo(rest);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "TOP 1       | \" lines\"",
        "RET         | R n",
        "\"RETR \"   | n",
        "LIST        | \" [n]\"",
        "USER        | \"\"",
      })
  void pop3IsHintedAsWell(String typed, String rest) {
    assertThat(hints.rest(pop, typed)).isEqualTo(rest);
  }

  @Test
  void behindAuthStandsWhatIsOffered() {
    assertThat(hints.rest(idle, "AUTH ")).isEqualTo("PLAIN|CRAM-MD5|LOGIN|SCRAM-SHA-256|X-OURS");
  }

  @Test
  void aBracketInQuotesClosesNothing() {
    assertThat(hints.rest(idle, "MAIL FROM:<\"a >\"@b")).startsWith("> [SIZE");
    assertThat(hints.rest(idle, "MAIL FROM:<\"a >\"@b>")).startsWith(" [SIZE");
  }

  @Test
  void nothingIsOfferedByAServerThatWasOnlyToldHelo() {
    Progress plain = Progress.at(Phase.HELLO).greeted(Capabilities.none());
    assertThat(hints.rest(plain, "MAIL FROM:<")).isEqualTo("address>");
    assertThat(hints.rest(plain, "MAIL FROM:<a@b> ")).isEmpty();
    assertThat(hints.rest(plain, "AUTH ")).isEmpty();
  }

  @Test
  void hintsSpeakTheLanguageOfTheMoment() {
    assertThat(hints.rest(idle, "MAIL FROM:<")).startsWith("address>");
    texts.speak(Language.GERMAN);
    assertThat(hints.rest(idle, "MAIL FROM:<")).startsWith("Adresse>");
    assertThat(hints.rest(idle, "AUTH PLAIN")).isEqualTo(" [Antwort in Base64]");
  }

  @Test
  void noPlaceholderOutsideOfBracketsHasABlank() {
    for (Language language : Language.values()) {
      texts.speak(language);
      for (String dialect : new String[] {"smtp", "lmtp", "pop3"}) {
        for (CommandEntry entry : catalog.commands(dialect)) {
          String typed = entry.verb() + " x".repeat(entry.syntax().split(" ", -1).length - 1);
          Optional<String> rest = Optional.of(Hints.rest(entry.syntax(), typed));
          assertThat(rest.get()).as(entry.syntax()).doesNotContain(" ");
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "MAIL FROM:<,false",
    "MAIL FROM:<a,true",
    "'EHLO ',false",
    "EHLO m,true",
    "QUIT,false",
    "'NOOP ',false",
    "NOOP x,true",
    "XYZ,false",
    "XYZ 1,true",
  })
  void beyondWhatTheSyntaxFixesTheUserSaysSomethingOfHisOwn(String typed, boolean beyond) {
    assertThat(hints.beyond(idle, typed)).isEqualTo(beyond);
  }

  @Test
  void aProtocolThatNobodyKnowsFixesNothing() {
    Progress raw = Progress.at(Protocol.RAW, Phase.RAW);
    assertThat(hints.rest(raw, "MA")).isEmpty();
    assertThat(hints.beyond(raw, "G")).isTrue();
    assertThat(hints.beyond(raw, "")).isFalse();
  }
}
