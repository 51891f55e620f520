package smtpterm.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A directory in which mails outlive the server: {@code P0001.eml} has the octets of a mail, {@code
 * P0001.envelope} its envelope and the mailboxes it lies in.
 *
 * <p>A mail is there as soon as its envelope is, and gone with it. Each file is written under
 * another name and then renamed, so it is whole or not there, whenever the process ends. File names
 * are made of the server's own numbers, never of what a client says.
 */
final class DataDirectory implements MailStore {
  private static final Pattern ENVELOPE = Pattern.compile("P(\\d{4,15})\\.envelope");
  private static final Pattern UNFINISHED = Pattern.compile("P\\d{4,15}\\.(?:eml|envelope)\\.new");
  private static final Pattern OCTETS = Pattern.compile("(P\\d{4,15})\\.eml");

  /** Octets of an envelope: a hundred recipients take less. */
  private static final long LARGEST_ENVELOPE = 1_048_576;

  private final OwnDirectory directory;
  private final ByteBudget disk;
  private long lastNumber;
  private boolean closed;

  private DataDirectory(OwnDirectory directory, ByteBudget disk) {
    this.directory = directory;
    this.disk = disk;
  }

  /**
   * Opens it for this server alone; it is made if it is not there.
   *
   * @param limit octets that all mails in it may have
   * @throws DataRefused when it is not to be used
   */
  static DataDirectory open(Path path, long limit) throws IOException {
    return new DataDirectory(OwnDirectory.take(path), new ByteBudget(limit));
  }

  @Override
  public synchronized Map<StoredMail, List<String>> earlier() throws IOException {
    Map<Long, String> envelopes = new TreeMap<>();
    for (String name : directory.names()) {
      var envelope = ENVELOPE.matcher(name);
      if (envelope.matches()) {
        envelopes.put(Long.parseLong(envelope.group(1)), name);
      }
    }
    removeLeftovers(List.copyOf(envelopes.values()));
    Map<StoredMail, List<String>> mails = new LinkedHashMap<>();
    for (Map.Entry<Long, String> envelope : envelopes.entrySet()) {
      lastNumber = envelope.getKey();
      EnvelopeFile read = read(directory.file(envelope.getValue()));
      mails.put(mail(envelope.getValue().replace(".envelope", ""), read), read.mailboxes());
    }
    return mails;
  }

  @Override
  public synchronized long lastNumber() {
    return lastNumber;
  }

  @Override
  public StoredMail keep(StoredMail mail, Collection<String> mailboxes) throws IOException {
    long size = mail.size();
    if (!disk.take(size)) {
      throw new IOException("the directory is full");
    }
    FileOctets octets = new FileOctets(directory.file(mail.id() + ".eml"), size, disk);
    try {
      write(mail.id() + ".eml", mail.place());
      relocate(mail, mailboxes);
      return mail.movedTo(octets);
    } catch (IOException e) {
      octets.discard();
      throw e;
    }
  }

  @Override
  public synchronized void relocate(StoredMail mail, Collection<String> mailboxes)
      throws IOException {
    String name = mail.id() + ".envelope";
    if (mailboxes.isEmpty()) {
      Files.deleteIfExists(directory.file(name));
    } else {
      write(name, MailOctets.inMemory(EnvelopeFile.of(mail, mailboxes).octets()));
    }
  }

  @Override
  public synchronized void close() throws IOException {
    closed = true;
    directory.close();
  }

  private void write(String name, MailOctets octets) throws IOException {
    Path unfinished = directory.create(name + ".new");
    try {
      try (InputStream in = octets.open();
          OutputStream out =
              Files.newOutputStream(
                  unfinished, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
        in.transferTo(out);
      }
      rename(unfinished, name);
    } catch (IOException e) {
      Files.deleteIfExists(unfinished);
      throw e;
    }
  }

  private synchronized void rename(Path unfinished, String name) throws IOException {
    if (closed) {
      // Another server may have the directory by now.
      throw new IOException("the directory is closed");
    }
    directory.replace(unfinished, name);
  }

  /** Takes away what was not finished, and octets without an envelope. */
  private void removeLeftovers(List<String> envelopes) throws IOException {
    for (String name : directory.names()) {
      var octets = OCTETS.matcher(name);
      boolean alone = octets.matches() && !envelopes.contains(octets.group(1) + ".envelope");
      if (alone || UNFINISHED.matcher(name).matches()) {
        Files.deleteIfExists(directory.file(name));
      }
    }
  }

  private static EnvelopeFile read(Path file) throws IOException {
    byte[] octets;
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      octets = in.readNBytes((int) LARGEST_ENVELOPE);
    }
    return EnvelopeFile.read(octets)
        .orElseThrow(() -> new DataRefused(DataRefused.Why.DAMAGED, file));
  }

  private StoredMail mail(String id, EnvelopeFile envelope) throws IOException {
    Path file = directory.file(id + ".eml");
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new DataRefused(DataRefused.Why.DAMAGED, file);
    }
    long size = Files.size(file);
    disk.owe(size);
    FileOctets octets = new FileOctets(file, size, disk);
    return new StoredMail(id, envelope.envelope(), envelope.received(), octets);
  }
}
