package smtpterm.server;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import smtpterm.sasl.Account;

/**
 * Accounts as people write them down: {@code anna:geheim}, one a line; behind {@code #} stands what
 * is for people only. For one thread.
 */
public final class AccountList {
  /** More people than that are in no school. */
  public static final int MOST = 2_000;

  private static final int LONGEST_PASSWORD = 200;
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final Map<String, Account> accounts = new LinkedHashMap<>();

  /** The accounts so far, in their order. */
  public List<Account> all() {
    return List.copyOf(accounts.values());
  }

  /** Whether there is one of this name, written in small letters. */
  public boolean has(String name) {
    return accounts.containsKey(name);
  }

  /** Adds those that are there already elsewhere. */
  public void addAll(List<Account> more) throws BadAccount {
    for (Account account : more) {
      put(account, 0);
    }
  }

  /** Adds {@code NAME:PASSWORD}. */
  public void add(String written) throws BadAccount {
    put(read(written, 0), 0);
  }

  /** Adds what stands in a file; empty lines and those that start with {@code #} do not count. */
  public void addLines(List<String> lines) throws BadAccount {
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (i == 0 && line.startsWith(BYTE_ORDER_MARK)) {
        line = line.substring(BYTE_ORDER_MARK.length());
      }
      if (!line.isBlank() && !line.strip().startsWith("#")) {
        put(read(line, i + 1), i + 1);
      }
    }
  }

  /** As it is written in a list. */
  public static String line(Account account) {
    return account.name() + ":" + account.password();
  }

  private void put(Account account, int line) throws BadAccount {
    if (accounts.size() >= MOST) {
      throw new BadAccount(BadAccount.Problem.TOO_MANY, account.name(), line);
    }
    if (accounts.putIfAbsent(account.name(), account) != null) {
      throw new BadAccount(BadAccount.Problem.TWICE, account.name(), line);
    }
  }

  private static Account read(String written, int line) throws BadAccount {
    int colon = written.indexOf(':');
    if (colon < 0) {
      throw new BadAccount(BadAccount.Problem.NO_COLON, written.strip(), line);
    }
    String name = written.substring(0, colon).strip().toLowerCase(Locale.ROOT);
    String password = written.substring(colon + 1).strip();
    if (!Accounts.wellFormed(name)) {
      throw new BadAccount(BadAccount.Problem.NAME, name, line);
    }
    if (Accounts.reserved(name)) {
      throw new BadAccount(BadAccount.Problem.RESERVED, name, line);
    }
    if (password.isEmpty()
        || password.length() > LONGEST_PASSWORD
        || password.chars().anyMatch(Character::isISOControl)) {
      throw new BadAccount(BadAccount.Problem.PASSWORD, name, line);
    }
    return new Account(name, password);
  }
}
