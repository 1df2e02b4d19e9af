package dev.tare.profiling.layout;

import dev.tare.profiling.record.TypeNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Sizes of classes and object graphs in every layout, from one JVM. Thread-safe.
 *
 * <p>JOL does the work, as a model: nothing is asked of the JVM that runs, so it needs neither an
 * agent nor flags. What fields a class of the JDK has, of course, is up to the JDK that runs. A
 * class to which the JVM adds something of its own, as to a thread, is refused: the model would
 * make it too small.
 */
public final class Layouts {
  /** What to tell a user who has no JOL. */
  public static final String HOW_TO_HAVE = "layouts are modelled by JOL, which is not on the class"
      + " path: add org.openjdk.jol:jol-core:0.17 (scope test)";

  private Layouts() {}

  /** Whether JOL is there. */
  public static boolean isAvailable() {
    try {
      Class.forName("org.openjdk.jol.info.ClassData", false, Layouts.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  /**
   * How an instance of a class lies in memory.
   *
   * @throws IllegalArgumentException if it has no instances of one size, as an interface or an
   *     array, or can not be modelled
   * @throws IllegalStateException if JOL is not there
   */
  public static InstanceLayout of(Class<?> type, VmLayout vm) {
    need();
    if (type.isInterface() || type.isArray() || type.isPrimitive()) {
      throw new IllegalArgumentException(
          type.getName() + " has no instances of one size: name a class");
    }
    return new JolModel(vm).layout(type);
  }

  /**
   * The bytes of one object, of an array too.
   *
   * @throws IllegalArgumentException if it can not be modelled
   * @throws IllegalStateException if JOL is not there
   */
  public static long bytes(Object instance, VmLayout vm) {
    need();
    return new JolModel(vm).bytes(instance);
  }

  /**
   * The bytes of an object and all that it refers to, directly or not. Classes, class loaders,
   * modules and threads are the program's, not the object's, and end the walk.
   *
   * @throws IllegalArgumentException if one of the objects can not be modelled
   * @throws IllegalStateException if JOL is not there
   */
  public static GraphSize graph(Object root, VmLayout vm) {
    need();
    return new GraphWalk(new JolModel(vm))
        .from(root).values().stream().reduce(new GraphSize(0, 0), GraphSize::plus);
  }

  /**
   * The same class by class, in all layouts.
   *
   * @param source what made the object, for whoever reads the result
   * @throws IllegalArgumentException if one of the objects can not be modelled, or the first is the
   *     program's
   * @throws IllegalStateException if JOL is not there
   */
  public static ObjectGraph graph(String source, Object root) {
    need();
    Map<String, Long> objects = new TreeMap<>();
    Map<String, Map<VmLayout, Long>> bytes = new TreeMap<>();
    for (VmLayout vm : VmLayout.values()) {
      new GraphWalk(new JolModel(vm)).from(root).forEach((type, size) -> {
        objects.put(type, size.objects());
        bytes.computeIfAbsent(type, each -> new EnumMap<>(VmLayout.class)).put(vm, size.bytes());
      });
    }
    VmLayout running = VmLayout.running();
    List<ObjectGraph.Share> shares = new ArrayList<>();
    bytes.forEach((type, each) ->
        shares.add(new ObjectGraph.Share(type, objects.getOrDefault(type, 0L), each)));
    shares.sort(
        Comparator.comparing((ObjectGraph.Share share) -> share.bytes(running)).reversed());
    String type = TypeNames.readable(root.getClass().getName());
    if (shares.isEmpty()) {
      throw new IllegalArgumentException(type + " is the program's, as classes, class loaders,"
          + " modules and threads are: its graph would be all of it");
    }
    return new ObjectGraph(source, type, running, List.copyOf(shares));
  }

  private static void need() {
    if (!isAvailable()) {
      throw new IllegalStateException(HOW_TO_HAVE);
    }
  }
}
