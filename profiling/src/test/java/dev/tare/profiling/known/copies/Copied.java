package dev.tare.profiling.known.copies;

import dev.tare.profiling.copies.CopyKind;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the agent must count for one call of a method, exactly; by default nothing. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Copied {
  /** The kind of all its copies. */
  CopyKind kind() default CopyKind.ARRAY;

  /** How many. */
  long copies() default 0;

  /** Bytes that they move, but for references. */
  long bytes() default 0;

  /** References that they move: 4 bytes each, or 8. */
  long references() default 0;

  /** Boxing calls. */
  long boxings() default 0;
}
