package smtpterm.server;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Objects;

/**
 * How a practice server is to be: {@code Settings.standard().withPort(0).withStrict(true)}.
 *
 * @param listening where it listens
 * @param accounts who has a mailbox
 * @param manners what it insists on, and how it greets
 * @param limits how much it bears
 * @param folders what it keeps on disk, and where
 * @param clock what time it is, and in which zone
 */
public record Settings(
    Listening listening,
    Accounts accounts,
    Manners manners,
    Limits limits,
    Folders folders,
    Clock clock) {
  /** What an envelope and the lines that the server adds may take, so that SIZE keeps its word. */
  private static final long ENVELOPE = 32_768;

  public Settings {
    Objects.requireNonNull(listening, "listening");
    Objects.requireNonNull(accounts, "accounts");
    Objects.requireNonNull(manners, "manners");
    Objects.requireNonNull(limits, "limits");
    Objects.requireNonNull(folders, "folders");
    Objects.requireNonNull(clock, "clock");
  }

  /** For this computer only, on the usual ports, with the accounts of every lesson, in memory. */
  public static Settings standard() {
    return new Settings(
        Listening.usual(Loopback.addresses()),
        Accounts.standard(),
        Manners.lenient(),
        Limits.standard(),
        Folders.none(),
        Clock.system(ZoneId.systemDefault()));
  }

  /** Whether it insists on the syntax of the RFCs. */
  public boolean strict() {
    return manners.strict();
  }

  /** Octets that all mails together may take in memory. */
  public long budget() {
    return limits.budget();
  }

  /** The size of the largest mail that is taken, in octets, as EHLO announces it (RFC 1870). */
  public long maximumSize() {
    return Math.min(limits.largestMail(), limits.disk() - ENVELOPE);
  }

  /** The same with SMTP on this port and no other; 0 puts all services on free ports. */
  public Settings withPort(int port) {
    return withListening(port == 0 ? listening.anywhere() : listening.with(Service.SMTP, port));
  }

  /** The same, listening elsewhere. */
  public Settings withListening(Listening other) {
    return new Settings(other, accounts, manners, limits, folders, clock);
  }

  /** The same for other people. */
  public Settings withAccounts(Accounts other) {
    return new Settings(listening, other, manners, limits, folders, clock);
  }

  /** The same with other manners. */
  public Settings withManners(Manners other) {
    return new Settings(listening, accounts, other, limits, folders, clock);
  }

  /** The same, insisting on the syntax or not. */
  public Settings withStrict(boolean other) {
    return withManners(manners.withStrict(other));
  }

  /** The same with other limits. */
  public Settings withLimits(Limits other) {
    return new Settings(listening, accounts, manners, other, folders, clock);
  }

  /** The same with another limit for all mails together, in octets. */
  public Settings withBudget(long octets) {
    return withLimits(limits.withBudget(octets));
  }

  /** The same with another patience. */
  public Settings withTimeout(Duration patience) {
    return withLimits(limits.withPatience(patience));
  }

  /** The same for at most so many clients at once. */
  public Settings withClients(int most) {
    return withLimits(limits.withClients(most));
  }

  /** The same with other folders. */
  public Settings withFolders(Folders other) {
    return new Settings(listening, accounts, manners, limits, other, clock);
  }

  /** The same at another time. */
  public Settings withClock(Clock other) {
    return new Settings(listening, accounts, manners, limits, folders, other);
  }
}
