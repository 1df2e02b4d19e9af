package dev.tare.profiling.jmh;

import dev.tare.profiling.jmh.profile.RecordedRun;
import dev.tare.profiling.meter.RunningJvm;
import dev.tare.profiling.record.BenchmarkId;
import dev.tare.profiling.record.Failure;
import dev.tare.profiling.record.Mode;
import dev.tare.profiling.recording.RecordingPlan;
import dev.tare.profiling.wire.Event;
import dev.tare.profiling.wire.EventWriter;
import dev.tare.profiling.wire.Order;
import dev.tare.profiling.wire.RecordOrder;
import java.io.IOException;
import java.util.List;

/**
 * The main class of a JVM that is recorded: {@code RecordMain PORT TOKEN}. It takes a
 * {@link RecordOrder} from the command that started it, and answers with events.
 */
public final class RecordMain {
  private RecordMain() {}

  /** Runs and records what the parent at that port orders. */
  public static void main(String[] args) throws IOException {
    System.setProperty("jmh.ignoreLock", "true"); // a profile is no measurement
    ParentLink parent = ParentLink.connect(args);
    RecordOrder order = RecordOrder.read(parent.in());
    parent.endWhenClosed();
    order.order().properties().forEach(System::setProperty);
    EventWriter events = parent.events();
    events.write(new Event.Described(RunningJvm.describe()));
    if (order.program().isEmpty()) {
      recordRows(order.order(), order.plan(), events);
    } else {
      new RecordedProgram(order.program(), order.plan(), events).run();
    }
    System.exit(0); // what ran may have left threads behind
  }

  @SuppressWarnings("CatchingUnchecked") // whatever is wrong with this jar is told
  private static void recordRows(Order order, RecordingPlan plan, EventWriter events)
      throws IOException {
    Suite suite;
    List<BenchmarkId> rows;
    try {
      suite = Suite.onClassPath();
      rows = suite.rows(order);
      events.write(new Event.Listed(rows, suite.size()));
    } catch (RuntimeException | LinkageError e) {
      events.write(new Event.Refused(Thrown.describe(e)));
      return;
    }
    if (order.skip() < rows.size()) {
      BenchmarkId row = rows.get(order.skip());
      events.write(new Event.Started(row));
      events.write(record(row, plan, suite));
    }
    events.write(new Event.Done());
  }

  @SuppressWarnings("CatchingUnchecked") // whatever a benchmark throws is that row's failure
  private static Event record(BenchmarkId row, RecordingPlan plan, Suite suite) {
    try {
      return new Event.Recorded(row, new RecordedRun(row, suite.threads(row), plan).perform());
    } catch (Throwable e) {
      return new Event.Failed(new Failure(row, Mode.STEADY, Thrown.describe(e)));
    }
  }
}
