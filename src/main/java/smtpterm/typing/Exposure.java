package smtpterm.typing;

import java.util.function.BooleanSupplier;
import smtpterm.protocol.Command;
import smtpterm.protocol.InTheClear;
import smtpterm.protocol.LineKind;
import smtpterm.session.SessionView;

/** Whether a line would tell others what is not for them. */
public final class Exposure {
  private final BooleanSupplier overheard;
  private final BooleanSupplier tlsRequired;

  /**
   * @param overheard whether others can read what goes over the present connection
   * @param tlsRequired whether no login and no mail is meant to go unencrypted
   */
  public Exposure(BooleanSupplier overheard, BooleanSupplier tlsRequired) {
    this.overheard = overheard;
    this.tlsRequired = tlsRequired;
  }

  /** The key of the sentence that says so; empty for nothing. */
  public String of(SessionView view, String line) {
    if (view.next() == LineKind.TEXT || view.tls().isPresent()) {
      return "";
    }
    if (tlsRequired.getAsBoolean()
        && !InTheClear.harmless(view.progress().protocol(), view.next(), line)) {
      return "typing.flaw.tls-required";
    }
    return overheard.getAsBoolean() && credentials(view.next(), line)
        ? "typing.flaw.cleartext"
        : "";
  }

  private static boolean credentials(LineKind kind, String line) {
    Command command = new Command(line);
    return kind == LineKind.ANSWER
        || command.is("AUTH")
        || command.is("USER")
        || command.is("PASS");
  }
}
