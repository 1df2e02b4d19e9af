package dev.tare.profiling.copies.rule;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Boxing: a call is counted also where a cache gives the box. */
final class BoxingRules {
  private static final Set<String> BOXES = Set.of(
      "java/lang/Boolean",
      "java/lang/Byte",
      "java/lang/Character",
      "java/lang/Short",
      "java/lang/Integer",
      "java/lang/Long",
      "java/lang/Float",
      "java/lang/Double");

  private BoxingRules() {}

  static @Nullable CopyRule match(Call call) {
    boolean boxes = call.name().equals("valueOf")
        && BOXES.contains(call.owner())
        && call.parameters().size() == 1
        && !Call.isReference(call.parameters().get(0));
    return boxes ? CopyRule.boxed() : null;
  }
}
