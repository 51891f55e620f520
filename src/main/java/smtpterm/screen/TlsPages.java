package smtpterm.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import smtpterm.protocol.Capabilities;
import smtpterm.protocol.OfferChange;
import smtpterm.protocol.ReplyClass;
import smtpterm.screen.Layout.Row;
import smtpterm.text.Texts;
import smtpterm.wire.PeerCertificate;
import smtpterm.wire.TlsInfo;
import smtpterm.wire.TlsTrouble;

/** Encryption and certificates laid out for the screen, in a few lines or in full. */
public final class TlsPages {
  private final Layout layout;
  private final Texts texts;
  private final TlsWords words;

  /** Shows them in this layout and in the language of these texts. */
  public TlsPages(Layout layout, Texts texts) {
    this.layout = Objects.requireNonNull(layout, "layout");
    this.texts = Objects.requireNonNull(texts, "texts");
    this.words = new TlsWords(texts);
  }

  /** That TLS has begun: one line, and with explanations the certificate below it. */
  List<String> begun(TlsInfo tls, boolean explained) {
    List<String> lines = new ArrayList<>(layout.note(words.begun(tls)));
    if (explained || !tls.check().verified()) {
      String basis = words.basis(tls);
      lines.addAll(
          tls.check().verified()
              ? layout.explained(ReplyClass.POSITIVE, basis)
              : layout.remark(basis));
      words.flaws(tls).forEach(flaw -> lines.addAll(layout.remark(flaw)));
      tls.certificate().ifPresent(own -> lines.addAll(layout.paragraph(words.certificate(own))));
      words.ours(tls).ifPresent(ours -> lines.addAll(layout.paragraph(ours)));
    }
    return lines;
  }

  /** Why there is no encryption: a note, and below it what is behind it. */
  public List<String> trouble(TlsTrouble trouble) {
    List<String> sentences = words.trouble(trouble);
    List<String> lines = new ArrayList<>(layout.note(sentences.get(0)));
    for (String sentence : sentences.subList(1, sentences.size())) {
      lines.addAll(layout.remark(sentence));
    }
    return lines;
  }

  /** What the server offers otherwise than it did in the clear. */
  List<String> change(Capabilities clear, Capabilities encrypted) {
    if (!clear.extended()) {
      return List.of();
    }
    OfferChange change = OfferChange.between(clear, encrypted);
    List<Row> rows = new ArrayList<>();
    row(rows, texts.say("screen.offer.gone"), change.gone());
    row(rows, texts.say("screen.offer.come"), change.come());
    row(rows, texts.say("screen.offer.altered"), change.altered());
    List<String> lines = new ArrayList<>();
    lines.addAll(
        layout.paragraph(texts.say(change.none() ? "screen.offer.same" : "screen.offer.change")));
    lines.addAll(layout.details(rows));
    for (OfferChange.Oddity oddity : change.oddities()) {
      lines.addAll(layout.remark(odd(oddity)));
    }
    return lines;
  }

  private static void row(List<Row> rows, String term, List<String> keywords) {
    if (!keywords.isEmpty()) {
      rows.add(new Row(term, String.join(", ", keywords)));
    }
  }

  private String odd(OfferChange.Oddity oddity) {
    return switch (oddity) {
      case TLS_OFFERED_AGAIN -> texts.say("screen.offer.tls-again");
      case LOGIN_GONE -> texts.say("screen.offer.login-gone");
      case STRONG_MECHANISM_GONE -> texts.say("screen.offer.strong-gone");
    };
  }

  /** All about a connection: how it is encrypted, and the server's own certificate. */
  public List<String> page(TlsInfo tls) {
    List<Row> rows = new ArrayList<>();
    if (!tls.protocol().isEmpty()) {
      rows.add(row("version", words.version(tls)));
      rows.add(row("cipher", tls.cipher()));
    }
    rows.add(row("checked", tls.name()));
    rows.add(row("result", words.basis(tls)));
    words.flaws(tls).forEach(flaw -> rows.add(row("flaw", flaw)));
    words.ours(tls).ifPresent(ours -> rows.add(row("ours", ours)));
    tls.certificate().ifPresent(own -> rows.addAll(rows(own)));
    List<String> lines = new ArrayList<>(layout.table(rows));
    if (tls.chain().size() > 1) {
      lines.addAll(layout.paragraph(texts.say("screen.tls.chain-hint", tls.chain().size())));
    }
    return lines;
  }

  /** Every certificate that the server sent, its own first. */
  public List<String> chain(TlsInfo tls) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < tls.chain().size(); i++) {
      if (i > 0) {
        lines.add("");
      }
      lines.addAll(
          layout.paragraph(texts.say("screen.tls.chain-place", i + 1, tls.chain().size())));
      lines.addAll(layout.table(rows(tls.chain().get(i))));
    }
    return lines;
  }

  private List<Row> rows(PeerCertificate certificate) {
    List<Row> rows = new ArrayList<>();
    rows.add(row("subject", certificate.subject()));
    if (!certificate.names().isEmpty()) {
      rows.add(row("names", String.join(", ", certificate.names())));
    }
    String issuer = certificate.issuer();
    rows.add(
        row("issuer", certificate.selfSigned() ? texts.say("screen.tls.itself", issuer) : issuer));
    rows.add(row("from", words.moment(certificate.notBefore())));
    rows.add(row("until", words.moment(certificate.notAfter())));
    rows.add(row("key", certificate.key()));
    rows.add(row("signature", certificate.signature()));
    rows.add(row("serial", certificate.serial()));
    // A blank in the middle lets it break there; --pin overlooks it.
    String fingerprint = certificate.fingerprint();
    int half = fingerprint.length() / 2 + 1;
    rows.add(
        row("fingerprint", fingerprint.substring(0, half) + " " + fingerprint.substring(half)));
    rows.add(row("pin", "sha256//" + certificate.keyPin()));
    return rows;
  }

  private Row row(String name, String value) {
    return new Row(texts.say("screen.tls.row." + name), value);
  }
}
