package dev.tare.benchmarks.listener;

import dev.tare.benchmarks.Digested;
import dev.tare.benchmarks.Variant;
import dev.tare.benchmarks.queue.JsonMessages;
import dev.tare.scheduler.listener.BatchWriter;
import dev.tare.scheduler.listener.ListenerSettings;
import dev.tare.scheduler.listener.RemoteUpdates;
import dev.tare.scheduler.listener.StateListener;
import dev.tare.scheduler.message.Message;
import dev.tare.scheduler.message.StatusUpdate;
import dev.tare.scheduler.message.codec.MessageCodec;
import dev.tare.scheduler.model.Bytes;
import dev.tare.scheduler.model.Completion;
import dev.tare.scheduler.model.RunStatus;
import dev.tare.scheduler.model.worker.Heartbeat;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A batch through the listener, before a database that costs nothing. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ListenerBenchmark implements Digested {
  private static final long NOW = 1_800_000_000_000L;
  private static final long SEED = 42;
  private static final int RESULT_BYTES = 64;

  @Param
  Variant variant;

  /** So many in the batch. */
  @Param({"1", "100"})
  int batch;

  private final SummedRuns runs = new SummedRuns();
  private final SummedWorkers workers = new SummedWorkers();
  private final JsonMessages json = new JsonMessages();
  private final List<Message> messages = new ArrayList<>();
  private Completion[] ends;
  private Heartbeat[] heartbeats;
  private byte[][] encoded;
  private StateListener lean;
  private BatchWriter writer;
  private CopyingStateListener copying;
  private Consumer<List<Message>> remote;

  /** Makes what goes in, every tenth of it a failure. */
  @Setup
  public void open() {
    Random random = new Random(SEED);
    ends = new Completion[batch];
    heartbeats = new Heartbeat[batch];
    encoded = new byte[batch][];
    for (int i = 0; i < batch; i++) {
      byte[] result = new byte[RESULT_BYTES];
      random.nextBytes(result);
      boolean failed = i % 10 == 9;
      ends[i] = new Completion(
          4711 + i,
          1,
          failed ? RunStatus.FAILED : RunStatus.COMPLETED,
          NOW + i,
          failed ? null : Bytes.of(result),
          failed ? "connection refused by 10.0.0.7" : null);
      heartbeats[i] = new Heartbeat("worker-" + (100 + i), 4, NOW + i);
      encoded[i] = encoded(ends[i], i);
    }
    lean = new StateListener(runs, workers, ListenerSettings.DEFAULT);
    writer = runs::complete;
    copying = new CopyingStateListener(runs, workers);
    remote = variant == Variant.LEAN ? new RemoteUpdates(runs, workers) : copying;
  }

  private byte[] encoded(Completion end, int index) {
    StatusUpdate update = new StatusUpdate(
        end.runId(),
        end.attempt(),
        end.status(),
        "worker-1",
        end.result(),
        end.errorMessage(),
        end.completedAt());
    Message message = new Message(11 + index, null, null, NOW, 0, update);
    return variant == Variant.LEAN ? MessageCodec.encode(message) : json.encode(message);
  }

  /** Ends of attempts of this process. */
  @Benchmark
  public long completions() {
    if (variant == Variant.LEAN) {
      for (Completion end : ends) {
        lean.complete(end);
      }
      lean.flush(writer);
    } else {
      for (Completion end : ends) {
        copying.complete(end);
      }
      copying.flush();
    }
    return runs.sum();
  }

  /** Ends of attempts of other processes, from their encoded messages on. */
  @Benchmark
  public long updates() {
    messages.clear();
    for (byte[] message : encoded) {
      messages.add(decoded(message));
    }
    remote.accept(messages);
    return runs.sum();
  }

  private Message decoded(byte[] message) {
    return variant == Variant.LEAN ? MessageCodec.decode(message, 0) : json.decode(message, 0);
  }

  /** Heartbeats, each of another worker. */
  @Benchmark
  public long heartbeats() {
    if (variant == Variant.LEAN) {
      for (Heartbeat heartbeat : heartbeats) {
        lean.heartbeat(heartbeat);
      }
      lean.flush(writer);
    } else {
      for (Heartbeat heartbeat : heartbeats) {
        copying.heartbeat(heartbeat);
      }
      copying.flush();
    }
    return workers.sum();
  }

  /** How often the database was asked for something. */
  long statements() {
    return runs.statements() + workers.statements();
  }

  @Override
  public long digest() {
    long digest = 0;
    for (int i = 0; i < 3; i++) {
      digest = 31 * digest + completions();
      digest = 31 * digest + updates();
      digest = 31 * digest + heartbeats();
    }
    return digest;
  }
}
