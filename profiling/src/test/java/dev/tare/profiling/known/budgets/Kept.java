package dev.tare.profiling.known.budgets;

import dev.tare.profiling.junit.AllocationBudget;
import dev.tare.profiling.junit.LayoutBudget;
import dev.tare.profiling.layout.VmLayout;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Budgets that hold. Run by the tests of the extension, not by the build. */
public class Kept {
  private final Deque<String> queue = new ArrayDeque<>();
  private Object sink = "";
  private int number;

  record Point(int x, int y) {}

  @BeforeEach
  void fill() {
    queue.add("one");
  }

  @AfterEach
  void empty() {
    queue.clear();
  }

  @Test
  @AllocationBudget(bytes = 0, objects = 0)
  void nothing_isWithinNothing() {
    number += 1;
  }

  /** 24 bytes by any layout. */
  @Test
  @AllocationBudget(bytes = 24, objects = 1)
  void array_isWithinItsSize() {
    sink = new int[2];
  }

  @Test
  @AllocationBudget(bytes = 0, setUpEachRun = true)
  void setUp_runsBeforeEachRunAndIsNotCounted() {
    sink = queue.remove();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  @AllocationBudget(bytes = 24)
  void parameter_isThatOfTheInvocation(int length) {
    sink = new int[length];
  }

  @RepeatedTest(2)
  @AllocationBudget(bytes = 24)
  void repetition_hasABudgetToo() {
    sink = new int[2];
  }

  @Test
  @LayoutBudget(type = Point.class, bytes = 24)
  @LayoutBudget(type = Point.class, bytes = 16, layouts = VmLayout.COMPACT)
  void point_isSmall() {}

  /** A budget of the class is each test's. */
  @Nested
  @AllocationBudget(bytes = 0)
  class OfAClass {
    @Test
    void ofTheClass_holdsForATest() {
      number += 1;
    }

    @Test
    @AllocationBudget(bytes = 24)
    void ofTheMethod_goesFirst() {
      sink = new int[2];
    }
  }

  @Override
  public String toString() {
    return "Kept " + sink + number;
  }
}
