package smtpterm.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The commands on the mails of one mailbox, from STAT to RSET (RFC 1939 sections 5 and 7). */
final class PopTransaction {
  /** More digits than any number here has, so that they fit into a long. */
  private static final int MOST_DIGITS = 18;

  private final Maildrop drop;
  private final boolean asciiHeaders;

  /**
   * @param asciiHeaders whether a mail with UTF-8 in its header is kept back
   */
  PopTransaction(Maildrop drop, boolean asciiHeaders) {
    this.drop = drop;
    this.asciiHeaders = asciiHeaders;
  }

  /** {@code bob has 2 messages (320 octets)}, said at the login. */
  String summary() {
    return drop.name() + " has " + contents();
  }

  /** Answers a command that belongs to this state. */
  PopReply answer(PopCommand command) throws PopRefusal {
    return switch (command.verb()) {
      case STAT -> PopReply.ok(drop.count() + " " + drop.octets());
      case LIST -> list(command, number -> Long.toString(mail(number).facts().fetched()));
      case UIDL -> list(command, number -> mail(number).uniqueId());
      case RETR -> retr(number(command));
      case TOP -> top(number(command), numeric(command, 1));
      case DELE -> dele(number(command));
      case NOOP -> PopReply.ok("nothing done");
      case RSET -> rset();
      default -> throw new IllegalArgumentException(command.verb().name());
    };
  }

  /** Deletes what is marked, and ends. */
  PopReply quit() {
    int marked = drop.last() - drop.count();
    try {
      drop.update();
      return PopReply.ok("bye, " + messages(marked) + " deleted");
    } catch (IOException e) {
      return PopReply.err("[SYS/TEMP] some deleted messages may come back");
    } finally {
      drop.close();
    }
  }

  /** Ends without deleting anything. */
  void abandon() {
    drop.close();
  }

  private PopReply list(PopCommand command, Function<Integer, String> column) throws PopRefusal {
    if (!command.arguments().isEmpty()) {
      int number = number(command);
      return PopReply.ok(number + " " + column.apply(number));
    }
    // What is not deleted is settled now, not while the lines go out.
    List<Integer> shown =
        IntStream.rangeClosed(1, drop.last()).filter(n -> !drop.isDeleted(n)).boxed().toList();
    Stream<String> lines = shown.stream().map(number -> number + " " + column.apply(number));
    return PopReply.list(contents(), lines);
  }

  private PopReply retr(int number) throws PopRefusal {
    checkHeader(number);
    String words = mail(number).facts().fetched() + " octets";
    return fetched(number, words, FetchedText::whole);
  }

  private PopReply top(int number, long lines) throws PopRefusal {
    checkHeader(number);
    return fetched(number, "the top follows", (mail, out) -> FetchedText.top(mail, lines, out));
  }

  /** Sends a mail, or a part of it. */
  @FunctionalInterface
  private interface Sending {
    void send(InputStream mail, OutputStream out) throws IOException;
  }

  private PopReply fetched(int number, String words, Sending sending) throws PopRefusal {
    MailOctets octets = mail(number).place();
    try {
      octets.open().close();
    } catch (IOException e) {
      throw new PopRefusal("[SYS/TEMP] message " + number + " cannot be read");
    }
    return new PopReply(
        "+OK " + words,
        out -> {
          try (InputStream mail = octets.open()) {
            sending.send(mail, out);
          }
        });
  }

  /** RFC 6856 section 5: who did not say UTF8 must not get a header with UTF-8 in it. */
  private void checkHeader(int number) throws PopRefusal {
    if (asciiHeaders && mail(number).facts().beyondAscii()) {
      throw new PopRefusal("[UTF8] message " + number + " needs UTF8, to be said before the login");
    }
  }

  private PopReply dele(int number) {
    drop.delete(number);
    return PopReply.ok("message " + number + " deleted");
  }

  private PopReply rset() {
    drop.reset();
    return PopReply.ok("maildrop has " + contents());
  }

  private String contents() {
    return messages(drop.count()) + " (" + drop.octets() + " octets)";
  }

  private static String messages(int count) {
    return count == 1 ? "1 message" : count + " messages";
  }

  private StoredMail mail(int number) {
    return drop.mail(number);
  }

  /** The first argument, if it is the number of a mail that is there and not deleted. */
  private int number(PopCommand command) throws PopRefusal {
    long number = numeric(command, 0);
    if (number < 1 || number > drop.last()) {
      throw new PopRefusal("no message " + number + " here, there are " + drop.last());
    }
    if (drop.isDeleted((int) number)) {
      throw new PopRefusal("message " + number + " is deleted, RSET brings it back");
    }
    return (int) number;
  }

  private static long numeric(PopCommand command, int index) throws PopRefusal {
    String digits = command.arguments().get(index);
    if (!digits.matches("[0-9]{1," + MOST_DIGITS + "}")) {
      throw command.verb().syntax();
    }
    return Long.parseLong(digits);
  }
}
