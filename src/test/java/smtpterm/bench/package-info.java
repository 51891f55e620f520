/**
 * Measurements, to be run by hand; no tests. Start reading at {@link
 * smtpterm.bench.ExplainBenchmark}.
 */
package smtpterm.bench;
