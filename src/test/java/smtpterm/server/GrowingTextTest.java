package smtpterm.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A text that comes in: where it lies, and what it takes of memory and disk. */
final class GrowingTextTest {
  private static final int BLOCK = Spool.BLOCK;
  private static final long ROOM = 4L * BLOCK;

  private final ByteBudget memory = new ByteBudget(2L * BLOCK);
  private final Spool spool = new Spool(ROOM);
  private final GrowingText text = new GrowingText(memory, spool);

  @AfterEach
  void end() throws IOException {
    spool.close();
  }

  /** Each octet says where it stands. */
  private static byte[] octets(int from, int length) {
    byte[] octets = new byte[length];
    for (int i = 0; i < length; i++) {
      octets[i] = (byte) ((from + i) % 251);
    }
    return octets;
  }

  private boolean add(int length, int piece) {
    boolean taken = true;
    for (int from = 0; from < length && taken; from += piece) {
      taken = text.add(octets(from, Math.min(piece, length - from)));
    }
    return taken;
  }

  private static byte[] all(MailOctets octets) throws IOException {
    try (InputStream in = octets.open()) {
      return in.readAllBytes();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 256, 257, 1_000, BLOCK - 1, BLOCK})
  void aSmallTextStaysInMemory(int length) throws IOException {
    assertThat(add(length, 77)).isTrue();
    assertThat(text.taken()).isEqualTo(length).isEqualTo(memory.used());
    MailOctets whole = text.finish();
    assertThat(all(whole)).isEqualTo(octets(0, length));
    assertThat(whole.size()).isEqualTo(length);
    assertThat(spool.length()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {BLOCK + 1, 2 * BLOCK - 1, 2 * BLOCK, 2 * BLOCK + 1, 4 * BLOCK})
  void aLargeTextGoesToTheDiskAndTakesNoMemory(int length) throws IOException {
    for (int piece : new int[] {length, 1_000}) {
      assertThat(add(length, piece)).isTrue();
      assertThat(memory.used()).isBetween(1L, (long) BLOCK);
      MailOctets whole = text.finish();
      assertThat(text.taken()).isZero();
      assertThat(memory.used()).isZero();
      assertThat(whole.size()).isEqualTo(length);
      assertThat(Arrays.equals(all(whole), octets(0, length))).isTrue();
      text.release();
      assertThat(spool.free()).isEqualTo(ROOM);
    }
  }

  @Test
  void withoutRoomInMemoryNothingMoreIsTakenAndAllIsGivenBack() {
    assertThat(memory.take(2L * BLOCK - 100)).isTrue();
    assertThat(add(101, 101)).isFalse();
    assertThat(add(100, 10)).isTrue();
    assertThat(add(1, 1)).isFalse();
    text.release();
    assertThat(memory.used()).isEqualTo(2L * BLOCK - 100);
  }

  @Test
  void withoutRoomOnTheDiskNothingMoreIsTakenAndAllIsGivenBack() throws IOException {
    assertThat(add(6 * BLOCK, 1_000)).isFalse();
    text.release();
    assertThat(memory.used()).isZero();
    assertThat(spool.free()).isEqualTo(ROOM);
    assertThat(spool.length()).isZero();
  }

  /** The last block is written only at the end, and somebody may have been faster. */
  @Test
  void theRestOfATextMayFindNoRoom() throws IOException {
    assertThat(add(BLOCK + 1, BLOCK)).isTrue();
    while (spool.take() >= 0) {
      assertThat(spool.free()).isLessThan(ROOM);
    }
    assertThatThrownBy(text::finish).isInstanceOf(IOException.class);
    text.release();
    assertThat(memory.used()).isZero();
    assertThat(spool.free()).isEqualTo(BLOCK);
  }

  @Test
  void whatWasHandedOverIsNotGivenBack() throws IOException {
    assertThat(add(2 * BLOCK + 1, 5_000)).isTrue();
    MailOctets whole = text.finish();
    text.handOver();
    text.release();
    assertThat(Arrays.equals(all(whole), octets(0, 2 * BLOCK + 1))).isTrue();
    whole.discard();
    assertThat(spool.free()).isEqualTo(ROOM);
  }

  @Test
  void aLargeTextIsReadBehindWhatTheServerPutsInFront() throws IOException {
    assertThat(add(BLOCK + 10, 100)).isTrue();
    MailOctets whole = text.finish().behind(octets(0, 3)).behind(octets(7, 2));
    byte[] read = all(whole);
    assertThat(whole.size()).isEqualTo(BLOCK + 15).isEqualTo(read.length);
    assertThat(Arrays.copyOf(read, 7)).containsExactly(7, 8, 0, 1, 2, 0, 1);
  }
}
