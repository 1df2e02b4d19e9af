package dev.tare.benchmarks.load.latency;

import dev.tare.benchmarks.command.Words;
import dev.tare.benchmarks.load.child.ChildJvm;
import dev.tare.benchmarks.load.figures.Interval;
import dev.tare.benchmarks.load.figures.Measure;
import dev.tare.benchmarks.load.figures.Report;
import dev.tare.benchmarks.load.figures.Series;
import dev.tare.benchmarks.load.paced.Arrivals;
import dev.tare.benchmarks.load.paced.OpenLoop;
import dev.tare.benchmarks.load.paced.Ticker;
import dev.tare.benchmarks.load.paced.Timed;
import dev.tare.benchmarks.peers.ImmediateDbScheduler;
import dev.tare.scheduler.Scheduler;
import dev.tare.scheduler.model.Bytes;
import dev.tare.scheduler.model.task.NewTask;
import dev.tare.scheduler.store.connection.Dialect;
import dev.tare.scheduler.testkit.Database;
import dev.tare.scheduler.testkit.DatabaseHost;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.HdrHistogram.Histogram;

/** From submit to body: submits at a fixed rate, and collects what the bodies have timed. */
public final class LatencyLoad {
  /** For a help text. */
  public static final String USAGE = LatencyOptions.USAGE;

  private static final long FIRST_NANOS = TimeUnit.MILLISECONDS.toNanos(2);
  private static final double MICROS_A_MILLI = 1e3;

  private final LatencyOptions options;
  private final Database database;
  private final Consumer<String> progress;
  private final List<Series> series = new ArrayList<>();
  private final List<Measure> measures = new ArrayList<>();

  /** Until bodies begin, and until submissions are acknowledged: what a commit takes here. */
  private record Round(Histogram bodies, Histogram submits) {}

  private LatencyLoad(LatencyOptions options, Consumer<String> progress) {
    this.options = options;
    this.database = DatabaseHost.of(options.common().database());
    this.progress = progress;
  }

  /** Measures what a command line says; {@code words} are behind the operation's name. */
  public static Report measure(List<String> line, Words words, Consumer<String> progress)
      throws InterruptedException {
    return new LatencyLoad(LatencyOptions.parse(line, words), progress).run();
  }

  private Report run() throws InterruptedException {
    for (Place place : options.places()) {
      database.empty();
      switch (place) {
        case SAME_PROCESS -> inThisProcess();
        case OTHER_PROCESS -> inAnother();
        case DB_SCHEDULER -> byDbScheduler();
      }
    }
    return new Report(options.common(), "latency", database.description(), series, measures);
  }

  private void inThisProcess() throws InterruptedException {
    Bodies bodies = new Bodies(Ticker.system());
    try (Scheduler scheduler = Scheduler.builder().database(database.url()).build()) {
      scheduler.register(Bodies.TYPE, bodies);
      measure(Place.SAME_PROCESS, scheduler, bodies::take);
    }
  }

  private void inAnother() throws InterruptedException {
    try (ChildJvm worker =
            ChildJvm.start(LatencyWorker.class, List.of(), ProcessBuilder.Redirect.INHERIT);
        Scheduler scheduler =
            Scheduler.builder().database(database.url()).dispatching(false).build()) {
      worker.ask(database.url());
      measure(
          Place.OTHER_PROCESS,
          scheduler,
          count -> LatencyWorker.decode(worker.ask(Long.toString(count))));
    }
  }

  private void byDbScheduler() throws InterruptedException {
    Bodies bodies = new Bodies(Ticker.system());
    try (ImmediateDbScheduler scheduler =
        new ImmediateDbScheduler(database, payload -> bodies.begin(ByteBuffer.wrap(payload)))) {
      measure(Place.DB_SCHEDULER, scheduler::submit, bodies::take);
    } catch (SQLException e) {
      throw new IllegalStateException("db-scheduler was not set up: " + e.getMessage(), e);
    }
  }

  private void measure(Place place, Scheduler scheduler, LongFunction<Histogram> taken)
      throws InterruptedException {
    long task =
        scheduler.schedule(NewTask.builder("latency", Bodies.TYPE).build()).id();
    scheduler.start();
    measure(place, payload -> scheduler.submit(task, Bytes.of(payload)), taken);
  }

  private void measure(Place place, Consumer<byte[]> submit, LongFunction<Histogram> taken)
      throws InterruptedException {
    round(place, submit, options.warmUp(), taken);
    List<Histogram> bodies = new ArrayList<>();
    List<Histogram> submits = new ArrayList<>();
    for (int round = 0; round < options.common().rounds(); round++) {
      Round times = round(place, submit, options.seconds(), taken);
      bodies.add(times.bodies());
      submits.add(times.submits());
    }
    String group = "submit to body at " + options.perSecond() + "/s";
    Series times = new Series(group, place.label(), options.perSecond(), bodies);
    series.add(times);
    String acknowledged = place.label() + ", acknowledged";
    series.add(new Series(group, acknowledged, options.perSecond(), submits));
    if (place != Place.DB_SCHEDULER) {
      measures.add(measure(times, place, 50, place.p50Millis()));
      measures.add(measure(times, place, 99, place.p99Millis()));
    }
  }

  private Round round(
      Place place, Consumer<byte[]> submit, int seconds, LongFunction<Histogram> taken)
      throws InterruptedException {
    Ticker ticker = Ticker.system();
    long began = Instant.now().toEpochMilli();
    Arrivals arrivals = Arrivals.during(ticker.nanos() + FIRST_NANOS, options.perSecond(), seconds);
    List<Timed> callers = new ArrayList<>();
    for (int i = 0; i < options.callers(); i++) {
      callers.add(new Timed(ticker, (number, intended) -> submit.accept(Bodies.payload(intended))));
    }
    new OpenLoop(ticker, arrivals).run(callers);
    Histogram submits = Series.histogram();
    callers.forEach(caller -> submits.add(caller.times()));
    Histogram times = taken.apply(arrivals.calls());
    for (Histogram each : List.of(times, submits)) {
      each.setStartTimeStamp(began);
      each.setEndTimeStamp(Instant.now().toEpochMilli());
    }
    progress.accept(place.label() + ": p50 " + times.getValueAtPercentile(50) / 1000 + " us, p99 "
        + times.getValueAtPercentile(99) / 1000 + " us; acknowledged: p50 "
        + submits.getValueAtPercentile(50) / 1000 + " us");
    return new Round(times, submits);
  }

  /** The limits are those of PostgreSQL at the usual rate. */
  private Measure measure(Series times, Place place, double percentile, double mostMillis) {
    Interval micros = times.point(percentile);
    Interval millis = new Interval(
        micros.value() / MICROS_A_MILLI,
        micros.low() / MICROS_A_MILLI,
        micros.high() / MICROS_A_MILLI);
    Measure measure =
        Measure.lean(times.group() + ", " + place.label(), "p" + (int) percentile, "ms", millis);
    return database.dialect() == Dialect.POSTGRESQL ? measure.withLimit(mostMillis) : measure;
  }
}
