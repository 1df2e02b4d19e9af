/**
 * What a load found, whatever it loaded: distributions of times and single figures, with intervals
 * over the rounds, printed as a table, or written as JSON by
 * {@code reports/schema/load.schema.json} beside HdrHistogram's logs. Measures nothing itself.
 */
package dev.tare.benchmarks.load.figures;
