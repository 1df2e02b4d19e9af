package dev.tare.profiling.jmh.time;

import dev.tare.profiling.record.BenchmarkId;
import dev.tare.profiling.record.Measurement;
import dev.tare.profiling.record.Metric;
import dev.tare.profiling.wire.Event;
import dev.tare.profiling.wire.Timing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Has JMH take the time of one row, as it always does: in JVMs of its own, which count nothing. The
 * range of the figure is JMH's error at 99.9 %.
 */
public final class TimeMeter {
  private final BenchmarkId row;
  private final OptionalInt threads;
  private final Timing timing;
  private final Map<String, String> properties;

  /** A meter whose JVMs have these system properties. */
  public TimeMeter(
      BenchmarkId row, OptionalInt threads, Timing timing, Map<String, String> properties) {
    this.row = row;
    this.threads = threads;
    this.timing = timing;
    this.properties = properties;
  }

  /** The mean of an operation, in nanoseconds. */
  public Event.Measured measure() throws RunnerException, IOException {
    Path arguments = Files.createTempFile("tare-properties", ".txt"); // for its owner alone
    try {
      Files.writeString(arguments, argumentFile());
      Collection<RunResult> results = new Runner(options(arguments).build()).run();
      if (results.size() != 1) {
        throw new IllegalStateException("JMH gave " + results.size() + " results for one row");
      }
      return new Event.Measured(List.of(figure(results.iterator().next().getPrimaryResult())));
    } finally {
      Files.deleteIfExists(arguments);
    }
  }

  private ChainedOptionsBuilder options(Path arguments) {
    ChainedOptionsBuilder options = new OptionsBuilder()
        .include('^' + Pattern.quote(row.benchmark()) + '$')
        .forks(timing.forks())
        .jvmArgsPrepend("@" + arguments) // properties may be secret: a command line is public
        .mode(Mode.AverageTime)
        .timeUnit(TimeUnit.NANOSECONDS)
        .warmupIterations(timing.warmUps())
        .warmupTime(TimeValue.milliseconds(timing.millis()))
        .measurementIterations(timing.iterations())
        .measurementTime(TimeValue.milliseconds(timing.millis()))
        .shouldFailOnError(true)
        .verbosity(VerboseMode.SILENT);
    threads.ifPresent(options::threads);
    row.params().forEach((name, value) -> options.param(name, value));
    return options;
  }

  /** As the launcher reads it: a word a line, quoted. */
  private String argumentFile() {
    StringBuilder text = new StringBuilder();
    properties.forEach((name, value) -> text.append('"')
        .append(("-D" + name + '=' + value).replace("\\", "\\\\").replace("\"", "\\\""))
        .append("\"\n"));
    return text.toString();
  }

  private Measurement figure(Result<?> result) {
    double score = result.getScore();
    double error = result.getScoreError(); // a number: there are three iterations at least
    return new Measurement(
        row,
        dev.tare.profiling.record.Mode.TIMED,
        Metric.TIME,
        score,
        Math.max(0, score - error),
        score + error);
  }
}
