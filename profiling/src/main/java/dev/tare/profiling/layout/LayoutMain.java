package dev.tare.profiling.layout;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The main class of a JVM on somebody's class path: {@code LayoutMain FILE NAME...} writes the
 * layouts of the classes to the file, or what is wrong with one of them. No code of theirs runs.
 *
 * <p>A name {@code a.b.C::method} stands for the object that this static method gives, and
 * {@code a.b.C::new} for a new instance: that runs, and the file has the size of all that can be
 * reached from it.
 */
public final class LayoutMain {
  private static final String OF = "::";
  private static final String NEW = "new";

  private LayoutMain() {}

  /** A file, and names. */
  public static void main(String[] arguments) throws IOException {
    List<String> names = List.of(arguments).subList(1, arguments.length);
    List<InstanceLayout> layouts = new ArrayList<>();
    List<ObjectGraph> graphs = new ArrayList<>();
    String trouble = "";
    for (String name : names) {
      trouble = trouble.isEmpty() ? add(name, layouts, graphs) : trouble;
    }
    try (DataOutputStream out = new DataOutputStream(
        new BufferedOutputStream(Files.newOutputStream(Path.of(arguments[0]))))) {
      out.writeUTF(trouble);
      LayoutStream.write(new LayoutStream.Content(layouts, graphs), out);
    }
    System.exit(0); // what a factory made may have left threads behind
  }

  private static String add(String name, List<InstanceLayout> layouts, List<ObjectGraph> graphs) {
    int of = name.indexOf(OF);
    try {
      Class<?> type = Class.forName(of < 0 ? name : name.substring(0, of), false, loader());
      if (of < 0) {
        for (VmLayout vm : VmLayout.values()) {
          layouts.add(Layouts.of(type, vm));
        }
        return "";
      }
      Object made = make(type, name.substring(of + OF.length()));
      if (made == null) {
        return name + ": it gave null, which has no size";
      }
      graphs.add(Layouts.graph(name, made));
      return "";
    } catch (ClassNotFoundException e) {
      return name + ": there is no such class on the class path: a nested one is written with a $";
    } catch (IllegalArgumentException e) {
      return (of < 0 ? "" : name + ": ") + e.getMessage();
    } catch (InvocationTargetException e) {
      return name + ": it threw " + e.getCause();
    } catch (ReflectiveOperationException | InaccessibleObjectException e) {
      return name + ": can not be called: " + e;
    } catch (LinkageError e) {
      return name + ": can not be loaded, something that it needs is missing: " + e;
    }
  }

  private static ClassLoader loader() {
    return LayoutMain.class.getClassLoader();
  }

  private static @Nullable Object make(Class<?> type, String method)
      throws ReflectiveOperationException {
    try {
      if (method.equals(NEW)) {
        if (Modifier.isAbstract(type.getModifiers())) {
          throw new IllegalArgumentException("the class is abstract: name a static method");
        }
        Constructor<?> constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        return constructor.newInstance();
      }
      Method factory = type.getDeclaredMethod(method);
      if (!Modifier.isStatic(factory.getModifiers())) {
        throw new IllegalArgumentException("it is not static: name a static method, or ::new");
      }
      factory.setAccessible(true);
      return factory.invoke(null);
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException(
          "the class has no such method, or constructor, without parameters", e);
    }
  }
}
