package smtpterm.report;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * A conversation for programs: {@code [{"who": "client", "kind": "command", "text": "QUIT", …}]}.
 *
 * <p>Names of members never change their meaning; what is added later is added beside them.
 */
public final class JsonSheet implements SheetWriter {
  @Override
  public void write(Sheet sheet, Writer out) throws IOException {
    SafeJson safe = new SafeJson(out);
    JsonWriter json = new JsonWriter(safe);
    json.setIndent("  ");
    json.beginArray();
    for (Sheet.Entry entry : sheet.head()) {
      entry(json, entry);
    }
    for (Sheet.Entry entry : sheet.body()) {
      entry(json, entry);
    }
    json.endArray();
    json.flush();
    safe.write('\n');
    safe.flush();
  }

  private static void entry(JsonWriter json, Sheet.Entry entry) throws IOException {
    json.beginObject();
    Scene scene = entry.scene();
    if (scene instanceof Scene.Said said) {
      step(json, "client", entry, said.line());
    } else if (scene instanceof Scene.Answered answered) {
      step(json, "server", entry, String.join("\n", answered.lines()));
      json.name("explanation").value(answered.meaning());
      details(json, answered.details());
    } else if (scene instanceof Scene.Noted noted) {
      step(json, "file", entry, noted.text());
    } else if (scene instanceof Scene.Happened happened) {
      step(json, "file", entry, happened.sentence());
    }
    json.name("place").beginObject();
    if (!entry.at().file().isEmpty()) {
      json.name("file").value(entry.at().file());
    }
    json.name("line").value(entry.at().line());
    json.name("column").value(entry.at().column());
    json.endObject();
    json.endObject();
  }

  private static void step(JsonWriter json, String who, Sheet.Entry entry, String text)
      throws IOException {
    json.name("who").value(who);
    json.name("kind").value(entry.kind());
    json.name("text").value(text);
  }

  private static void details(JsonWriter json, List<Scene.Detail> details) throws IOException {
    if (details.isEmpty()) {
      return;
    }
    json.name("details").beginArray();
    for (Scene.Detail detail : details) {
      json.beginObject();
      json.name("term").value(detail.term());
      json.name("sentence").value(detail.sentence());
      json.endObject();
    }
    json.endArray();
  }
}
