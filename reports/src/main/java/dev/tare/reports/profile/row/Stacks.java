package dev.tare.reports.profile.row;

import dev.tare.profiling.recording.ProfileEvent;
import dev.tare.profiling.sites.Attribution;
import dev.tare.profiling.sites.Attribution.Frame;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringTokenizer;

/**
 * Call stacks and how much each has, of what the profile is of.
 *
 * @param all the stacks
 * @param total the sum
 */
public record Stacks(List<Stack> all, long total) {

  /** Functions of the profiler and the JVM that others ask for native memory. */
  private static final Set<String> ALLOCATORS = Set.of(
      "malloc_hook",
      "calloc_hook",
      "realloc_hook",
      "posix_memalign_hook",
      "aligned_alloc_hook",
      "os::malloc",
      "os::realloc",
      "AllocateHeap");

  /**
   * One stack.
   *
   * @param calls the innermost call first
   * @param type the class of what was allocated or locked; empty for other events
   * @param value samples, bytes or nanoseconds
   */
  public record Stack(List<Frame> calls, String type, long value) {}

  /** How much a method has by itself, and with all that it calls. */
  public record Share(long self, long total) {
    /** The sum of both. */
    public Share plus(Share more) {
      return new Share(self + more.self, total + more.total);
    }
  }

  /** The stacks of one event, as the converter writes them. */
  public static Stacks of(String collapsed, ProfileEvent event) {
    return parse(collapsed, event == ProfileEvent.ALLOC || event == ProfileEvent.LOCK);
  }

  /**
   * Reads stacks as text, a line each.
   *
   * @param typed whether the innermost entry is a class and not a call
   * @throws IllegalArgumentException if a line has no value at its end
   */
  static Stacks parse(String collapsed, boolean typed) {
    List<Stack> all = new ArrayList<>();
    long total = 0;
    for (String line : collapsed.lines().filter(text -> !text.isBlank()).toList()) {
      int space = line.lastIndexOf(' ');
      if (space < 1) {
        throw new IllegalArgumentException("a stack has no value: " + line);
      }
      long value = Long.parseLong(line.substring(space + 1).strip());
      if (value < 0) {
        throw new IllegalArgumentException("a stack has less than nothing: " + line);
      }
      all.add(stack(line.substring(0, space), typed, value));
      total += value;
    }
    return new Stacks(all, total);
  }

  private static Stack stack(String line, boolean typed, long value) {
    List<String> names = new ArrayList<>();
    StringTokenizer tokens = new StringTokenizer(line, ";");
    while (tokens.hasMoreTokens()) {
      names.add(withoutKind(tokens.nextToken()));
    }
    String type = typed && !names.isEmpty() ? names.remove(names.size() - 1) : "";
    while (names.size() > 1 && ALLOCATORS.contains(names.get(names.size() - 1))) {
      names.remove(names.size() - 1);
    }
    Collections.reverse(names);
    return new Stack(names.stream().map(Stacks::frame).toList(), type, value);
  }

  /** Without {@code _[j]} and the like, which tell how a call was compiled. */
  private static String withoutKind(String name) {
    int length = name.length();
    return length > 4 && name.endsWith("]") && name.startsWith("_[", length - 4)
        ? name.substring(0, length - 4)
        : name;
  }

  /** {@code a.b.C.method:12}; a native function has no class. */
  private static Frame frame(String name) {
    int line = 0;
    String method = name;
    int colon = name.lastIndexOf(':');
    if (colon > 0 && name.charAt(colon - 1) != ':' && isNumber(name, colon + 1)) {
      line = Integer.parseInt(name.substring(colon + 1));
      method = name.substring(0, colon);
    }
    int dot = method.lastIndexOf('.');
    boolean java = dot > 0 && method.indexOf("::") < 0 && method.indexOf('@') < 0;
    return java
        ? new Frame(method.substring(0, dot), method.substring(dot + 1), line)
        : new Frame("", method, 0);
  }

  private static boolean isNumber(String text, int from) {
    boolean digits = from < text.length() && text.length() - from < 10;
    for (int i = from; digits && i < text.length(); i++) {
      digits = Character.isDigit(text.charAt(i));
    }
    return digits;
  }

  /** By method; one that calls itself counts once a stack. */
  public Map<String, Share> methods() {
    Map<String, Share> shares = new HashMap<>();
    for (Stack stack : all) {
      Set<String> seen = new HashSet<>();
      for (Frame call : stack.calls()) {
        String name = name(call);
        long self = seen.isEmpty() ? stack.value() : 0;
        if (seen.add(name)) {
          shares.merge(name, new Share(self, stack.value()), Share::plus);
        }
      }
    }
    return shares;
  }

  /** By the line of the user's code that each stack comes from. */
  Map<Line, Long> lines(Attribution attribution) {
    Map<Line, Long> lines = new HashMap<>();
    for (Stack stack : all) {
      lines.merge(
          new Line(stack.type(), attribution.location(stack.calls())), stack.value(), Long::sum);
    }
    return lines;
  }

  /**
   * A line of code.
   *
   * @param type the class of what was allocated or locked there; empty for other events
   * @param location {@code a.b.C.method:12}
   */
  record Line(String type, String location) {}

  /** Class and method, without the line. */
  static String name(Frame call) {
    return new Frame(call.type(), call.method(), 0).toString();
  }
}
