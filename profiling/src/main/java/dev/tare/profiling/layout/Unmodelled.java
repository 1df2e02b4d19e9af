package dev.tare.profiling.layout;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.Set;

/** Classes that a model makes too small: the JVM gives them more than their files declare. */
final class Unmodelled {
  private static final String CONTENDED = ".Contended";

  /** The JVM adds fields of its own to these, and so to what extends them. */
  private static final Set<String> WITH_HIDDEN_FIELDS = Set.of(
      "java.lang.Class",
      "java.lang.ClassLoader",
      "java.lang.Module",
      "java.lang.StackFrameInfo",
      "java.lang.Thread",
      "java.lang.invoke.MemberName",
      "java.lang.invoke.MethodHandleNatives$CallSiteContext",
      "java.lang.invoke.ResolvedMethodName",
      "jdk.internal.vm.StackChunk");

  private Unmodelled() {}

  /** Refuses a class that has such, itself or by an ancestor. */
  static void refuse(Class<?> type) {
    Class<?> ancestor = type;
    while (ancestor != null) {
      if (WITH_HIDDEN_FIELDS.contains(ancestor.getName())) {
        throw new IllegalArgumentException(type.getName() + " can not be modelled: the JVM adds"
            + " fields of its own to " + ancestor.getName());
      }
      if (isContended(ancestor)
          || Arrays.stream(ancestor.getDeclaredFields()).anyMatch(Unmodelled::isContended)) {
        throw new IllegalArgumentException(type.getName() + " can not be modelled: @Contended in "
            + ancestor.getName() + " has the JVM keep it apart by padding of its own");
      }
      ancestor = ancestor.getSuperclass();
    }
  }

  private static boolean isContended(AnnotatedElement element) {
    for (Annotation annotation : element.getDeclaredAnnotations()) {
      if (annotation.annotationType().getName().endsWith(CONTENDED)) {
        return true;
      }
    }
    return false;
  }
}
