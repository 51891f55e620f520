package smtpterm.cli;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import smtpterm.sasl.Account;
import smtpterm.server.AccountList;
import smtpterm.server.Accounts;
import smtpterm.server.BadAccount;
import smtpterm.server.Pupils;
import smtpterm.text.Texts;

/** Who has a mailbox on a practice server: {@code --account anna:geheim}, {@code --pupils 30}. */
final class PeopleOptions {
  @Spec(Spec.Target.MIXEE)
  CommandSpec spec;

  @Option(names = "--account", paramLabel = "NAME:PASSWORD")
  List<String> accounts = new ArrayList<>();

  @Option(names = "--accounts", paramLabel = "FILE")
  Path file;

  @Option(names = "--pupils", paramLabel = "N")
  Integer pupils;

  @Option(names = "--pupils-list", paramLabel = "FILE")
  Path pupilsList;

  @Option(names = "--domain", paramLabel = "NAME")
  List<String> domains = new ArrayList<>();

  /** The people who were asked for; those of every lesson when none were. */
  Accounts people(Texts texts) {
    if (pupilsList != null && pupils == null) {
      throw wrong(texts.say("cli.pupils.how-many"));
    }
    AccountList list = new AccountList();
    try {
      if (accounts.isEmpty() && file == null) {
        list.addAll(Accounts.standard().all());
      }
      for (String account : accounts) {
        list.add(account);
      }
      if (file != null) {
        list.addAll(new AccountFile(file, texts).accounts());
      }
      if (pupils != null) {
        list.addAll(pupils(texts));
      }
    } catch (BadAccount e) {
      throw wrong(AccountFile.sentence(texts, e));
    } catch (AccountFile.Unusable e) {
      throw wrong(e.getMessage());
    }
    return new Accounts(list.all(), domains(texts));
  }

  /** Whether none of these options was given. */
  boolean untouched() {
    return accounts.isEmpty()
        && file == null
        && pupils == null
        && pupilsList == null
        && domains.isEmpty();
  }

  private List<String> domains(Texts texts) {
    if (domains.isEmpty()) {
      return Accounts.standard().domains();
    }
    List<String> named = new ArrayList<>();
    for (String domain : domains) {
      String name = domain.toLowerCase(Locale.ROOT);
      if (!Accounts.isDomain(name)) {
        throw wrong(texts.say("cli.accounts.bad-domain", domain));
      }
      named.add(name);
    }
    return named;
  }

  private List<Account> pupils(Texts texts) throws AccountFile.Unusable {
    if (pupils < 1 || pupils > Pupils.MOST) {
      throw wrong(texts.say("cli.pupils.bad-number", pupils, Pupils.MOST));
    }
    List<String> words = List.of(texts.say("cli.pupils.words").split(" ", -1));
    Pupils made = new Pupils(texts.say("cli.pupils.stem"), words, new SecureRandom()::nextInt);
    return pupilsList == null
        ? made.names(pupils).stream().map(made::account).toList()
        : new AccountFile(pupilsList, texts).pupils(made, pupils);
  }

  private ParameterException wrong(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }
}
