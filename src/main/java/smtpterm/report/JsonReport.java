package smtpterm.report;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;

/**
 * A run for programs: {@code {"format": 1, "files": [{"name": "first.session", "verdict": "passed",
 * …}]}}.
 *
 * <p>Names of members never change their meaning; what is added later is added beside them.
 */
public final class JsonReport implements ReportWriter {
  private static final int FORMAT = 1;

  @Override
  public void write(CheckRun run, Writer out) throws IOException {
    SafeJson safe = new SafeJson(out);
    JsonWriter json = new JsonWriter(safe);
    json.setIndent("  ");
    json.beginObject();
    json.name("format").value(FORMAT);
    json.name("started").value(run.started().toString());
    json.name("milliseconds").value(run.took().toMillis());
    json.name("total").value(run.files().size());
    for (Verdict verdict : Verdict.values()) {
      json.name(verdict.word()).value(run.count(verdict));
    }
    json.name("files").beginArray();
    for (FileReport file : run.files()) {
      file(json, file);
    }
    json.endArray();
    json.endObject();
    json.flush();
    safe.write('\n');
    safe.flush();
  }

  private static void file(JsonWriter json, FileReport file) throws IOException {
    json.beginObject();
    json.name("name").value(file.name());
    json.name("verdict").value(file.verdict().word());
    json.name("steps").value(file.effort().steps());
    json.name("milliseconds").value(file.effort().took().toMillis());
    json.name("tries").value(file.effort().tries());
    json.name("complaints").beginArray();
    for (Complaint complaint : file.complaints()) {
      complaint(json, complaint);
    }
    json.endArray();
    json.name("conversation").beginArray();
    for (Scene scene : file.scenes()) {
      // Complaints stand above; here only what was said counts.
      if (!(scene instanceof Scene.Failed)) {
        scene(json, scene);
      }
    }
    json.endArray();
    json.endObject();
  }

  private static void complaint(JsonWriter json, Complaint complaint) throws IOException {
    json.beginObject();
    json.name("kind").value(word(complaint.kind()));
    if (complaint.spot().isPresent()) {
      Complaint.Spot spot = complaint.spot().get();
      json.name("file").value(spot.file());
      json.name("line").value(spot.line());
      json.name("column").value(spot.column());
      json.name("source").value(spot.source());
    }
    json.name("what").value(complaint.what());
    strings(json, "came", complaint.came().map(Complaint.Came::lines).orElse(List.of()));
    strings(json, "why", complaint.why());
    json.endObject();
  }

  private static void scene(JsonWriter json, Scene scene) throws IOException {
    json.beginObject();
    if (scene instanceof Scene.Said said) {
      json.name("client").value(said.line());
      json.name("kind").value(word(said.kind()));
    } else if (scene instanceof Scene.Answered answered) {
      strings(json, "server", answered.lines());
      json.name("class").value(word(answered.replyClass()));
      json.name("meaning").value(answered.meaning());
    } else if (scene instanceof Scene.Noted noted) {
      json.name("note").value(noted.text());
    } else if (scene instanceof Scene.Happened happened) {
      json.name("event").value(happened.sentence());
    } else if (scene instanceof Scene.LeftOut leftOut) {
      json.name("leftOut").value(leftOut.scenes());
    }
    json.endObject();
  }

  private static void strings(JsonWriter json, String name, List<String> values)
      throws IOException {
    json.name(name).beginArray();
    for (String value : values) {
      json.value(value);
    }
    json.endArray();
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
