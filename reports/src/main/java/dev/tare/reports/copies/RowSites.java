package dev.tare.reports.copies;

import dev.tare.profiling.copies.CopyKind;
import dev.tare.profiling.copies.CopySite;
import dev.tare.profiling.copies.SiteFigure;
import dev.tare.profiling.record.BenchmarkId;
import dev.tare.profiling.record.Measurement;
import dev.tare.profiling.record.Metric;
import dev.tare.reports.render.Section;
import dev.tare.reports.render.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The calls that one operation of a row runs.
 *
 * @param id the row
 * @param calls sorted by place
 */
public record RowSites(BenchmarkId id, List<Call> calls) {

  /**
   * One call.
   *
   * @param site where it is
   * @param runs how often it copies, or boxes, in an operation
   * @param bytes what that moves
   */
  record Call(CopySite site, Sum runs, Sum bytes) {
    private Call plus(Call other) {
      return new Call(site, runs.plus(other.runs), bytes.plus(other.bytes));
    }
  }

  /** Every row of a section, sorted, also those that run no such call. */
  public static List<RowSites> of(Section section) {
    SortedMap<BenchmarkId, SortedMap<CopySite, Call>> byRow = new TreeMap<>();
    for (Measurement figure : section.measurements()) {
      byRow.computeIfAbsent(figure.id(), row -> new TreeMap<>());
    }
    for (SiteFigure figure : section.sites()) {
      Sum part = Sum.of(figure.part());
      boolean moved = figure.part().metric() == Metric.COPIED_BYTES;
      Call call = new Call(figure.site(), moved ? Sum.ZERO : part, moved ? part : Sum.ZERO);
      byRow
          .computeIfAbsent(figure.part().id(), row -> new TreeMap<>())
          .merge(figure.site(), call, Call::plus);
    }
    List<RowSites> rows = new ArrayList<>();
    byRow.forEach((id, calls) -> rows.add(new RowSites(id, List.copyOf(calls.values()))));
    return rows;
  }

  /** Whether it runs none. */
  public boolean isEmpty() {
    return calls.isEmpty();
  }

  /** The row and its sums, in one line. */
  public String heading() {
    Sum copies = Sum.ZERO;
    Sum bytes = Sum.ZERO;
    Sum boxings = Sum.ZERO;
    for (Call call : calls) {
      boolean boxes = call.site.kind() == CopyKind.BOXING;
      copies = boxes ? copies : copies.plus(call.runs);
      boxings = boxes ? boxings.plus(call.runs) : boxings;
      bytes = bytes.plus(call.bytes);
    }
    return Wording.clean(id + ": copies " + copies.text() + ", bytes " + bytes.text() + ", boxings "
        + boxings.text());
  }
}
