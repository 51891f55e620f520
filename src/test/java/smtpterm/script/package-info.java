/** Tests of session files and of transcripts, all written for them. */
package smtpterm.script;
