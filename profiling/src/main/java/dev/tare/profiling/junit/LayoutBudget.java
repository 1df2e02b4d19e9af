package dev.tare.profiling.junit;

import dev.tare.profiling.layout.VmLayout;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * How large one instance of a class may be, header and padding included; checked before the body of
 * the test, which may be empty. Repeatable; of a class, checked by each of its tests.
 *
 * <p>Needs {@code org.openjdk.jol:jol-core} on the class path of the tests. Where it is not, the
 * test fails and says so.
 */
@Documented
@Inherited
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(LayoutBudget.All.class)
@ExtendWith(BudgetExtension.class)
public @interface LayoutBudget {
  /** The class; an array has no size of its own. */
  Class<?> type();

  /** Most bytes an instance. */
  long bytes();

  /**
   * The object layouts that it must hold in, whatever JVM runs the test: they are modelled. The
   * default is what a JVM has below 32 GB of heap, unless told otherwise.
   */
  VmLayout[] layouts() default VmLayout.COMPRESSED;

  /** Several of them. */
  @Documented
  @Inherited
  @Target({ElementType.METHOD, ElementType.TYPE})
  @Retention(RetentionPolicy.RUNTIME)
  @ExtendWith(BudgetExtension.class)
  @interface All {
    /** The budgets. */
    LayoutBudget[] value();
  }
}
