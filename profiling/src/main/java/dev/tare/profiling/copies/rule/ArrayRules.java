package dev.tare.profiling.copies.rule;

import static dev.tare.profiling.copies.CopyKind.ARRAY;

import org.jspecify.annotations.Nullable;

/** Copies from array to array. */
final class ArrayRules {
  private static final String ARRAY_OF_OBJECTS = "[Ljava/lang/Object;";
  private static final String TYPE = "Ljava/lang/Class;";

  private ArrayRules() {}

  static @Nullable CopyRule match(Call call) {
    if (call.owner().startsWith("[")) {
      return call.name().equals("clone") ? CopyRule.result(ARRAY) : null;
    }
    return switch (call.owner()) {
      case "java/lang/System" ->
        call.name().equals("arraycopy")
            ? CopyRule.instead(ARRAY, "arraycopy", "(Ljava/lang/Object;ILjava/lang/Object;III)V")
            : null;
      case "java/util/Arrays" -> ofArrays(call);
      default -> null;
    };
  }

  private static @Nullable CopyRule ofArrays(Call call) {
    boolean typed = call.descriptor().contains(TYPE);
    return switch (call.name()) {
      case "copyOf" ->
        typed
            ? CopyRule.instead(ARRAY, "copyOf", objects("I" + TYPE + 'I'))
            : CopyRule.lastTwo(ARRAY, "firstOf", "Ljava/lang/Object;I");
      case "copyOfRange" ->
        typed
            ? CopyRule.instead(ARRAY, "copyOfRange", objects("II" + TYPE + 'I'))
            : CopyRule.instead(ARRAY, "copyOfRange", "(Ljava/lang/Object;III)Ljava/lang/Object;");
      default -> null;
    };
  }

  private static String objects(String further) {
    return '(' + ARRAY_OF_OBJECTS + further + ')' + ARRAY_OF_OBJECTS;
  }
}
