package smtpterm;

import smtpterm.cli.Cli;

/** Where the program starts, and the only place where it ends: {@code smtpterm mail.example 25}. */
public final class Main {
  private Main() {}

  /** Runs the command line and ends the process with its exit code. */
  public static void main(String[] arguments) {
    int code = Cli.standard().run(arguments);
    System.exit(code);
  }
}
