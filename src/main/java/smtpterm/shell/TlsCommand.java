package smtpterm.shell;

import java.util.List;
import java.util.Optional;
import smtpterm.wire.CertificateFlaw;
import smtpterm.wire.PeerCertificate;
import smtpterm.wire.TlsInfo;
import smtpterm.wire.TlsTrouble;

/**
 * {@code /tls}: how the connection is encrypted and with whom; and the way on with a certificate
 * that was refused, {@code /tls --trust}.
 */
final class TlsCommand {
  private final Conversation conversation;
  private final Screen screen;
  private final Connecting connecting;
  private final Optional<Practice> practice;

  TlsCommand(
      Conversation conversation,
      Screen screen,
      Connecting connecting,
      Optional<Practice> practice) {
    this.conversation = conversation;
    this.screen = screen;
    this.connecting = connecting;
    this.practice = practice;
  }

  List<String> complete(String argument) {
    return LocalCommand.words("--chain", "--trust").complete(argument);
  }

  void run(String argument) {
    switch (argument) {
      case "" -> known().ifPresentOrElse(this::show, this::nothing);
      case "--chain" -> known().ifPresentOrElse(screen::tlsChain, this::nothing);
      case "--trust" -> trust();
      default -> screen.say("shell.tls.how");
    }
  }

  /** Of this connection, or of the attempt whose certificate was refused. */
  private Optional<TlsInfo> known() {
    return conversation.open()
        ? conversation.tls()
        : conversation.trouble().flatMap(TlsTrouble::info).or(conversation::tls);
  }

  private void show(TlsInfo info) {
    screen.tls(info);
    practice
        .flatMap(Practice::authorityFile)
        .ifPresent(file -> screen.say("shell.tls.authority", file));
  }

  private void nothing() {
    screen.say(conversation.open() ? "shell.tls.none" : "shell.not-connected");
  }

  private void trust() {
    Optional<PeerCertificate> refused = conversation.trouble().flatMap(TlsCommand::pardonable);
    if (conversation.open() || refused.isEmpty()) {
      screen.say("shell.tls.nothing-refused");
      return;
    }
    screen.say("shell.tls.trusting", refused.get().fingerprint().substring(0, 23));
    connecting.excepting(refused.get().fingerprint());
  }

  /**
   * The certificate that the user may accept all the same. A fingerprint that was asked for and is
   * another one is no slip that could be overlooked.
   */
  static Optional<PeerCertificate> pardonable(TlsTrouble trouble) {
    return trouble
        .info()
        .filter(tls -> !tls.check().flaws().contains(CertificateFlaw.PIN_MISMATCH))
        .flatMap(TlsInfo::certificate);
  }
}
