package org.acme;

import java.util.List;
import java.util.Random;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;

/** What anybody's benchmarks may look like; their author has never heard of Tare. */
@State(Scope.Benchmark)
public class PlainBenchmark {
  private static final Random RANDOM = new Random(1);

  /** One with parameters. */
  @State(Scope.Thread)
  public static class Sized {
    @Param({"2", "10"})
    public int length;
  }

  /** Fails if the measuring command's own libraries are on the class path. */
  @Setup(Level.Trial)
  public void lookForStrangers() {
    for (String name : List.of(
        "picocli.CommandLine",
        "com.fasterxml.jackson.core.JsonFactory",
        "org.objectweb.asm.ClassReader")) {
      try {
        Class.forName(name);
      } catch (ClassNotFoundException e) {
        continue;
      }
      throw new IllegalStateException("there is a stranger: " + name);
    }
  }

  @Benchmark
  public int nothing() {
    return 42;
  }

  @Benchmark
  public int[] array(Sized sized) {
    return new int[sized.length];
  }

  @Benchmark
  @Threads(3)
  public Integer threads() {
    return Integer.valueOf(4711);
  }

  @Benchmark
  public byte[] random() {
    return new byte[RANDOM.nextInt(1000)];
  }
}
