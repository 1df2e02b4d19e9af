package dev.tare.profiling.layout;

import dev.tare.profiling.record.TypeNames;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openjdk.jol.util.ObjectUtils;

/** Visits all that an object refers to, each once. Not thread-safe. */
final class GraphWalk {
  /** Or JOL looks into no record and no lambda. */
  private static final String MAGIC = "jol.magicFieldOffset";
  /** JOL would attach an agent to this JVM, for what a model does not need. */
  private static final String NO_AGENT = "jol.skipDynamicAttach";

  private final JolModel model;
  private final Map<Class<?>, List<Field>> fieldsByClass = new HashMap<>();
  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<Object> waiting = new ArrayDeque<>();
  private final SortedMap<String, GraphSize> byClass = new TreeMap<>();

  GraphWalk(JolModel model) {
    this.model = model;
    for (String flag : List.of(MAGIC, NO_AGENT)) {
      if (System.getProperty(flag) == null) {
        System.setProperty(flag, "true");
      }
    }
  }

  /** What was visited, by class, as source code names it. */
  SortedMap<String, GraphSize> from(Object root) {
    meet(root);
    while (!waiting.isEmpty()) {
      Object next = waiting.remove();
      byClass.merge(
          TypeNames.readable(next.getClass().getName()),
          new GraphSize(1, model.bytes(next)),
          GraphSize::plus);
      if (next instanceof Object[] array) {
        for (Object element : array) {
          meet(element);
        }
      } else if (!next.getClass().isArray()) {
        for (Field field : fields(next.getClass())) {
          meet(ObjectUtils.value(next, field));
        }
      }
    }
    return byClass;
  }

  private void meet(@Nullable Object object) {
    if (object != null && !isOfTheProgram(object) && seen.add(object)) {
      waiting.add(object);
    }
  }

  private static boolean isOfTheProgram(Object object) {
    return object instanceof Class
        || object instanceof ClassLoader
        || object instanceof Module
        || object instanceof Thread;
  }

  private List<Field> fields(Class<?> type) {
    return fieldsByClass.computeIfAbsent(type, each -> {
      List<Field> fields = new ArrayList<>();
      Class<?> ancestor = each;
      while (ancestor != null) {
        for (Field field : ancestor.getDeclaredFields()) {
          if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
            fields.add(field);
          }
        }
        ancestor = ancestor.getSuperclass();
      }
      return fields;
    });
  }
}
