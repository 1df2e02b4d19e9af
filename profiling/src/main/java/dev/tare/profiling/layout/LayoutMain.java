package dev.tare.profiling.layout;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The main class of a JVM on somebody's class path: {@code LayoutMain FILE CLASS...} writes the
 * layouts of the classes to the file, or what is wrong with one of them. No code of theirs runs.
 */
public final class LayoutMain {
  private LayoutMain() {}

  /** A file, and names of classes. */
  public static void main(String[] arguments) throws IOException {
    List<String> names = List.of(arguments).subList(1, arguments.length);
    try (DataOutputStream out = new DataOutputStream(
        new BufferedOutputStream(Files.newOutputStream(Path.of(arguments[0]))))) {
      List<InstanceLayout> layouts = new ArrayList<>();
      String trouble = "";
      for (String name : names) {
        trouble = trouble.isEmpty() ? add(name, layouts) : trouble;
      }
      out.writeUTF(trouble);
      LayoutStream.write(layouts, out);
    }
  }

  private static String add(String name, List<InstanceLayout> layouts) {
    try {
      Class<?> type = Class.forName(name, false, LayoutMain.class.getClassLoader());
      for (VmLayout vm : VmLayout.values()) {
        layouts.add(Layouts.of(type, vm));
      }
      return "";
    } catch (ClassNotFoundException e) {
      return name + ": there is no such class on the class path: a nested one is written with a $";
    } catch (IllegalArgumentException e) {
      return String.valueOf(e.getMessage());
    } catch (LinkageError e) {
      return name + ": can not be loaded, something that it needs is missing: " + e;
    }
  }
}
