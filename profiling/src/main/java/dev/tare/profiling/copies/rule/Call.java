package dev.tare.profiling.copies.rule;

import java.util.ArrayList;
import java.util.List;

/**
 * A call as a class file has it.
 *
 * @param isStatic whether it has no receiver
 * @param owner internal name of the class or array type it is made on
 * @param name method name, {@code <init>} for a constructor
 * @param descriptor of parameters and result
 */
public record Call(boolean isStatic, String owner, String name, String descriptor) {
  private static final String CONSTRUCTOR = "<init>";

  /** Whether this initialises an instance. */
  public boolean isConstructor() {
    return name.equals(CONSTRUCTOR);
  }

  /** Descriptor of the result, {@code V} for none. */
  public String result() {
    return descriptor.substring(descriptor.indexOf(')') + 1);
  }

  /** Whether it returns an object or array. */
  boolean returnsReference() {
    return isReference(result());
  }

  /** Descriptors of the parameters, without the receiver. */
  public List<String> parameters() {
    List<String> parameters = new ArrayList<>();
    int start = 1;
    while (descriptor.charAt(start) != ')') {
      int end = start;
      while (descriptor.charAt(end) == '[') {
        end++;
      }
      end = descriptor.charAt(end) == 'L' ? descriptor.indexOf(';', end) + 1 : end + 1;
      parameters.add(descriptor.substring(start, end));
      start = end;
    }
    return parameters;
  }

  /** Whether a value of this type takes two slots. */
  public static boolean isWide(String type) {
    return type.equals("J") || type.equals("D");
  }

  static boolean isReference(String type) {
    return type.startsWith("L") || type.startsWith("[");
  }

  /** What to call it in a table: simple class name and method, {@code new C} for a constructor. */
  public String label() {
    String type = owner.startsWith("[") ? "array" : owner.substring(owner.lastIndexOf('/') + 1);
    return isConstructor() ? "new " + type : type + '.' + name;
  }
}
