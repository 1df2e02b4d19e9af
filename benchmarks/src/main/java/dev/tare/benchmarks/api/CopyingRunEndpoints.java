package dev.tare.benchmarks.api;

import dev.tare.scheduler.api.route.Exchange;
import dev.tare.scheduler.api.route.Routes;
import dev.tare.scheduler.api.security.Scope;
import dev.tare.scheduler.error.NotFoundException;
import dev.tare.scheduler.model.TaskRun;
import dev.tare.scheduler.store.TaskRunRepository;
import java.io.IOException;

/** The baseline: what is asked of a run. {@link CopyingTaskEndpoints} lists the copies. */
public final class CopyingRunEndpoints {
  private final TaskRunRepository runs;
  private final CopyingJson json = new CopyingJson();

  /** Reads from a repository. */
  public CopyingRunEndpoints(TaskRunRepository runs) {
    this.runs = runs;
  }

  /** Adds its route. */
  public void addTo(Routes routes) {
    routes.get("/api/task-runs/{id}", Scope.READ, this::get);
  }

  private void get(Exchange exchange) throws IOException {
    long id = exchange.id();
    TaskRun run = runs.byId(id).orElseThrow(() -> new NotFoundException("run", id));
    json.answer(exchange, 200, json.run(run));
  }
}
