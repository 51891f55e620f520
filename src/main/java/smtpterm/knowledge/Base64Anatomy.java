package smtpterm.knowledge;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import smtpterm.protocol.StrictBase64;
import smtpterm.text.Texts;

/**
 * Shows how {@code anna} becomes {@code YW5uYQ==}: characters, octets, bits, groups of six bits,
 * and the character for each group (RFC 4648 section 4); and the same way back.
 *
 * <p>Lines of plain text, at most 78 columns, without any character that a terminal obeys. Speaks
 * the language that the texts speak at that moment. Safe for several threads.
 */
public final class Base64Anatomy {
  private static final int COLUMNS = 78;

  /** Blocks beside each other. */
  private static final int IN_A_ROW = 2;

  private static final String GAP = "   ";

  /** Blocks shown; with more of them nobody sees anything new. */
  private static final int MOST_BLOCKS = 10;

  /** Characters shown before the one that is wrong. */
  private static final int BEFORE_CARET = 50;

  private final Texts texts;

  /** Speaks as these texts do. */
  public Base64Anatomy(Texts texts) {
    this.texts = texts;
  }

  /**
   * How this text becomes Base64.
   *
   * @param typed any text
   * @param nulEscapes whether {@code \0} stands for NUL, as where AUTH PLAIN is due
   */
  public List<String> encoding(String typed, boolean nulEscapes) {
    String text = nulEscapes ? typed.replace("\\0", "\0") : typed;
    byte[] octets = text.getBytes(StandardCharsets.UTF_8);
    List<String> lines = new ArrayList<>();
    if (octets.length == 0) {
      return List.of(say("empty"));
    }
    String base64 = Base64.getEncoder().encodeToString(octets);
    head(lines, Glyphs.visible(text), base64);
    lines.add(sizes(count(text), octets, base64));
    lines.add(say("rule.encoding"));
    bands(lines, octets, false);
    notes(lines, octets);
    return lines;
  }

  /** What is in this line of Base64; where it is none, which character is wrong. */
  public List<String> decoding(String base64) {
    StrictBase64.Verdict verdict = StrictBase64.judge(base64);
    if (!verdict.base64()) {
      return wrong(base64, verdict);
    }
    byte[] octets = Base64.getDecoder().decode(base64);
    if (octets.length == 0) {
      return List.of(say("empty"));
    }
    boolean readable = Glyphs.text(octets);
    String text = readable ? new String(octets, StandardCharsets.UTF_8) : "";
    List<String> lines = new ArrayList<>();
    head(lines, base64, readable ? Glyphs.visible(text) : "?");
    lines.add(sizes(readable ? count(text) : "?", octets, base64));
    lines.add(say("rule.decoding"));
    bands(lines, octets, true);
    notes(lines, octets);
    return lines;
  }

  /** {@code anna → YW5uYQ==}, on two lines if it must be. */
  private static void head(List<String> lines, String from, String to) {
    String both = from + " → " + to;
    if (Glyphs.width(both) <= COLUMNS) {
      lines.add(both);
    } else {
      lines.add(Glyphs.cut(from, COLUMNS));
      lines.add(Glyphs.cut("→ " + to, COLUMNS));
    }
  }

  private String sizes(String characters, byte[] octets, String base64) {
    return say("sizes", characters, octets.length, base64.length());
  }

  private static String count(String text) {
    return Integer.toString(text.codePointCount(0, text.length()));
  }

  private void bands(List<String> lines, byte[] octets, boolean backwards) {
    List<String> names = Glyphs.above(octets);
    List<Base64Block> blocks = new ArrayList<>();
    int shown = Math.min(octets.length, MOST_BLOCKS * 3);
    for (int i = 0; i < shown; i += 3) {
      int end = Math.min(octets.length, i + 3);
      blocks.add(new Base64Block(Arrays.copyOfRange(octets, i, end), names.subList(i, end)));
    }
    for (int i = 0; i < blocks.size(); i += IN_A_ROW) {
      lines.add("");
      lines.addAll(band(blocks.subList(i, Math.min(blocks.size(), i + IN_A_ROW)), backwards));
    }
    if (shown < octets.length) {
      lines.add("");
      lines.add(say("more", octets.length - shown));
    }
  }

  private List<String> band(List<Base64Block> blocks, boolean backwards) {
    List<String> rows = new ArrayList<>();
    rows.add(row("row.character", blocks, Base64Block::characters));
    rows.add(row("row.hex", blocks, Base64Block::hex));
    rows.add(row("row.bits", blocks, Base64Block::bits));
    rows.add(row("row.groups", blocks, Base64Block::groups));
    rows.add(row("row.value", blocks, Base64Block::values));
    rows.add(row("row.base64", blocks, Base64Block::letters));
    if (backwards) {
      Collections.reverse(rows);
    }
    return rows;
  }

  private String row(String label, List<Base64Block> blocks, Function<Base64Block, String> part) {
    StringBuilder row = new StringBuilder(Glyphs.padded(say(label), 12));
    for (Base64Block block : blocks) {
      row.append(GAP).append(Glyphs.padded(part.apply(block), Base64Block.COLUMNS));
    }
    return row.toString().stripTrailing();
  }

  private void notes(List<String> lines, byte[] octets) {
    List<String> notes = new ArrayList<>();
    int padding = (3 - octets.length % 3) % 3;
    if (padding > 0 && octets.length <= MOST_BLOCKS * 3) {
      notes.add(say("padding." + padding));
    }
    boolean nul = false;
    boolean many = false;
    for (byte octet : octets) {
      nul |= octet == 0;
      many |= octet < 0;
    }
    if (nul) {
      notes.add(say("nul"));
    }
    if (many) {
      notes.add(say(Glyphs.text(octets) ? "utf8" : "no-text"));
    }
    if (!notes.isEmpty()) {
      lines.add("");
      lines.addAll(notes);
    }
  }

  /** The line, a caret below the character that is wrong, and why. */
  private List<String> wrong(String base64, StrictBase64.Verdict verdict) {
    int position = verdict.position();
    int start = Math.max(0, position - BEFORE_CARET);
    String before = one(base64.substring(start, position));
    String behind = one(base64.substring(position));
    String lead = start > 0 ? "…" : "";
    boolean length = verdict.kind() == StrictBase64.Kind.WRONG_LENGTH;
    return List.of(
        Glyphs.cut(lead + before + behind, COLUMNS),
        " ".repeat(Glyphs.width(lead + before)) + "^",
        say("bad." + verdict.kind(), length ? position : position + 1));
  }

  /** Each character as one that can be seen. */
  private static String one(String text) {
    StringBuilder seen = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c ->
                seen.appendCodePoint(Glyphs.visible(Character.toString(c)).length() > 2 ? '?' : c));
    return seen.toString();
  }

  private String say(String key, Object... arguments) {
    String pattern = texts.bundle("knowledge/anatomy").getProperty(key);
    return String.format(texts.language().locale(), pattern, arguments);
  }
}
