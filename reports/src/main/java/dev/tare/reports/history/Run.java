package dev.tare.reports.history;

import dev.tare.profiling.record.Measurement;
import dev.tare.reports.baseline.FigureKey;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one run of one environment changed in what was known of its figures.
 *
 * @param commit what was measured, in the words of whoever ran it
 * @param key the environment's key, such as {@code jdk17}
 * @param changes the figures that are other than before, by what they are figures of; null for one
 *     that is gone
 */
record Run(String commit, String key, SortedMap<FigureKey, @Nullable Measurement> changes) {
  Run {
    changes = Collections.unmodifiableSortedMap(new TreeMap<>(changes));
  }
}
