package smtpterm.dns;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What came of one question: records, or why there are none.
 *
 * @param records empty if and only if there is a failure
 * @param alias whether the name is another name (CNAME) of the one that has the records
 * @param failure why there are no records
 */
record Answer<T>(List<T> records, boolean alias, Optional<Failure> failure) {
  Answer {
    records = List.copyOf(records);
    Objects.requireNonNull(failure, "failure");
    if (records.isEmpty() == failure.isEmpty()) {
      throw new IllegalArgumentException("either records or a failure");
    }
  }

  static <T> Answer<T> of(List<T> records, boolean alias) {
    return records.isEmpty()
        ? failed(Failure.NO_RECORDS)
        : new Answer<>(records, alias, Optional.empty());
  }

  static <T> Answer<T> failed(Failure failure) {
    return new Answer<>(List.of(), false, Optional.of(failure));
  }

  /** Whether nothing is known, other than that there is nothing. */
  boolean trouble() {
    return failure.filter(Failure::trouble).isPresent();
  }
}
