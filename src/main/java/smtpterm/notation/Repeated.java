package smtpterm.notation;

import java.util.ArrayList;
import java.util.List;

/** Takes out what a transcript shows twice, with different marks, as two programs log it. */
final class Repeated {
  private Repeated() {}

  static List<Said> once(List<Said> said) {
    List<Said> once = new ArrayList<>();
    List<Said> before = List.of();
    int i = 0;
    while (i < said.size()) {
      List<Said> block = block(said, i);
      if (block.isEmpty()) {
        once.add(said.get(i));
        before = said.get(i).row().blank() ? before : List.of();
        i++;
      } else {
        boolean again = repeats(before, block);
        block.forEach(s -> once.add(again ? Said.unmarked(s.row().asProse()) : s));
        before = again ? List.of() : block;
        i += block.size();
      }
    }
    return once;
  }

  /** The lines from here on that have the same mark. */
  private static List<Said> block(List<Said> said, int from) {
    int to = from;
    while (to < said.size()
        && said.get(to).marked()
        && said.get(to).key().equals(said.get(from).key())) {
      to++;
    }
    return said.subList(from, to);
  }

  private static boolean repeats(List<Said> before, List<Said> block) {
    boolean sameSide =
        before.size() == block.size()
            && before.get(0).side().equals(block.get(0).side())
            && !before.get(0).key().equals(block.get(0).key());
    for (int i = 0; sameSide && i < block.size(); i++) {
      sameSide = plain(before.get(i)).equals(plain(block.get(i)));
    }
    return sameSide;
  }

  private static List<String> plain(Said said) {
    return Quoted.lines(said.text().strip());
  }

  /** What a test expects, as far as the next line tells what really came. */
  static List<Said> fulfilled(List<Said> said) {
    List<Said> left = new ArrayList<>();
    for (int i = 0; i < said.size(); i++) {
      Said line = said.get(i);
      Said next = i + 1 < said.size() ? said.get(i + 1) : line;
      boolean expected =
          line.of(Side.SERVER)
              && next.of(Side.SERVER)
              && !next.key().equals(line.key())
              && !line.text().isBlank()
              && next.text().strip().startsWith(line.text().strip());
      left.add(expected ? Said.unmarked(line.row().asProse()) : line);
    }
    return left;
  }
}
