package dev.tare.profiling.record;

import java.util.Map;
import java.util.regex.Pattern;

/** Names of classes as source has them, and the same in every launch: of a lambda's no number. */
public final class TypeNames {
  private static final Map<Character, String> PRIMITIVES = Map.of(
      'Z', "boolean", 'B', "byte", 'C', "char", 'D', "double", 'F', "float", 'I', "int", 'J',
      "long", 'S', "short");

  /** What the JVM appends to the name of a class that it hides, and its number before JDK 21. */
  private static final Pattern HIDDEN = Pattern.compile("(\\$\\d+)?[./+]0x[0-9a-f]+.*");

  private TypeNames() {}

  /** From the JVM's name, such as {@code [I}, {@code [Ljava.lang.String;} or {@code a.b.C}. */
  public static String readable(String name) {
    int dimensions = 0;
    while (dimensions < name.length() && name.charAt(dimensions) == '[') {
      dimensions++;
    }
    String element = name.substring(dimensions);
    if (dimensions > 0) {
      element = element.length() == 1
          ? PRIMITIVES.getOrDefault(element.charAt(0), element)
          : element.substring(1, element.length() - 1);
    }
    if (!element.contains("0x")) { // most: an interpreter takes long over the expression
      return element + "[]".repeat(dimensions);
    }
    return HIDDEN.matcher(element).replaceFirst("") + "[]".repeat(dimensions);
  }
}
