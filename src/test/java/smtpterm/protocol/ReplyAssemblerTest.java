package smtpterm.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ReplyAssemblerTest {
  private static final Set<ReplyFlaw> NO_FLAWS = Set.of();

  private final ReplyAssembler assembler = new ReplyAssembler(Protocol.SMTP);

  private List<Reply> replies(String... lines) {
    List<Reply> replies = new ArrayList<>();
    for (String line : lines) {
      assembler.add(line, NO_FLAWS, false).ifPresent(replies::add);
    }
    return replies;
  }

  @Test
  void aDashAnnouncesMoreAndABlankEnds() {
    assertThat(replies("220 hi", "250-mx", "250-SIZE", "250 HELP", "221 bye"))
        .containsExactly(
            Reply.of("220 hi"), Reply.of("250-mx", "250-SIZE", "250 HELP"), Reply.of("221 bye"));
  }

  @Test
  void threeDigitsAloneAreAReply() {
    assertThat(replies("250-a", "250")).containsExactly(Reply.of("250-a", "250"));
  }

  @Test
  void threeDigitsAndADashAloneAnnounceMore() {
    assertThat(replies("250-")).isEmpty();
    assertThat(assembler.pendingLines()).isEqualTo(1);
  }

  @Test
  void theLastLinesCodeCountsWhereTheyDiffer() {
    Reply reply = replies("250-a", "251-b", "550 c").get(0);
    assertThat(reply.code()).isEqualTo("550");
    assertThat(reply.lines()).containsExactly("250-a", "251-b", "550 c");
    assertThat(reply.flaws()).containsExactly(ReplyFlaw.MIXED_CODES);
  }

  @Test
  void textWithoutACodeInsideAReplyDoesNotEndIt() {
    Reply reply = replies("250-a", "and so on", "", "250 b").get(0);
    assertThat(reply.code()).isEqualTo("250");
    assertThat(reply.lines()).containsExactly("250-a", "and so on", "", "250 b");
    assertThat(reply.flaws()).containsExactly(ReplyFlaw.NO_CODE);
  }

  @Test
  void codesAreComparedAcrossALineWithoutOne() {
    Reply reply = replies("250-a", "text", "550 b").get(0);
    assertThat(reply.flaws()).containsExactlyInAnyOrder(ReplyFlaw.NO_CODE, ReplyFlaw.MIXED_CODES);
  }

  @Test
  void textWithoutACodeBetweenRepliesStandsForItself() {
    List<Reply> replies = replies("hello", "250 ok");
    assertThat(replies.get(0).code()).isEmpty();
    assertThat(replies.get(0).flaws()).containsExactly(ReplyFlaw.NO_CODE);
    assertThat(replies.get(1)).isEqualTo(Reply.of("250 ok"));
  }

  @Test
  void whatTheWireFoundWrongStaysWithItsReply() {
    assembler.add("250-a", Set.of(ReplyFlaw.BARE_LF), false);
    Reply first = assembler.add("250 b", Set.of(ReplyFlaw.LINE_CUT), false).orElseThrow();
    assertThat(first.flaws()).containsExactlyInAnyOrder(ReplyFlaw.BARE_LF, ReplyFlaw.LINE_CUT);
    assertThat(assembler.add("250 c", NO_FLAWS, false).orElseThrow().flaws()).isEmpty();
  }

  @Test
  void whatCameBeforeTheEndIsKeptAndNamed() {
    replies("250-a", "250-b");
    Reply reply = assembler.unfinished().orElseThrow();
    assertThat(reply.code()).isEqualTo("250");
    assertThat(reply.lines()).containsExactly("250-a", "250-b");
    assertThat(reply.flaws()).containsExactly(ReplyFlaw.UNFINISHED);
    assertThat(assembler.unfinished()).isEmpty();
    assertThat(assembler.pendingLines()).isZero();
  }

  @Test
  void anEndlessReplyIsKeptOnlyInPart() {
    for (int i = 0; i < ReplyAssembler.MOST_LINES + 500; i++) {
      assertThat(assembler.add("250-" + i, NO_FLAWS, false)).isEmpty();
    }
    Reply reply = assembler.add("250 end", NO_FLAWS, false).orElseThrow();
    assertThat(reply.lines()).hasSize(ReplyAssembler.MOST_LINES + 1);
    assertThat(reply.lines().get(0)).isEqualTo("250-0");
    assertThat(reply.text()).isEqualTo("end");
    assertThat(reply.flaws()).containsExactly(ReplyFlaw.LINES_DROPPED);
  }

  @Test
  void aReplyOfHugeLinesIsKeptOnlyInPart() {
    String huge = "250-" + "x".repeat(60_000);
    for (int i = 0; i < 100; i++) {
      assembler.add(huge, NO_FLAWS, false);
    }
    Reply reply = assembler.add("250 end", NO_FLAWS, false).orElseThrow();
    assertThat(reply.lines().stream().mapToInt(String::length).sum())
        .isLessThanOrEqualTo(ReplyAssembler.MOST_CHARACTERS + 7);
    assertThat(reply.flaws()).containsExactly(ReplyFlaw.LINES_DROPPED);
  }

  @Test
  void afterAHugeReplyTheNextOneHasRoomAgain() {
    replies("250-" + "x".repeat(ReplyAssembler.MOST_CHARACTERS - 4), "250 end");
    assertThat(replies("250-a", "250 b")).containsExactly(Reply.of("250-a", "250 b"));
  }

  @Test
  void inAnUnknownProtocolEveryLineStandsForItself() {
    ReplyAssembler single = new ReplyAssembler(Protocol.RAW);
    assertThat(single.add("250-a", NO_FLAWS, false)).isPresent();
    Reply text = single.add("HTTP/1.1 200 OK", NO_FLAWS, false).orElseThrow();
    assertThat(text.code()).isEmpty();
    assertThat(text.flaws()).isEmpty();
  }
}
