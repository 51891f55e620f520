package smtpterm.typing;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import smtpterm.protocol.Asked;
import smtpterm.protocol.Command;
import smtpterm.protocol.Phase;
import smtpterm.protocol.Reply;
import smtpterm.protocol.ReplyClass;
import smtpterm.session.Notice;
import smtpterm.session.Turn;

/**
 * The mails in the mailbox that is open with POP3, as far as replies have told of them: mail 2 has
 * 358 octets.
 *
 * <p>Safe for several threads.
 */
public final class Maildrop {
  /** More of them nobody completes. */
  private static final int MOST = 2_000;

  private static final Pattern NUMBERED = Pattern.compile("([1-9][0-9]{0,6}) +(\\S{1,80}).*");
  private static final Pattern OCTETS = Pattern.compile("([0-9]{1,15}) octets.*");
  private static final Pattern SIZE = Pattern.compile("[0-9]{1,15}");

  private final SortedMap<Integer, OptionalLong> sizes = new TreeMap<>();
  private final Set<Integer> deleted = new TreeSet<>();

  /** The mails that are there and not marked as deleted, each with its octets if it told them. */
  public synchronized SortedMap<Integer, OptionalLong> mails() {
    SortedMap<Integer, OptionalLong> left = new TreeMap<>(sizes);
    left.keySet().removeAll(deleted);
    return left;
  }

  /** Must be told everything that happens. */
  synchronized void hear(Notice notice) {
    if (notice instanceof Notice.Replied replied) {
      hear(replied.turn());
    } else if (notice instanceof Notice.Ended) {
      forget();
    }
  }

  private void hear(Turn turn) {
    boolean opened =
        turn.before().phase() != Phase.TRANSACTION && turn.after().phase() == Phase.TRANSACTION;
    if (opened) {
      forget();
    }
    boolean done = turn.reply().replyClass() == ReplyClass.POSITIVE && turn.reply().pop3();
    if (done && turn.before().phase() == Phase.TRANSACTION) {
      turn.asked()
          .filter(asked -> asked.kind() == Asked.Kind.COMMAND)
          .ifPresent(asked -> told(new Command(asked.line().strip()), turn.reply()));
    }
  }

  private void forget() {
    sizes.clear();
    deleted.clear();
  }

  private void told(Command command, Reply reply) {
    String argument = command.argument().strip();
    switch (command.verb()) {
      case "LIST" -> listed(reply, argument.isEmpty(), true);
      case "UIDL" -> listed(reply, argument.isEmpty(), false);
      case "STAT" -> counted(reply.text());
      case "RETR" -> {
        Matcher octets = OCTETS.matcher(reply.text());
        if (octets.matches() && number(argument)) {
          put(Integer.parseInt(argument), OptionalLong.of(Long.parseLong(octets.group(1))));
        }
      }
      case "DELE" -> {
        if (number(argument)) {
          deleted.add(Integer.valueOf(argument));
        }
      }
      case "RSET" -> deleted.clear();
      default -> {
        // Says nothing about what there is.
      }
    }
  }

  /** Lines such as {@code 1 358}; of UIDL such as {@code 1 whqtswO00WBw418f9t5JxYwZ}. */
  private void listed(Reply reply, boolean all, boolean withSize) {
    if (all && withSize) {
      // Without what is marked as deleted, which comes back with RSET.
      sizes.keySet().removeIf(number -> !deleted.contains(number));
    }
    for (String line : all ? reply.body() : List.of(reply.text())) {
      Matcher numbered = NUMBERED.matcher(line);
      if (numbered.matches()) {
        boolean size = withSize && SIZE.matcher(numbered.group(2)).matches();
        int number = Integer.parseInt(numbered.group(1));
        if (size) {
          put(number, OptionalLong.of(Long.parseLong(numbered.group(2))));
        } else {
          put(number, sizes.getOrDefault(number, OptionalLong.empty()));
        }
      }
    }
  }

  /** {@code 2 716}: two mails with so many octets in all. Marked ones do not count. */
  private void counted(String text) {
    Matcher counts = NUMBERED.matcher(text);
    if (counts.matches() && deleted.isEmpty()) {
      int count = Math.min(MOST, Integer.parseInt(counts.group(1)));
      boolean one = count == 1 && SIZE.matcher(counts.group(2)).matches();
      for (int number = 1; number <= count; number++) {
        sizes.putIfAbsent(number, OptionalLong.empty());
      }
      if (one) {
        put(1, OptionalLong.of(Long.parseLong(counts.group(2))));
      }
    }
  }

  private void put(int number, OptionalLong size) {
    if (sizes.containsKey(number) || sizes.size() < MOST) {
      sizes.put(number, size);
    }
  }

  private static boolean number(String argument) {
    return argument.matches("[1-9][0-9]{0,6}");
  }
}
