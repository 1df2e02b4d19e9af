package dev.tare.profiling.junit;

import dev.tare.profiling.layout.InstanceLayout;
import dev.tare.profiling.layout.Layouts;
import dev.tare.profiling.layout.VmLayout;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** Sizes of classes against their budgets. */
final class LayoutCheck {
  private LayoutCheck() {}

  /** One text for each budget that is exceeded. */
  static List<String> exceeded(List<LayoutBudget> budgets) {
    List<String> exceeded = new ArrayList<>();
    for (LayoutBudget budget : budgets) {
      for (VmLayout vm : budget.layouts()) {
        InstanceLayout layout = layout(budget, vm);
        if (layout.instanceBytes() > budget.bytes()) {
          exceeded.add("an instance of " + layout.type() + " has " + layout.instanceBytes()
              + " bytes, its budget is " + budget.bytes() + " (" + vm.description() + ")\n"
              + layout.text().indent(2).stripTrailing());
        }
      }
    }
    return exceeded;
  }

  private static InstanceLayout layout(LayoutBudget budget, VmLayout vm) {
    if (budget.type().isArray() || budget.type().isPrimitive() || budget.type().isInterface()) {
      throw new ExtensionConfigurationException(
          "@LayoutBudget: " + budget.type() + " has no instances of one size: name a class");
    }
    if (!Layouts.isAvailable()) {
      throw new ExtensionConfigurationException(Layouts.HOW_TO_HAVE);
    }
    return Layouts.of(budget.type(), vm);
  }
}
