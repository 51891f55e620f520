/**
 * Measurements, to be run by hand; no tests. Start reading at {@link
 * smtpterm.bench.ExplainBenchmark} or {@link smtpterm.bench.ServerBenchmark}.
 */
package smtpterm.bench;
