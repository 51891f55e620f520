/**
 * What everything means: the catalogue of commands, replies and keywords, and the explainer that
 * picks what fits command, phase and reply.
 *
 * <p>May import: {@code protocol} and {@code text}. The facts stand in {@code NAME.table} files
 * beside the sentences in {@code NAME_de.properties} and {@code NAME_en.properties}; a new entry is
 * one row there and one line in each language. Start reading at {@link
 * smtpterm.knowledge.Explainer} and {@link smtpterm.knowledge.Catalog}.
 */
package smtpterm.knowledge;
