package smtpterm.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import smtpterm.protocol.LineKind;

/**
 * A row of the page: what the client said, what the server answered to that; or one thing alone.
 *
 * @param said lines of the client that go together, such as message text; perhaps none
 * @param answers what the server answered; perhaps nothing, or more than once as in LMTP
 * @param alone what fills the whole row
 */
record PageRow(List<Scene.Said> said, List<Scene.Answered> answers, Optional<Scene> alone) {
  /** The rows of a conversation, in their order. */
  static List<PageRow> of(List<Scene> scenes) {
    List<PageRow> rows = new ArrayList<>();
    int[] rowOf = new int[scenes.size()];
    for (int i = 0; i < scenes.size(); i++) {
      Scene scene = scenes.get(i);
      if (scene instanceof Scene.Said said) {
        said(rows, said);
      } else if (scene instanceof Scene.Answered answered) {
        answered(rows, rowOf, answered);
      } else {
        rows.add(new PageRow(List.of(), List.of(), Optional.of(scene)));
      }
      rowOf[i] = rows.size() - 1;
    }
    return rows;
  }

  private static void said(List<PageRow> rows, Scene.Said said) {
    PageRow last = rows.isEmpty() ? null : rows.get(rows.size() - 1);
    boolean goesOn =
        last != null
            && said.kind() == LineKind.TEXT
            && last.answers().isEmpty()
            && last.said().stream().anyMatch(before -> before.kind() == LineKind.TEXT);
    if (goesOn) {
      last.said().add(said);
    } else {
      List<Scene.Said> lines = new ArrayList<>();
      lines.add(said);
      rows.add(new PageRow(lines, new ArrayList<>(), Optional.empty()));
    }
  }

  private static void answered(List<PageRow> rows, int[] rowOf, Scene.Answered answered) {
    PageRow last = rows.isEmpty() ? null : rows.get(rows.size() - 1);
    if (answered.to() >= 0) {
      rows.get(rowOf[answered.to()]).answers().add(answered);
    } else if (last != null && !last.answers().isEmpty() && last.lastIsDot()) {
      // LMTP answers the dot once for each recipient.
      last.answers().add(answered);
    } else {
      List<Scene.Answered> answers = new ArrayList<>();
      answers.add(answered);
      rows.add(new PageRow(new ArrayList<>(), answers, Optional.empty()));
    }
  }

  private boolean lastIsDot() {
    return !said.isEmpty()
        && said.get(said.size() - 1).kind() == LineKind.TEXT
        && said.get(said.size() - 1).line().equals(".");
  }
}
