package smtpterm.cli;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import smtpterm.text.Texts;
import smtpterm.wire.BadPem;
import smtpterm.wire.ClientCertificate;
import smtpterm.wire.Pem;
import smtpterm.wire.Pin;
import smtpterm.wire.TlsSettings;
import smtpterm.wire.Trust;

/** The options of encryption. */
final class TlsOptions {
  /** Those who do not connect to anything do not take them. */
  static final List<String> NAMES =
      List.of(
          "--tls",
          "--starttls",
          "--insecure",
          "--ca",
          "--pin",
          "--cert",
          "--key",
          "--tls-version",
          "--sni");

  @Spec(Spec.Target.MIXEE)
  CommandSpec spec;

  @Option(names = "--tls", scope = ScopeType.INHERIT)
  boolean tls;

  @Option(names = "--starttls", paramLabel = "optional|required", scope = ScopeType.INHERIT)
  Demand starttls = Demand.OPTIONAL;

  @Option(names = "--insecure", scope = ScopeType.INHERIT)
  boolean insecure;

  @Option(names = "--ca", paramLabel = "FILE", scope = ScopeType.INHERIT)
  Path authorities;

  @Option(names = "--pin", paramLabel = "SHA256", scope = ScopeType.INHERIT)
  List<String> pins = new ArrayList<>();

  @Option(names = "--cert", paramLabel = "FILE", scope = ScopeType.INHERIT)
  Path certificate;

  @Option(names = "--key", paramLabel = "FILE", scope = ScopeType.INHERIT)
  Path key;

  @Option(names = "--tls-version", paramLabel = "1.2|1.3", scope = ScopeType.INHERIT)
  String version;

  @Option(names = "--sni", paramLabel = "NAME", scope = ScopeType.INHERIT)
  String sni;

  /** Whether mail and logins may go unencrypted. */
  enum Demand {
    OPTIONAL,
    REQUIRED
  }

  /**
   * All of it together.
   *
   * @param deadline how long a handshake may take; null for the usual time
   * @throws ParameterException when a file cannot be used, or a value means nothing
   */
  TlsSettings settings(Duration deadline, Texts texts) {
    TlsSettings settings = TlsSettings.usual().with(trust(texts));
    Optional<ClientCertificate> ours = ours(texts);
    if (ours.isPresent()) {
      settings = settings.with(ours.get());
    }
    if (version != null) {
      settings = settings.only(version(texts));
    }
    if (sni != null) {
      settings = settings.asking(name(texts));
    }
    return deadline == null ? settings : settings.within(deadline);
  }

  private Trust trust(Texts texts) {
    List<Pin> read = new ArrayList<>();
    for (String pin : pins) {
      read.add(Pin.parse(pin).orElseThrow(() -> wrong(texts.say("cli.tls.bad-pin", pin))));
    }
    List<X509Certificate> named = List.of();
    if (authorities != null) {
      try {
        named = Pem.certificates(authorities);
      } catch (BadPem e) {
        throw wrong(sentence(texts, e));
      }
    }
    return Trust.system().in(named).pinned(read).inAnyone(insecure);
  }

  private Optional<ClientCertificate> ours(Texts texts) {
    if (certificate == null) {
      if (key != null) {
        throw wrong(texts.say("cli.tls.key-without-cert"));
      }
      return Optional.empty();
    }
    try {
      return Optional.of(ClientCertificate.load(certificate, key == null ? certificate : key));
    } catch (BadPem e) {
      throw wrong(sentence(texts, e));
    }
  }

  private TlsSettings.Version version(Texts texts) {
    return switch (version) {
      case "1.2" -> TlsSettings.Version.TLS_1_2;
      case "1.3" -> TlsSettings.Version.TLS_1_3;
      default -> throw wrong(texts.say("cli.usage.bad-value", "--tls-version", version, "1.2|1.3"));
    };
  }

  private String name(Texts texts) {
    if (!TlsSettings.askable(sni)) {
      throw wrong(texts.say("cli.tls.bad-sni", sni));
    }
    return sni;
  }

  private static String sentence(Texts texts, BadPem bad) {
    String file = bad.file();
    return switch (bad.problem()) {
      case UNREADABLE -> texts.say("cli.tls.unreadable", file);
      case NO_CERTIFICATE -> texts.say("cli.tls.no-certificate", file);
      case NO_KEY -> texts.say("cli.tls.no-key", file);
      case ENCRYPTED_KEY -> texts.say("cli.tls.encrypted-key", file);
      case DAMAGED -> texts.say("cli.tls.damaged", file);
      case KEY_OF_ANOTHER -> texts.say("cli.tls.key-of-another", file);
    };
  }

  private ParameterException wrong(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }
}
