/**
 * What everything means: the catalogue of commands, replies and keywords, and the explainer that
 * picks what fits command, phase and reply.
 *
 * <p>May import: {@code protocol} and {@code text}. The facts stand in {@code NAME.table} files
 * beside the sentences in {@code NAME_de.properties} and {@code NAME_en.properties}; a new entry is
 * one row there and a line and a few sentences in each language. Start reading at {@link
 * smtpterm.knowledge.Explainer} and {@link smtpterm.knowledge.Catalog}; how an entry is shown in
 * full says {@link smtpterm.knowledge.Entry}.
 */
package smtpterm.knowledge;
