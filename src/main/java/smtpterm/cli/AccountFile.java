package smtpterm.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import smtpterm.sasl.Account;
import smtpterm.server.AccountList;
import smtpterm.server.BadAccount;
import smtpterm.server.Pupils;
import smtpterm.text.Texts;

/** A list of accounts on disk, one {@code NAME:PASSWORD} a line. */
final class AccountFile {
  /** More than a list of accounts can sensibly have. */
  private static final long LONGEST = 1_048_576;

  private final Path file;
  private final Texts texts;

  AccountFile(Path file, Texts texts) {
    this.file = file;
    this.texts = texts;
  }

  /** There is something wrong with the file; the message is a sentence for the user. */
  static final class Unusable extends Exception {
    private static final long serialVersionUID = 1L;

    Unusable(String sentence) {
      super(sentence);
    }
  }

  /** The accounts in it. */
  List<Account> accounts() throws Unusable {
    try {
      if (Files.size(file) > LONGEST) {
        throw new Unusable(texts.say("cli.accounts.too-long", file));
      }
      AccountList list = new AccountList();
      list.addLines(Files.readAllLines(file, StandardCharsets.UTF_8));
      return list.all();
    } catch (BadAccount e) {
      String place = texts.say("cli.accounts.place", file, e.line());
      throw new Unusable(place + " " + sentence(texts, e));
    } catch (CharacterCodingException e) {
      throw new Unusable(texts.say("cli.accounts.not-utf8", file));
    } catch (IOException e) {
      throw new Unusable(texts.say("cli.accounts.unreadable", file, reason(e)));
    }
  }

  /**
   * So many pupils: those in it, and those that were still missing, which are in it from now on. So
   * the same command gives the class the same passwords in the next lesson.
   */
  List<Account> pupils(Pupils made, int count) throws Unusable {
    List<Account> pupils = new ArrayList<>(Files.exists(file) ? accounts() : List.of());
    List<String> known = pupils.stream().map(Account::name).toList();
    List<Account> missing =
        made.names(count).stream().filter(n -> !known.contains(n)).map(made::account).toList();
    if (!missing.isEmpty()) {
      append(missing);
    }
    pupils.addAll(missing);
    return pupils;
  }

  private void append(List<Account> accounts) throws Unusable {
    List<String> lines = new ArrayList<>();
    try {
      if (!Files.exists(file)) {
        Files.createFile(file);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
          Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
        lines.add("# " + texts.say("cli.pupils.head"));
      }
      accounts.forEach(account -> lines.add(AccountList.line(account)));
      Files.write(file, lines, StandardCharsets.UTF_8, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new Unusable(texts.say("cli.pupils.not-written", file, reason(e)));
    }
  }

  /** What is wrong with an account. */
  static String sentence(Texts texts, BadAccount bad) {
    String key =
        switch (bad.problem()) {
          case NO_COLON -> "cli.accounts.no-colon";
          case NAME -> "cli.accounts.bad-name";
          case RESERVED -> "cli.accounts.reserved";
          case TWICE -> "cli.accounts.twice";
          case TOO_MANY -> "cli.accounts.too-many";
          case PASSWORD -> "cli.accounts.bad-password";
        };
    return texts.say(key, bad.culprit());
  }

  /** The system's words say what is wrong for some errors, and for others its name does. */
  private static String reason(IOException e) {
    String message = String.valueOf(e.getMessage());
    return e.getClass() == IOException.class ? message : e.getClass().getSimpleName();
  }
}
