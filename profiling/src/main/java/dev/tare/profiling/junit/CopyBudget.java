package dev.tare.profiling.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * How often the body of a test may copy, a run, and how many bytes; of a class, each of its tests.
 * Copies are those of docs/counting.md, in whatever thread.
 *
 * <p>Counted by the copies agent, which has to be there from the start of the JVM. Where it is not,
 * the test fails and says what to add.
 */
@Documented
@Inherited
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(BudgetExtension.class)
public @interface CopyBudget {
  /** Most copies a run; 0 is a budget. */
  long copies() default NO_LIMIT;

  /** Most bytes that the copies of a run move. */
  long copiedBytes() default NO_LIMIT;

  /** Most boxing calls a run. */
  long boxings() default NO_LIMIT;

  /**
   * Packages, with those below them, whose calls count; by default the test's own. The agent must
   * have been told of them.
   */
  String[] packages() default {};

  /** Whether {@code @AfterEach} and {@code @BeforeEach} methods run between runs, uncounted. */
  boolean setUpEachRun() default false;

  /** No limit is given. */
  long NO_LIMIT = -1;
}
