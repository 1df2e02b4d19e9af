package dev.tare.scheduler.worker.executor.shell;

import dev.tare.scheduler.worker.executor.TaskExecutionContext;
import java.util.Map;

/** The variables of a child process, put straight into the map that it is started with. */
public final class ChildEnvironment {

  private ChildEnvironment() {}

  /**
   * Replaces all that is in a map; of two variables of one name the later one wins.
   *
   * @param environment the child's
   * @param inherited what it gets from this process
   * @param context the run, and what every run of its worker gets
   * @param own what its task says
   */
  public static void fill(
      Map<String, String> environment,
      Map<String, String> inherited,
      TaskExecutionContext context,
      Map<String, String> own) {
    environment.clear();
    environment.putAll(inherited);
    environment.putAll(context.environment());
    environment.putAll(own);
    environment.put("TARE_RUN_ID", Long.toString(context.runId()));
    environment.put("TARE_TASK_ID", Long.toString(context.taskId()));
    environment.put("TARE_ATTEMPT", Integer.toString(context.attempt()));
    if (context.shardTotal() > 0) {
      environment.put("TARE_SHARD_INDEX", Integer.toString(context.shardIndex()));
      environment.put("TARE_SHARD_TOTAL", Integer.toString(context.shardTotal()));
    }
  }
}
