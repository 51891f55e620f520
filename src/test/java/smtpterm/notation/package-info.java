/** Tests of the reading of transcripts, all of them written for these tests. */
package smtpterm.notation;
