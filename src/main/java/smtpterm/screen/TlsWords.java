package smtpterm.screen;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import smtpterm.text.Texts;
import smtpterm.wire.CertificateFlaw;
import smtpterm.wire.PeerCertificate;
import smtpterm.wire.TlsInfo;
import smtpterm.wire.TlsTrouble;

/**
 * Encryption and certificates in sentences: {@code Wrong host: it is made out to mail.test, not to
 * localhost.}
 *
 * <p>What stands in a certificate is put in as it is; whoever shows the sentence makes it harmless.
 */
public final class TlsWords {
  /** More names than these help nobody in a sentence. */
  private static final int MOST_NAMES = 3;

  private final Texts texts;

  /** Speaks the language of these texts. */
  public TlsWords(Texts texts) {
    this.texts = Objects.requireNonNull(texts, "texts");
  }

  /** Version and cipher suite: {@code TLS 1.3, TLS_AES_256_GCM_SHA384}. */
  public String method(TlsInfo tls) {
    return version(tls) + ", " + tls.cipher();
  }

  /** The version as people write it: {@code TLS 1.3}. */
  public String version(TlsInfo tls) {
    return tls.protocol().replace("TLSv", "TLS ");
  }

  /** That the connection is encrypted now, and whether it is known with whom. */
  public String begun(TlsInfo tls) {
    return tls.check().verified()
        ? texts.say("screen.tls.begun", method(tls))
        : texts.say("screen.tls.begun-unverified", method(tls));
  }

  /** For whom the certificate is, by whom and until when. */
  public String certificate(PeerCertificate certificate) {
    return texts.say(
        "screen.tls.certificate",
        names(certificate),
        certificate.issuerName(),
        day(certificate.notAfter()));
  }

  /** Why the connection goes on, or that it does not. */
  public String basis(TlsInfo tls) {
    return switch (tls.check().basis()) {
      case AUTHORITY -> texts.say("screen.tls.authority", tls.name());
      case PINNED -> texts.say("screen.tls.pinned");
      case EXCEPTION -> texts.say("screen.tls.exception");
      case INSECURE -> texts.say("screen.tls.insecure");
      case REFUSED -> texts.say("screen.tls.refused");
    };
  }

  /** Each thing that is wrong with the certificate, and what that means. */
  public List<String> flaws(TlsInfo tls) {
    List<String> sentences = new ArrayList<>();
    for (CertificateFlaw flaw : tls.check().flaws()) {
      tls.certificate().ifPresent(own -> sentences.add(flaw(flaw, own, tls)));
    }
    return sentences;
  }

  private String flaw(CertificateFlaw flaw, PeerCertificate own, TlsInfo tls) {
    return switch (flaw) {
      case WRONG_HOST -> texts.say("screen.tls.flaw.wrong-host", names(own), tls.name());
      case EXPIRED ->
          own.notAfter().isBefore(Instant.now())
              ? texts.say("screen.tls.flaw.expired", day(own.notAfter()))
              : texts.say("screen.tls.flaw.expired-above");
      case NOT_YET_VALID ->
          own.notBefore().isAfter(Instant.now())
              ? texts.say("screen.tls.flaw.early", day(own.notBefore()))
              : texts.say("screen.tls.flaw.early-above");
      case SELF_SIGNED -> texts.say("screen.tls.flaw.self-signed");
      case UNKNOWN_AUTHORITY -> texts.say("screen.tls.flaw.unknown-authority", authority(tls));
      case PIN_MISMATCH -> texts.say("screen.tls.flaw.pin-mismatch");
      case WEAK -> texts.say("screen.tls.flaw.weak", own.key(), own.signature());
      case WRONG_USE -> texts.say("screen.tls.flaw.wrong-use");
      case BAD_SIGNATURE -> texts.say("screen.tls.flaw.bad-signature");
      case OTHER -> texts.say("screen.tls.flaw.other", tls.check().detail());
    };
  }

  /** Who stands at the end of the chain as far as the server sent it. */
  private static String authority(TlsInfo tls) {
    return tls.chain().get(tls.chain().size() - 1).issuerName();
  }

  /** Why there is no encryption, what that means, and all that is wrong with the certificate. */
  public List<String> trouble(TlsTrouble trouble) {
    List<String> sentences = new ArrayList<>();
    sentences.add(head(trouble));
    if (trouble.kind() == TlsTrouble.Kind.ALERT) {
      String key = "screen.tls.alert." + trouble.detail().toLowerCase(Locale.ROOT);
      if (texts.knows(key)) {
        sentences.add(texts.say(key));
      }
    }
    trouble
        .info()
        .ifPresent(
            tls -> {
              tls.certificate().ifPresent(own -> sentences.add(certificate(own)));
              sentences.addAll(flaws(tls));
            });
    return sentences;
  }

  private String head(TlsTrouble trouble) {
    String detail = trouble.detail();
    return switch (trouble.kind()) {
      case CERTIFICATE -> texts.say("screen.tls.trouble.certificate");
      case ALERT -> texts.say("screen.tls.trouble.alert", detail);
      case VERSION -> texts.say("screen.tls.trouble.version");
      case NO_TLS -> texts.say("screen.tls.trouble.no-tls");
      case INJECTED -> texts.say("screen.tls.trouble.injected", detail);
      case CLOSED -> texts.say("screen.tls.trouble.closed");
      case RESET -> texts.say("screen.tls.trouble.reset");
      case TIMED_OUT -> texts.say("screen.tls.trouble.timed-out", detail);
      case BROKEN_OFF -> texts.say("screen.tls.trouble.broken-off");
      case OTHER -> texts.say("screen.tls.trouble.other", detail);
    };
  }

  /** What became of a certificate of ours; nothing when the server did not ask. */
  public Optional<String> ours(TlsInfo tls) {
    return switch (tls.clientCertificate()) {
      case NOT_ASKED -> Optional.empty();
      case NOT_SENT -> Optional.of(texts.say("screen.tls.ours.not-sent"));
      case SENT -> Optional.of(texts.say("screen.tls.ours.sent"));
    };
  }

  /** How the status line says it: {@code TLS 1.3}, {@code NOT verified}, {@code not encrypted}. */
  public String brief(Optional<TlsInfo> tls) {
    if (tls.isEmpty()) {
      return texts.say("screen.tls.brief.none");
    }
    return texts.say(
        tls.get().check().verified() ? "screen.tls.brief" : "screen.tls.brief.unverified",
        version(tls.get()));
  }

  /** The names a certificate is good for, or whom it is made out to when it has none. */
  private String names(PeerCertificate certificate) {
    List<String> names = certificate.names();
    if (names.isEmpty()) {
      return certificate.subjectName();
    }
    String first = String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size())));
    int more = names.size() - MOST_NAMES;
    return more > 0 ? texts.say("screen.tls.more-names", first, more) : first;
  }

  /** A day in the language spoken now, by this computer's time. */
  public String day(Instant when) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .withLocale(texts.language().locale())
        .withZone(ZoneId.systemDefault())
        .format(when);
  }

  /** A day and a time in the language spoken now. */
  String moment(Instant when) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
        .withLocale(texts.language().locale())
        .withZone(ZoneId.systemDefault())
        .format(when);
  }
}
