package smtpterm.cli;

import com.google.gson.stream.JsonReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import smtpterm.notation.AnyNotation;
import smtpterm.notation.Conversation;
import smtpterm.notation.Side;
import smtpterm.notation.Utterance;
import smtpterm.script.ScriptReading;
import smtpterm.script.SourceText;

/**
 * Transcripts with their true readings: {@code NAME.txt} beside {@code NAME.expected.json}, a list
 * such as {@code [{"who": "client", "text": "QUIT"}]}. Nobody else's lines count, nor do blanks at
 * the end of a line.
 */
final class Yardstick {
  private static final String TRUTH = ".expected.json";

  /** How well one transcript was read. */
  enum Verdict {
    RIGHT,
    /** Wrong, and something is said to be doubtful. */
    REPORTED,
    /** Wrong, and nobody is told. */
    SILENT,
    /** No conversation was found where there is one. */
    REFUSED
  }

  /**
   * What became of one transcript.
   *
   * @param file its name
   * @param verdict how well it was read
   * @param line which line of the conversation is the first wrong one, from 1; 0 without one
   * @param expected what is said there; empty at the end
   * @param read what was read there; empty at the end
   */
  record Result(String file, Verdict verdict, int line, String expected, String read) {}

  private Yardstick() {}

  /**
   * Measures every transcript of this folder that has a true reading.
   *
   * @throws IOException if a file cannot be read, or is no such list
   */
  static List<Result> measure(Path folder) throws IOException {
    List<Result> results = new ArrayList<>();
    for (Path truth : truths(folder)) {
      String name = truth.getFileName().toString();
      String file = name.substring(0, name.length() - TRUTH.length()) + ".txt";
      try {
        results.add(measure(folder.resolve(file), file, said(truth)));
      } catch (IllegalStateException | IllegalArgumentException e) {
        throw new IOException(name + ": " + e.getMessage(), e);
      }
    }
    return results;
  }

  private static List<Path> truths(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(TRUTH)).sorted().toList();
    }
  }

  private static Result measure(Path transcript, String file, List<Utterance> expected)
      throws IOException {
    SourceText source;
    try (var in = Files.newInputStream(transcript)) {
      source = SourceText.read(in);
    }
    ScriptReading reading = AnyNotation.read(source, file);
    boolean refused = !reading.errors().isEmpty();
    List<Utterance> read = refused ? List.of() : Conversation.of(reading.script());
    if (read.equals(expected) && refused == expected.isEmpty()) {
      return new Result(file, Verdict.RIGHT, 0, "", "");
    }
    int first = 0;
    while (first < Math.min(read.size(), expected.size())
        && read.get(first).equals(expected.get(first))) {
      first++;
    }
    Verdict wrong = reading.doubts().isEmpty() ? Verdict.SILENT : Verdict.REPORTED;
    return new Result(
        file,
        refused ? Verdict.REFUSED : wrong,
        first + 1,
        shown(expected, first),
        shown(read, first));
  }

  private static String shown(List<Utterance> said, int index) {
    if (index >= said.size()) {
      return "";
    }
    return (said.get(index).side() == Side.CLIENT ? "C: " : "S: ") + said.get(index).text();
  }

  private static List<Utterance> said(Path truth) throws IOException {
    List<Utterance> said = new ArrayList<>();
    try (Reader in = Files.newBufferedReader(truth, StandardCharsets.UTF_8);
        JsonReader json = new JsonReader(in)) {
      json.beginArray();
      while (json.hasNext()) {
        said(json, said);
      }
      json.endArray();
    }
    return said;
  }

  private static void said(JsonReader json, List<Utterance> said) throws IOException {
    String who = "";
    String text = "";
    json.beginObject();
    while (json.hasNext()) {
      switch (json.nextName()) {
        case "who" -> who = json.nextString();
        case "text" -> text = json.nextString();
        default -> json.skipValue();
      }
    }
    json.endObject();
    if (who.equals("client") || who.equals("server")) {
      said.add(new Utterance(who.equals("client") ? Side.CLIENT : Side.SERVER, text));
    }
  }
}
