package smtpterm.knowledge;

import java.util.List;
import java.util.Objects;

/**
 * Which text fits, and what is put into it: {@code flaw.COLON_MISSING} with {@code FROM}.
 *
 * @param id a key of the file {@code moments}, a reply code, or {@code flaw.} and the kind of a
 *     flaw
 * @param arguments texts, numbers, {@link Octets}, lists (joined by "or") or further findings
 */
record Finding(String id, List<Object> arguments) {
  Finding {
    Objects.requireNonNull(id, "id");
    arguments = List.copyOf(arguments);
  }

  static Finding of(String id, Object... arguments) {
    return new Finding(id, List.of(arguments));
  }

  /** A number of octets, shown as {@code 34.2 MiB}. */
  record Octets(long count) {}
}
