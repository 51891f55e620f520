package smtpterm.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import smtpterm.session.Ending;
import smtpterm.text.Texts;
import smtpterm.wire.TlsInfo;
import smtpterm.wire.TlsTrouble;

/** How a conversation ended, or why it is doubtful, in sentences: {@code The server closed …}. */
public final class Endings {
  private final Look look;
  private final Texts texts;
  private final TlsWords words;

  /** Speaks the language of these texts, as this look can show it. */
  public Endings(Look look, Texts texts) {
    this.look = Objects.requireNonNull(look, "look");
    this.texts = Objects.requireNonNull(texts, "texts");
    this.words = new TlsWords(texts);
  }

  /** Why there is no encryption, in one or more sentences. */
  public List<String> sentences(TlsTrouble trouble) {
    return words.trouble(trouble).stream().map(look::own).toList();
  }

  /** What is doubtful about an encrypted connection that goes on all the same; mostly nothing. */
  public List<String> doubts(TlsInfo encrypted) {
    if (encrypted.check().verified()) {
      return List.of();
    }
    return Stream.concat(Stream.of(words.begun(encrypted)), words.flaws(encrypted).stream())
        .map(look::own)
        .toList();
  }

  /** How the conversation ended and what that means for the mail, in one or two sentences. */
  public List<String> sentences(Ending ending) {
    if (ending.trouble().isPresent()) {
      return sentences(ending.trouble().get());
    }
    String key =
        switch (ending.cause()) {
          case FINISHED -> "screen.ended.finished";
          case SERVICE_CLOSING -> "screen.ended.service-closing";
          case SERVER_CLOSED -> "screen.ended.server-closed";
          case RESET -> "screen.ended.reset";
          case BROKEN, TLS -> "screen.ended.broken";
          case TRUNCATED -> "screen.ended.truncated";
          case LEFT -> "screen.ended.left";
        };
    List<String> sentences = new ArrayList<>();
    sentences.add(look.own(texts.say(key, ending.detail())));
    if (ending.place() == Ending.Place.IN_TEXT) {
      sentences.add(look.own(texts.say("screen.ended.in-text")));
    } else if (ending.place() == Ending.Place.AFTER_DOT) {
      sentences.add(look.own(texts.say("screen.ended.after-dot")));
    }
    return sentences;
  }
}
