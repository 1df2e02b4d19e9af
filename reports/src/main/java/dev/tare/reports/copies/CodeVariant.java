package dev.tare.reports.copies;

import dev.tare.profiling.copies.CopySite;
import dev.tare.profiling.copies.rule.Packages;
import dev.tare.profiling.record.BenchmarkId;
import java.util.List;

/** Whose calls they are; the order is the order of columns. */
enum CodeVariant {
  /** Of the implementation that the lean one is compared with. */
  COPYING("copying"),
  /** Of the implementation that ships. */
  LEAN("lean"),
  /** Of code that has no such variants. */
  ANY("all");

  private final String label;

  CodeVariant(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  /** The variant that a row runs. */
  static CodeVariant of(BenchmarkId row) {
    String variant = row.params().get(BenchmarkId.VARIANT);
    for (CodeVariant each : List.of(COPYING, LEAN)) {
      if (each.name().equals(variant)) {
        return each;
      }
    }
    return ANY;
  }

  /** The variant whose code a call stands in, if {@code copying} names where the copying one is. */
  static CodeVariant of(CopySite site, List<String> copying) {
    if (copying.isEmpty()) {
      return ANY;
    }
    return new Packages(copying).contain(site.type().replace('.', '/')) ? COPYING : LEAN;
  }
}
