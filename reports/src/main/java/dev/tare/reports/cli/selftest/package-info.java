/**
 * Regressions to plant in a JMH jar, as bytecode at the beginning of a benchmark: what the gate
 * must see, whatever the benchmark does. Nothing of the jar is loaded.
 */
package dev.tare.reports.cli.selftest;
