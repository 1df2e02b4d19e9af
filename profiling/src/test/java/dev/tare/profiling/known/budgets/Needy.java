package dev.tare.profiling.known.budgets;

import dev.tare.profiling.junit.CopyBudget;
import dev.tare.profiling.junit.LayoutBudget;
import org.junit.jupiter.api.Test;

/** Budgets that hold, if what they need is there. Run by the tests of the extension. */
public class Needy {
  @Test
  @CopyBudget(copies = 0)
  void copies_needTheAgent() {}

  @Test
  @LayoutBudget(type = Needy.class, bytes = 16)
  void layout_needsJol() {}
}
