/**
 * Measurements, to be run by hand; no tests. Start reading at {@link
 * smtpterm.bench.ExplainBenchmark}, {@link smtpterm.bench.KeyBenchmark} or {@link
 * smtpterm.bench.ServerBenchmark}.
 */
package smtpterm.bench;
