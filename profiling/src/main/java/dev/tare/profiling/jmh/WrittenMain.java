package dev.tare.profiling.jmh;

import dev.tare.profiling.copies.agent.CopyAgent;
import dev.tare.profiling.copies.rule.CallRules;
import dev.tare.profiling.copies.rule.Packages;
import dev.tare.profiling.jmh.run.RowMeter;
import dev.tare.profiling.meter.RunningJvm;
import dev.tare.profiling.record.BenchmarkId;
import dev.tare.profiling.record.Failure;
import dev.tare.profiling.record.Mode;
import dev.tare.profiling.wire.Counting;
import dev.tare.profiling.wire.Event;
import dev.tare.profiling.wire.EventWriter;
import dev.tare.profiling.wire.Order;
import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;

/**
 * The main class of a measuring JVM: {@code WrittenMain PORT TOKEN}.
 *
 * <p>It connects to the command that started it, on loopback, shows the token, takes an
 * {@link Order}, and answers with events. It ends when it is done, and at once when the connection
 * closes: no measuring JVM outlives its command.
 */
public final class WrittenMain {
  private static final String TROUBLE_REMEDY =
      "; choose --packages without it, or count --metrics bytes alone";

  private WrittenMain() {}

  /** Measures what the parent at that port orders. */
  public static void main(String[] args) throws IOException {
    System.setProperty("jmh.ignoreLock", "true"); // counts do not care who else is running
    // Otherwise a black hole that takes an object makes a weak reference now and then.
    System.setProperty("compilerBlackholesEnabled", "true");
    ParentLink parent = ParentLink.connect(args);
    Order order = Order.read(parent.in());
    parent.endWhenClosed();
    order.properties().forEach(System::setProperty);
    measure(order, parent.events());
    System.exit(0); // a benchmark may have left threads behind
  }

  @SuppressWarnings("CatchingUnchecked") // whatever is wrong with this JVM or jar is told
  private static void measure(Order order, EventWriter events) throws IOException {
    Suite suite;
    RowMeter meter;
    List<BenchmarkId> rows;
    try {
      events.write(new Event.Described(RunningJvm.describe()));
      suite = Suite.onClassPath();
      rows = suite.rows(order);
      Counting counting = order.counting();
      Packages packages = packages(counting, rows);
      if (counting.countsCopies()) {
        CopyAgent.start(new CallRules(packages, counting.copyMethods()));
      }
      meter = RowMeter.of(counting, packages.names(), order.properties());
      events.write(new Event.Listed(rows, suite.size()));
    } catch (RuntimeException | LinkageError e) {
      events.write(new Event.Refused(Thrown.describe(e)));
      return;
    }
    Mode mode = order.counting().mode();
    List<BenchmarkId> share = order.share(rows);
    int skip = Math.min(order.skip(), share.size());
    int end = order.most() < share.size() - skip ? skip + order.most() : share.size();
    for (BenchmarkId row : share.subList(skip, end)) {
      events.write(new Event.Started(row));
      events.write(measure(row, mode, suite.threads(row), meter));
      if (!CopyAgent.troubles().isEmpty()) {
        // The class stays as it is in this JVM, and whether a later row runs it nobody can tell.
        events.write(new Event.Retired());
        return;
      }
    }
    events.write(new Event.Done());
  }

  private static Packages packages(Counting counting, List<BenchmarkId> rows) {
    List<String> benchmarks = rows.stream().map(BenchmarkId::benchmark).toList();
    return Packages.chosenOrOwn(counting.packages(), benchmarks);
  }

  @SuppressWarnings("CatchingUnchecked") // whatever a benchmark throws is that row's failure
  private static Event measure(BenchmarkId row, Mode mode, OptionalInt threads, RowMeter meter) {
    try {
      Event outcome = meter.measure(row, threads);
      List<String> troubles = CopyAgent.troubles();
      return troubles.isEmpty()
          ? outcome
          : new Event.Failed(new Failure(row, mode, troubles.get(0) + TROUBLE_REMEDY));
    } catch (Throwable e) {
      return new Event.Failed(new Failure(row, mode, Thrown.describe(e)));
    }
  }
}
