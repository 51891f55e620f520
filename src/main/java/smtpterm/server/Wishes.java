package smtpterm.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The addresses that answer on demand: {@code 452} or {@code 452-4.2.2} refuses so, {@code slow}
 * takes its time, {@code dot-550} refuses behind the dot.
 *
 * <p>Here is the one table of them; {@code HELP FAULTS} is made from it.
 */
final class Wishes {
  private static final Pattern MOMENT = Pattern.compile("(data|daten|dot|punkt)-(.+)");
  private static final Pattern CODE =
      Pattern.compile("([45][0-9]{2})(?:[-.]([0-9]\\.[0-9]{1,3}\\.[0-9]{1,3}))?");

  private static final List<Name> NAMES =
      List.of(
          name(
              "grey",
              "grau",
              "451 at first, 250 when tried again 10 seconds later",
              deed(Wish.Deed.GREYLIST)),
          name("full", "voll", "452 4.2.2, the mailbox is full", refusal("452", "4.2.2")),
          name("overfull", "uebervoll", "552 5.2.2, full for good", refusal("552", "5.2.2")),
          name("slow", "langsam", "the answer takes 5 seconds", deed(Wish.Deed.WAIT)),
          name("drop", "abbruch", "the connection breaks", deed(Wish.Deed.DROP)),
          name(
              "reject",
              "ablehnung",
              "554 5.7.1 behind the dot",
              refusal("554", "5.7.1").at(Wish.Moment.DOT)),
          name(
              "spam",
              "werbung",
              "554 5.7.1 behind the dot, for its content",
              new Wish(
                  Wish.Moment.DOT,
                  Wish.Deed.REFUSE,
                  Answer.of(554, "5.7.1", "That looks like spam, the mail is refused"))));

  private Wishes() {}

  /** One row of the table: two names for the same wish. */
  private record Name(String english, String german, String effect, Wish wish) {
    boolean is(String localPart) {
      return english.equals(localPart) || german.equals(localPart);
    }
  }

  /**
   * What a recipient of this name wants.
   *
   * @param localPart in any case
   * @param lmtp whether each recipient is answered behind the dot: there a mailbox is full then,
   *     and not before (RFC 2033 section 4.2)
   */
  static Optional<Wish> ofRecipient(String localPart, boolean lmtp) {
    String name = localPart.toLowerCase(Locale.ROOT);
    Matcher later = MOMENT.matcher(name);
    if (later.matches()) {
      Wish.Moment moment = later.group(1).startsWith("da") ? Wish.Moment.DATA : Wish.Moment.DOT;
      return plain(later.group(2))
          .filter(
              wish -> wish.moment() == Wish.Moment.ENVELOPE && wish.deed() != Wish.Deed.GREYLIST)
          .map(wish -> wish.at(moment));
    }
    boolean mailbox = lmtp && !CODE.matcher(name).matches();
    return plain(name)
        .map(w -> mailbox && w.deed() == Wish.Deed.REFUSE ? w.at(Wish.Moment.DOT) : w);
  }

  /** What a sender of this name wants: a code, a slow answer or a broken connection. */
  static Optional<Wish> ofSender(String localPart) {
    String name = localPart.toLowerCase(Locale.ROOT);
    return CODE.matcher(name).matches()
        ? plain(name)
        : plain(name).filter(w -> w.deed() == Wish.Deed.WAIT || w.deed() == Wish.Deed.DROP);
  }

  /** The lines of {@code HELP FAULTS}. */
  static List<String> help() {
    List<String> lines = new ArrayList<>();
    lines.add("Addresses that answer as you like, in each domain of this server:");
    lines.add(row("452@ 550@", "RCPT gets that code, any from 400 to 599; 421 closes, too"));
    lines.add(row("452-4.2.2@", "that code and that enhanced code"));
    NAMES.forEach(n -> lines.add(row(n.english() + "@ " + n.german() + "@", n.effect())));
    lines.add(row("data-452@", "the code answers DATA; data-slow@ data-drop@ as well"));
    lines.add(row("dot-452@ punkt-452@", "it comes behind the dot; dot-slow@ dot-drop@ as well"));
    lines.add("MAIL FROM knows codes, slow@ and drop@.");
    lines.add("What is taken lies in the mailbox of postmaster.");
    return lines;
  }

  private static String row(String names, String effect) {
    return String.format(Locale.ROOT, "  %-21s %s", names, effect);
  }

  private static Optional<Wish> plain(String name) {
    Matcher code = CODE.matcher(name);
    return code.matches()
        ? Optional.of(refusal(code.group(1), Optional.ofNullable(code.group(2)).orElse("")))
        : NAMES.stream().filter(n -> n.is(name)).map(Name::wish).findFirst();
  }

  private static Name name(String english, String german, String effect, Wish wish) {
    return new Name(english, german, effect, wish);
  }

  private static Wish refusal(String code, String enhanced) {
    int number = Integer.parseInt(code);
    Answer answer;
    if (enhanced.isEmpty()) {
      answer = CodeTexts.usual(number);
    } else if (enhanced.charAt(0) == code.charAt(0)) {
      answer = CodeTexts.with(number, enhanced);
    } else {
      // RFC 2034 section 4: nobody could say that.
      answer = Answer.of(501, "5.1.3", code + " and " + enhanced + " cannot go together");
    }
    return new Wish(Wish.Moment.ENVELOPE, Wish.Deed.REFUSE, answer);
  }

  private static Wish deed(Wish.Deed deed) {
    return new Wish(Wish.Moment.ENVELOPE, deed, CodeTexts.usual(554));
  }
}
