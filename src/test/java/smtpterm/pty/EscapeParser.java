package smtpterm.pty;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts what a program writes into characters and control sequences (ECMA-48), at whatever point the
 * octets were split. As in xterm, a C1 control in UTF-8 counts like its form with ESC.
 */
final class EscapeParser {

  /** Where the pieces go. */
  interface Sequences {
    void print(int codePoint);

    /** A C0 control, such as LF. */
    void control(int code);

    /** An escape sequence without its ESC, such as {@code 7} or {@code (B}. */
    void escape(String sequence);

    /**
     * {@code CSI prefix numbers suffix}, such as {@code ?}, [25] and {@code h}.
     *
     * @param numbers an omitted one is -1
     */
    void csi(String prefix, List<Integer> numbers, String suffix);

    /** An OSC, DCS, SOS, PM or APC: its introducer, such as {@code ]}, and the text. */
    void string(char introducer, String text);
  }

  private enum State {
    GROUND,
    ESCAPE,
    CSI,
    STRING,
    STRING_ESCAPE
  }

  private static final int LONGEST_SEQUENCE = 100_000;

  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE);
  private final Sequences sequences;
  private final StringBuilder collected = new StringBuilder();
  private ByteBuffer undecoded = ByteBuffer.allocate(0);
  private State state = State.GROUND;
  private char introducer;

  EscapeParser(Sequences sequences) {
    this.sequences = sequences;
  }

  void feed(byte[] octets, int length) {
    ByteBuffer input = ByteBuffer.allocate(undecoded.remaining() + length);
    input.put(undecoded).put(octets, 0, length).flip();
    CharBuffer decoded = CharBuffer.allocate(input.remaining() + 1);
    decoder.decode(input, decoded, false);
    undecoded = input.slice();
    decoded.flip();
    // Characters beyond the BMP are decoded in one go, so that no pair is split here.
    decoded.codePoints().forEach(this::codePoint);
  }

  private void codePoint(int c) {
    if (c >= 0x80 && c < 0xA0 && state != State.STRING) {
      state = State.ESCAPE;
      collected.setLength(0);
      codePoint(c - 0x40);
      return;
    }
    switch (state) {
      case GROUND -> ground(c);
      case ESCAPE -> escape(c);
      case CSI -> csi(c);
      case STRING -> string(c);
      case STRING_ESCAPE -> {
        state = State.GROUND;
        sequences.string(introducer, collected.toString());
        if (c != '\\') {
          begin(State.ESCAPE);
          escape(c);
        }
      }
    }
  }

  private void ground(int c) {
    if (c == 0x1B) {
      begin(State.ESCAPE);
    } else if (c < 0x20 || c == 0x7F) {
      sequences.control(c);
    } else {
      sequences.print(c);
    }
  }

  private void escape(int c) {
    if (collected.isEmpty() && c == '[') {
      begin(State.CSI);
    } else if (collected.isEmpty() && "]P^_X".indexOf(c) >= 0) {
      introducer = (char) c;
      begin(State.STRING);
    } else if (c < 0x20) {
      controlWithin(c);
    } else {
      collected.appendCodePoint(c);
      if (c >= 0x30) {
        state = State.GROUND;
        sequences.escape(collected.toString());
      }
    }
  }

  private void csi(int c) {
    if (c < 0x20) {
      controlWithin(c);
      return;
    }
    collected.appendCodePoint(c);
    if (c >= 0x40 || collected.length() > LONGEST_SEQUENCE) {
      state = State.GROUND;
      dispatchCsi(collected.toString());
    }
  }

  /** A control inside a sequence acts at once, but ESC begins anew and CAN and SUB cancel. */
  private void controlWithin(int c) {
    if (c == 0x1B) {
      begin(State.ESCAPE);
    } else if (c == 0x18 || c == 0x1A) {
      state = State.GROUND;
    } else {
      sequences.control(c);
    }
  }

  private void string(int c) {
    if (c == 0x07 || c == 0x9C || collected.length() > LONGEST_SEQUENCE) {
      state = State.GROUND;
      sequences.string(introducer, collected.toString());
    } else if (c == 0x1B) {
      state = State.STRING_ESCAPE;
    } else {
      collected.appendCodePoint(c);
    }
  }

  private void begin(State next) {
    state = next;
    collected.setLength(0);
  }

  private void dispatchCsi(String text) {
    int start = 0;
    while (start < text.length() && "<=>?".indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    int end = start;
    while (end < text.length() && "0123456789;:".indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    List<Integer> numbers = new ArrayList<>();
    for (String number : text.substring(start, end).split("[;:]", -1)) {
      numbers.add(number.isEmpty() || number.length() > 9 ? -1 : Integer.parseInt(number));
    }
    sequences.csi(text.substring(0, start), List.copyOf(numbers), text.substring(end));
  }
}
