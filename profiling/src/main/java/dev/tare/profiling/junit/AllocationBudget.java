package dev.tare.profiling.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What the body of a test may allocate, a run; of a class, each of its tests. The test fails if it
 * allocates more, and says what, how much, and where.
 *
 * <p>The body runs first as any test does, and then some sixty times more on the same object:
 * {@code @BeforeEach} has run once, unless {@link #setUpEachRun} says otherwise. So a body must do
 * the same each time. All that it does counts, its assertions too.
 */
@Documented
@Inherited
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(BudgetExtension.class)
public @interface AllocationBudget {
  /** Most bytes a run; 0 is a budget. */
  long bytes() default NO_LIMIT;

  /** Most objects a run; the calling thread's alone, without {@link #setUpEachRun}. */
  long objects() default NO_LIMIT;

  /**
   * Beginnings of the names of further threads whose bytes count: an executor's workers, say. They
   * must outlive the test's body.
   */
  String[] threads() default {};

  /** Whether the bytes of all threads count, virtual ones too, and whatever else the JVM does. */
  boolean allThreads() default false;

  /** Runs before any that counts: more for a body that fills a cache. */
  int warmUps() default 20;

  /** Whether {@code @AfterEach} and {@code @BeforeEach} methods run between runs, uncounted. */
  boolean setUpEachRun() default false;

  /** No limit is given. */
  long NO_LIMIT = -1;
}
