/**
 * The committed figures: one directory an environment, one text file a benchmark, one line a
 * metric.
 *
 * <p>Files hold counts only and are sorted, so that a diff in review shows what a change costs and
 * nothing else: no time, path or host. This package reads, writes and compares them; what a
 * difference means is the gate's to say, and nothing here prints.
 */
package dev.tare.reports.baseline;
