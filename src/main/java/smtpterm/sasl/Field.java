package smtpterm.sasl;

/** What a piece of a login is; {@code knowledge} has the words for each. */
public enum Field {
  /** What the server asks, in its own words. */
  QUESTION,
  /** Nothing: an empty line is right here. */
  EMPTY,
  USER,
  PASSWORD,
  /** In whose name to act; mostly empty. */
  AUTHZID,
  /** Who logs in. */
  AUTHCID,
  /** A line that is different every time. */
  CHALLENGE,
  /** HMAC-MD5 of the challenge, with the password as its key, in hex. */
  HMAC,
  REALM,
  NONCE,
  CNONCE,
  /** How often this nonce has been used. */
  NONCE_COUNT,
  QOP,
  DIGEST_URI,
  CHARSET,
  ALGORITHM,
  /** MD5 of user, realm and password, then with both nonces. */
  HA1,
  /** MD5 of what the answer is for. */
  HA2,
  /** The answer of DIGEST-MD5. */
  RESPONSE,
  /** The server's answer to ours. */
  RSPAUTH,
  /** Whether the login is bound to the TLS connection, and in whose name to act. */
  GS2_HEADER,
  CLIENT_NONCE,
  /** The client's nonce, and behind it the server's. */
  BOTH_NONCES,
  SALT,
  ITERATIONS,
  /** The GS2 header once more, in Base64. */
  CHANNEL_BINDING,
  SALTED_PASSWORD,
  AUTH_MESSAGE,
  CLIENT_KEY,
  CLIENT_SIGNATURE,
  PROOF,
  SERVER_SIGNATURE,
  /** What the server's signature must be. */
  EXPECTED_SIGNATURE,
  SERVER_ERROR,
  TOKEN,
  HOST,
  PORT,
  /** Why the server does not take the token, in JSON. */
  TOKEN_ERROR,
  /** What a guest leaves behind. */
  TRACE,
  /** Anything else. */
  OTHER
}
