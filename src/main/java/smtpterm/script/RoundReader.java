package smtpterm.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what is said in one go: lines of the client, and the replies behind them. */
final class RoundReader {
  private static final Pattern ACT = Pattern.compile(" *<.*>\\s*");

  private final Errors errors;
  private final TemplateReader templates;
  private final ExpectationReader expectations;
  private final DirectiveReader directives;
  private final Conversation conversation = new Conversation();

  RoundReader(Errors errors) {
    this.errors = errors;
    this.templates = new TemplateReader(errors);
    this.expectations = new ExpectationReader(errors, templates);
    this.directives = new DirectiveReader(errors, templates);
  }

  /** A new connection is opened. */
  void connect(Step.Connect connect) {
    conversation.connect(connect);
  }

  /** The steps of these lines: of the client, then of the server, and notes. */
  List<Step> read(List<Item> round) {
    List<Spoken> spoken = new ArrayList<>();
    List<Item.Server> heard = new ArrayList<>();
    for (Item item : round) {
      if (item instanceof Item.Client client) {
        spoken.add(spoken(client));
      } else if (item instanceof Item.Directive sending) {
        spoken.add(sending(sending));
      } else if (item instanceof Item.Server server) {
        heard.add(server);
      }
    }
    List<Step> answers = answers(spoken, heard);
    if (!spoken.isEmpty() || !heard.isEmpty()) {
      List<Step.ServerLine> lines =
          answers.stream()
              .filter(Step.ServerLine.class::isInstance)
              .map(Step.ServerLine.class::cast)
              .toList();
      List<Said> said = spoken.stream().map(Spoken::said).toList();
      tell(spoken, conversation.round(said, Awaited.all(lines)).lines());
    }
    return inOrder(round, spoken, answers);
  }

  private static List<Step> inOrder(List<Item> round, List<Spoken> spoken, List<Step> answers) {
    List<Step> steps = new ArrayList<>();
    int said = 0;
    int heard = 0;
    for (Item item : round) {
      if (item instanceof Item.Remark remark) {
        steps.add(remark.step());
      } else if (item instanceof Item.Server) {
        steps.add(answers.get(heard));
        heard++;
      } else {
        steps.add(spoken.get(said).step());
        said++;
      }
    }
    return steps;
  }

  /** A line of the client on its way to be a step. */
  private static final class Spoken {
    private final Item.Client client;
    private final Said said;
    private Step step;

    Spoken(Item.Client client, Said said, Step step) {
      this.client = client;
      this.said = said;
      this.step = step;
    }

    Said said() {
      return said;
    }

    Step step() {
      return step;
    }
  }

  private Spoken sending(Item.Directive sending) {
    Template nameless = Template.literal("");
    Optional<Step> step = directives.read(sending.at(), sending.line());
    return new Spoken(
        null, Said.file(), step.orElseGet(() -> new Step.SendFile(sending.at(), nameless)));
  }

  private Spoken spoken(Item.Client client) {
    String text = Item.behindMark(client.line());
    if (ACT.matcher(text).matches()) {
      // Perhaps it is a part of the message, and perhaps its places are none.
      Template perhaps = new TemplateReader(new Errors()).read(client.at(), text);
      return new Spoken(client, Said.act(perhaps), client(client, perhaps));
    }
    Template template = templates.read(behind(client.at(), client.line()), text);
    return new Spoken(client, Said.of(template), client(client, template));
  }

  private static Step client(Item.Client client, Template text) {
    return new Step.ClientLine(client.at(), text);
  }

  private static Place behind(Place at, String line) {
    return at.right(line.length() - Item.behindMark(line).length());
  }

  /** Now that it is known what each line is: masks and acts are text inside a message. */
  private void tell(List<Spoken> spoken, List<Conversation.Line> lines) {
    for (int i = 0; i < spoken.size(); i++) {
      Spoken line = spoken.get(i);
      if (line.client == null) {
        continue;
      }
      Place at = line.client.at();
      String text = Item.behindMark(line.client.line());
      Role role = lines.get(i).role();
      boolean message = role == Role.TEXT || role == Role.CHUNK;
      if (role == Role.REMARK) {
        line.step = new Step.Note(at, Letters.harmless(line.client.line()).stripTrailing());
      } else if (line.said.form() == Said.Form.ACT) {
        line.step = client(line.client, templates.read(behind(at, line.client.line()), text));
      } else if (!message) {
        Masks.read(behind(at, line.client.line()), text)
            .ifPresent(masked -> line.step = client(line.client, masked));
      }
    }
  }

  private List<Step> answers(List<Spoken> spoken, List<Item.Server> heard) {
    List<String> commands = spoken.stream().map(s -> s.said().command()).toList();
    List<String> texts = heard.stream().map(RoundReader::text).toList();
    Bodies bodies = Bodies.find(commands, texts);
    List<Step> steps = new ArrayList<>();
    Optional<Place> open = Optional.empty();
    for (int i = 0; i < heard.size(); i++) {
      Item.Server server = heard.get(i);
      Place at = behind(server.at(), server.line());
      Step step;
      if (bodies.contains(i)) {
        step = new Step.ServerLine(server.at(), expectations.body(at, texts.get(i)));
      } else if (ACT.matcher(texts.get(i)).matches()) {
        step = new Step.Note(server.at(), Letters.harmless(server.line()).stripTrailing());
      } else {
        step = new Step.ServerLine(server.at(), head(at, texts.get(i), bodies.unended(i)));
      }
      open =
          goesOn(step)
              ? Optional.of(server.at())
              : step instanceof Step.Note ? open : Optional.empty();
      steps.add(step);
    }
    open.ifPresent(at -> errors.add(at, ScriptError.Kind.OPEN_REPLY));
    return steps;
  }

  /** A dot ends an answer though somebody left a blank behind it. */
  private static String text(Item.Server server) {
    String text = Item.behindMark(server.line());
    return text.stripTrailing().equals(".") ? "." : text;
  }

  private static boolean goesOn(Step step) {
    return step instanceof Step.ServerLine line
        && line.expected() instanceof Expectation.Coded coded
        && coded.continued();
  }

  /** A line with a code. One that cannot be read counts as no reply, so that others are judged. */
  private Expectation head(Place at, String text, boolean unended) {
    String pattern = text.stripLeading();
    Place there = at.right(text.length() - pattern.length());
    return expectations.reply(there, pattern, unended).orElseGet(Expectation.AnyLines::new);
  }
}
