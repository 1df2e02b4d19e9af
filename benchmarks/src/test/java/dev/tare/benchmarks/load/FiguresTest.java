package dev.tare.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.profiling.record.Environment;
import dev.tare.profiling.record.ObjectLayout;
import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {
  private static final Environment JDK =
      new Environment(17, "17.0.15", "a vendor", ObjectLayout.COOPS, "Linux", "amd64");

  @Test
  void figures_areMediansATask() {
    LoadResult result = LoadResult.of(
        "ours",
        Operation.DRAIN,
        1_000,
        List.of(round(10, 500), round(40, 300), round(20, 400)),
        true);

    assertThat(result.rates()).containsExactly(100_000.0, 25_000.0, 50_000.0);
    assertThat(result.tasksPerSecond()).isEqualTo(50_000);
    assertThat(result.bytesPerTask()).isEqualTo(400);
    assertThat(result.roundTripsPerTask()).isEqualTo(0.007);
    assertThat(result.jvmCpuMicros()).isEqualTo(2);
    assertThat(result.serverCpuMicros()).isEqualTo(3);
  }

  @Test
  void evenNumberOfRounds_hasTheMeanOfItsMiddle() {
    List<Reading> rounds = List.of(round(1, 10), round(2, 40), round(3, 20), round(4, 90));

    assertThat(LoadResult.median(rounds, Reading::bytes)).isEqualTo(30_000);
  }

  @Test
  void reading_isADifference_andWhatIsUnknownStaysSo() {
    Reading earlier = new Reading(10, 20, 30, 40, 50);

    assertThat(new Reading(11, 22, 33, 44, 55).since(earlier))
        .isEqualTo(new Reading(1, 2, 3, 4, 5));
    assertThat(new Reading(11, 22, 33, 44, ServerCpu.UNKNOWN)
            .since(new Reading(10, 20, 30, 40, ServerCpu.UNKNOWN))
            .serverCpuNanos())
        .isEqualTo(ServerCpu.UNKNOWN);
  }

  @Test
  void table_comparesWithEveryPeerOfTheSameOperation() {
    List<LoadResult> results = List.of(
        result("ours", Operation.DRAIN, 60_000),
        result("raw", Operation.DRAIN, 80_000),
        result("ours", Operation.ENQUEUE_BATCH, 100),
        result("db-scheduler", Operation.ENQUEUE_BATCH, 40));

    assertThat(Ratio.of(results))
        .containsExactly(
            new Ratio(Operation.DRAIN, "ours", "raw", 0.75),
            new Ratio(Operation.ENQUEUE_BATCH, "ours", "db-scheduler", 2.5));
    assertThat(LoadText.of(results, LoadOptions.parse(List.of("drain")), "SQLite", JDK))
        .contains("drain          ours           60,000     300      0.0100         1.50")
        .contains("–\n")
        .contains("enqueue-batch: ours does 2.50 times as many tasks a second as db-scheduler\n");
  }

  private static LoadResult result(String subject, Operation operation, double rate) {
    return new LoadResult(subject, operation, List.of(rate), rate, 300, 0.01, 1.5, Double.NaN);
  }

  private static Reading round(long millis, long bytesATask) {
    return new Reading(millis * 1_000_000, bytesATask * 1_000, 7, 2_000_000, 3_000_000);
  }
}
