package dev.tare.profiling.record;

/**
 * A row that gave no figure, and why. An error of the run, never dropped.
 *
 * @param id the row
 * @param mode the mode in which it failed
 * @param message one line: what happened
 */
public record Failure(BenchmarkId id, Mode mode, String message) {}
