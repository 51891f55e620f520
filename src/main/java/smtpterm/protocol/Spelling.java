package smtpterm.protocol;

import java.util.List;
import java.util.Optional;

/** Finds the word that was probably meant: {@code MAIL} for {@code MIAL}. */
public final class Spelling {
  /** No command is near so long a word; the comparison stays small. */
  private static final int LONGEST = 24;

  private Spelling() {}

  /** The first of the words that is nearest, if it is near enough to be meant. */
  public static Optional<String> nearest(String typed, List<String> words) {
    if (typed.length() < 2 || typed.length() > LONGEST) {
      return Optional.empty();
    }
    int allowed = typed.length() <= 4 ? 1 : 2;
    String best = null;
    for (String word : words) {
      int distance = distance(typed, word);
      if (distance <= allowed) {
        best = word;
        allowed = distance - 1;
      }
    }
    return Optional.ofNullable(best);
  }

  /**
   * How many letters must be changed, added, dropped or swapped with their neighbour
   * (Damerau-Levenshtein, each letter touched once).
   */
  public static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int least = Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1);
        d[i][j] = Math.min(least, d[i - 1][j - 1] + change);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
