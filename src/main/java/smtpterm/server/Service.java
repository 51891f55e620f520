package smtpterm.server;

import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import smtpterm.protocol.Dialect;
import smtpterm.protocol.Lmtp;
import smtpterm.protocol.Pop3;
import smtpterm.protocol.Smtp;
import smtpterm.script.Plan;

/** What a practice server listens for: {@code SMTP} on port 2525, and so on. */
public enum Service {
  SMTP("SMTP", 2525, Channel.Role.SMTP, false, SmtpDialogue::new),
  /** RFC 6409: what a mail program uses to hand in what its user wrote. */
  SUBMISSION("submission", 2587, Channel.Role.SUBMISSION, false, SmtpDialogue::new),
  /** RFC 8314 section 3.3: port 465 is submission, too, with TLS from the start. */
  SMTPS("SMTPS", 2465, Channel.Role.SUBMISSION, true, SmtpDialogue::new),
  /** RFC 2033 section 5: never on port 25, and so not on the port that stands for it here. */
  LMTP("LMTP", 2424, Channel.Role.LMTP, false, SmtpDialogue::new),
  /** RFC 1939. */
  POP3("POP3", 2110, Channel.Role.POP3, false, Pop3Dialogue::new),
  /** RFC 8314 section 3.2: port 995, with TLS from the start. */
  POP3S("POP3S", 2995, Channel.Role.POP3, true, Pop3Dialogue::new);

  private final String label;
  private final int usualPort;
  private final Channel.Role role;
  private final boolean tlsFromTheStart;

  // References to constructors, which hold nothing.
  @SuppressWarnings("ImmutableEnumChecker")
  private final BiFunction<PostOffice, Channel, Dialogue> dialogues;

  Service(
      String label,
      int usualPort,
      Channel.Role role,
      boolean tlsFromTheStart,
      BiFunction<PostOffice, Channel, Dialogue> dialogues) {
    this.label = label;
    this.usualPort = usualPort;
    this.role = role;
    this.tlsFromTheStart = tlsFromTheStart;
    this.dialogues = dialogues;
  }

  /** The service of this name, such as {@code smtp}, in small or capital letters. */
  public static Optional<Service> named(String name) {
    for (Service service : values()) {
      if (service.label.equalsIgnoreCase(name)) {
        return Optional.of(service);
      }
    }
    return Optional.empty();
  }

  /** What is spoken in this conversation, judged by its target and its words. */
  public static Service spokenIn(Plan plan) {
    return PartService.of(plan);
  }

  /** As people write it, such as {@code SMTP}. */
  public String label() {
    return label;
  }

  /** As a URL has it, such as {@code smtp}. */
  public String scheme() {
    return label.toLowerCase(Locale.ROOT);
  }

  /** Where it listens when nobody says otherwise: above 1024, where no rights are needed. */
  public int usualPort() {
    return usualPort;
  }

  /** Whether the connection starts with the TLS handshake. */
  public boolean tlsFromTheStart() {
    return tlsFromTheStart;
  }

  Channel.Role role() {
    return role;
  }

  /** How this client is connected at first. */
  Channel channel(boolean tlsPossible, String clientAddress) {
    return new Channel(role, tlsPossible, tlsFromTheStart, clientAddress);
  }

  /** What is spoken there, as seen by somebody who listens. */
  public Dialect dialect() {
    return switch (role) {
      case SMTP, SUBMISSION -> new Smtp();
      case LMTP -> new Lmtp();
      case POP3 -> new Pop3();
    };
  }

  /** The conversation with one client. */
  Dialogue dialogue(PostOffice office, Channel channel) {
    return dialogues.apply(office, channel);
  }
}
