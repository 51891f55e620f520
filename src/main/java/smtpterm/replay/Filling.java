package smtpterm.replay;

import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import smtpterm.script.Place;
import smtpterm.script.Template;
import smtpterm.wire.Connection;
import smtpterm.wire.LosslessUtf8;

/**
 * Fills in what a line leaves open, such as {@code ${user}}. What a variable holds is never read
 * for further places to fill in.
 */
final class Filling {
  /** A line, and whatever becomes of it, in octets. */
  private static final int LONGEST_LINE = 1024 * 1024;

  /** Otherwise {@code @set a ${a}${a}} thirty times would fill the memory. */
  private static final int LONGEST_VALUE = 64 * 1024;

  /** RFC 5322 section 3.3. */
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

  private final Names names;
  private final Secrets secrets;
  private final Logins logins;
  private final Clock clock;

  Filling(Names names, Secrets secrets, Logins logins, Clock clock) {
    this.names = names;
    this.secrets = secrets;
    this.logins = logins;
    this.clock = clock;
  }

  /** A line to be sent, or to be compared with. */
  Filled line(Place at, Template template, Optional<Link> link) throws Failed {
    return fill(at, template, link, LONGEST_LINE);
  }

  /** A value to be kept. */
  Filled value(Place at, Template template, Optional<Link> link) throws Failed {
    return fill(at, template, link, LONGEST_VALUE);
  }

  private Filled fill(Place at, Template template, Optional<Link> link, int longest) throws Failed {
    Filled sum = Filled.open("");
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    for (Template.Piece piece : template.pieces()) {
      if (piece instanceof Template.Hex hex) {
        // They may be the rest of a character that begins in the piece before.
        octets.writeBytes(HexFormat.of().parseHex(hex.digits()));
        continue;
      }
      Filled part = piece(at, piece, LosslessUtf8.decode(octets.toByteArray()), link);
      if (!(piece instanceof Template.Literal) && !Connection.sendable(part.text())) {
        throw new Failed(Failure.of(place(at, piece), Failure.Kind.UNSENDABLE));
      }
      octets.writeBytes(LosslessUtf8.encode(part.text()));
      sum = sum.and(part, "");
      if (octets.size() > longest) {
        throw new Failed(Failure.of(at, Failure.Kind.TOO_LONG, longest / 1024));
      }
    }
    return sum.as(LosslessUtf8.decode(octets.toByteArray()));
  }

  private static Place place(Place at, Template.Piece piece) {
    if (piece instanceof Template.Variable variable) {
      return variable.at();
    } else if (piece instanceof Template.Secret secret) {
      return secret.at();
    }
    return piece instanceof Template.Answer answer ? answer.at() : at;
  }

  private Filled piece(Place at, Template.Piece piece, String before, Optional<Link> link)
      throws Failed {
    if (piece instanceof Template.Literal literal) {
      return Filled.open(literal.text());
    } else if (piece instanceof Template.Variable variable) {
      return variable(variable, link);
    } else if (piece instanceof Template.Secret secret) {
      return secrets.named(secret.at(), secret.name(), fallback(secret, link), link);
    } else if (piece instanceof Template.Answer answer) {
      return answer(answer, before, link);
    }
    Filled content = fill(at, ((Template.Base64) piece).content(), link, LONGEST_VALUE);
    return encoded(content);
  }

  private Filled encoded(Filled content) {
    byte[] octets = LosslessUtf8.encode(content.text());
    Filled encoded = content.as(Base64.getEncoder().encodeToString(octets));
    if (content.secret()) {
      secrets.hide(encoded.text());
    }
    return encoded;
  }

  private Optional<Filled> fallback(Template.Secret secret, Optional<Link> link) throws Failed {
    return secret.fallback().isEmpty()
        ? Optional.empty()
        : Optional.of(fill(secret.at(), secret.fallback().get(), link, LONGEST_VALUE));
  }

  private Filled variable(Template.Variable variable, Optional<Link> link) throws Failed {
    String name = variable.name();
    if (names.secretive(name)) {
      return secrets.named(variable.at(), name, Optional.empty(), link);
    }
    Optional<Filled> known = names.plain(name).or(() -> own(name).map(Filled::open));
    if (known.isPresent()) {
      return known.get();
    }
    if (variable.fallback().isEmpty()) {
      throw new Failed(Failure.of(variable.at(), Failure.Kind.UNKNOWN_NAME, name));
    }
    return fill(variable.at(), variable.fallback().get(), link, LONGEST_VALUE);
  }

  private Optional<String> own(String name) {
    return switch (name) {
      case "date" -> Optional.of(DATE.format(ZonedDateTime.now(clock)));
      case "uuid" -> Optional.of(UUID.randomUUID().toString());
      case "hostname" -> Optional.of(hostname());
      case "message-id" -> Optional.of("<" + UUID.randomUUID() + "@" + hostname() + ">");
      default -> Optional.empty();
    };
  }

  /** A name that could stand in an EHLO. */
  private static String hostname() {
    try {
      String name = InetAddress.getLocalHost().getHostName();
      return name.matches("[A-Za-z0-9.-]{1,255}") ? name : "localhost";
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }

  private Filled answer(Template.Answer answer, String before, Optional<Link> link) throws Failed {
    if (link.isEmpty()) {
      throw new Failed(Failure.of(answer.at(), Failure.Kind.NO_ANSWER, "@set"));
    }
    return logins.answer(answer.at(), account(answer, link), before, link.get());
  }

  private Logins.Account account(Template.Answer answer, Optional<Link> link) {
    return new Logins.Account() {
      @Override
      public String user() throws Failed {
        if (answer.user().isPresent()) {
          return fill(answer.at(), answer.user().get(), link, LONGEST_VALUE).text();
        }
        return names
            .plain("user")
            .orElseThrow(
                () -> new Failed(Failure.of(answer.at(), Failure.Kind.UNKNOWN_NAME, "user")))
            .text();
      }

      @Override
      public Filled password() throws Failed {
        if (answer.password().isEmpty()) {
          return secrets.named(answer.at(), "password", Optional.empty(), link);
        }
        Filled given = fill(answer.at(), answer.password().get(), link, LONGEST_VALUE);
        secrets.hide(given.text());
        return given.hidden();
      }
    };
  }
}
