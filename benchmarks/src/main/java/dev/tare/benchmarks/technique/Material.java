package dev.tare.benchmarks.technique;

import dev.tare.benchmarks.executor.FixedContext;
import dev.tare.scheduler.listener.Backoff;
import dev.tare.scheduler.message.codec.TextCache;
import dev.tare.scheduler.model.Bytes;
import dev.tare.scheduler.model.Ids;
import dev.tare.scheduler.model.RunStatus;
import dev.tare.scheduler.worker.executor.EchoExecutor;
import dev.tare.scheduler.worker.executor.TaskExecutionContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;

/** What the operations work on: fixed, and made before. For one thread. */
final class Material {
  static final int NAMES = 8;

  final int page = 3;
  final int size = 20;
  final long runId = 4711;
  final RunStatus from = RunStatus.RUNNING;
  final RunStatus to = RunStatus.COMPLETED;

  /** A column that holds just this value, as drivers hand it out. */
  final Bytes stored =
      Bytes.of("{\"order\":4711,\"customer\":\"c-17\"}".getBytes(StandardCharsets.UTF_8));

  /** The same names of types in every row that is read. */
  final byte[] encodedName = "http-request".getBytes(StandardCharsets.UTF_8);

  final TextCache names = new TextCache();

  final String traceparent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
  final TaskExecutionContext context = new FixedContext();
  final EchoExecutor executor = new EchoExecutor();
  final Backoff backoff = new Backoff(100, 10_000);
  final AtomicReference<CopyingHabits.Failures> failures =
      new AtomicReference<>(new CopyingHabits.Failures(0, 100));
  final Ids ids = Ids.of(LongStream.rangeClosed(1_001, 1_010).toArray());
  final List<Long> boxedIds = LongStream.rangeClosed(1_001, 1_010).boxed().toList();
}
