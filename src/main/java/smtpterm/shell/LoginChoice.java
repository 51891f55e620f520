package smtpterm.shell;

import java.util.List;
import java.util.Optional;
import smtpterm.protocol.Progress;
import smtpterm.protocol.Protocol;
import smtpterm.sasl.ClientLogin.Initial;
import smtpterm.sasl.Mechanism;

/**
 * Which way {@code /login} goes: the one that was asked for, or the best that the server offers.
 *
 * <p>Only what the server has said already counts. After a refusal nothing weaker is tried: whoever
 * sits in the way could bring a login down to a password in the clear like that.
 *
 * @param progress where the conversation stands
 * @param encrypted whether nobody on the way can read what is said
 * @param overheard whether others could listen in: neither encrypted nor on this computer
 */
record LoginChoice(Progress progress, boolean encrypted, boolean overheard) {
  /** The way for this request. */
  LoginWay of(LoginRequest request) throws LoginProblem {
    if (progress.protocol() == Protocol.RAW) {
      throw new LoginProblem("shell.login.not-here");
    }
    LoginWay way = request.way().isPresent() ? asked(request.way().get()) : best();
    // A certificate says who it is, and a guest has no name.
    if (request.user().isEmpty() && way.secret() != Mechanism.Secret.NONE) {
      throw new LoginProblem("shell.login.who");
    }
    if (request.initial() == Initial.ALWAYS && !opens(way)) {
      throw new LoginProblem("shell.login.server-first", way.wireName());
    }
    if (way.revealing() && overheard && !request.cleartext()) {
      throw new LoginProblem("shell.login.cleartext", way.wireName());
    }
    return way;
  }

  private static boolean opens(LoginWay way) {
    return !(way instanceof LoginWay.Sasl sasl)
        || sasl.mechanism().clientFirst()
        || sasl.mechanism() == Mechanism.LOGIN;
  }

  private LoginWay asked(String name) throws LoginProblem {
    if (name.equals(LoginWay.Apop.NAME) || name.equals(LoginWay.UserPass.NAME)) {
      return popCommand(name);
    }
    if (progress.capabilities().extended() && !offered().contains(name)) {
      if (offered().isEmpty()) {
        throw new LoginProblem("shell.login.none-offered");
      }
      throw new LoginProblem("shell.login.not-offered", name, String.join(", ", offered()));
    }
    return new LoginWay.Sasl(Mechanism.named(name).orElseThrow());
  }

  private LoginWay popCommand(String name) throws LoginProblem {
    if (progress.protocol() != Protocol.POP3) {
      throw new LoginProblem("shell.login.only-pop3", name);
    }
    if (name.equals(LoginWay.UserPass.NAME)) {
      return new LoginWay.UserPass();
    }
    if (progress.stamp().isEmpty()) {
      throw new LoginProblem("shell.login.no-stamp");
    }
    return new LoginWay.Apop(progress.stamp());
  }

  private LoginWay best() throws LoginProblem {
    Optional<LoginWay> sasl =
        Mechanism.best(offered(), encrypted).map(mechanism -> new LoginWay.Sasl(mechanism));
    if (progress.protocol() == Protocol.POP3) {
      return bestOfPop3(sasl);
    }
    if (!progress.capabilities().extended()) {
      boolean lmtp = progress.protocol() == Protocol.LMTP;
      throw new LoginProblem("shell.login.hello-first", lmtp ? "LHLO" : "EHLO");
    }
    if (offered().isEmpty()) {
      throw new LoginProblem("shell.login.none-offered");
    }
    return sasl.orElseThrow(
        () -> new LoginProblem("shell.login.only-asked", String.join(", ", offered())));
  }

  private LoginWay bestOfPop3(Optional<LoginWay> sasl) {
    if (sasl.isPresent() && (encrypted || !sasl.get().revealing())) {
      return sasl.get();
    }
    return !encrypted && !progress.stamp().isEmpty()
        ? new LoginWay.Apop(progress.stamp())
        : sasl.orElseGet(LoginWay.UserPass::new);
  }

  private List<String> offered() {
    return progress.capabilities().mechanisms();
  }
}
