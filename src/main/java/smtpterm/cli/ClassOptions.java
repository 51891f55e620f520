package smtpterm.cli;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import smtpterm.server.Lan;
import smtpterm.server.Limits;
import smtpterm.server.Listening;
import smtpterm.server.Loopback;
import smtpterm.server.Settings;
import smtpterm.text.Texts;

/** What a server for a class takes besides: {@code --lan --max-clients 40 --data mails}. */
final class ClassOptions {
  /** More threads than this are no longer a matter of course. */
  private static final int MOST_CLIENTS = 1_000;

  @Spec(Spec.Target.MIXEE)
  CommandSpec spec;

  @Option(names = "--lan")
  boolean lan;

  @Option(names = "--max-clients", paramLabel = "N")
  Integer maxClients;

  @Option(names = "--rate", paramLabel = "N")
  Integer rate;

  @Option(names = "--data", paramLabel = "DIR")
  Path data;

  /** The settings with all of it but {@code --lan}. */
  Settings in(Settings settings, Texts texts) {
    Limits limits = settings.limits();
    if (maxClients != null) {
      if (maxClients < 1 || maxClients > MOST_CLIENTS) {
        throw wrong(texts.say("cli.serve.bad-clients", maxClients, MOST_CLIENTS));
      }
      limits = limits.withClients(maxClients);
    }
    if (rate != null) {
      if (rate < 1) {
        throw wrong(texts.say("cli.serve.bad-rate", rate));
      }
      limits = limits.withAddress(limits.clientsPerAddress(), rate);
    }
    Settings limited = settings.withLimits(limits);
    return data == null ? limited : limited.withFolders(limited.folders().withData(data));
  }

  /** The settings for a server that the class can reach, and this computer as before. */
  static Settings inLan(Settings settings, Lan lan) {
    List<InetAddress> addresses = new ArrayList<>(Loopback.addresses());
    addresses.addAll(lan.addresses());
    return settings.withListening(new Listening(addresses, settings.listening().ports()));
  }

  private ParameterException wrong(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }
}
