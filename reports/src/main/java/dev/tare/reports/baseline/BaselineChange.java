package dev.tare.reports.baseline;

import dev.tare.profiling.record.Measurement;
import org.jspecify.annotations.Nullable;

/**
 * One line that differs between two baselines.
 *
 * @param key the line's key
 * @param before the old figure, or null for a new line
 * @param after the new figure, or null for a line that goes
 */
public record BaselineChange(
    FigureKey key, @Nullable Measurement before, @Nullable Measurement after) {}
