package smtpterm.script;

import java.util.ArrayList;
import java.util.List;

/** Reads the lines of files in the form of our own, round by round. For one reading. */
final class CanonicalReader {
  private final Errors errors = new Errors();
  private final DirectiveReader directives =
      new DirectiveReader(errors, new TemplateReader(errors));
  private final RoundReader rounds = new RoundReader(errors);
  private final List<Item> round = new ArrayList<>();
  private final List<Step> steps = new ArrayList<>();
  private boolean answered;

  private CanonicalReader() {}

  /**
   * Reads the form of our own.
   *
   * @param file what places call the file
   * @param items its lines, those of included files among them
   */
  static ScriptReading read(String file, List<Item> items) {
    CanonicalReader reader = new CanonicalReader();
    items.forEach(reader::item);
    reader.close();
    Script script = new Script(reader.steps);
    if (!script.hasSteps() && reader.errors.all().isEmpty()) {
      reader.errors.add(new Place(file, 1, 1), ScriptError.Kind.NO_STEP);
    }
    List<String> files = items.stream().map(item -> item.at().file()).distinct().toList();
    return new ScriptReading(script, reader.errors.all(files), List.of());
  }

  private void item(Item item) {
    if (item instanceof Item.Wrong wrong) {
      errors.add(wrong.error());
    } else if (item instanceof Item.Directive directive) {
      directive(directive);
    } else {
      boolean client = item instanceof Item.Client;
      if (client && answered) {
        close();
      }
      answered |= item instanceof Item.Server;
      round.add(item);
    }
  }

  /** A file that is sent belongs to the round, as it is said by the client. */
  private void directive(Item.Directive directive) {
    if (DirectiveReader.isSending(directive.line())) {
      if (answered) {
        close();
      }
      round.add(directive);
    } else {
      directives.read(directive.at(), directive.line()).ifPresentOrElse(this::step, this::close);
    }
  }

  private void step(Step step) {
    if (step.aside()) {
      round.add(new Item.Remark(step));
      return;
    }
    close();
    if (step instanceof Step.Connect connect) {
      rounds.connect(connect);
    }
    steps.add(step);
  }

  private void close() {
    steps.addAll(rounds.read(round));
    round.clear();
    answered = false;
  }
}
