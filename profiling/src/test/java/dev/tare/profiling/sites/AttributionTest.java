package dev.tare.profiling.sites;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.profiling.sites.Attribution.Frame;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import jdk.jfr.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class AttributionTest {
  private static final long PAUSE_MILLIS = 10;
  private static final String WORKER = "a.b.Benchmark.row-jmh-worker-1";
  private static final List<Frame> STUB =
      List.of(new Frame("a.b.Queue", "add", 7), new Frame("a.b.T", "row_ss_jmhStub", 90));
  private static final List<Frame> OTHER = List.of(new Frame("java.util.ArrayList", "grow", 1));

  @Test
  void worker_isAnOperationsUnderItsStubAlone() {
    assertThat(isOfHarness(WORKER, STUB, false)).isFalse();
    assertThat(isOfHarness(WORKER, OTHER, false)).isTrue();
    assertThat(isOfHarness(WORKER, OTHER, true)).as("the stub is cut off").isFalse();
  }

  @Test
  void otherThread_isTheOperations() {
    assertThat(isOfHarness("pool-1-thread-1", OTHER, false)).isFalse();
  }

  /** It allocates once a second, so in each iteration that lasts longer. */
  @Test
  @Timeout(60)
  void flightRecordersOwnThread_isOfTheHarness_byTheNameThatThisJdkGivesIt() throws Exception {
    try (Recording recording = new Recording()) {
      recording.start();

      List<String> names = recorders();
      while (names.isEmpty()) { // the thread may have started, and have got nowhere
        Thread.sleep(PAUSE_MILLIS);
        names = recorders();
      }
      assertThat(names).hasSize(1).allMatch(name -> isOfHarness(name, OTHER, false));
    }
  }

  private static List<String> recorders() {
    return Thread.getAllStackTraces().entrySet().stream()
        .filter(entry -> isRecorder(entry.getValue()))
        .map(Map.Entry::getKey)
        .map(Thread::getName)
        .toList();
  }

  private static boolean isRecorder(StackTraceElement[] stack) {
    return Arrays.stream(stack)
        .anyMatch(frame -> frame.getClassName().startsWith("jdk.jfr.internal.PlatformRecorder")
            && frame.getMethodName().equals("periodicTask"));
  }

  private static boolean isOfHarness(String thread, List<Frame> stack, boolean truncated) {
    return Attribution.isOfHarness(thread, Attribution.isUnderStub(stack, truncated));
  }
}
