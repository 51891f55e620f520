package smtpterm.script;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A name that a file uses, without a default and without setting it before: {@code ${user}}.
 * Somebody else has to say what it stands for.
 *
 * @param at where it is used first
 * @param name such as {@code login}
 * @param use how it is used
 */
public record Wanted(Place at, String name, Use use) {
  /** How a name is used. */
  public enum Use {
    /** {@code ${name}}. */
    PLAIN,
    /** {@code ${secret:name}}. */
    SECRET,
    /** {@code ${answer}} needs a user and a secret, or one of them: that depends on the login. */
    ANSWER
  }

  /** Refuses null. */
  public Wanted {
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(use, "use");
  }

  /** What a script wants, in its order, each name once for each use. */
  static List<Wanted> by(Script script) {
    Search search = new Search();
    script.steps().forEach(search::step);
    return List.copyOf(search.found);
  }

  /** Goes through a script, for which names become known on the way. */
  private static final class Search {
    private final List<Wanted> found = new ArrayList<>();
    private final Set<String> seen = new HashSet<>(Template.BUILT_IN);
    private final Set<String> secrets = new HashSet<>();
    private final Set<String> answers = new HashSet<>();

    void step(Step step) {
      if (step instanceof Step.ClientLine line) {
        template(line.text());
      } else if (step instanceof Step.ServerLine line) {
        expectation(line.expected());
      } else if (step instanceof Step.Connect connect) {
        template(connect.target());
      } else if (step instanceof Step.SendFile send) {
        template(send.file());
      } else if (step instanceof Step.Assignment set) {
        template(set.value());
        seen.add(set.name());
        answers.add(set.name());
      }
    }

    private void expectation(Expectation expected) {
      if (expected instanceof Expectation.BodyLine body) {
        template(body.text());
      } else if (expected instanceof Expectation.BodyPattern body) {
        known(body.pattern());
      } else if (expected instanceof Expectation.Coded coded) {
        if (coded.wording() instanceof Expectation.Wording.Exact exact) {
          template(exact.text());
        } else if (coded.wording() instanceof Expectation.Wording.Sample sample) {
          template(sample.text());
        } else if (coded.wording() instanceof Expectation.Wording.Matching matching) {
          known(matching.pattern());
        }
      }
    }

    private void known(Regex regex) {
      seen.addAll(regex.names());
      answers.addAll(regex.names());
    }

    private void template(Template template) {
      for (Template.Piece piece : template.pieces()) {
        if (piece instanceof Template.Variable variable) {
          variable.fallback().ifPresent(this::template);
          want(seen, variable.at(), variable.name(), Use.PLAIN, variable.fallback());
        } else if (piece instanceof Template.Secret secret) {
          secret.fallback().ifPresent(this::template);
          want(secrets, secret.at(), secret.name(), Use.SECRET, secret.fallback());
        } else if (piece instanceof Template.Answer answer) {
          answer.user().ifPresent(this::template);
          answer.password().ifPresent(this::template);
          want(answers, answer.at(), "user", Use.ANSWER, answer.user());
          want(answers, answer.at(), "password", Use.ANSWER, answer.password());
        } else if (piece instanceof Template.Base64 base64) {
          template(base64.content());
        }
      }
    }

    private void want(
        Set<String> known, Place at, String name, Use use, Optional<Template> instead) {
      if (instead.isEmpty() && known.add(name)) {
        found.add(new Wanted(at, name, use));
      }
    }
  }
}
