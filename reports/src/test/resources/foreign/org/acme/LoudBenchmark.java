package org.acme;

import java.io.FileOutputStream;
import java.io.FileDescriptor;
import java.io.IOException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Benchmarks that do to the streams of their JVM what they should not. */
@State(Scope.Thread)
public class LoudBenchmark {
  private final byte[] noise = new byte[256];
  private final FileOutputStream out = new FileOutputStream(FileDescriptor.out);

  /** Every byte there is, a line that looks like a record, and a thread that never ends. */
  @Setup(Level.Trial)
  public void open() {
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (byte) i;
    }
    System.out.println("{ \"benchmark\": \"org.acme.Forged\", \"value\": 0 }");
    System.err.println("database " + System.getProperty("tare.db"));
    Thread left = new Thread(() -> {
      try {
        Thread.sleep(Long.MAX_VALUE);
      } catch (InterruptedException e) {
        // then it ends
      }
    });
    left.setDaemon(false);
    left.start();
  }

  @Benchmark
  public int[] printing() throws IOException {
    out.write(noise);
    return new int[2];
  }

  @Benchmark
  public int[] closing() throws IOException {
    System.in.close();
    return new int[4];
  }
}
