package smtpterm.replay;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import smtpterm.script.Place;
import smtpterm.script.Plan;
import smtpterm.session.Client;
import smtpterm.session.Notice;
import smtpterm.session.Target;

/** An audience that notes everything it is told, such as {@code remark TEXT_HELD_BACK [3]}. */
class Watcher implements Audience {
  final List<String> told = Collections.synchronizedList(new ArrayList<>());
  final List<String> heard = Collections.synchronizedList(new ArrayList<>());
  boolean goingOn;
  volatile Client client;

  @Override
  public void connecting(Target target) {
    told.add("connecting");
  }

  @Override
  public void connected(Target target, Client now) {
    client = now;
  }

  @Override
  public void heard(Notice notice) {
    if (notice instanceof Notice.Sent sent) {
      heard.add(
          "C: "
              + (sent.secretFrom() < 0
                  ? sent.line()
                  : sent.line().substring(0, sent.secretFrom()) + "#"));
    } else if (notice instanceof Notice.Replied replied) {
      replied.turn().reply().lines().forEach(line -> heard.add("S: " + line));
    }
  }

  @Override
  public void note(Place at, String text) {
    told.add("note " + text);
  }

  @Override
  public void remark(Remark remark) {
    told.add("remark " + remark.kind() + " " + remark.arguments());
  }

  @Override
  public void before(Plan.Act act, String asSent, int secretFrom) {
    told.add("before " + (secretFrom < 0 ? asSent : asSent.substring(0, secretFrom) + "#"));
  }

  @Override
  public void replied(Plan.Act act) {
    told.add("replied " + act.at().line());
  }

  @Override
  public void pause() {
    told.add("pause");
  }

  @Override
  public boolean failed(Failure failure) {
    told.add("failed " + failure.kind());
    return goingOn;
  }

  @Override
  public Optional<char[]> secret(String name, Target target, boolean encrypted) {
    told.add("asked " + name);
    return Optional.empty();
  }
}
