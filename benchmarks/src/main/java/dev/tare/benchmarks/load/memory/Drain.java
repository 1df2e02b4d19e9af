package dev.tare.benchmarks.load.memory;

import dev.tare.benchmarks.Variant;
import dev.tare.benchmarks.flow.CopyingScheduler;
import dev.tare.benchmarks.load.child.Lines;
import dev.tare.benchmarks.worker.CopyingRunLoop;
import dev.tare.profiling.meter.AllocatedBytes;
import dev.tare.scheduler.Scheduler;
import dev.tare.scheduler.model.worker.TypeSet;
import dev.tare.scheduler.worker.WorkerSettings;
import dev.tare.scheduler.worker.executor.ExecutorRegistry;
import dev.tare.scheduler.worker.executor.Outcome;
import dev.tare.scheduler.worker.executor.ResourceLimits;
import dev.tare.scheduler.worker.executor.TaskExecutionContext;
import dev.tare.scheduler.worker.executor.TaskExecutor;
import java.time.Clock;
import java.util.Map;
import java.util.StringTokenizer;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** One drain, in the JVM that is measured: executes the runs that wait, and says what it took. */
final class Drain {
  /** The type of the runs. */
  static final String TYPE = "memory";

  private static final int POLL_MILLIS = 1_000;
  private static final int HEARTBEAT_MILLIS = 20_000;
  private static final int LEASE_MILLIS = 80_000;
  private static final int CONNECTIONS = 8;
  private static final long LOOK_NANOS = 200_000;

  private Drain() {}

  /** What a body does: nothing, when its payload is there. */
  private static final class Body implements TaskExecutor {
    private final int payloadBytes;

    Body(int payloadBytes) {
      this.payloadBytes = payloadBytes;
    }

    @Override
    public Outcome execute(TaskExecutionContext run) {
      if (run.parameters().length() != payloadBytes) {
        throw new IllegalStateException("a run has lost its payload");
      }
      return Outcome.DONE;
    }
  }

  /** Reads one line: variant, runs, bytes of a payload, whether live objects are counted, URL. */
  public static void main(String[] arguments) throws Exception {
    Lines lines = new Lines();
    StringTokenizer words = new StringTokenizer(lines.next(), "\t");
    Variant variant = Variant.valueOf(words.nextToken());
    int runs = Integer.parseInt(words.nextToken());
    Body body = new Body(Integer.parseInt(words.nextToken()));
    boolean live = Boolean.parseBoolean(words.nextToken());
    String url = words.nextToken();
    LiveHeap heap = new LiveHeap();
    if (live) {
      heap.watch();
    }
    long bytes = AllocatedBytes.total();
    if (variant == Variant.LEAN) {
      lean(url, runs, body);
    } else {
      copying(url, runs, body);
    }
    long allocated = AllocatedBytes.total() - bytes;
    lines.answer(allocated + "\t" + (live ? heap.most() : 0));
    System.exit(0); // whatever still runs has no say in how long this takes
  }

  private static void lean(String url, int runs, Body body) throws InterruptedException {
    try (Scheduler scheduler = Scheduler.builder().database(url).build()) {
      scheduler.register(TYPE, body);
      scheduler.start();
      while (scheduler.listener().accepted() < runs) {
        TimeUnit.NANOSECONDS.sleep(LOOK_NANOS);
      }
    }
  }

  /** As many connections and runs at once as the scheduler that ships has. */
  private static void copying(String url, int runs, Body body) {
    int concurrency = 2 * Runtime.getRuntime().availableProcessors();
    AtomicInteger threads = new AtomicInteger();
    ExecutorService pool = Executors.newFixedThreadPool(
        concurrency, task -> new Thread(task, "run-" + threads.incrementAndGet()));
    Clock clock = Clock.systemUTC();
    try (CopyingScheduler scheduler = new CopyingScheduler(url, CONNECTIONS, clock)) {
      ExecutorRegistry executors = new ExecutorRegistry();
      executors.register(TYPE, body);
      TypeSet types = TypeSet.of(scheduler.tasks().byName(TYPE).orElseThrow().typeId());
      CopyingRunLoop loop = scheduler.worker(settings(concurrency), types, executors, pool);
      int ended = 0;
      while (ended < runs) {
        ended += loop.step();
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private static WorkerSettings settings(int concurrency) {
    return new WorkerSettings(
        "copying-" + ProcessHandle.current().pid(),
        "localhost",
        "127.0.0.1",
        concurrency,
        concurrency,
        POLL_MILLIS,
        HEARTBEAT_MILLIS,
        LEASE_MILLIS,
        0,
        Map.of(),
        null,
        ResourceLimits.DEFAULT);
  }
}
