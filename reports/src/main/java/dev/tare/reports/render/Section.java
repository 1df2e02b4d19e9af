package dev.tare.reports.render;

import dev.tare.profiling.record.Environment;
import dev.tare.profiling.record.Failure;
import dev.tare.profiling.record.Measurement;
import dev.tare.reports.gate.Judgement;
import dev.tare.reports.gate.Pairing;
import dev.tare.reports.gate.Status;
import java.util.List;
import java.util.Optional;

/**
 * What one environment gave.
 *
 * @param environment the JVM
 * @param measurements every figure, sorted
 * @param failures the rows without one, sorted
 * @param pairing the same figures in pairs, and the rest
 * @param judgement what the gate says; empty if there is no baseline to judge by
 */
public record Section(
    Environment environment,
    List<Measurement> measurements,
    List<Failure> failures,
    Pairing pairing,
    Optional<Judgement> judgement) {

  /** The worst status; a failed row is one even where there is no baseline. */
  public Status worst() {
    return judgement.map(Judgement::worst).orElse(failures.isEmpty() ? Status.OK : Status.FAILED);
  }
}
