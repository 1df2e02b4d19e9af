package dev.tare.benchmarks.executor;

import dev.tare.benchmarks.Digested;
import dev.tare.benchmarks.Variant;
import dev.tare.scheduler.model.Bytes;
import dev.tare.scheduler.worker.executor.ResourceLimits;
import dev.tare.scheduler.worker.executor.shell.OutputHead;
import dev.tare.scheduler.worker.executor.shell.OutputTail;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
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
 * What a child process printed, kept up to the limits: standard output and standard error.
 *
 * <p>Of a long output the lean side makes more copies, of a third of the bytes: its array grows to
 * the limit by doubling, while the twin copies all that was printed.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class OutputBenchmark implements Digested {

  @Param
  Variant variant;

  /** Bytes of standard output: below the limit, and above it. */
  @Param({"600", "100000"})
  int printed;

  private Pipe out;
  private Pipe err;
  private Capture capture;

  /** What is kept of both streams. */
  record Captured(@Nullable Bytes result, String error) {}

  /** Reads both streams to their ends. */
  interface Capture {
    Captured read(InputStream out, InputStream err, ResourceLimits limits) throws IOException;
  }

  /** Makes what is printed: text of one byte a character. */
  @Setup
  public void open() {
    out = new Pipe(lines(printed));
    err = new Pipe(lines(printed / 100));
    capture = variant == Variant.LEAN ? OutputBenchmark::read : new CopyingOutput();
  }

  private static byte[] lines(int bytes) {
    byte[] text = new byte[bytes];
    for (int i = 0; i < bytes; i++) {
      text[i] = (byte) (i % 61 == 60 ? '\n' : 'a' + i % 26);
    }
    return text;
  }

  private static Captured read(InputStream out, InputStream err, ResourceLimits limits)
      throws IOException {
    OutputHead head = new OutputHead(limits.resultBytes());
    OutputTail tail = new OutputTail(limits.errorBytes());
    head.readFrom(out);
    tail.readFrom(err);
    return new Captured(head.bytes(), tail.text());
  }

  /** Both streams, to their ends. */
  @Benchmark
  public Object capture() throws IOException {
    out.rewind();
    err.rewind();
    return capture.read(out, err, ResourceLimits.DEFAULT);
  }

  @Override
  public long digest() throws IOException {
    Captured captured = (Captured) capture();
    return 31L * Objects.hashCode(captured.result()) + captured.error().hashCode();
  }
}
