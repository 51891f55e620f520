/**
 * Tests against Postfix and Exim, tagged {@code real}. They run only in {@code .ci/run}, which
 * starts the servers and names them in system properties: {@code real.postfix} and {@code
 * real.exim} are {@code 127.0.0.1:PORT}, with {@code .maildir} behind it the folder in which {@code
 * bob/new} holds bob's mail, with {@code .certificate} the file of the certificate to trust.
 */
package smtpterm.real;
