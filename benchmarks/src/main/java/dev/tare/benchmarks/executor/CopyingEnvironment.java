package dev.tare.benchmarks.executor;

import dev.tare.scheduler.worker.executor.TaskExecutionContext;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The baseline: the variables of a child process as values that are merged.
 *
 * <p>Its copies, and the idiom each stands for:
 *
 * <ul>
 *   <li>the context's variables cloned before the task's are added ({@code environment.clone()},
 *       then {@code extend}): neither may be changed;
 *   <li>a merge that makes a new map each time: the pure function;
 *   <li>the merged map put into the child's: the process builder has its own.
 * </ul>
 */
final class CopyingEnvironment implements EnvironmentBenchmark.Merge {

  @Override
  public void fill(
      Map<String, String> child,
      Map<String, String> inherited,
      TaskExecutionContext context,
      Map<String, String> own) {
    Map<String, String> merged =
        merged(merged(new HashMap<>(inherited), new HashMap<>(context.environment())), own);
    Map<String, String> ofRun = new LinkedHashMap<>();
    ofRun.put("TARE_RUN_ID", String.valueOf(context.runId()));
    ofRun.put("TARE_TASK_ID", String.valueOf(context.taskId()));
    ofRun.put("TARE_ATTEMPT", String.valueOf(context.attempt()));
    if (context.shardTotal() > 0) {
      ofRun.put("TARE_SHARD_INDEX", String.valueOf(context.shardIndex()));
      ofRun.put("TARE_SHARD_TOTAL", String.valueOf(context.shardTotal()));
    }
    child.clear();
    child.putAll(merged(merged, ofRun));
  }

  private static Map<String, String> merged(Map<String, String> base, Map<String, String> over) {
    Map<String, String> merged = new HashMap<>(base);
    merged.putAll(over);
    return merged;
  }
}
