package smtpterm.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Blocks of one file, taken and given back. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class SpoolTest {
  private final Spool spool = new Spool(10L * Spool.BLOCK);

  @AfterEach
  void end() throws IOException {
    spool.close();
  }

  private static byte[] octets(int value, int length) {
    byte[] octets = new byte[length];
    Arrays.fill(octets, (byte) value);
    return octets;
  }

  /** So many whole blocks of this octet, and one more octet. */
  private SpooledOctets text(int value, int blocks) throws IOException {
    SpooledOctets text = new SpooledOctets(spool);
    for (int i = 0; i < blocks; i++) {
      assertThat(text.append(octets(value, Spool.BLOCK), Spool.BLOCK)).isTrue();
    }
    assertThat(text.append(octets(value, Spool.BLOCK), 1)).isTrue();
    return text;
  }

  private static byte[] all(MailOctets octets) throws IOException {
    try (InputStream in = octets.open()) {
      return in.readAllBytes();
    }
  }

  @Test
  void noFileIsMadeBeforeItIsNeeded() throws IOException {
    assertThat(spool.length()).isZero();
    assertThat(spool.free()).isEqualTo(10L * Spool.BLOCK);
    SpooledOctets text = text(1, 0);
    assertThat(spool.length()).isEqualTo(1);
    assertThat(spool.free()).isEqualTo(9L * Spool.BLOCK);
    text.discard();
    assertThat(spool.free()).isEqualTo(10L * Spool.BLOCK);
  }

  @Test
  void textsLieBesideEachOtherAndAreReadWhole() throws IOException {
    SpooledOctets one = text(1, 2);
    SpooledOctets two = text(2, 1);
    assertThat(one.size()).isEqualTo(2 * Spool.BLOCK + 1);
    assertThat(all(one)).isEqualTo(octets(1, 2 * Spool.BLOCK + 1));
    assertThat(all(two)).isEqualTo(octets(2, Spool.BLOCK + 1));
    assertThat(all(one)).hasSize(2 * Spool.BLOCK + 1);
  }

  @Test
  void whatWasGivenBackIsTakenAgainWhereverItLies() throws IOException {
    SpooledOctets first = text(1, 2);
    SpooledOctets second = text(2, 2);
    first.discard();
    SpooledOctets third = text(3, 5);
    assertThat(all(third)).isEqualTo(octets(3, 5 * Spool.BLOCK + 1));
    assertThat(all(second)).isEqualTo(octets(2, 2 * Spool.BLOCK + 1));
    assertThat(spool.free()).isEqualTo(Spool.BLOCK);
  }

  @Test
  void theFileGetsShorterWithItsLastText() throws IOException {
    SpooledOctets first = text(1, 1);
    SpooledOctets last = text(2, 3);
    last.discard();
    assertThat(spool.length()).isEqualTo(2L * Spool.BLOCK);
    first.discard();
    assertThat(spool.length()).isZero();
  }

  @Test
  void aFullSpoolTakesNothingAndLosesNothing() throws IOException {
    SpooledOctets text = text(1, 9);
    SpooledOctets late = new SpooledOctets(spool);
    assertThat(late.append(octets(2, 1), 1)).isFalse();
    assertThat(spool.free()).isZero();
    late.discard();
    assertThat(all(text)).isEqualTo(octets(1, 9 * Spool.BLOCK + 1));
    text.discard();
    assertThat(late.size()).isZero();
    assertThat(text(3, 9).size()).isEqualTo(9 * Spool.BLOCK + 1);
  }

  /** Its blocks may hold the mail of somebody else by then. */
  @Test
  void whoStillReadsADiscardedTextSeesNoOtherOne() throws IOException {
    SpooledOctets text = text(1, 2);
    try (InputStream in = text.open()) {
      assertThat(in.read()).isEqualTo(1);
      text.discard();
      text(2, 2);
      assertThat(in.skip(Spool.BLOCK - 1)).isEqualTo(Spool.BLOCK - 1);
      assertThatThrownBy(in::read).isInstanceOf(IOException.class);
    }
    assertThatThrownBy(() -> all(text)).isInstanceOf(IOException.class);
  }

  @Test
  void discardingTwiceGivesBackOnce() throws IOException {
    SpooledOctets text = text(1, 2);
    text.discard();
    SpooledOctets other = text(2, 2);
    text.discard();
    assertThat(spool.free()).isEqualTo(7L * Spool.BLOCK);
    assertThat(all(other)).isEqualTo(octets(2, 2 * Spool.BLOCK + 1));
  }

  @Test
  void aClosedSpoolHoldsNothing() throws IOException {
    SpooledOctets text = text(1, 1);
    spool.close();
    spool.close();
    assertThat(spool.length()).isZero();
    assertThatThrownBy(() -> all(text)).hasMessageContaining("closed");
    assertThatThrownBy(() -> text(2, 1)).hasMessageContaining("closed");
    text.discard();
  }

  @Test
  void manyReadAndWriteAtOnceAndEachSeesItsOwn() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(5);
    try {
      List<Future<Void>> all = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        int own = i;
        all.add(
            pool.submit(
                () -> {
                  for (int round = 0; round < 200; round++) {
                    SpooledOctets text = text(own, 1);
                    assertThat(all(text)).isEqualTo(octets(own, Spool.BLOCK + 1));
                    text.discard();
                  }
                  return null;
                }));
      }
      for (Future<Void> each : all) {
        each.get();
      }
    } finally {
      pool.shutdownNow();
    }
    assertThat(spool.free()).isEqualTo(10L * Spool.BLOCK);
    assertThat(spool.length()).isZero();
  }
}
