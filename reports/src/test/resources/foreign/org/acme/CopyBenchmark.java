package org.acme;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A pair that copies, and an object of the author's own. */
@State(Scope.Benchmark)
public class CopyBenchmark {
  @Param({"COPYING", "LEAN"})
  String variant;

  private String name = "Ada Lovelace";
  private final Draft draft = new Draft(1, 2);

  /** Two ints after a header of 12: 20, aligned 24. */
  static final class Draft {
    private final int x;
    private final int y;

    Draft(int x, int y) {
      this.x = x;
      this.y = y;
    }

    Draft duplicate() {
      return new Draft(x, y);
    }
  }

  /** As copying code 3 + 4 bytes of text and a box, as lean code none. */
  @Benchmark
  public Object text() {
    if (variant.equals("LEAN")) {
      return name;
    }
    String first = name.substring(0, 3).concat("!");
    return first.isEmpty() ? first : Integer.valueOf(first.length());
  }

  /** A copy only if the user says so. */
  @Benchmark
  public Draft object() {
    return draft.duplicate();
  }
}
