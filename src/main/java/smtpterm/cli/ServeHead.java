package smtpterm.cli;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import smtpterm.sasl.Account;
import smtpterm.screen.BlockLetters;
import smtpterm.screen.Layout;
import smtpterm.screen.Look;
import smtpterm.screen.Role;
import smtpterm.server.Lan;
import smtpterm.server.PracticeServer;
import smtpterm.server.Service;
import smtpterm.text.Texts;

/** What stands at the top of {@code smtpterm serve}: the address, the ports, who has an account. */
final class ServeHead {
  /** A page is as wide as this where no window says otherwise. */
  private static final int USUAL_COLUMNS = 80;

  private static final int FEW = 6;
  private static final int GAP = 4;
  private static final String INDENT = "   ";

  private final Layout layout;
  private final Texts texts;
  private final List<String> addresses;
  private final boolean large;
  private Optional<PlayedFile> played = Optional.empty();

  /**
   * @param lan the addresses that others can reach; none when there is only this computer
   * @param large whether large letters are of use there
   */
  ServeHead(Layout layout, Texts texts, List<InetAddress> lan, boolean large) {
    this.large = large;
    this.layout = layout;
    this.texts = texts;
    this.addresses = lan.isEmpty() ? List.of(ServerOptions.HOST) : numbers(lan);
  }

  /** The same for a server that plays this. */
  ServeHead playing(Optional<PlayedFile> file) {
    played = file;
    return this;
  }

  /** Whether a session file is played, so that there are no mailboxes. */
  boolean playsFile() {
    return played.isPresent();
  }

  /** The address that is shown first. */
  String address() {
    return addresses.get(0);
  }

  /** What opening the server to the network means. */
  static List<String> warning(Layout layout, Texts texts, Lan lan) {
    String numbers = String.join(", ", numbers(lan.addresses()));
    List<String> lines = new ArrayList<>(layout.note(texts.say("cli.lan.who", numbers)));
    lines.addAll(layout.note(texts.say("cli.lan.relay")));
    lines.addAll(layout.note(texts.say("cli.lan.clear")));
    if (!lan.publicOnes().isEmpty()) {
      lines.addAll(layout.note(texts.say("cli.lan.public", publicOnes(lan))));
    }
    return lines;
  }

  static String publicOnes(Lan lan) {
    return String.join(", ", numbers(lan.publicOnes()));
  }

  /** As others type them: behind the sign for percent stands a name of this computer's own. */
  private static List<String> numbers(List<InetAddress> addresses) {
    return addresses.stream().map(a -> a.getHostAddress().replaceFirst("%.*", "")).toList();
  }

  /** The whole of it. */
  List<String> lines(PracticeServer server) {
    Look look = layout.look();
    List<String> lines = new ArrayList<>(List.of(""));
    BlockLetters.of(address(), inner(look)).forEach(row -> lines.add(INDENT + row));
    lines.add("");
    List<Service> main = main(server);
    List<Service> others = new ArrayList<>(server.services());
    others.removeAll(main);
    lines.add(INDENT + look.paint(Role.VERB, look.own(ports(server, main, "   "))));
    if (!others.isEmpty()) {
      lines.addAll(layout.paragraph(ports(server, others, ", ")));
    }
    if (addresses.size() > 1) {
      List<String> more = addresses.subList(1, addresses.size());
      lines.addAll(layout.paragraph(texts.say("cli.serve.also", String.join(", ", more))));
    }
    lines.add("");
    lines.addAll(layout.paragraph(texts.say("cli.serve.type", target(server))));
    if (played.isPresent()) {
      lines.addAll(file(played.get()));
      return lines;
    }
    lines.addAll(layout.paragraph(texts.say("cli.serve.faults")));
    lines.add("");
    lines.addAll(accounts(server.settings().accounts().all()));
    lines.add("");
    return lines;
  }

  /** The services that most people want; of a script there is one. */
  static List<Service> main(PracticeServer server) {
    List<Service> main = List.of(Service.SMTP, Service.POP3);
    List<Service> there = server.services().stream().filter(main::contains).toList();
    return there.isEmpty() ? server.services() : there;
  }

  /** As it is typed behind the name of the program. */
  private String target(PracticeServer server) {
    Service first = main(server).get(0);
    return first == Service.SMTP
        ? address() + " " + server.port(first)
        : first.scheme() + "://" + address() + ":" + server.port(first);
  }

  private List<String> file(PlayedFile file) {
    List<String> lines = new ArrayList<>(List.of(""));
    lines.addAll(layout.paragraph(texts.say("cli.serve.script", file.name())));
    file.description().forEach(text -> lines.addAll(layout.paragraph(text)));
    lines.add("");
    lines.addAll(layout.paragraph(texts.say("cli.serve.script.any")));
    boolean mail = !file.part().service().scheme().startsWith("pop3");
    lines.addAll(
        layout.paragraph(
            texts.say(mail ? "cli.serve.script.commands" : "cli.serve.script.commands-pop3")));
    lines.add("");
    return lines;
  }

  private Look inner(Look look) {
    return new Look(
        look.colour(),
        look.unicode(),
        () -> large ? Math.max(0, look.columns().getAsInt() - INDENT.length()) : 0);
  }

  private static String ports(PracticeServer server, List<Service> services, String between) {
    return String.join(
        between, services.stream().map(s -> s.label() + " " + server.port(s)).toList());
  }

  /** In columns, to be read from the wall or printed and handed out. */
  private List<String> accounts(List<Account> all) {
    if (all.size() <= FEW) {
      List<String> shown = all.stream().map(a -> a.name() + "/" + a.password()).toList();
      return layout.paragraph(texts.say("cli.serve.accounts", String.join("  ", shown)));
    }
    int longest = all.stream().mapToInt(a -> a.name().length()).max().orElseThrow();
    List<String> cells = all.stream().map(a -> cell(a, longest)).toList();
    int width = Collections.max(cells.stream().map(String::length).toList()) + GAP;
    int columns = layout.look().columns().getAsInt();
    int room = (columns > 0 ? columns : USUAL_COLUMNS) - INDENT.length();
    int across = Math.max(1, room / width);
    int down = (cells.size() + across - 1) / across;
    List<String> lines =
        new ArrayList<>(layout.paragraph(texts.say("cli.serve.accounts-table", all.size())));
    for (int row = 0; row < down; row++) {
      StringBuilder line = new StringBuilder(INDENT);
      for (int i = row; i < cells.size(); i += down) {
        line.append(cells.get(i)).append(" ".repeat(width - cells.get(i).length()));
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  private String cell(Account account, int longest) {
    String gap = " ".repeat(longest - account.name().length() + 2);
    return layout.look().own(account.name() + gap + account.password());
  }
}
