package smtpterm.shell;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import smtpterm.knowledge.CommandEntry;
import smtpterm.knowledge.Entry;
import smtpterm.knowledge.FlawTexts;
import smtpterm.knowledge.ParameterEntry;
import smtpterm.protocol.LineFlaw;
import smtpterm.protocol.LineFlaws;
import smtpterm.protocol.LineKind;
import smtpterm.protocol.Phase;
import smtpterm.protocol.Progress;
import smtpterm.text.Texts;

/**
 * What an entry of the catalogue means where the conversation stands: whether {@code DATA} can be
 * said now, and why not; which parameters of {@code MAIL} this server offers.
 */
final class Standing {
  private static final Set<LineFlaw.Family> LATER =
      EnumSet.of(LineFlaw.Family.ORDER, LineFlaw.Family.OFFER);

  private final Topics topics;
  private final Texts texts;
  private final FlawTexts flaws;
  private final Progress progress;

  Standing(Topics topics, Progress progress) {
    this.topics = topics;
    this.texts = topics.texts();
    this.flaws = new FlawTexts(texts);
    this.progress = progress;
  }

  /** The entry with what is true of it here. */
  Entry of(Entry entry) {
    return switch (entry.kind()) {
      case COMMAND, POP3_COMMAND -> command(entry);
      case KEYWORD, POP3_CAPABILITY -> offered(entry, entry.name());
      case PARAMETER -> offered(entry, entry.value("needs").orElse(""));
      case MECHANISM -> mechanism(entry);
      default -> entry;
    };
  }

  private Entry command(Entry entry) {
    Optional<CommandEntry> command =
        topics.catalog().commands(progress.protocol().scheme()).stream()
            .filter(known -> known.verb().equals(entry.name()))
            .findFirst();
    if (command.isEmpty() || progress.phase() == Phase.RAW) {
      return entry;
    }
    List<Entry.Row> rows = new ArrayList<>();
    for (Entry.Row row : entry.rows()) {
      if (row.key().equals("parameters") && progress.capabilities().extended()) {
        rows.addAll(parameters(entry.name()));
      } else {
        rows.add(row);
      }
      if (row.key().equals("when")) {
        rows.add(new Entry.Row("now", texts.say("shell.help.here.now"), now(command.get())));
      }
    }
    return with(entry, rows);
  }

  private String now(CommandEntry command) {
    return command.legalIn(progress)
        ? texts.say("shell.help.here.yes")
        : why(command).map(w -> texts.say("shell.help.here.no", w)).orElseGet(this::later);
  }

  private String later() {
    return texts.say("shell.help.here.later");
  }

  /** What is in the way, in the words of the status line. */
  private Optional<String> why(CommandEntry command) {
    String line = command.syntax().replaceFirst("[ <\\[].*", "");
    return LineFlaws.in(progress, LineKind.COMMAND, line).stream()
        .filter(flaw -> LATER.contains(flaw.kind().family()))
        .findFirst()
        .map(flaw -> flaws.brief(flaw, line));
  }

  /** What may stand behind the address here, each in words; the others by their names. */
  private List<Entry.Row> parameters(String verb) {
    List<Entry.Row> rows = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (ParameterEntry parameter : topics.catalog().parameters(verb)) {
      if (progress.capabilities().offers(parameter.needs())) {
        rows.add(
            new Entry.Row(
                "parameter." + parameter.name(), parameter.syntax(), parameter.article().line()));
      } else {
        others.add(parameter.name());
      }
    }
    if (!others.isEmpty()) {
      String label = texts.say("shell.help.here.not-offered");
      rows.add(new Entry.Row("not-offered", label, String.join(", ", others)));
    }
    return rows;
  }

  private Entry mechanism(Entry entry) {
    boolean there = progress.capabilities().mechanisms().contains(entry.name());
    return progress.capabilities().extended() ? said(entry, there) : entry;
  }

  private Entry offered(Entry entry, String keyword) {
    boolean there = progress.capabilities().offers(keyword);
    return progress.capabilities().extended() ? said(entry, there) : entry;
  }

  private Entry said(Entry entry, boolean there) {
    List<Entry.Row> rows = new ArrayList<>(entry.rows());
    String text = texts.say(there ? "shell.help.here.offered" : "shell.help.here.none");
    rows.add(0, new Entry.Row("here", texts.say("shell.help.here"), text));
    return with(entry, rows);
  }

  private static Entry with(Entry entry, List<Entry.Row> rows) {
    return new Entry(
        entry.kind(), entry.name(), entry.kindName(), entry.line(), entry.more(), rows);
  }
}
