package smtpterm.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import smtpterm.knowledge.Explanation.Detail;
import smtpterm.protocol.EnhancedCode;
import smtpterm.protocol.Protocol;
import smtpterm.protocol.Reply;
import smtpterm.protocol.ReplyClass;
import smtpterm.text.Texts;

/**
 * Says what a reply means in its place: {@code 503} to {@code RCPT} before {@code MAIL} is {@code
 * 503 wrong order: first MAIL FROM, then RCPT.}
 *
 * <p>Pure: no terminal, no clock. Speaks the language that the texts speak at that moment. Safe for
 * several threads.
 */
public final class Explainer {
  private final Phrases phrases;
  private final Catalog catalog;
  private final Diagnosis diagnosis;
  private final KeywordRows keywords;
  private final ServerFlaws flaws;
  private final NextSteps next;

  /**
   * Speaks as these texts do.
   *
   * @param home the domain of users who log in without one, such as {@code kolleg.de}, if known
   */
  public Explainer(Texts texts, Optional<String> home) {
    phrases = new Phrases(texts);
    catalog = new Catalog(texts);
    diagnosis = new Diagnosis(phrases, catalog);
    keywords = new KeywordRows(phrases, catalog);
    flaws = new ServerFlaws(phrases);
    next = new NextSteps(phrases, home);
  }

  /** What this reply means here; silent in a protocol that smtpterm makes no claims about. */
  public Explanation explain(Moment moment) {
    if (moment.before().protocol() == Protocol.RAW) {
      return Explanation.NONE;
    }
    Finding finding = diagnosis.of(moment);
    Reply reply = moment.reply();
    String sentence = (reply.code() + " " + phrases.say(finding)).strip();
    Optional<Detail> enhanced =
        reply.enhanced().map(code -> new Detail(code.toString(), decoded(code)));
    return new Explanation(
        finding.id(), sentence, enhanced, details(moment), next.after(moment, finding));
  }

  /** The entries behind a reply: its code, and its enhanced code if it has one; none without. */
  public List<Entry> about(Reply reply) {
    return catalog.about(reply);
  }

  /** {@code success, security, other}; the class alone when the rest says nothing. */
  private String decoded(EnhancedCode code) {
    if (code.subject() == 0 && code.detail() == 0) {
      return catalog.statusOf(code);
    }
    return phrases.say(
        "enhanced.parts", catalog.statusOf(code), catalog.subjectOf(code), catalog.detailOf(code));
  }

  private List<Detail> details(Moment moment) {
    Reply reply = moment.reply();
    List<Detail> rows = new ArrayList<>();
    boolean hello = moment.verb().equals("EHLO") || moment.verb().equals("LHLO");
    if (hello && reply.replyClass() == ReplyClass.POSITIVE) {
      rows.addAll(keywords.of(reply));
    }
    if (moment.verb().equals("CAPA")) {
      rows.addAll(keywords.ofCapa(reply));
    }
    if (moment.verb().equals("RETR") || moment.verb().equals("TOP")) {
      rows.addAll(Pop3Moments.stuffed(phrases, reply));
    }
    rows.addAll(flaws.of(reply));
    return rows;
  }
}
