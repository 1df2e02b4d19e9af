package dev.tare.profiling.jmh;

import dev.tare.profiling.copies.SiteFigure;
import dev.tare.profiling.record.BenchmarkId;
import dev.tare.profiling.record.Environment;
import dev.tare.profiling.record.Failure;
import dev.tare.profiling.record.Measurement;
import dev.tare.profiling.wire.Event;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What one measuring JVM told, sorted by row; {@code figures} has the first metric of each. */
record Launch(
    Environment environment,
    List<BenchmarkId> rows,
    Map<BenchmarkId, Measurement> figures,
    Map<BenchmarkId, Failure> failures,
    Map<BenchmarkId, List<Measurement>> all,
    Map<BenchmarkId, List<SiteFigure>> sites) {

  /** Takes the events of a JVM that measured; refuses an order of events that is none. */
  static Launch of(List<Event> events) {
    Environment environment = ((Event.Described) events.get(0)).environment();
    List<BenchmarkId> rows = ((Event.Listed) events.get(1)).rows();
    Map<BenchmarkId, Measurement> figures = new TreeMap<>();
    Map<BenchmarkId, Failure> failures = new TreeMap<>();
    Map<BenchmarkId, List<Measurement>> all = new TreeMap<>();
    Map<BenchmarkId, List<SiteFigure>> sites = new TreeMap<>();
    for (int i = 2; i < events.size() - 1; i += 2) {
      BenchmarkId started = ((Event.Started) events.get(i)).id();
      if (events.get(i + 1) instanceof Event.Failed failed) {
        failures.put(started, failed.failure());
      } else {
        Event.Measured measured = (Event.Measured) events.get(i + 1);
        figures.put(started, measured.measurements().get(0));
        all.put(started, measured.measurements());
        sites.put(started, measured.sites());
      }
    }
    return new Launch(environment, rows, figures, failures, all, sites);
  }
}
