package dev.tare.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.profiling.layout.InstanceLayout;
import dev.tare.profiling.layout.Layouts;
import dev.tare.profiling.layout.VmLayout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How large an instance of each hot type is, lean and copying, without what it refers to. A field
 * more shows here; where it lies, {@code scripts/tare layout} with the type's name tells.
 */
class HotLayoutsTest {

  @ParameterizedTest
  @CsvSource({
    "scheduler.worker.RunSlot, 56, 88, 56",
    "scheduler.model.ClaimedRun, 56, 64, 56",
    "scheduler.model.Completion, 48, 56, 40",
    "scheduler.model.NewRun, 56, 56, 48",
    "scheduler.model.TaskRun, 96, 120, 96",
    "scheduler.model.Bytes, 24, 32, 24",
    "scheduler.model.task.Task, 88, 120, 88",
    "scheduler.model.task.DueTask, 56, 64, 48",
    "scheduler.model.worker.Worker, 56, 80, 56",
    "scheduler.model.worker.Heartbeat, 32, 32, 24",
    "scheduler.queue.MemoryDelivery, 40, 56, 40",
    "scheduler.message.Message, 48, 56, 40",
    "scheduler.message.StatusUpdate, 48, 64, 48",
    "scheduler.auth.token.VerifiedToken, 56, 72, 48",
    "scheduler.breaker.CircuitBreaker, 64, 112, 64",
    "scheduler.worker.executor.Outcome, 24, 40, 24",
    "benchmarks.worker.CopyingContext, 80, 104, 80",
    "benchmarks.run.RunEntity, 80, 128, 80",
    "benchmarks.listener.RunUpdate, 40, 72, 40",
    "benchmarks.queue.CopyingDelivery, 32, 48, 24",
    "benchmarks.queue.Envelope, 40, 56, 32",
    "benchmarks.task.TaskEntity, 72, 120, 72",
    "benchmarks.worker.WorkerEntity, 48, 80, 48",
    "benchmarks.worker.CopyingWorker, 32, 48, 32",
    "benchmarks.breaker.BreakerSnapshot, 48, 56, 40"
  })
  void instance_isAsLargeAsItsBudget(String type, long coops, long nocoops, long coh)
      throws ClassNotFoundException {
    assertThat(bytes(type, VmLayout.COMPRESSED)).isEqualTo(coops);
    assertThat(bytes(type, VmLayout.UNCOMPRESSED)).isEqualTo(nocoops);
    assertThat(bytes(type, VmLayout.COMPACT)).isEqualTo(coh);
  }

  private static long bytes(String type, VmLayout vm) throws ClassNotFoundException {
    InstanceLayout layout = Layouts.of(Class.forName("dev.tare." + type), vm);
    return layout.instanceBytes();
  }
}
