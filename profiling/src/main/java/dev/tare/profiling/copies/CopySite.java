package dev.tare.profiling.copies;

import java.util.Comparator;

/**
 * One call that copies, in the code that makes it. Ordered by place.
 *
 * @param type fully qualified name of the class with the call
 * @param method the method with the call; of a lambda, the method that the compiler made of it
 * @param line line in the source, 0 if the class file does not tell
 * @param kind what the call copies
 * @param call what is called, such as {@code String.substring}
 */
public record CopySite(String type, String method, int line, CopyKind kind, String call)
    implements Comparable<CopySite> {
  private static final Comparator<CopySite> BY_PLACE = Comparator.comparing(CopySite::type)
      .thenComparing(CopySite::line)
      .thenComparing(CopySite::method)
      .thenComparing(CopySite::kind)
      .thenComparing(CopySite::call);

  /** The package of the class, empty for the unnamed one. */
  public String packageName() {
    return type.substring(0, Math.max(0, type.lastIndexOf('.')));
  }

  /** Where it is: {@code a.b.C.method:12}. */
  public String location() {
    return type + '.' + method + ':' + line;
  }

  @Override
  public int compareTo(CopySite other) {
    return BY_PLACE.compare(this, other);
  }

  /** Place and call: {@code a.b.C.method:12 String.substring}. */
  @Override
  public String toString() {
    return location() + ' ' + call;
  }
}
