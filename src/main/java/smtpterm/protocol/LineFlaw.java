package smtpterm.protocol;

import java.util.Objects;

/**
 * Something that is probably wrong with a typed line: in {@code MIAL FROM:<a@b>} the first four
 * characters, where {@code MAIL} was meant.
 *
 * @param kind what is wrong; never null
 * @param from index of the first character concerned; where something is missing, of what it is
 *     missing at
 * @param to index behind the last one; above {@code from} unless the line is empty
 * @param word what a sentence about it needs: the word that was meant, or the command that
 *     something is missing behind; often empty, never null
 * @param pending whether typing on at the end can still make the line right
 */
public record LineFlaw(Kind kind, int from, int to, String word, boolean pending) {
  public LineFlaw {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(word, "word");
    if (from < 0 || to < from) {
      throw new IllegalArgumentException(kind + ": " + from + " to " + to);
    }
  }

  /** Which part of the line a flaw belongs to, and so which refusals it may explain. */
  public enum Family {
    /** Characters that no command has: most come from a word processor. */
    LETTERS,
    /** The line is no command at all, or its first word is none. */
    START,
    /** The command is known, and what follows is written in a wrong way. */
    FORM,
    /** The server has not offered it. */
    OFFER,
    /** It is not its turn yet, or no more. */
    ORDER
  }

  /** What can be wrong. */
  public enum Kind {
    /** A no-break space or another blank that is not the one of the space bar. */
    SPECIAL_BLANK(Family.LETTERS),
    TAB(Family.LETTERS),
    /** A character that shows nothing, such as a zero-width space or a soft hyphen. */
    INVISIBLE(Family.LETTERS),
    /** A control character, such as CR or ESC. */
    CONTROL(Family.LETTERS),
    /** A quote, dash or bracket of print; the word is the plain one. */
    TYPOGRAPHIC(Family.LETTERS),
    /** {@code …}, copied from a template. */
    PLACEHOLDER(Family.LETTERS),
    /** A letter such as ä where only ASCII is possible. */
    EIGHT_BIT(Family.LETTERS),
    /** A letter such as ä in an address, SMTPUTF8 is offered, and MAIL does not say it. */
    UTF8_UNDECLARED(Family.LETTERS),
    /** A letter such as ä in an address, and SMTPUTF8 is not offered. */
    UTF8_NOT_OFFERED(Family.LETTERS),
    /** More octets than a command may have; the word is the limit. */
    TOO_LONG(Family.LETTERS),

    EMPTY(Family.START),
    BLANK_FIRST(Family.START),
    /**
     * {@code C:}, {@code >} or another mark in front that was copied along; the word is the mark.
     */
    COPIED_MARK(Family.START),
    /** {@code S: 250 ok} or {@code 250 ok}: a line of the server. */
    COPIED_REPLY(Family.START),
    /** {@code GET / HTTP/1.1}. */
    HTTP(Family.START),
    /** {@code USER anna}; the word is the command. */
    POP3(Family.START),
    /** {@code EHLO me} where POP3 is spoken; the word is the command. */
    SMTP(Family.START),
    /** EHLO with LMTP, LHLO with SMTP; the word is the right one. */
    HELLO_ELSEWHERE(Family.START),
    /** A header line before DATA; the word is its name. */
    HEADER_EARLY(Family.START),
    /** Message text before DATA. */
    TEXT_EARLY(Family.START),
    /** The lone dot, and no message text has begun. */
    DOT_EARLY(Family.START),
    /** Base64, and nothing has been asked. */
    BASE64_EARLY(Family.START),
    /** The word is the command that was meant. */
    VERB_MISSPELT(Family.START),
    /** {@code EHLO:}; the word is the command. */
    VERB_PUNCTUATION(Family.START),
    /** {@code MAILFROM:}; the word is the command as it should be. */
    VERB_GLUED(Family.START),
    /** {@code START TLS}; the word is the command as it should be. */
    VERB_SPLIT(Family.START),
    /** {@code FROM:<a@b>}; the word is the missing command. */
    VERB_MISSING(Family.START),
    VERB_UNKNOWN(Family.START),

    /** EHLO alone; the word is the command. */
    NAME_MISSING(Family.FORM),
    /** {@code EHLO <laptop>}. */
    NAME_BRACKETS(Family.FORM),
    /** {@code EHLO my laptop}. */
    NAME_BLANK(Family.FORM),
    /** The character marked cannot be part of a name. */
    NAME_CHARACTER(Family.FORM),
    /** A command that stands alone has something behind it; the word is the command. */
    ALONE(Family.FORM),
    /** The word is the command that needs more. */
    ARGUMENT_MISSING(Family.FORM),
    /** BDAT without its number. */
    NUMBER_MISSING(Family.FORM),
    /** {@code RETR} or {@code RETR x}; the word is the command. */
    MAIL_NUMBER_MISSING(Family.FORM),
    /** {@code TOP 1}. */
    TOP_LINES_MISSING(Family.FORM),
    /** {@code BDAT 5 END}. */
    LAST_EXPECTED(Family.FORM),
    /** {@code MAIL <a@b>}; the word is the whole beginning, such as {@code MAIL FROM:}. */
    WORD_MISSING(Family.FORM),
    /** The word stands before the missing colon, such as FROM. */
    COLON_MISSING(Family.FORM),
    BLANK_BEFORE_COLON(Family.FORM),
    /** Nothing behind the colon; the word is the whole beginning. */
    ADDRESS_MISSING(Family.FORM),
    BRACKETS_MISSING(Family.FORM),
    OPEN_MISSING(Family.FORM),
    CLOSE_MISSING(Family.FORM),
    BRACKETS_DOUBLE(Family.FORM),
    /** {@code FROM:Anna <a@b>}. */
    DISPLAY_NAME(Family.FORM),
    QUOTE_MISSING(Family.FORM),
    /** RCPT with an empty path. */
    NOBODY(Family.FORM),
    /** {@code <mailto:a@b>}. */
    MAILTO(Family.FORM),
    /** More than one address for one command. */
    SEVERAL(Family.FORM),
    AT_MISSING(Family.FORM),
    AT_TWICE(Family.FORM),
    LOCAL_MISSING(Family.FORM),
    DOMAIN_MISSING(Family.FORM),
    LITERAL_OPEN(Family.FORM),
    ADDRESS_BLANK(Family.FORM),
    /** A dot at an end or two in a row. */
    ADDRESS_DOT(Family.FORM),
    /** The character marked cannot be part of an address. */
    ADDRESS_CHARACTER(Family.FORM),
    /** Something that is no parameter stands behind the address. */
    BEHIND_ADDRESS(Family.FORM),
    PARAMETER_GLUED(Family.FORM),
    /** {@code SIZE = 3}. */
    PARAMETER_BLANK(Family.FORM),
    /** The word is the parameter that was meant. */
    PARAMETER_MISSPELT(Family.FORM),
    PARAMETER_UNKNOWN(Family.FORM),
    /** The word is the command that it belongs to. */
    PARAMETER_ELSEWHERE(Family.FORM),
    /** The word is the form that it should have, such as {@code SIZE=n}. */
    PARAMETER_VALUE(Family.FORM),
    MECHANISM_MISSING(Family.FORM),
    /** The word is the mechanism that was meant. */
    MECHANISM_MISSPELT(Family.FORM),
    /** More than one word behind the mechanism. */
    ANSWER_WORDS(Family.FORM),
    /** The first answer of AUTH has a character that Base64 does not know. */
    ANSWER_CHARACTER(Family.FORM),
    /** The first answer of AUTH is no Base64 for another reason. */
    ANSWER_BASE64(Family.FORM),
    /** Perhaps the blank behind the colon is too much: many servers take it. */
    BLANK_AFTER_COLON(Family.FORM),

    /** The word is the command that EHLO must offer. */
    NOT_OFFERED(Family.OFFER),
    /** The same, and STARTTLS is offered: then it mostly comes with encryption. */
    OFFERED_WITH_TLS(Family.OFFER),
    MECHANISM_NOT_OFFERED(Family.OFFER),
    /** The word is the keyword that it needs. */
    PARAMETER_NOT_OFFERED(Family.OFFER),
    /** {@code SIZE=} above what was offered; the word is the limit in octets. */
    SIZE_OVER(Family.OFFER),

    /** Nothing but greetings were exchanged; the word is the command. */
    HELLO_FIRST(Family.ORDER),
    /** HELO was said, and what is marked needs EHLO; the word is its name. */
    EHLO_FIRST(Family.ORDER),
    /** The word is the command. */
    MAIL_FIRST(Family.ORDER),
    /** MAIL and RCPT are missing; the word is the command. */
    ENVELOPE_FIRST(Family.ORDER),
    /** The word is the command. */
    RCPT_FIRST(Family.ORDER),
    /** MAIL inside a mail that is begun. */
    MAIL_NESTED(Family.ORDER),
    LOGIN_TWICE(Family.ORDER),
    /** {@code LIST} before the login of POP3; the word is the command. */
    LOGIN_FIRST(Family.ORDER),
    /** PASS before USER. */
    USER_FIRST(Family.ORDER),
    /** AUTH inside a mail that is begun. */
    LOGIN_NESTED(Family.ORDER);

    private final Family family;

    Kind(Family family) {
      this.family = family;
    }

    /** Which part of the line it belongs to; never null. */
    public Family family() {
      return family;
    }
  }
}
