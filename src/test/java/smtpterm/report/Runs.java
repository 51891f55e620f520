package smtpterm.report;

import java.io.IOException;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import smtpterm.protocol.LineKind;
import smtpterm.protocol.ReplyClass;

/** Runs to make reports of. */
final class Runs {
  /** What a server or a file may hold to break out of a report. */
  static final String EVIL =
      "]]>--></script></td><script>alert(1)</script>&amp;\"' onload=x \u001b]0;owned\u0007\u202e\u0000\udc9b\ufffe\\";

  static final Instant STARTED = Instant.parse("2026-11-22T08:15:30.250Z");

  private Runs() {}

  /** One file of each verdict. */
  static CheckRun mixed() {
    return new CheckRun(
        STARTED,
        Duration.ofMillis(1_534),
        List.of(
            passed("lessons/first.session"),
            failed("lessons/refused.session"),
            malformed(),
            lost(),
            new FileReport(
                "e.session", Verdict.UNFINISHED, FileReport.Effort.NONE, List.of(), List.of())));
  }

  static CheckRun of(FileReport... files) {
    return new CheckRun(STARTED, Duration.ofMillis(40), List.of(files));
  }

  /** A file, every text of which tries to break out. */
  static FileReport evil() {
    Complaint complaint =
        new Complaint(
            Complaint.Kind.EXPECTATION,
            Optional.of(new Complaint.Spot(EVIL, 3, 4, EVIL)),
            EVIL,
            Optional.of(new Complaint.Came(ReplyClass.PERMANENT, List.of("550 " + EVIL))),
            List.of(EVIL));
    return new FileReport(
        EVIL,
        Verdict.FAILED,
        new FileReport.Effort(1, Duration.ofMillis(3), 1),
        List.of(complaint),
        List.of(
            new Scene.Noted(EVIL),
            new Scene.Happened(EVIL),
            new Scene.Said(LineKind.COMMAND, EVIL),
            new Scene.Answered(
                2,
                ReplyClass.PERMANENT,
                List.of("550 " + EVIL),
                EVIL,
                List.of(new Scene.Detail(EVIL, EVIL))),
            new Scene.Failed(complaint)));
  }

  static FileReport passed(String name) {
    return new FileReport(
        name,
        Verdict.PASSED,
        new FileReport.Effort(12, Duration.ofMillis(34), 1),
        List.of(),
        List.of(
            new Scene.Noted("Carol tells Bob that she comes to the party."),
            new Scene.Happened("Connected to 127.0.0.1:2525"),
            answered(
                Scene.UNASKED, "220 ready: the server greets you.", "220 mail.kolleg.de ESMTP"),
            new Scene.Said(LineKind.COMMAND, "EHLO laptop.example"),
            new Scene.Answered(
                3,
                ReplyClass.POSITIVE,
                List.of("250-mail.kolleg.de greets laptop.example", "250 SIZE 10485760"),
                "250 done: the server greets back.",
                List.of(new Scene.Detail("SIZE 10485760", "takes messages up to 10 MiB"))),
            new Scene.Said(LineKind.COMMAND, "AUTH PLAIN ••••••••"),
            answered(5, "235 logged in.", "235 2.7.0 Authentication successful"),
            new Scene.Said(LineKind.COMMAND, "MAIL FROM:<carol@example.com>"),
            new Scene.Said(LineKind.COMMAND, "RCPT TO:<bob@example.com>"),
            new Scene.Said(LineKind.COMMAND, "DATA"),
            answered(7, "250 done: sender noted.", "250 2.1.0 Ok"),
            answered(8, "250 done: recipient noted.", "250 2.1.5 Ok"),
            new Scene.Answered(
                9, ReplyClass.INTERMEDIATE, List.of("354 go on"), "354 type", List.of()),
            new Scene.Said(LineKind.TEXT, "Subject: Gartenparty"),
            new Scene.Said(LineKind.TEXT, ""),
            new Scene.Said(LineKind.TEXT, "Bis bald!"),
            new Scene.Said(LineKind.TEXT, "."),
            answered(16, "250 done: the mail was accepted.", "250 2.0.0 Ok: queued as 12345")));
  }

  static FileReport failed(String name) {
    Complaint complaint =
        new Complaint(
            Complaint.Kind.EXPECTATION,
            Optional.of(new Complaint.Spot(name, 12, 4, "S: 250 2.1.5")),
            "expected 250, but 550 came",
            Optional.of(
                new Complaint.Came(ReplyClass.PERMANENT, List.of("550 5.1.1 No such user here"))),
            List.of("550 no: there is no such mailbox."));
    return new FileReport(
        name,
        Verdict.FAILED,
        new FileReport.Effort(7, Duration.ofMillis(21), 3),
        List.of(complaint),
        List.of(
            new Scene.Said(LineKind.COMMAND, "RCPT TO:<nobody@example.com>"),
            new Scene.Answered(
                0,
                ReplyClass.PERMANENT,
                List.of("550 5.1.1 No such user here"),
                "550 no: there is no such mailbox.",
                List.of()),
            new Scene.Failed(complaint),
            new Scene.LeftOut(3)));
  }

  static FileReport malformed() {
    return new FileReport(
        "lessons/typo.session",
        Verdict.MALFORMED,
        FileReport.Effort.NONE,
        List.of(
            new Complaint(
                Complaint.Kind.MALFORMED,
                Optional.of(new Complaint.Spot("lessons/typo.session", 1, 7, "@wait now")),
                "“now” is no length of time.",
                Optional.empty(),
                List.of("Write a number with its unit: 500ms, 10s or 2m."))),
        List.of());
  }

  static String written(ReportWriter report, CheckRun run) throws IOException {
    StringWriter out = new StringWriter();
    report.write(run, out);
    return out.toString();
  }

  private static FileReport lost() {
    return new FileReport(
        "lessons/away.session",
        Verdict.LOST,
        new FileReport.Effort(0, Duration.ofMillis(2), 1),
        List.of(
            new Complaint(
                Complaint.Kind.CONNECTION,
                Optional.empty(),
                "Nobody listens on port 2525.",
                Optional.empty(),
                List.of())),
        List.of());
  }

  private static Scene.Answered answered(int to, String meaning, String line) {
    return new Scene.Answered(to, ReplyClass.POSITIVE, List.of(line), meaning, List.of());
  }
}
