/** Which database a benchmark row runs against. */
package dev.tare.benchmarks.db;
