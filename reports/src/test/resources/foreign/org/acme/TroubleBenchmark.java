package org.acme;

import java.io.IOException;
import java.lang.reflect.Field;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Benchmarks that give no figure, and take their JVM with them. */
@State(Scope.Thread)
public class TroubleBenchmark {
  private volatile boolean done;

  @Setup(Level.Trial)
  public void open() {
    System.out.println("trouble begins");
  }

  @Benchmark
  public void connecting() {
    throw new IllegalStateException("cannot connect to " + System.getProperty("tare.db"));
  }

  @Benchmark
  public void crashing() throws ReflectiveOperationException {
    Class<?> type = Class.forName("sun.misc.Unsafe");
    Field field = type.getDeclaredField("theUnsafe");
    field.setAccessible(true);
    type.getMethod("putAddress", long.class, long.class).invoke(field.get(null), 0L, 0L);
  }

  @Benchmark
  public void endless() {
    while (!done) {
      Thread.onSpinWait();
    }
  }

  @Benchmark
  public void exiting() {
    System.exit(0);
  }

  @Benchmark
  public void halting() {
    Runtime.getRuntime().halt(3);
  }

  @Benchmark
  public void killed() throws IOException, InterruptedException {
    String pid = Long.toString(ProcessHandle.current().pid());
    new ProcessBuilder("kill", "-9", pid).start().waitFor();
    Thread.sleep(Long.MAX_VALUE);
  }

  @Benchmark
  public Integer zLast() {
    return Integer.valueOf(4711);
  }
}
