package smtpterm.server;

import java.time.Duration;

/**
 * How much a server bears: {@code Limits.standard().withClients(30)}.
 *
 * @param budget octets that all mails together may take in memory, those that are just coming in
 *     included; at least {@link #SMALLEST_BUDGET}
 * @param largestMail octets that one mail may have, at least 1
 * @param patience how long the server waits for a line, and for a client to take an answer, with
 *     SMTP and LMTP; a POP3 client has twice as long
 * @param clients how many may be connected at once, at least 1
 * @param clientsPerAddress how many of these may come from one address, at least 1
 * @param commandsPerMinute how many commands may come from one address in a minute, at least 1
 */
public record Limits(
    long budget,
    long largestMail,
    Duration patience,
    int clients,
    int clientsPerAddress,
    int commandsPerMinute) {
  /** The least that all mails together must be allowed, in octets. */
  public static final long SMALLEST_BUDGET = 65_536;

  /** How many times more room there is on the disk than in memory. */
  private static final long DISK = 16;

  /** As many as anybody likes. */
  public static final int NO_LIMIT = Integer.MAX_VALUE;

  public Limits {
    if (budget < SMALLEST_BUDGET) {
      throw new IllegalArgumentException("budget: " + budget);
    }
    if (largestMail < 1) {
      throw new IllegalArgumentException("largestMail: " + largestMail);
    }
    if (patience.isNegative() || patience.toMillis() < 1 || patience.toMillis() > 86_400_000) {
      throw new IllegalArgumentException("patience: " + patience);
    }
    if (clients < 1 || clientsPerAddress < 1 || commandsPerMinute < 1) {
      throw new IllegalArgumentException(
          "clients: " + clients + " " + clientsPerAddress + " " + commandsPerMinute);
    }
  }

  /**
   * 16 MiB of mails, 10 MiB each, five minutes (POP3 ten), 100 clients, who may come from one
   * address.
   */
  public static Limits standard() {
    // RFC 5321 section 4.5.3.2.7: a server waits at least 5 minutes for the next command.
    return new Limits(16_777_216, 10_485_760, Duration.ofMinutes(5), 100, NO_LIMIT, NO_LIMIT);
  }

  /**
   * How long it waits on such a channel: twice as long for POP3, so ten minutes where SMTP has
   * five.
   */
  Duration patience(Channel.Role role) {
    // RFC 1939 section 3: ten minutes at least, behind which a session is lost and nothing deleted.
    return role == Channel.Role.POP3 ? patience.multipliedBy(2) : patience;
  }

  /** Octets that large mails, which are not in memory, may take on the disk. */
  public long disk() {
    return DISK * budget;
  }

  /** The same with another limit for all mails together, in octets. */
  public Limits withBudget(long octets) {
    return new Limits(octets, largestMail, patience, clients, clientsPerAddress, commandsPerMinute);
  }

  /** The same with another limit for one mail, in octets. */
  public Limits withLargestMail(long octets) {
    return new Limits(budget, octets, patience, clients, clientsPerAddress, commandsPerMinute);
  }

  /** The same with another patience. */
  public Limits withPatience(Duration other) {
    return new Limits(budget, largestMail, other, clients, clientsPerAddress, commandsPerMinute);
  }

  /** The same for at most so many clients at once. */
  public Limits withClients(int most) {
    return new Limits(budget, largestMail, patience, most, clientsPerAddress, commandsPerMinute);
  }

  /** The same with other limits for what comes from one address. */
  public Limits withAddress(int mostClients, int mostCommandsPerMinute) {
    return new Limits(budget, largestMail, patience, clients, mostClients, mostCommandsPerMinute);
  }
}
