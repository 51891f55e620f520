/**
 * What the DNS says about the mail of a domain: its mail servers (MX) with their addresses, who may
 * send in its name (SPF), and what is to happen to forged mail (DMARC). It is only looked at: no
 * connection is made to what the DNS says.
 *
 * <p>May import: {@code text}, and dnsjava, which asks the questions and opens the sockets for
 * them. Start reading at {@link smtpterm.dns.LookUp}, which makes {@link smtpterm.dns.Findings};
 * {@link smtpterm.dns.Report} puts these into words.
 */
package smtpterm.dns;
