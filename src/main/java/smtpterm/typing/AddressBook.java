package smtpterm.typing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import smtpterm.protocol.Asked;
import smtpterm.protocol.Command;
import smtpterm.protocol.Progress;
import smtpterm.protocol.ReplyClass;
import smtpterm.screen.Printable;
import smtpterm.session.Notice;
import smtpterm.session.Turn;

/**
 * The addresses and names that somebody may want once more: {@code anna@kolleg.de}, because it was
 * used a moment ago.
 *
 * <p>It looks at lines without secrets only: what is behind MAIL, RCPT, VRFY, EXPN and the names of
 * logins. Safe for several threads.
 */
public final class AddressBook {
  private static final int MOST = 100;
  private static final int LONGEST = 254;

  private static final Pattern PATH =
      Pattern.compile("(?i)(?:(?:MAIL|SEND|SOML|SAML) FROM|RCPT TO): *<([^<>\\s]+@[^<>\\s]+)>.*");
  private static final Pattern BARE =
      Pattern.compile("(?i)(?:VRFY|EXPN) +<?([^<>\\s]+@[^<>\\s]+)>?\\s*");
  private static final Pattern NAME =
      Pattern.compile("(?i)(?:USER|APOP|/login(?: +--\\S+)*) +([^-\\s]\\S*).*");

  /** From where an address is known, the nearest first. */
  public enum Origin {
    /** Of who is logged in. */
    LOGIN,
    SESSION,
    EARLIER,
    /** An account of the practice server. */
    PRACTICE
  }

  private final Set<String> session = new LinkedHashSet<>();
  private final Set<String> names = new LinkedHashSet<>();
  private final Set<String> refused = new LinkedHashSet<>();
  private List<String> earlier = List.of();
  private List<String> earlierNames = List.of();
  private List<String> accounts = List.of();

  /** The addresses of the accounts of the practice server. */
  synchronized void accounts(List<String> addresses) {
    accounts = List.copyOf(addresses);
  }

  /** The lines of earlier sessions, newest first; none of them a secret. */
  synchronized void earlier(Iterator<String> lines) {
    Set<String> addresses = new LinkedHashSet<>();
    Set<String> users = new LinkedHashSet<>();
    lines.forEachRemaining(
        line -> {
          address(line).ifPresent(addresses::add);
          name(line).ifPresent(users::add);
        });
    earlier = addresses.stream().limit(MOST).toList();
    earlierNames = users.stream().limit(MOST).toList();
  }

  /** Must be told everything that happens. */
  synchronized void hear(Notice notice) {
    if (notice instanceof Notice.Replied replied) {
      hear(replied.turn());
    }
  }

  private void hear(Turn turn) {
    Optional<Asked> command =
        turn.asked().filter(a -> a.kind() == Asked.Kind.COMMAND && !a.hidden());
    ReplyClass answer = turn.reply().replyClass();
    command.flatMap(a -> address(a.line())).ifPresent(address -> answered(address, answer));
    boolean named = command.filter(a -> a.command("USER")).isPresent();
    boolean in = turn.after().loggedIn() && !turn.before().loggedIn();
    String user = turn.after().user();
    if ((in || (named && !answer.refusal())) && safe(user)) {
      newest(names, user);
    }
  }

  /** What was refused for good is probably a slip, and not wanted again. */
  private void answered(String address, ReplyClass answer) {
    if (answer == ReplyClass.PERMANENT) {
      if (!session.contains(address)) {
        newest(refused, address);
      }
    } else {
      refused.remove(address);
      newest(session, address);
    }
  }

  /** All addresses, that of who is logged in first, then those used last. */
  public synchronized Map<String, Origin> addresses(Progress progress) {
    Map<String, Origin> all = new LinkedHashMap<>();
    login(progress).ifPresent(address -> all.put(address, Origin.LOGIN));
    newestFirst(session).forEach(address -> all.putIfAbsent(address, Origin.SESSION));
    earlier.stream()
        .filter(address -> !refused.contains(address))
        .forEach(address -> all.putIfAbsent(address, Origin.EARLIER));
    accounts.forEach(address -> all.putIfAbsent(address, Origin.PRACTICE));
    return all;
  }

  /** The address of who is logged in, if it is known. */
  synchronized Optional<String> login(Progress progress) {
    String user = progress.user();
    if (!progress.loggedIn() || user.isEmpty() || !safe(user)) {
      return Optional.empty();
    }
    if (user.indexOf('@') > 0) {
      return Optional.of(user);
    }
    List<String> candidates = new ArrayList<>(accounts);
    candidates.addAll(newestFirst(session));
    candidates.addAll(earlier);
    String start = user.toLowerCase(Locale.ROOT) + "@";
    return candidates.stream()
        .filter(address -> address.toLowerCase(Locale.ROOT).startsWith(start))
        .findFirst();
  }

  /** The names to log in with, those used last first. */
  public synchronized Map<String, Origin> names() {
    Map<String, Origin> all = new LinkedHashMap<>();
    newestFirst(names).forEach(name -> all.put(name, Origin.SESSION));
    accounts.stream()
        .map(address -> address.substring(0, address.indexOf('@')))
        .forEach(name -> all.putIfAbsent(name, Origin.PRACTICE));
    earlierNames.forEach(name -> all.putIfAbsent(name, Origin.EARLIER));
    return all;
  }

  /** The domains of all addresses, each once. */
  public List<String> domains(Progress progress) {
    return addresses(progress).keySet().stream()
        .map(address -> address.substring(address.lastIndexOf('@') + 1))
        .distinct()
        .toList();
  }

  private static Optional<String> address(String line) {
    return found(PATH, line.strip()).or(() -> found(BARE, line.strip()));
  }

  private static Optional<String> name(String line) {
    return found(NAME, line.strip());
  }

  private static Optional<String> found(Pattern pattern, String line) {
    Matcher matcher = pattern.matcher(line);
    return matcher.matches() && safe(matcher.group(1))
        ? Optional.of(matcher.group(1))
        : Optional.empty();
  }

  /** Files and pastes of strangers lead here, too. */
  private static boolean safe(String text) {
    return !text.isEmpty()
        && text.length() <= LONGEST
        && Printable.escape(text).equals(text)
        && new Command(text).verb().length() == text.length();
  }

  private static void newest(Set<String> set, String text) {
    set.remove(text);
    set.add(text);
    if (set.size() > MOST) {
      set.remove(set.iterator().next());
    }
  }

  private static List<String> newestFirst(Set<String> set) {
    List<String> list = new ArrayList<>(set);
    Collections.reverse(list);
    return list;
  }
}
