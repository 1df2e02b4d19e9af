package org.acme;

import org.openjdk.jmh.annotations.Benchmark;

public class MyBenchmark {
  @Benchmark
  public long testMethod() {
    return join("a", 1);
  }

  private static long join(String name, int number) {
    return new StringBuilder(name).append(number).toString().hashCode();
  }
}
