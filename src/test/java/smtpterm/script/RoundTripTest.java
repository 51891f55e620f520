package smtpterm.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import smtpterm.script.Expectation.Wording;
import smtpterm.script.Template.Piece;

/** What is written reads the same, and is written the same again. */
class RoundTripTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void whatIsWrittenMeansTheSame(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 150; i++) {
      Script script = GeneratedScript.of(random);
      List<String> written = ScriptWriter.write(script);
      ScriptReading reading = read(written);
      assertThat(reading.errors()).as("%s", String.join("\n", written)).isEmpty();
      assertThat(meaning(reading.script()))
          .as("%s", String.join("\n", written))
          .isEqualTo(meaning(script));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14})
  void whatWasReadIsWrittenSoThatTheVerySameIsRead(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 150; i++) {
      Script script = read(ScriptWriter.write(GeneratedScript.of(random))).script();
      List<String> written = ScriptWriter.write(script);
      Script again = read(written).script();
      assertThat(placeless(again)).isEqualTo(placeless(script));
      assertThat(ScriptWriter.write(again)).isEqualTo(written);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23, 24})
  void whatIsWrittenLineByLineMeansTheSame(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 150; i++) {
      Script script = GeneratedScript.of(random);
      ScriptWriter writer = new ScriptWriter();
      List<String> written = script.steps().stream().map(writer::line).toList();
      ScriptReading reading = read(written);
      assertThat(reading.errors()).as("%s", String.join("\n", written)).isEmpty();
      assertThat(meaning(reading.script())).isEqualTo(meaning(script));
    }
  }

  private static ScriptReading read(List<String> lines) {
    return ScriptReader.canonical(SourceText.of(String.join("\n", lines)));
  }

  private static String placeless(Script script) {
    return script.toString().replaceAll("at=[0-9]+:[0-9]+", "at");
  }

  /** A character may be written as itself or by the digits of its octets. */
  private static List<String> meaning(Script script) {
    return script.steps().stream().map(RoundTripTest::meaning).toList();
  }

  private static String meaning(Step step) {
    if (step instanceof Step.ClientLine line) {
      return "C " + meaning(line.text());
    } else if (step instanceof Step.ServerLine line) {
      return "S " + meaning(line.expected());
    } else if (step instanceof Step.Assignment set) {
      return "set " + set.name() + meaning(set.value());
    } else if (step instanceof Step.SendFile file) {
      return "send " + meaning(file.file());
    } else if (step instanceof Step.Include file) {
      return "include " + meaning(file.file());
    } else if (step instanceof Step.Connect connect) {
      return "connect " + meaning(connect.target());
    }
    return step.toString().replaceAll("at=[0-9]+:[0-9]+", "at");
  }

  private static String meaning(Expectation expected) {
    if (expected instanceof Expectation.BodyLine body) {
      return "body " + meaning(body.text());
    } else if (expected instanceof Expectation.BodyPattern body) {
      return "body " + body.pattern() + meaning(body.sample(), true);
    } else if (expected instanceof Expectation.Anything anything) {
      return "* " + meaning(anything.sample(), true);
    } else if (expected instanceof Expectation.Coded coded) {
      return coded.codes() + " " + coded.continued() + " " + meaning(coded.wording());
    }
    return expected.toString();
  }

  private static String meaning(Wording wording) {
    if (wording instanceof Wording.Sample sample) {
      return "sample " + meaning(sample.text(), true);
    } else if (wording instanceof Wording.Exact exact) {
      return "exact " + meaning(exact.text());
    } else if (wording instanceof Wording.Matching matching) {
      return matching.pattern() + " " + meaning(matching.sample(), true);
    }
    return wording.toString();
  }

  private static String meaning(Template template, boolean sample) {
    return sample + meaning(template);
  }

  private static String meaning(Template template) {
    List<String> parts = new ArrayList<>();
    StringBuilder octets = new StringBuilder();
    for (Piece piece : template.pieces()) {
      if (piece instanceof Template.Literal literal) {
        octets.append(Letters.digits(literal.text()));
      } else if (piece instanceof Template.Hex hex) {
        octets.append(hex.digits().toUpperCase(java.util.Locale.ROOT));
      } else {
        parts.add(octets + " " + meaning(piece));
        octets.setLength(0);
      }
    }
    return parts + octets.toString();
  }

  private static String meaning(Piece piece) {
    if (piece instanceof Template.Variable variable) {
      return variable.name() + meaning(variable.fallback());
    } else if (piece instanceof Template.Secret secret) {
      return "secret " + secret.name() + meaning(secret.fallback());
    } else if (piece instanceof Template.Answer answer) {
      return "answer " + meaning(answer.user()) + meaning(answer.password());
    }
    return "base64 " + meaning(((Template.Base64) piece).content());
  }

  private static String meaning(Optional<Template> template) {
    return template.map(RoundTripTest::meaning).orElse("-");
  }
}
