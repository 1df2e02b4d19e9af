package dev.tare.reports.launch;

import dev.tare.profiling.copies.SiteFigure;
import dev.tare.profiling.record.BenchmarkId;
import dev.tare.profiling.record.Environment;
import dev.tare.profiling.record.Failure;
import dev.tare.profiling.record.Measurement;
import dev.tare.profiling.record.Mode;
import dev.tare.profiling.wire.Event;
import dev.tare.profiling.wire.Order;
import dev.tare.reports.ExitCode;
import dev.tare.reports.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Measures in child JVMs: one for all rows, or several that share them, and a new one for the rest
 * after a row that killed it, did not end, or left it unfit for others. Compiled rows have several
 * each, for themselves.
 */
public final class ChildJvmMeasurer implements Measurer {
  private static final Duration LISTING_LIMIT = Duration.ofSeconds(60);

  private final int jvms;

  /** A measurer with the instruments that this command carries, and one JVM at a time. */
  public ChildJvmMeasurer() {
    this(1);
  }

  private ChildJvmMeasurer(int jvms) {
    this.jvms = jvms;
  }

  @Override
  public Measurer sideBySide(int count) {
    return new ChildJvmMeasurer(count);
  }

  @Override
  public MeasureResult measure(MeasureRequest request, Progress progress) {
    request.include().forEach(regex -> check(regex, "--include"));
    request.exclude().forEach(regex -> check(regex, "--exclude"));
    JmhJar.check(request.jar(), request.counting().packages());
    MeasuringJvm.requireJvm(request.jvmHome());
    Path instruments = InstrumentPath.locate();
    Path log = request.log().orElseGet(ChildJvmMeasurer::temporaryLog);
    if (request.counting().mode() == Mode.STEADY) {
      Run run = new Run(request, progress, instruments, log, 0, 1);
      run.rowByRow();
      return run.result();
    }
    int parts = request.counting().mode() == Mode.WRITTEN ? jvms : 1;
    if (parts == 1) {
      return new Run(request, progress, instruments, log, 0, 1).toTheEnd();
    }
    AtomicInteger begun = new AtomicInteger();
    Progress together = (id, index, count) -> {
      synchronized (begun) {
        progress.rowStarted(id, begun.incrementAndGet(), count);
      }
    };
    List<Callable<MeasureResult>> runs = new ArrayList<>();
    List<Path> logs = new ArrayList<>();
    for (int part = 0; part < parts; part++) {
      Path own = temporaryLog();
      logs.add(own);
      runs.add(new Run(request, together, instruments, own, part, parts)::toTheEnd);
    }
    try {
      return joined(atOnce(runs));
    } finally {
      request.log().ifPresent(given -> append(logs, given));
    }
  }

  /** All of these at once; the first failure when each has ended. */
  private static List<MeasureResult> atOnce(List<Callable<MeasureResult>> runs) {
    ExecutorService threads = Executors.newFixedThreadPool(runs.size());
    try {
      List<MeasureResult> results = new ArrayList<>();
      for (Future<MeasureResult> each : threads.invokeAll(runs)) {
        results.add(each.get());
      }
      return results;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UserError(ExitCode.ERROR, "interrupted while measuring", e);
    } finally {
      threads.shutdownNow();
    }
  }

  /** What JVMs that shared the rows gave, as one result. */
  private static MeasureResult joined(List<MeasureResult> results) {
    List<Measurement> measurements = new ArrayList<>();
    List<Failure> failures = new ArrayList<>();
    List<SiteFigure> sites = new ArrayList<>();
    for (MeasureResult result : results) {
      measurements.addAll(result.measurements());
      failures.addAll(result.failures());
      sites.addAll(result.sites());
    }
    MeasureResult any = results.get(0);
    return sorted(any.environment(), any.rows(), measurements, failures, sites);
  }

  private static MeasureResult sorted(
      Environment environment,
      List<BenchmarkId> rows,
      List<Measurement> measurements,
      List<Failure> failures,
      List<SiteFigure> sites) {
    measurements.sort(Comparator.comparing(Measurement::id).thenComparing(Measurement::metric));
    Collections.sort(sites);
    failures.sort(Comparator.comparing(Failure::id));
    return new MeasureResult(
        environment, rows, List.copyOf(measurements), List.copyOf(failures), List.copyOf(sites));
  }

  private static void append(List<Path> logs, Path whole) {
    try {
      for (Path log : logs) {
        Files.write(
            whole, Files.readAllBytes(log), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the measuring JVMs' output can not be kept in " + whole, e);
    }
  }

  private static void check(String regex, String option) {
    try {
      Pattern.compile(regex);
    } catch (PatternSyntaxException e) {
      throw new UserError(
          ExitCode.USAGE,
          option + " " + regex + ": not a regular expression: " + e.getDescription());
    }
  }

  private static Path temporaryLog() {
    try {
      Path log = Files.createTempFile("tare-measuring-jvm", ".log");
      log.toFile().deleteOnExit();
      return log;
    } catch (IOException e) {
      throw new UncheckedIOException("no temporary file for the measuring JVM's output", e);
    }
  }

  /** What one request, or this part of it, has given so far. */
  private static final class Run {
    private final MeasureRequest request;
    private final Progress progress;
    private final Path instruments;
    private final Path log;
    private final int part;
    private final int parts;
    private final List<Measurement> measurements = new ArrayList<>();
    private final List<Failure> failures = new ArrayList<>();
    private final List<SiteFigure> sites = new ArrayList<>();
    private List<BenchmarkId> all = List.of();
    private List<BenchmarkId> rows = List.of(); // those of them that are this run's
    private @Nullable Environment environment;
    private @Nullable BenchmarkId current;
    private int done;
    private int doneBefore;

    Run(
        MeasureRequest request,
        Progress progress,
        Path instruments,
        Path log,
        int part,
        int parts) {
      this.request = request;
      this.progress = progress;
      this.instruments = instruments;
      this.log = log;
      this.part = part;
      this.parts = parts;
    }

    MeasureResult toTheEnd() {
      boolean ended = false;
      while (!ended) {
        ended = inOneJvm(Integer.MAX_VALUE);
      }
      return result();
    }

    /** Several JVMs for each row; no further one for a row that has no figure in one. */
    void rowByRow() {
      int row = 0;
      do {
        int failed = failures.size();
        for (int i = 0; i < SteadyForks.COUNT && failures.size() == failed; i++) {
          done = row;
          inOneJvm(1);
        }
        row++;
      } while (row < rows.size());
      List<Measurement> combined = SteadyForks.combine(measurements, failures);
      measurements.clear();
      measurements.addAll(combined);
    }

    private Order order(int most) {
      return new Order(
          request.include(),
          request.exclude(),
          request.params(),
          request.properties(),
          done,
          most,
          request.counting(),
          part,
          parts);
    }

    private boolean inOneJvm(int most) {
      Order order = order(most);
      try (MeasuringJvm jvm = MeasuringJvm.start(request, instruments, order, log)) {
        return follow(jvm);
      }
    }

    MeasureResult result() {
      if (environment == null) {
        throw new IllegalStateException("the measuring JVM did not describe itself");
      }
      return sorted(environment, all, measurements, failures, sites);
    }

    /**
     * Takes events until the JVM is done, or has to be given up; tells whether all rows are done.
     */
    private boolean follow(MeasuringJvm jvm) {
      current = null;
      doneBefore = done;
      while (true) {
        Event event;
        try {
          event = jvm.next(current == null ? LISTING_LIMIT : rowLimit());
        } catch (IOException e) {
          return giveUp(jvm.describeEnd());
        }
        if (event == null) {
          return giveUp(
              current == null
                  ? "the measuring JVM said nothing for " + LISTING_LIMIT.toSeconds() + " s"
                  : "did not end within " + rowLimit().toSeconds() + " s" + whyNot()
                      + ", or it waits for what never comes: exclude it, or raise --row-limit");
        }
        if (event instanceof Event.Done) {
          return true;
        }
        if (event instanceof Event.Retired) {
          return done >= rows.size();
        }
        take(event);
      }
    }

    /** Time is taken for as long as the user says, and only what comes on top is limited. */
    private Duration rowLimit() {
      return request.counting().mode() == Mode.TIMED
          ? request.rowLimit().plus(request.counting().timing().duration())
          : request.rowLimit();
    }

    private String whyNot() {
      return request.counting().mode() == Mode.WRITTEN
          ? " of single-shot batches: it, or its set-up, is slow when interpreted"
          : ": it, or its set-up, is slow";
    }

    private void take(Event event) {
      if (event instanceof Event.Described described) {
        environment = described.environment();
      } else if (event instanceof Event.Refused refused) {
        throw new UserError(
            ExitCode.ERROR,
            request.jar() + " can not be measured on " + request.jvmHome() + ": "
                + refused.reason());
      } else if (event instanceof Event.Listed listed) {
        all = listed.rows();
        rows = order(Integer.MAX_VALUE).share(all);
        if (all.isEmpty()) {
          throw JmhJar.nothingMatches(
              request.jar(), request.include(), request.exclude(), listed.benchmarks());
        }
      } else if (event instanceof Event.Started started) {
        current = started.id();
        progress.rowStarted(started.id(), done + 1, all.size());
      } else if (event instanceof Event.Measured measured) {
        measurements.addAll(measured.measurements());
        sites.addAll(measured.sites());
        rowDone();
      } else if (event instanceof Event.Failed failed) {
        failures.add(failed.failure());
        rowDone();
      }
    }

    private void rowDone() {
      current = null;
      done++;
    }

    /** Names the row that this JVM can not get past; tells whether it was the last. */
    private boolean giveUp(String why) {
      if (current != null) {
        failures.add(new Failure(current, request.counting().mode(), why));
        rowDone();
      } else if (done == doneBefore) {
        throw new UserError(ExitCode.ERROR, request.jar() + ": no row could be started: " + why);
      }
      return done >= rows.size();
    }
  }
}
