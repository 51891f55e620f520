package smtpterm.server;

import java.util.Optional;

/** Where BDAT stands within one mail (RFC 3030 section 2). */
final class Chunks {
  private Chunk current = new Chunk(0, false);
  private long due;
  private boolean begun;
  private boolean spoilt;
  private Optional<Wish> wish = Optional.empty();
  private Optional<Utterance> refusal = Optional.empty();

  /** A chunk is announced and welcome; {@code wanted} may still turn it away. */
  void begin(Chunk chunk, Optional<Wish> wanted) {
    current = chunk;
    due = chunk.size();
    begun = true;
    wish = wanted;
    refusal = wanted.flatMap(Wish::instead);
    spoilt = refusal.isPresent();
  }

  /** A chunk is announced and not welcome: its octets are thrown away. */
  void refuse(Chunk chunk, Answer why) {
    current = chunk;
    due = chunk.size();
    refusal = Optional.of(why);
  }

  /** No other chunk of this mail is taken. */
  void spoil() {
    spoilt = true;
  }

  void received(int octets) {
    due -= octets;
  }

  /** How many octets of the chunk are still to come. */
  long due() {
    return due;
  }

  /** Whether the text of this mail comes by BDAT. */
  boolean begun() {
    return begun;
  }

  boolean spoilt() {
    return spoilt;
  }

  /** Whether the octets of this chunk are kept. */
  boolean welcome() {
    return refusal.isEmpty();
  }

  /** What is said behind the octets when they were not welcome. */
  Optional<Utterance> refusal() {
    return refusal;
  }

  Optional<Wish> wish() {
    return wish;
  }

  long size() {
    return current.size();
  }

  boolean last() {
    return current.last();
  }
}
