package dev.tare.scheduler.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.scheduler.listener.ListenerSettings;
import dev.tare.scheduler.listener.StateListener;
import dev.tare.scheduler.model.Completion;
import dev.tare.scheduler.model.RunStatus;
import dev.tare.scheduler.store.TaskRunRepository;
import dev.tare.scheduler.testkit.Eventually;
import dev.tare.scheduler.worker.executor.EchoExecutor;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a claim carries along. */
@Timeout(60)
class ClaimLoopTest {
  private static final int HOUR_MILLIS = 3_600_000;
  private static final int THREADS = 16;

  private final List<String> calls = new CopyOnWriteArrayList<>();

  @Test
  void claim_carriesEndsThatAreNotDue_onlyIfTheyAreAQuarterOfWhatItWants() {
    try (Site site = new Site("sqlite")) {
      site.task(new EchoExecutor());
      Worker worker = site.worker(
          Site.settings("w", THREADS, HOUR_MILLIS),
          new ListenerSettings(256, 50, HOUR_MILLIS, 1, 50),
          this::recorded);
      worker.start();
      StateListener listener = site.listener("w");
      Eventually.await("every thread waits for a run", () -> {
        worker.wake();
        return calls.contains("claim of " + THREADS);
      });

      for (int run = 1; run < THREADS / 4; run++) {
        listener.complete(end(run));
      }
      calls.clear();
      Eventually.await("the worker claims again and again", () -> {
        worker.wake();
        return calls.size() > 2;
      });
      assertThat(calls).containsOnly("claim of " + THREADS);
      assertThat(listener.pending()).isEqualTo(THREADS / 4 - 1);

      listener.complete(end(THREADS / 4));
      Eventually.await("the worker claims, and writes what there is", () -> {
        worker.wake();
        return calls.contains(THREADS / 4 + " ends and claim of " + THREADS);
      });
      Eventually.await("they are written", () -> listener.pending() == 0);
    }
  }

  private static Completion end(long run) {
    return new Completion(run, 1, RunStatus.COMPLETED, 0, null, null);
  }

  private TaskRunRepository recorded(TaskRunRepository runs) {
    return (TaskRunRepository) Proxy.newProxyInstance(
        TaskRunRepository.class.getClassLoader(),
        new Class<?>[] {TaskRunRepository.class},
        (self, method, args) -> {
          if (method.getName().equals("claim")) {
            calls.add("claim of " + args[2]);
          } else if (method.getName().equals("completeAndClaim")) {
            int ends = ((List<?>) Objects.requireNonNull(args[0])).size();
            calls.add(ends + " ends and claim of " + args[3]);
          }
          return method.invoke(runs, args);
        });
  }
}
