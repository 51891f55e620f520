package smtpterm.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smtpterm.knowledge.Catalog;
import smtpterm.protocol.LineKind;
import smtpterm.text.Language;
import smtpterm.text.Texts;

/** F1: what is said about the word at the cursor, which stands where the bar is. */
final class WordHelpTest {
  private static final List<LocalCommand> LOCALS =
      List.of(
          new LocalCommand("help", LocalCommand.nothing(), argument -> {}),
          new LocalCommand("send", LocalCommand.nothing(), argument -> {}),
          new LocalCommand("quit", LocalCommand.nothing(), argument -> {}));

  private static List<String> said(
      Language language, String marked, LineKind kind, String dialect) {
    Texts texts = new Texts(language);
    Topics topics = new Topics(new Catalog(texts), texts, () -> LOCALS);
    int cursor = marked.indexOf('|');
    return topics.aboutWord(marked.replace("|", ""), cursor, kind, dialect);
  }

  private static String first(String marked, LineKind kind, String dialect) {
    return said(Language.ENGLISH, marked, kind, dialect).get(0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '`',
      value = {
        "|MAIL FROM:<a@b>            ! MAIL FROM:<address> ",
        "mai|l FROM:<a@b>            ! MAIL FROM:<address> ",
        "MAIL| FROM:<a@b>            ! MAIL FROM:<address> ",
        "MAIL FR|OM:<a@b>            ! FROM: names the sender",
        "MAIL FROM:|                 ! FROM: names the sender",
        "MAIL FROM:<anna|            ! FROM: names the sender",
        "MAIL FROM:<a|nna@b>         ! The part before the @",
        "MAIL FROM:<anna@b|.de>      ! The part behind the @",
        "MAIL FROM:<anna@b.de|       ! The part behind the @",
        "MAIL FROM:<anna@b.de>|      ! FROM: names the sender",
        "MAIL FROM:<|>               ! <> is the empty sender",
        "MAIL FROM: <an|na@b>        ! The part before the @",
        "RCPT TO|:<bob@b>            ! TO: names one recipient",
        "MAIL FROM:<a@b> SI|ZE=10    ! SIZE=n (parameter",
        "MAIL FROM:<a@b> BODY=8|     ! BODY=8BITMIME (parameter",
        "MAIL FROM:<a@b> COLOUR|     ! MAIL FROM:<address> ",
        "RCPT TO:<a@b> notify=NEVER| ! NOTIFY=SUCCESS,FAILURE (parameter",
        "EHLO lap|top                ! The name of your computer",
        "EHLO |                      ! EHLO name",
        "AUTH CRAM-MD5|              ! CRAM-MD5 (way of logging in)",
        "AUTH PLAIN AGFu|            ! The first answer",
        "HELP RC|PT                  ! RCPT TO:<address>",
        "BDAT 8|6 LAST               ! So many octets",
        "BDAT 86 LA|ST               ! LAST says",
        "RSET now|                   ! RSET",
        "MIAL|                       ! There is nothing about \"MIAL\". Near to it: MAIL",
        "55|0                        ! 550 (reply code)",
        "RETR| 1                     ! RETR (command of POP3)",
      })
  void eachWordOfACommandHasItsHelp(String marked, String beginning) {
    assertThat(first(marked, LineKind.COMMAND, "smtp")).startsWith(beginning);
  }

  @ParameterizedTest
  @CsvSource({
    "RETR| 1,RETR n",
    "RETR 1|,The number of a mail",
    "TOP 1 1|0,How many lines",
    "USER an|na,Whose mailbox",
    "PASS x|,'The password, as it is'",
    "APOP anna 4730|,32 hexadecimal digits",
    "AUTH PLAIN|,PLAIN (way of logging in)",
  })
  void pop3HasItsOwnWords(String marked, String beginning) {
    assertThat(first(marked, LineKind.COMMAND, "pop3")).startsWith(beginning);
  }

  @ParameterizedTest
  @CsvSource({
    "Subject: Gart|enparty,Subject: (header line)",
    "subject|:,Subject: (header line)",
    "Mess|,Message-ID: (header line)",
    "Hello| Bob,This is message text",
    "|,This is message text",
    ": x|,This is message text",
  })
  void headerLinesAreKnownInTheMessage(String marked, String beginning) {
    assertThat(first(marked, LineKind.TEXT, "smtp")).startsWith(beginning);
  }

  @ParameterizedTest
  @CsvSource({
    "/se|nd x,/send FILE",
    "/send x|,/send FILE",
    "/help| MAIL,/help [WHAT]",
    "/help MAI|L,MAIL FROM:<address>",
    "/help /qu|it,/quit",
    "/help xyzzy|,/help [WHAT]",
    "/sned|,There is no /sned here. Did you mean /send?",
    "/xyzzy|,Type a command of the server",
    "|,Type a command of the server",
  })
  void localCommandsAreKnown(String marked, String beginning) {
    assertThat(first(marked, LineKind.COMMAND, "smtp")).startsWith(beginning);
  }

  @Test
  void nothingIsClaimedAboutAProtocolThatNobodyKnows() {
    assertThat(first("MAIL|", LineKind.COMMAND, "raw")).startsWith("Type a command");
  }

  @Test
  void anAnswerOfALoginIsHelpedWithWhateverItIs() {
    assertThat(first("MAIL|", LineKind.ANSWER, "smtp")).contains("Base64");
  }

  @Test
  void theMostImportantStandsFirstInBothLanguages() {
    assertThat(said(Language.ENGLISH, "RSET|", LineKind.COMMAND, "smtp"))
        .hasSize(4)
        .last()
        .isEqualTo("/help RSET tells more.");
    assertThat(said(Language.GERMAN, "RSET|", LineKind.COMMAND, "smtp"))
        .hasSize(4)
        .last()
        .isEqualTo("Mehr dazu: /help RSET");
  }
}
