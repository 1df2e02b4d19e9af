package dev.tare.benchmarks.technique;

import dev.tare.benchmarks.Variant;
import java.util.function.ToLongFunction;

/** A technique, by an operation that uses it. */
@SuppressWarnings("ImmutableEnumChecker") // method references that capture nothing
public enum Technique {
  /** A value that never leaves its method: nothing is left of it when it is compiled. */
  VALUE(CopyingHabits::window, LeanWays::window),
  /** The context of an error, made when there is one. */
  CONTEXT_ON_FAILURE(CopyingHabits::checked, LeanWays::checked),
  /** What has not changed is the same instance. */
  SAME_INSTANCE(CopyingHabits::whole, LeanWays::whole),
  /** A name that comes again and again is one string, out of a bounded memory. */
  INTERNED(CopyingHabits::named, LeanWays::named),
  /** Parts of a text are read where they stand. */
  SLICES(CopyingHabits::parsed, LeanWays::parsed),
  /** A function that captures nothing is made once; what it needs comes with the call. */
  NOTHING_CAPTURED(CopyingHabits::applied, LeanWays::applied),
  /** A call that is waited for at once is a call. */
  DIRECT_CALL(CopyingHabits::executed, LeanWays::executed),
  /** What one thread alone uses is plain fields. */
  CONFINED(CopyingHabits::succeeded, LeanWays::succeeded),
  /** Numbers are numbers. */
  PRIMITIVE(CopyingHabits::contained, LeanWays::contained);

  private final ToLongFunction<Material> copying;
  private final ToLongFunction<Material> lean;

  Technique(ToLongFunction<Material> copying, ToLongFunction<Material> lean) {
    this.copying = copying;
    this.lean = lean;
  }

  ToLongFunction<Material> of(Variant variant) {
    return variant == Variant.LEAN ? lean : copying;
  }
}
