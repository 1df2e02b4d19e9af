package dev.tare.profiling.jmh;

import dev.tare.profiling.record.BenchmarkId;
import dev.tare.profiling.recording.RecordingPlan;
import dev.tare.profiling.recording.RecordingSession;
import dev.tare.profiling.wire.Event;
import dev.tare.profiling.wire.EventWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A program that runs for itself in this JVM and is recorded for a while. It may end the JVM when
 * it is done: what is recorded by then is kept.
 */
final class RecordedProgram {
  private final List<String> program;
  private final RecordingPlan plan;
  private final EventWriter events;
  private final CountDownLatch ended = new CountDownLatch(1);

  private @Nullable RecordingSession running;

  RecordedProgram(List<String> program, RecordingPlan plan, EventWriter events) {
    this.program = program;
    this.plan = plan;
    this.events = events;
  }

  /** Returns when it has been recorded, with the program still at work, or has ended. */
  void run() throws IOException {
    RecordingSession session;
    try {
      session = plan.newSession();
    } catch (IllegalStateException e) {
      events.write(new Event.Refused(Thrown.describe(e)));
      return;
    }
    events.write(new Event.Started(id()));
    Runtime.getRuntime().addShutdownHook(new Thread(this::finish, "tare-recording-end"));
    if (plan.ofHeap()) {
      start(session);
    }
    Thread thread = new Thread(this::runProgram, "tare-program");
    thread.start();
    if (!endsWithin(plan.warmupSeconds())) {
      if (!plan.ofHeap()) {
        start(session);
      }
      endsWithin(plan.seconds());
    }
    finish();
  }

  private BenchmarkId id() {
    return BenchmarkId.of(program.get(0), Map.of());
  }

  private synchronized void start(RecordingSession session) throws IOException {
    session.start();
    running = session;
  }

  /** Also when the program ends the JVM; a program that fails does, with a code that says so. */
  private synchronized void finish() {
    RecordingSession session = running;
    running = null;
    if (session == null) {
      return;
    }
    try {
      session.stop(); // too late if the JVM itself ends the recording first: then it is not told
      events.write(new Event.Recorded(id(), session.recorder()));
      events.write(new Event.Done());
    } catch (IOException e) {
      throw new UncheckedIOException("the recording can not be kept", e);
    }
  }

  @SuppressWarnings("CatchingUnchecked") // it ends by whatever it throws, as a main thread would
  private void runProgram() {
    try {
      String[] arguments = program.subList(1, program.size()).toArray(new String[0]);
      Class.forName(program.get(0)).getMethod("main", String[].class).invoke(null, (Object)
          arguments);
    } catch (InvocationTargetException e) {
      fail(e.getCause() == null ? e : e.getCause());
    } catch (ReflectiveOperationException | LinkageError e) {
      fail(e);
    } finally {
      ended.countDown();
    }
  }

  private static void fail(Throwable thrown) {
    System.err.println(Thrown.describe(thrown));
    System.exit(1);
  }

  private boolean endsWithin(int seconds) {
    try {
      return ended.await(seconds, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      return true;
    }
  }
}
