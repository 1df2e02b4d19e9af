package dev.tare.benchmarks.queue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * A peer of {@link QueueBenchmark}, no side of a pair: a message to bytes and back by Jackson's
 * data binding alone, at its best: a reader and a writer of one type, no tree, no text.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class JsonPeerBenchmark {
  private static final long SEED = 42;

  /** Bytes of parameters in a message. */
  @Param({"200", "4000"})
  int payload;

  private ObjectWriter writer;
  private ObjectReader reader;
  private Execution message;

  /** A task's execution, as the pair's message says it. */
  @SuppressWarnings("ArrayRecordComponent") // bound as it comes; nobody compares two
  public record Execution(
      long id,
      String correlationId,
      @Nullable String traceparent,
      long timestamp,
      long runId,
      int attempt,
      long taskId,
      String type,
      byte[] parameters,
      int timeoutSeconds,
      int retryCount,
      int shardIndex,
      int shardTotal) {}

  /** Makes a message of fixed content. */
  @Setup
  public void open() {
    ObjectMapper mapper = new ObjectMapper();
    writer = mapper.writerFor(Execution.class);
    reader = mapper.readerFor(Execution.class);
    byte[] parameters = new byte[payload];
    new Random(SEED).nextBytes(parameters);
    message = new Execution(
        11, "order-4711", null, 1_800_000_000_000L, 7, 1, 3, "http", parameters, 300, 0, -1, 0);
  }

  /** One message, encoded and decoded. */
  @Benchmark
  public Execution encodeDecode() throws IOException {
    return reader.readValue(writer.writeValueAsBytes(message));
  }
}
