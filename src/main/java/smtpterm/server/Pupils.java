package smtpterm.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.IntUnaryOperator;
import smtpterm.sasl.Account;

/**
 * Accounts for a class: {@code pupil01} with the password {@code cloud274} and so on.
 *
 * @param stem what their names start with, in small letters
 * @param words what their passwords start with: short, easy to read out, ASCII; at least one
 * @param random a number from 0 to below the one it is given
 */
public record Pupils(String stem, List<String> words, IntUnaryOperator random) {
  /** More than that are in no class. */
  public static final int MOST = 999;

  private static final int FIRST_THREE_DIGITS = 100;
  private static final int THREE_DIGITS = 900;

  public Pupils {
    Objects.requireNonNull(random, "random");
    words = List.copyOf(words);
    if (words.isEmpty() || !Accounts.wellFormed(stem)) {
      throw new IllegalArgumentException(stem + " " + words);
    }
  }

  /** The names of so many pupils, 1 to {@link #MOST}: {@code pupil01}, {@code pupil02} … */
  public List<String> names(int count) {
    if (count < 1 || count > MOST) {
      throw new IllegalArgumentException("pupils: " + count);
    }
    List<String> names = new ArrayList<>(count);
    for (int i = 1; i <= count; i++) {
      names.add(stem + String.format(Locale.ROOT, count < 100 ? "%02d" : "%03d", i));
    }
    return names;
  }

  /** A pupil of this name, with a password drawn by lot. */
  public Account account(String name) {
    String word = words.get(random.applyAsInt(words.size()));
    return new Account(name, word + (FIRST_THREE_DIGITS + random.applyAsInt(THREE_DIGITS)));
  }
}
