package dev.tare.scheduler.model.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tare.scheduler.auth.Allocated;
import dev.tare.scheduler.error.ValidationException;
import org.junit.jupiter.api.Test;

class WorkerTest {
  private static final TypeSet TYPES = TypeSet.of(3, 200);
  private static volatile boolean accepted;

  @Test
  void aliveWorkerBelowItsLimit_acceptsItsTypes() {
    assertThat(worker(WorkerStatus.ALIVE, 3).canAccept(3)).isTrue();
    assertThat(worker(WorkerStatus.ALIVE, 3).canAccept(200)).isTrue();
    assertThat(worker(WorkerStatus.ALIVE, 3).canAccept(4)).as("another type").isFalse();
    assertThat(worker(WorkerStatus.ALIVE, 4).canAccept(3)).as("full").isFalse();
    assertThat(worker(WorkerStatus.DOWN, 0).canAccept(3)).as("down").isFalse();
  }

  @Test
  void canAccept_allocatesNothing() {
    Worker worker = worker(WorkerStatus.ALIVE, 3);

    long bytes = Allocated.bytesPerCall(1000, () -> accepted = worker.canAccept(200));

    assertThat(accepted).isTrue();
    assertThat(bytes).isZero();
  }

  @Test
  void workerThatCanNotBe_isRefused() {
    refused("", "h", "i", TYPES, 1, "id of a worker has 0 characters");
    refused("w".repeat(256), "h", "i", TYPES, 1, "id of a worker has 256 characters");
    refused("w", " ", "i", TYPES, 1, "hostname of a worker");
    refused("w", "h", "i".repeat(46), TYPES, 1, "ip of a worker has 46 characters");
    refused("w", "h", "i", TypeSet.NONE, 1, "worker w supports no task type");
    refused("w", "h", "i", TYPES, 0, "maxConcurrent of worker w is 0: it is 1 or more");
    refused("a\0b", "h", "i", TYPES, 1, "id of a worker has a NUL character");
  }

  private static void refused(
      String id, String hostname, String ip, TypeSet types, int most, String message) {
    assertThatThrownBy(() -> new NewWorker(id, hostname, ip, types, most))
        .isInstanceOf(ValidationException.class)
        .hasMessageContaining(message);
  }

  private static Worker worker(WorkerStatus status, int running) {
    return new Worker("w", "h", "10.0.0.1", TYPES, 4, running, status, 0, 0);
  }
}
