package smtpterm.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import smtpterm.protocol.Reply;
import smtpterm.protocol.ReplyClass;
import smtpterm.screen.Look;
import smtpterm.screen.Pointer;
import smtpterm.screen.Role;

/**
 * What is wrong as lines of text: the place, the line that stands there with a caret under it, what
 * came instead, and what that means.
 */
public final class ComplaintLines {
  private static final String INDENT = "  ";

  /** More lines of a reply help nobody here; the reports have them all. */
  private static final int MOST_LINES = 12;

  private final Look look;

  /** Shows them with this look. */
  public ComplaintLines(Look look) {
    this.look = Objects.requireNonNull(look, "look");
  }

  /** Lines that are never broken, the first of which names the place. */
  public List<String> of(Complaint complaint) {
    List<String> lines = new ArrayList<>();
    lines.add(foreign(complaint.headline()));
    complaint
        .spot()
        .map(spot -> new Pointer(look).to(spot.source(), spot.column()))
        .ifPresent(rows -> rows.forEach(row -> lines.add(INDENT + row)));
    complaint.came().ifPresent(came -> came(lines, came));
    for (int i = 0; i < complaint.why().size(); i++) {
      boolean meaning = i == 0 && complaint.came().isPresent();
      String sign =
          meaning
              ? look.paint(role(complaint), look.sign(complaint.came().get().replyClass())) + " "
              : "";
      lines.add(INDENT + sign + foreign(complaint.why().get(i)));
    }
    return lines;
  }

  private static Role role(Complaint complaint) {
    return Role.of(complaint.came().map(Complaint.Came::replyClass).orElse(ReplyClass.UNKNOWN));
  }

  /** A sentence of ours in which a stranger is quoted, perhaps with a wrong letter or two. */
  private String foreign(String text) {
    return look.own(text);
  }

  private void came(List<String> lines, Complaint.Came came) {
    Role role = Role.of(came.replyClass());
    for (String line : came.lines().subList(0, Math.min(MOST_LINES, came.lines().size()))) {
      String code = Reply.codeOf(line).isEmpty() ? Reply.statusOf(line) : Reply.codeOf(line);
      lines.add(
          INDENT
              + look.paint(Role.MARK, "S: ")
              + look.paint(role, code)
              + look.foreign(line.substring(code.length())));
    }
    if (came.lines().size() > MOST_LINES) {
      lines.add(INDENT + look.paint(Role.MARK, "S: ") + look.own("…"));
    }
  }
}
