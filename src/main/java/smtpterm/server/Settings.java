package smtpterm.server;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Objects;

/**
 * How a practice server is to be: {@code Settings.standard().withPort(0).withStrict(true)}.
 *
 * @param port where it listens for SMTP, 0 for any free port
 * @param strict whether it insists on the syntax of RFC 5321 where most servers do not
 * @param accounts who has a mailbox
 * @param budget octets that all mails together may take, those that are just coming in included; at
 *     least {@link #SMALLEST_BUDGET}
 * @param clock what time it is, and in which zone
 * @param timeout how long the server waits for a line, and for a client to take an answer
 * @param clients how many may be connected at once, at least 1
 */
public record Settings(
    int port,
    boolean strict,
    Accounts accounts,
    long budget,
    Clock clock,
    Duration timeout,
    int clients) {
  /** The least that all mails together must be allowed, in octets. */
  public static final long SMALLEST_BUDGET = 65_536;

  /** What an envelope and the lines that the server adds may take, so that SIZE keeps its word. */
  private static final long ENVELOPE = 32_768;

  private static final long LARGEST_MAIL = 10_485_760;

  public Settings {
    Objects.requireNonNull(accounts, "accounts");
    Objects.requireNonNull(clock, "clock");
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port: " + port);
    }
    if (budget < SMALLEST_BUDGET) {
      throw new IllegalArgumentException("budget: " + budget);
    }
    if (timeout.isNegative() || timeout.toMillis() < 1 || timeout.toMillis() > 86_400_000) {
      throw new IllegalArgumentException("timeout: " + timeout);
    }
    if (clients < 1) {
      throw new IllegalArgumentException("clients: " + clients);
    }
  }

  /** Port 2525, the accounts of every lesson, 16 MiB, five minutes, 100 clients. */
  public static Settings standard() {
    // RFC 5321 section 4.5.3.2.7: a server waits at least 5 minutes for the next command.
    return new Settings(
        2525,
        false,
        Accounts.standard(),
        16_777_216,
        Clock.system(ZoneId.systemDefault()),
        Duration.ofMinutes(5),
        100);
  }

  /** The same on another port; 0 is any free one. */
  public Settings withPort(int other) {
    return new Settings(other, strict, accounts, budget, clock, timeout, clients);
  }

  /** The same, insisting on the syntax or not. */
  public Settings withStrict(boolean other) {
    return new Settings(port, other, accounts, budget, clock, timeout, clients);
  }

  /** The same for other people. */
  public Settings withAccounts(Accounts other) {
    return new Settings(port, strict, other, budget, clock, timeout, clients);
  }

  /** The same with another limit for all mails together, in octets. */
  public Settings withBudget(long octets) {
    return new Settings(port, strict, accounts, octets, clock, timeout, clients);
  }

  /** The same at another time. */
  public Settings withClock(Clock other) {
    return new Settings(port, strict, accounts, budget, other, timeout, clients);
  }

  /** The same with another patience. */
  public Settings withTimeout(Duration other) {
    return new Settings(port, strict, accounts, budget, clock, other, clients);
  }

  /** The same for at most so many clients at once. */
  public Settings withClients(int most) {
    return new Settings(port, strict, accounts, budget, clock, timeout, most);
  }

  /** The size of the largest mail that is taken, in octets, as EHLO announces it (RFC 1870). */
  public long maximumSize() {
    return Math.min(LARGEST_MAIL, budget - ENVELOPE);
  }
}
