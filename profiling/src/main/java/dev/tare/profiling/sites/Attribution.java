package dev.tare.profiling.sites;

import java.util.List;
import java.util.Optional;

/**
 * Whose an allocation is: the line of the user's code that asked for it, or the harness's.
 *
 * <p>Of a worker of the harness only what its stub calls belongs to the operation: all else is
 * queue nodes, results and the like. Flight Recorder's own thread, which looks about it once a
 * second, is nobody's operation. What any other thread allocates belongs to the operation.
 */
public final class Attribution {
  private static final String WORKER = "-jmh-worker-";
  private static final String RECORDER = "JFR Periodic Tasks";
  private static final String STUB = "_jmhStub";
  private static final String GENERATED = ".jmh_generated.";

  /** The JDK's packages, the harness's and the instruments', whose lines nobody can change. */
  private static final List<String> OTHERS = List.of(
      "java.",
      "javax.",
      "jdk.",
      "sun.",
      "com.sun.",
      "dev.tare.profiling.jmh.",
      "dev.tare.profiling.recording.",
      "org.openjdk.jmh.infra.",
      "org.openjdk.jmh.profile.",
      "org.openjdk.jmh.results.",
      "org.openjdk.jmh.runner.",
      "org.openjdk.jmh.util.");

  private final List<String> prefixes;

  /**
   * One of a stack's calls.
   *
   * @param type class of the method; empty for a native function
   * @param method its name
   * @param line line in the source, below 1 if unknown
   */
  public record Frame(String type, String method, int line) {
    @Override
    public String toString() {
      return (type.isEmpty() ? method : type + '.' + method) + (line > 0 ? ":" + line : "");
    }
  }

  /** An attribution to lines in these packages, and those below them. */
  public Attribution(List<String> packages) {
    this.prefixes =
        packages.stream().map(name -> name.isEmpty() ? "" : name + '.').toList();
  }

  /** Whether no operation has a part in what this thread allocates here. */
  static boolean isOfHarness(String thread, boolean underStub) {
    return thread.equals(RECORDER) || (thread.contains(WORKER) && !underStub);
  }

  /** Whether a worker's stack is one of an operation; it may be cut off before the stub. */
  static boolean isUnderStub(List<Frame> stack, boolean truncated) {
    return truncated || stack.stream().anyMatch(frame -> frame.method().endsWith(STUB));
  }

  /**
   * The innermost call in the chosen packages; without one, the innermost that is neither the JDK's
   * nor the harness's; without that, the innermost of all.
   */
  public String location(List<Frame> stack) {
    Optional<Frame> own = stack.stream().filter(this::isOwn).findFirst();
    Optional<Frame> any =
        own.isPresent() ? own : stack.stream().filter(Attribution::isForeign).findFirst();
    return any.or(() -> stack.stream().findFirst()).map(Frame::toString).orElse("(unknown)");
  }

  private boolean isOwn(Frame frame) {
    String type = frame.type();
    return isForeign(frame) && prefixes.stream().anyMatch(type::startsWith);
  }

  private static boolean isForeign(Frame frame) {
    String type = frame.type();
    return !type.contains(GENERATED) && OTHERS.stream().noneMatch(type::startsWith);
  }
}
