package smtpterm.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Two mails in a mailbox, so that the practice server beside a script of POP3 has {@code 2} to
 * answer to STAT and a mail for RETR.
 */
final class SampleMails {
  private static final List<String> SUBJECTS = List.of("Gartenparty", "Re: Gartenparty");

  private SampleMails() {}

  /** Puts them into the mailbox of the first account. */
  static void into(PostOffice office) throws IOException {
    String to = office.accounts().all().get(0).name();
    String domain = office.accounts().domains().get(0);
    ZonedDateTime now = ZonedDateTime.now(office.settings().clock());
    for (int i = 0; i < SUBJECTS.size(); i++) {
      List<String> lines = new ArrayList<>(FetchedSample.lines("RETR", List.of()));
      lines.set(2, "Subject: " + SUBJECTS.get(i));
      byte[] octets = (String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.US_ASCII);
      Envelope envelope =
          new Envelope("carol@example.com", List.of(to + "@" + domain), "laptop", "");
      StoredMail mail =
          new StoredMail("S000" + (i + 1), envelope, now, MailOctets.inMemory(octets));
      office.storage().memory().owe(mail.cost());
      office.mailboxes().put(mail, List.of(to));
    }
  }
}
