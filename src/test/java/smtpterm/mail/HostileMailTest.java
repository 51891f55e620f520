package smtpterm.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import smtpterm.mail.Finding.Kind;

/** Whatever the octets are, a reading comes of them, soon and small. */
@Timeout(60)
final class HostileMailTest {
  private static final List<String> MAILS = List.of("umlauts.eml", "long-way.eml", "spoofed.eml");

  /** What a fuzzer likes: everything that ends, opens or turns something. */
  private static final List<String> PIECES =
      List.of(
          "\r",
          "\n",
          "\r\n",
          "\r\n\r\n",
          "\0",
          ":",
          ";",
          "\"",
          "(",
          ")",
          "\\",
          "<",
          ">",
          "=",
          "=?",
          "?=",
          "=?utf-8?Q?",
          "--=_innen",
          "--=_aussen--",
          "--x",
          "'",
          "*0*=",
          "%",
          "&#x110000;",
          "<!--",
          "<script",
          "</",
          "\u202e",
          "Content-Type: multipart/mixed; boundary=\"\"\r\n",
          "Content-Type: multipart/alternative; boundary=x\r\n",
          "Received: ;\r\n",
          "From:\r\n",
          "Content-Transfer-Encoding: base64\r\n",
          "Date: 99 Foo 9999 99:99:99 +9999\r\n",
          "Authentication-Results: ;;=;a=;=b;spf=\r\n",
          "Return-Path: <\r\n",
          " ",
          "\t");

  private static void checkSound(MessageReading reading, int size) {
    assertThat(reading.octets()).isEqualTo(size);
    reading.header().fields().forEach(field -> assertThat(field.text()).isNotNull());
    reading.content().text().ifPresent(text -> assertThat(text.octets()).isLessThanOrEqualTo(size));
    assertThat(reading.content().attachments()).hasSizeLessThanOrEqualTo(100);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void mutatedMailsAreReadToTheirEnd(long seed) throws IOException {
    Random random = new Random(seed);
    for (String name : MAILS) {
      byte[] octets = Files.readAllBytes(Mails.file(name));
      for (int round = 0; round < 120; round++) {
        byte[] mutated = mutated(octets, random);
        checkSound(Mails.of(mutated), mutated.length);
      }
    }
  }

  private static byte[] mutated(byte[] octets, Random random) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int changes = 1 + random.nextInt(8);
    int at = 0;
    for (int i = 0; i < changes; i++) {
      int next = at + random.nextInt(octets.length - at);
      out.write(octets, at, next - at);
      at = Math.min(octets.length - 1, next + random.nextInt(40) * random.nextInt(2));
      if (random.nextBoolean()) {
        String piece = PIECES.get(random.nextInt(PIECES.size()));
        out.writeBytes(piece.repeat(1 + random.nextInt(3)).getBytes(StandardCharsets.UTF_8));
      } else {
        out.write(random.nextInt(256));
      }
    }
    out.write(octets, at, octets.length - at);
    return out.toByteArray();
  }

  @Test
  void everyBeginningOfAMailIsRead() throws IOException {
    byte[] octets = Files.readAllBytes(Mails.file("umlauts.eml"));
    for (int length = 0; length <= octets.length; length += 7) {
      byte[] beginning = Arrays.copyOf(octets, length);
      checkSound(Mails.of(beginning), length);
    }
  }

  @Test
  void noiseIsRead() {
    Random random = new Random(7);
    for (int round = 0; round < 50; round++) {
      byte[] noise = new byte[random.nextInt(20_000)];
      random.nextBytes(noise);
      checkSound(Mails.of(noise), noise.length);
    }
  }

  @Test
  void partsInsidePartsAreOpenedOnlySoDeep() {
    StringBuilder mail = new StringBuilder("From: a@b.example\r\n");
    for (int i = 0; i < 500; i++) {
      mail.append("Content-Type: multipart/mixed; boundary=b").append(i);
      mail.append("\r\n\r\n--b").append(i).append("\r\n");
    }
    MessageReading reading = Mails.of(mail.append("\r\ntext").toString());
    assertThat(kinds(reading)).contains(Kind.TOO_DEEP);
    assertThat(reading.content().attachments()).hasSize(1);
  }

  @Test
  void ofEndlessHeadersOnlyTheFirstAreKept() {
    String line = "X-Filler: 0123456789\r\n";
    MessageReading reading = Mails.of("From: a@b.example\r\n" + line.repeat(100_000) + "\r\nx");
    assertThat(reading.header().fields()).hasSize(1_000);
    assertThat(reading.header().dropped()).isEqualTo(99_001);
    assertThat(reading.content().text().orElseThrow().text()).isEqualTo("x");
    assertThat(kinds(reading)).contains(Kind.HEADER_DROPPED);
  }

  @Test
  void ofEndlessPartsOnlyTheFirstAreRead() {
    MessageReading reading =
        Mails.of(
            "From: a@b.example\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n"
                + "--x\r\nContent-Type: a/b\r\n\r\n1\r\n".repeat(50_000));
    assertThat(reading.content().attachments()).hasSize(100);
    assertThat(reading.content().moreAttachments()).isEqualTo(9_900);
    assertThat(kinds(reading)).contains(Kind.TOO_MANY_PARTS);
  }

  @Test
  void oneEndlessLineIsNeitherKeptNorTooMuch() {
    MessageReading header = Mails.of("From: a@b.example\r\nSubject: " + "x".repeat(5_000_000));
    assertThat(header.header().first("Subject").orElseThrow().raw()).hasSizeLessThan(65_537);
    MessageReading body = Mails.of("From: a@b.example\r\n\r\n" + "x".repeat(5_000_000));
    assertThat(body.content().text().orElseThrow().cut()).isTrue();
    assertThat(body.content().text().orElseThrow().text().length()).isLessThan(1_100_000);
  }

  /** Each of these takes the square of its length, if it is read carelessly. */
  @ParameterizedTest
  @CsvSource({
    "Subject,=?a",
    "Subject,=?",
    "Subject,=?utf-8?Q?a?= ",
    "Received,(",
    "Received,from by ",
    "Received,\"",
    "From,<a@b",
    "From,(",
    "From,\"",
    "Authentication-Results,=",
    "Authentication-Results,a=b ;",
    "Content-Type,;a*0*=",
    "Content-Type,(",
    "Content-Disposition,;filename*1*=%",
    "Date,(",
  })
  void aFieldOfOneThingRepeatedIsReadAtOnce(String name, String piece) {
    String field = name + ": " + piece.repeat(60_000 / piece.length()) + "\r\n";
    long start = System.nanoTime();
    MessageReading reading = Mails.of(field.repeat(10) + "\r\ntext");
    reading.header().fields().forEach(HeaderField::text);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    assertThat(reading.mail()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<", "<!--", "<a href=", "<a href='x'>y", "&", "&amp", "<script>", "</", "<p>"})
  void htmlOfOneThingRepeatedIsReadAtOnce(String piece) {
    String html = piece.repeat((1 << 20) / piece.length());
    long start = System.nanoTime();
    Mails.of("From: a@b.example\r\nContent-Type: text/html\r\n\r\n" + html);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void aLargeAttachmentIsOnlyCounted() throws IOException {
    String head = "From: a@b.example\r\nContent-Type: application/x; name=big\r\n\r\n";
    long size = 1L << 27;
    MessageReading reading = MessageReader.read(new Endless(head, size), 1 << 20);
    assertThat(reading.octets()).isEqualTo(size);
    assertThat(reading.content().attachments())
        .containsExactly(new Attachment("big", "application/x", size - head.length()));
  }

  private static List<Kind> kinds(MessageReading reading) {
    return reading.trace().findings().stream().map(Finding::kind).toList();
  }

  /** A head, and then lines without an end, up to this size. */
  private static final class Endless extends InputStream {
    private static final byte[] LINE =
        ("0123456789".repeat(7) + "\r\n").getBytes(StandardCharsets.US_ASCII);
    private final byte[] head;
    private final long size;
    private long at;

    Endless(String head, long size) {
      this.head = head.getBytes(StandardCharsets.US_ASCII);
      this.size = size;
    }

    @Override
    public int read() {
      if (at >= size) {
        return -1;
      }
      long here = at++;
      return here < head.length
          ? head[(int) here]
          : LINE[(int) ((here - head.length) % LINE.length)];
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      int count = 0;
      while (count < length && at < size) {
        target[offset + count++] = (byte) read();
      }
      return count == 0 ? -1 : count;
    }
  }
}
