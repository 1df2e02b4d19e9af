package dev.tare.scheduler.worker;

import dev.tare.scheduler.listener.StateListener;
import dev.tare.scheduler.model.task.Task;
import dev.tare.scheduler.store.TaskRepository;
import dev.tare.scheduler.store.connection.DataSources;
import dev.tare.scheduler.store.connection.Dialect;
import dev.tare.scheduler.store.connection.PinnedSessions;
import dev.tare.scheduler.store.jdbc.run.JdbcTaskRunRepository;
import dev.tare.scheduler.store.jdbc.task.JdbcTaskRepository;
import dev.tare.scheduler.store.jdbc.task.JdbcTaskTypes;
import dev.tare.scheduler.store.jdbc.worker.JdbcWorkerRepository;
import dev.tare.scheduler.worker.executor.ExecutorRegistry;
import dev.tare.scheduler.worker.executor.Outcome;
import dev.tare.scheduler.worker.executor.ResourceLimits;
import dev.tare.scheduler.worker.executor.TaskExecutor;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A worker on the wall's clock with a short lease, in this process or as a process of its own. */
final class ChaosNode implements AutoCloseable {
  static final String TYPE = "chaos";
  static final long HEARTBEAT_MILLIS = 100;
  static final long LEASE_MILLIS = 600;

  private final PinnedSessions sessions;
  private final StateListener listener;
  final Worker worker;

  ChaosNode(String url, String id, TaskExecutor executor) {
    Dialect dialect = Dialect.ofUrl(url);
    sessions = new PinnedSessions(DataSources.physical(url));
    var runs = new JdbcTaskRunRepository(sessions, dialect);
    var types = new JdbcTaskTypes(sessions);
    TaskRepository tasks = new JdbcTaskRepository(sessions, dialect, types);
    var workers = new JdbcWorkerRepository(sessions, dialect);
    ExecutorRegistry executors = new ExecutorRegistry();
    executors.register(TYPE, executor);
    listener = new StateListener(runs, workers, Site.LISTENER);
    WorkerSettings settings = new WorkerSettings(
        id,
        "host",
        "::1",
        4,
        50,
        20,
        HEARTBEAT_MILLIS,
        LEASE_MILLIS,
        5000,
        Map.of(),
        null,
        ResourceLimits.DEFAULT);
    Map<Long, Task> known = new ConcurrentHashMap<>();
    worker = new Worker(
        settings,
        runs,
        workers,
        types,
        taskId -> known.computeIfAbsent(taskId, key -> tasks.byId(key).orElseThrow()),
        executors,
        listener,
        Clock.systemUTC());
    worker.start();
  }

  @Override
  public void close() {
    worker.close(Duration.ofSeconds(5));
    listener.close();
    sessions.close();
  }

  /** Starts a node in a JVM of its own, which ends some runs and then sticks in the others. */
  static Process start(String url, String id, int endsFirst) throws IOException {
    Process process = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            ChaosNode.class.getName(),
            id,
            String.valueOf(endsFirst))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
    process.getOutputStream().write((url + '\n').getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush(); // where no process list shows it
    return process;
  }

  public static void main(String[] arguments) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    String url = in.readLine();
    AtomicInteger left = new AtomicInteger(Integer.parseInt(arguments[1]));
    CountDownLatch go = new CountDownLatch(1);
    ChaosNode node = new ChaosNode(url, arguments[0], context -> {
      if (left.getAndDecrement() <= 0) {
        go.await();
      }
      return Outcome.DONE;
    });
    in.readLine(); // whoever started it says so, or is gone
    go.countDown();
    in.readLine();
    node.close();
    System.exit(0);
  }
}
