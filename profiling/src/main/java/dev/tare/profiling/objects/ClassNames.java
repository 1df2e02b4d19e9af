package dev.tare.profiling.objects;

/** Names of classes as the source has them, where it does. */
final class ClassNames {
  private static final String LAMBDA = "$$Lambda";

  private ClassNames() {}

  /**
   * {@code byte[]} of {@code [B}, {@code a.B[]} of {@code [La.B;}; of a lambda's class without the
   * number that differs with each launch; others as they are.
   */
  static String readable(String name) {
    int dimensions = 0;
    while (dimensions < name.length() && name.charAt(dimensions) == '[') {
      dimensions++;
    }
    if (dimensions == 0) {
      int lambda = name.indexOf(LAMBDA);
      return lambda < 0 ? name : name.substring(0, lambda + LAMBDA.length());
    }
    String element = name.substring(dimensions);
    String type = switch (element.charAt(0)) {
      case 'B' -> "byte";
      case 'C' -> "char";
      case 'D' -> "double";
      case 'F' -> "float";
      case 'I' -> "int";
      case 'J' -> "long";
      case 'S' -> "short";
      case 'Z' -> "boolean";
      default -> element.substring(1, element.length() - 1);
    };
    return type + "[]".repeat(dimensions);
  }
}
