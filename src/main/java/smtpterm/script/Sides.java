package smtpterm.script;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which label is whose: decided by what stands behind it in the whole transcript. */
final class Sides {
  /** Whose a line is. */
  enum Side {
    CLIENT,
    SERVER,
    NOBODY
  }

  private static final class Votes {
    private int replies;
    private int commands;

    private int agreement() {
      return Math.max(replies, commands) - 2 * Math.min(replies, commands);
    }
  }

  private final Map<String, Votes> votes = new HashMap<>();

  /** Counts over these lines. */
  Sides(List<Heard> lines) {
    for (Heard heard : lines) {
      Votes of = votes.computeIfAbsent(heard.label(), label -> new Votes());
      of.replies += Looks.reply(heard.text().strip()) ? 1 : 0;
      of.commands += Looks.command(heard.text().strip()) ? 1 : 0;
    }
  }

  /** How well the labels agree with what is said; the lines without one count for nothing. */
  int agreement() {
    return votes.entrySet().stream()
        .filter(entry -> !entry.getKey().isEmpty())
        .mapToInt(entry -> entry.getValue().agreement())
        .sum();
  }

  /** How many lines look like a dialogue, whatever their labels. */
  int dialogue() {
    return votes.values().stream().mapToInt(of -> of.replies + of.commands).sum();
  }

  Side of(Heard heard) {
    if (!heard.marked()) {
      return Side.NOBODY;
    }
    Votes of = votes.get(heard.label());
    if (of.replies == of.commands) {
      return byName(heard.label());
    }
    return of.replies > of.commands ? Side.SERVER : Side.CLIENT;
  }

  /** Only where nothing that is said tells more. */
  private static Side byName(String label) {
    return switch (label) {
      case "c", "client" -> Side.CLIENT;
      case "server" -> Side.SERVER;
      default -> Side.NOBODY;
    };
  }
}
