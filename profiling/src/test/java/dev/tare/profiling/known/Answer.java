package dev.tare.profiling.known;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the meter must give for a benchmark, in bytes an operation, exactly. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Answer {
  /** With compressed references and 12-byte headers. */
  double value();

  /** With 8-byte references; the same unless told. */
  double wideReferences() default Double.NaN;

  /** With 8-byte headers; the same unless told. */
  double compactHeaders() default Double.NaN;

  /**
   * How much more it is on a JDK before 18, whose inner classes keep a reference to what is around
   * them though they do not use it.
   */
  double moreBefore18() default 0;
}
