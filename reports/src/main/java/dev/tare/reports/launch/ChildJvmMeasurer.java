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
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Measures in child JVMs: one for all rows, and a new one for the rest after a row that killed it,
 * did not end, or left it unfit for others. Compiled rows have several each, for themselves.
 */
public final class ChildJvmMeasurer implements Measurer {
  private static final Duration LISTING_LIMIT = Duration.ofSeconds(60);

  private final Path instruments;

  /** A measurer with the instruments that this command carries. */
  public ChildJvmMeasurer() {
    this.instruments = InstrumentPath.locate();
  }

  @Override
  public MeasureResult measure(MeasureRequest request, Progress progress) {
    request.include().forEach(regex -> check(regex, "--include"));
    request.exclude().forEach(regex -> check(regex, "--exclude"));
    JmhJar.check(request.jar(), request.counting().packages());
    MeasuringJvm.requireJvm(request.jvmHome());
    Path log = request.log().orElseGet(ChildJvmMeasurer::temporaryLog);
    Run run = new Run(request, progress, log);
    if (request.counting().mode() == Mode.STEADY) {
      run.rowByRow();
    } else {
      run.toTheEnd();
    }
    return run.result();
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

  /** What one request has given so far. */
  private final class Run {
    private final MeasureRequest request;
    private final Progress progress;
    private final Path log;
    private final List<Measurement> measurements = new ArrayList<>();
    private final List<Failure> failures = new ArrayList<>();
    private final List<SiteFigure> sites = new ArrayList<>();
    private List<BenchmarkId> rows = List.of();
    private @Nullable Environment environment;
    private @Nullable BenchmarkId current;
    private int done;
    private int doneBefore;

    Run(MeasureRequest request, Progress progress, Path log) {
      this.request = request;
      this.progress = progress;
      this.log = log;
    }

    void toTheEnd() {
      boolean ended = false;
      while (!ended) {
        ended = inOneJvm(Integer.MAX_VALUE);
      }
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

    private boolean inOneJvm(int most) {
      Order order = new Order(
          request.include(),
          request.exclude(),
          request.params(),
          request.properties(),
          done,
          most,
          request.counting());
      try (MeasuringJvm jvm = MeasuringJvm.start(request, instruments, order, log)) {
        return follow(jvm);
      }
    }

    MeasureResult result() {
      measurements.sort(Comparator.comparing(Measurement::id).thenComparing(Measurement::metric));
      Collections.sort(sites);
      failures.sort(Comparator.comparing(Failure::id));
      if (environment == null) {
        throw new IllegalStateException("the measuring JVM did not describe itself");
      }
      return new MeasureResult(
          environment, rows, List.copyOf(measurements), List.copyOf(failures), List.copyOf(sites));
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
        rows = listed.rows();
        if (rows.isEmpty()) {
          throw JmhJar.nothingMatches(
              request.jar(), request.include(), request.exclude(), listed.benchmarks());
        }
      } else if (event instanceof Event.Started started) {
        current = started.id();
        progress.rowStarted(started.id(), done + 1, rows.size());
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
