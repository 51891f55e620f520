package smtpterm.sasl;

import java.util.List;

/**
 * Says what the lines of one login are made of: {@code AGFubmEAZ2VoZWlt} is an empty name to act
 * in, {@code anna} and her password.
 *
 * <p>Follows one login from its beginning; both methods are called in its order.
 */
interface Anatomy {
  /**
   * What a challenge is made of.
   *
   * @param round which answer it asks for, counted from 0
   */
  List<Part> question(int round, byte[] challenge);

  /**
   * What an answer is made of.
   *
   * @param round which answer it is, counted from 0
   * @param challenge what it answers; empty for an answer on the AUTH line
   */
  List<Part> answer(int round, byte[] challenge, byte[] response);
}
