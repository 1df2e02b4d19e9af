package dev.tare.benchmarks;

/**
 * A benchmark that can show that its variants do the same: every class with a {@link Variant}
 * parameter is one. A test compares the digests of all of them.
 */
public interface Digested {

  /**
   * Does the benchmark's work on fixed input, between set-up and tear-down, and sums up what came
   * out of it.
   *
   * @return equal for both variants, on every database
   */
  long digest() throws Exception;
}
