package smtpterm.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smtpterm.protocol.Chunk;
import smtpterm.protocol.LineKind;
import smtpterm.protocol.Lmtp;
import smtpterm.protocol.Phase;
import smtpterm.protocol.Smtp;
import smtpterm.wire.Line;

/** BDAT typed by hand: its octets are counted, and what is more than that is a command. */
final class ChunkingTest {
  private final List<Turn> turns = new ArrayList<>();
  private Session session = new Session(new Smtp(), 0);

  private void play(String... lines) {
    for (String line : lines) {
      String text = line.substring(3);
      if (line.startsWith("C: ")) {
        session.typed(text, false, 0);
      } else {
        session
            .received(new Line(text, Line.Ending.CRLF, 0), 0)
            .ifPresent(replied -> turns.add(replied.turn()));
      }
    }
  }

  @BeforeEach
  void anEnvelope() {
    play("S: 220 mx", "C: EHLO me", "S: 250-mx", "S: 250 CHUNKING", "C: MAIL FROM:<a@b>");
    play("S: 250 ok", "C: RCPT TO:<x@b>", "S: 250 ok");
  }

  private long due() {
    return session.view().progress().transaction().chunk().map(Chunk::octets).orElse(0L);
  }

  private String answered() {
    return turns.get(turns.size() - 1).asked().map(a -> a.line()).orElse("nobody");
  }

  @Test
  void theServersTurnComesWithTheLastOctet() {
    play("C: BDAT 12 LAST");
    assertThat(due()).isEqualTo(12);
    assertThat(session.view().next()).isEqualTo(LineKind.TEXT);
    assertThat(session.view().serversTurn()).isFalse();
    play("C: .");
    assertThat(due()).isEqualTo(9);
    play("C: QUIT é");
    assertThat(due()).isZero();
    assertThat(session.view().serversTurn()).isTrue();
    assertThat(session.view().next()).isEqualTo(LineKind.COMMAND);
    play("S: 250 got it");
    assertThat(answered()).isEqualTo("BDAT 12 LAST");
    assertThat(session.view().progress().phase()).isEqualTo(Phase.AFTER);
    assertThat(session.view().progress().recipients()).isEmpty();
  }

  @Test
  void blocksFollowEachOtherUntilTheLast() {
    play("C: BDAT 5", "C: abc", "S: 250 5 octets");
    assertThat(session.view().progress().phase()).isEqualTo(Phase.DATA);
    play("C: BDAT 0 LAST");
    assertThat(session.view().serversTurn()).isTrue();
    play("S: 250 ok");
    assertThat(session.view().progress().phase()).isEqualTo(Phase.AFTER);
  }

  @Test
  void whatIsTooMuchIsACommandAndGetsItsOwnReply() {
    play("C: BDAT 4", "C: abcdef");
    assertThat(session.view().waiting()).hasSize(2);
    play("S: 250 4 octets", "S: 500 what?");
    assertThat(session.view().waiting()).isEmpty();
    play("C: RSET", "S: 250 ok");
    assertThat(answered()).isEqualTo("RSET");
  }

  @Test
  void aServerThatDoesNotKnowBdatTakesNoOctets() {
    play("C: BDAT 100 LAST", "S: 500 unknown");
    assertThat(session.view().next()).isEqualTo(LineKind.COMMAND);
  }

  @Test
  void anEarlyRefusalLeavesTheOctetsDue() {
    play("C: BDAT 7 LAST", "S: 552 too big");
    assertThat(answered()).isEqualTo("BDAT 7 LAST");
    assertThat(due()).isEqualTo(7);
    play("C: abcde");
    assertThat(session.view().next()).isEqualTo(LineKind.COMMAND);
    assertThat(session.view().serversTurn()).isFalse();
  }

  @Test
  void octetsStayDueWhenCommandsBeforeAreAnsweredFirst() {
    play("C: RSET", "C: MAIL FROM:<c@b>", "C: RCPT TO:<d@b>", "C: BDAT 7 LAST");
    play("S: 250 reset", "S: 250 sender", "S: 250 recipient");
    assertThat(due()).isEqualTo(7);
    assertThat(session.view().serversTurn()).isFalse();
    play("C: abcde", "S: 250 queued");
    assertThat(answered()).isEqualTo("BDAT 7 LAST");
  }

  @Test
  void anEndInsideABlockIsAnEndInTheText() {
    play("C: BDAT 7 LAST", "C: a");
    assertThat(session.ended(Ending.Cause.RESET, "").ending().place())
        .isEqualTo(Ending.Place.IN_TEXT);
  }

  @Test
  void lmtpAnswersTheLastBlockForEachRecipient() {
    session = new Session(new Lmtp(), 0);
    play("S: 220 mx", "C: LHLO me", "S: 250 CHUNKING", "C: MAIL FROM:<a@b>", "S: 250 ok");
    play("C: RCPT TO:<x@b>", "S: 250 ok", "C: RCPT TO:<y@b>", "S: 250 ok");
    play("C: BDAT 3", "C: a", "S: 250 ok", "C: BDAT 3 LAST", "C: b", "S: 250 x");
    assertThat(session.view().serversTurn()).isTrue();
    play("S: 452 y");
    assertThat(session.view().serversTurn()).isFalse();
    assertThat(session.view().progress().recipients()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"a,1", "ä,2", "€,3", "😀,4", "'',0"})
  void octetsAreThoseOfUtf8(String text, long octets) {
    assertThat(Chunk.octetsOf(text)).isEqualTo(octets);
  }

  @Test
  void anOctetThatIsNoUtf8CountsOne() {
    assertThat(Chunk.octetsOf("\uDCE4")).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "BDAT 86 LAST,86",
    "bdat 86 last,86",
    "BDAT 86,86",
    "BDAT,-1",
    "BDAT x,-1",
    "BDAT 5 END,-1",
    "BDAT -5,-1",
    "DATA,-1",
    "BDAT 99999999999999999999,-1",
  })
  void onlyAWholeBdatAnnouncesOctets(String line, long octets) {
    assertThat(Chunk.announced(line).map(Chunk::octets).orElse(-1L)).isEqualTo(octets);
  }
}
