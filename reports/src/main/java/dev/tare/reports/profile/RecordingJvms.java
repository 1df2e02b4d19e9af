package dev.tare.reports.profile;

import dev.tare.profiling.record.BenchmarkId;
import dev.tare.profiling.record.Environment;
import dev.tare.profiling.record.Failure;
import dev.tare.profiling.record.Mode;
import dev.tare.profiling.recording.RecordingPlan;
import dev.tare.profiling.wire.Counting;
import dev.tare.profiling.wire.Event;
import dev.tare.profiling.wire.Order;
import dev.tare.profiling.wire.RecordOrder;
import dev.tare.reports.ExitCode;
import dev.tare.reports.IoReason;
import dev.tare.reports.UserError;
import dev.tare.reports.launch.InstrumentPath;
import dev.tare.reports.launch.JmhJar;
import dev.tare.reports.launch.Measurer;
import dev.tare.reports.launch.MeasuringJvm;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs rows or a program, each in a JVM of its own that records itself. */
public final class RecordingJvms {
  private static final String MAIN = "dev.tare.profiling.jmh.RecordMain";
  private static final Duration LISTING_LIMIT = Duration.ofSeconds(60);

  private final ProfileRequest request;
  private final Measurer.Progress progress;
  private final Consumer<RecordedRow> sink;
  private final List<Failure> failures = new ArrayList<>();

  private List<BenchmarkId> rows = List.of();
  private @Nullable Environment environment;
  private @Nullable BenchmarkId current;
  private boolean ended;

  private RecordingJvms(
      ProfileRequest request, Measurer.Progress progress, Consumer<RecordedRow> sink) {
    this.request = request;
    this.progress = progress;
    this.sink = sink;
  }

  /**
   * Records all; each goes to {@code sink} as soon as it is there.
   *
   * @return the rows that could not be recorded, and why
   * @throws UserError if the jar or the JVM is none, or holds nothing of the kind
   */
  public static List<Failure> record(
      ProfileRequest request, Measurer.Progress progress, Consumer<RecordedRow> sink) {
    MeasuringJvm.requireJvm(request.jvmHome());
    if (request.program().isEmpty()) {
      JmhJar.check(request.jar(), List.of());
    }
    try {
      Path directory = Files.createTempDirectory("tare-recording");
      Path file = directory.resolve("recording.jfr");
      Path log = directory.resolve("jvm.log");
      try {
        RecordingJvms all = new RecordingJvms(request, progress, sink);
        int row = 0;
        do {
          all.recordOne(row, file, log);
          row++;
        } while (row < all.rows.size());
        return all.failures;
      } finally {
        Files.deleteIfExists(file);
        Files.deleteIfExists(log);
        Files.delete(directory);
      }
    } catch (IOException e) {
      throw new UserError(ExitCode.ERROR, "nothing can be recorded: " + IoReason.of(e), e);
    }
  }

  private void recordOne(int row, Path file, Path log) throws IOException {
    Files.deleteIfExists(file);
    RecordingPlan plan = request.plan(file);
    Order order = new Order(
        request.include(),
        request.exclude(),
        request.params(),
        request.properties(),
        row,
        1,
        Counting.BYTES);
    RecordOrder all = new RecordOrder(order, request.program(), plan);
    try (MeasuringJvm jvm = MeasuringJvm.start(
        request.jvmHome(), (port, token) -> command(plan, port, token), all::write, log)) {
      follow(jvm, row, file);
    }
  }

  private List<String> command(RecordingPlan plan, int port, String token) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(request.jvmHome().resolve("bin/java").toString());
    command.addAll(plan.jvmArguments());
    if (request.program().isEmpty()) {
      command.addAll(JmhJar.compilerHints(request.jar()));
    }
    command.addAll(request.jvmArgs());
    command.add("-cp");
    command.add(String.join(
        File.pathSeparator,
        InstrumentPath.locate().toString(),
        InstrumentPath.asyncProfiler().toString(),
        request.jar().toAbsolutePath().toString()));
    command.add(MAIN);
    command.add(Integer.toString(port));
    command.add(token);
    return command;
  }

  private void follow(MeasuringJvm jvm, int row, Path file) {
    current = null;
    ended = false;
    while (!ended) {
      Duration limit = current == null ? LISTING_LIMIT : request.silence();
      try {
        Event event = jvm.next(limit);
        if (event == null) {
          giveUp("did not end within " + limit.toSeconds() + " s: raise --row-limit");
        } else {
          take(event, row, file);
        }
      } catch (IOException e) {
        giveUp(jvm.describeEnd());
      }
    }
  }

  private void take(Event event, int row, Path file) {
    if (event instanceof Event.Described described) {
      environment = described.environment();
    } else if (event instanceof Event.Refused refused) {
      throw new UserError(
          ExitCode.ERROR,
          request.jar() + " can not be recorded on " + request.jvmHome() + ": " + refused.reason());
    } else if (event instanceof Event.Listed listed) {
      rows = listed.rows();
      if (rows.isEmpty()) {
        throw JmhJar.nothingMatches(
            request.jar(), request.include(), request.exclude(), listed.benchmarks());
      }
    } else if (event instanceof Event.Started started) {
      current = started.id();
      progress.rowStarted(started.id(), row + 1, Math.max(1, rows.size()));
    } else if (event instanceof Event.Recorded recorded && environment != null) {
      current = null;
      sink.accept(new RecordedRow(environment, recorded.id(), recorded.recorder(), file));
    } else if (event instanceof Event.Failed failed) {
      current = null;
      failures.add(failed.failure());
    } else if (event instanceof Event.Done) {
      ended = true;
    }
  }

  private void giveUp(String why) {
    ended = true;
    if (current == null) {
      throw new UserError(ExitCode.ERROR, request.jar() + ": nothing could be started: " + why);
    }
    String hint = request.program().isEmpty()
        ? ""
        : "; it was recorded after " + request.warmupSeconds() + " s, see --warmup";
    failures.add(new Failure(current, Mode.STEADY, why + hint));
  }
}
