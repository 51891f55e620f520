/**
 * Tests against real mail servers, tagged {@code real}. They run only in {@code .ci/run}, which
 * starts the servers and names them in system properties: {@code real.postfix} is the first port of
 * Postfix on 127.0.0.1, {@code real.postfix.jail} the folder it lives in, and so on; the scripts in
 * {@code .ci/servers} say what each of them is. {@code real.certificates} is the folder of their
 * certificates.
 *
 * <p>Start reading in {@link smtpterm.real.Door}.
 */
package smtpterm.real;
