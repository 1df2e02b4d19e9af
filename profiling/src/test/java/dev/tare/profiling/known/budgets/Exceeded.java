package dev.tare.profiling.known.budgets;

import dev.tare.profiling.junit.AllocationBudget;
import dev.tare.profiling.junit.CopyBudget;
import dev.tare.profiling.junit.LayoutBudget;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Budgets that do not hold. Run by the tests of the extension, not by the build. */
public class Exceeded {
  private static int alternating;

  private final Deque<String> queue = new ArrayDeque<>();
  private Object sink = "";
  private byte[] source = {1, 2, 3};

  record Line(int number, boolean last) {}

  @BeforeEach
  void fill() {
    queue.add("one");
  }

  @Test
  @AllocationBudget(bytes = 23)
  void bytes_oneTooMany() {
    sink = new int[2];
  }

  @Test
  @AllocationBudget(objects = 1)
  void objects_oneTooMany() {
    sink = new Object[] {new Object[0]};
  }

  /** 24 every second run is 12 on the average, and no zero. */
  @Test
  @AllocationBudget(bytes = 0)
  void everySecondRun_isNotOverlooked() {
    if (alternating++ % 2 == 0) {
      sink = new long[1];
    }
  }

  @Test
  @AllocationBudget(bytes = 0)
  void bodyThatCannotBeRepeated_saysSo() {
    sink = queue.remove();
  }

  @Test
  @AllocationBudget
  void noLimit_isAnError() {}

  @Test
  @AllocationBudget(objects = 0, allThreads = true)
  void objectsOfAllThreads_areAnError() {}

  @TestFactory
  @AllocationBudget(bytes = 0)
  List<DynamicTest> factory_isAnError() {
    return List.of();
  }

  @Test
  @LayoutBudget(type = Line.class, bytes = 16)
  void layout_isShown() {}

  @Test
  @CopyBudget(copies = 0, boxings = 0)
  void copies_haveTheirSites() {
    sink = source.clone();
    sink = List.of((Object) source.length);
  }

  @Override
  public String toString() {
    return "Exceeded " + sink;
  }
}
