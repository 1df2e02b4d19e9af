package dev.tare.scheduler.worker.executor.shell;

import dev.tare.scheduler.error.ValidationException;
import dev.tare.scheduler.model.Bytes;
import dev.tare.scheduler.worker.executor.Outcome;
import dev.tare.scheduler.worker.executor.TaskExecutionContext;
import dev.tare.scheduler.worker.executor.TaskExecutor;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Runs a program: parameters {@code {"args": [program, argument, …], "environment": {name: value},
 * "workingDirectory": path}}, of which only {@code args} is needed. No shell takes part unless
 * {@code args} name one.
 *
 * <p>The result is the beginning of what it prints, within the context's limits; an exit code other
 * than 0 is a failure, whose error ends with the last of standard error. Standard input is empty.
 * The child sees the inherited variables, the context's, its own, and {@code TARE_RUN_ID},
 * {@code TARE_TASK_ID}, {@code TARE_ATTEMPT}, {@code TARE_SHARD_INDEX}, {@code TARE_SHARD_TOTAL};
 * the later ones win.
 *
 * <p>At its time limit, and when its thread is interrupted, the child and its descendants are asked
 * to end, then killed. A descendant that outlives a child which has ended by itself is left alone;
 * its output is not waited for.
 *
 * <p>Register it only where everybody who may define a task may run any program.
 */
public final class ShellExecutor implements TaskExecutor {

  /** The task type that it usually serves. */
  public static final String TYPE = "shell";

  private final ShellSettings settings;
  private final Map<String, String> inherited;
  private final Pumps pumps;

  /** An executor whose children get variables of this process as they are now. */
  public ShellExecutor(ShellSettings settings) {
    this.settings = settings;
    this.inherited = inherited(settings);
    this.pumps = new Pumps(settings.mostProcesses());
  }

  @Override
  public void validate(Bytes parameters) {
    ShellCommand.parse(parameters);
  }

  @Override
  public Outcome execute(TaskExecutionContext context) throws IOException, InterruptedException {
    ShellCommand command = ShellCommand.parse(context.parameters());
    OutputHead out = new OutputHead(context.limits().resultBytes());
    OutputTail err = new OutputTail(context.limits().errorBytes());
    Process process = builder(command, context).start();
    CountDownLatch open;
    boolean ended;
    try {
      process.getOutputStream().close();
      open = pumps.start(process, out, err);
      ended = process.waitFor(context.timeoutMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      ChildProcess.end(process, 0);
      return Outcome.failed(
          "not started: descendants of earlier shell runs hold the output of "
              + settings.mostProcesses() + " processes open",
          null);
    } catch (IOException | InterruptedException e) {
      ChildProcess.end(process, settings.killGraceMillis());
      throw e;
    }
    if (!ended) {
      ChildProcess.end(process, settings.killGraceMillis());
    }
    boolean whole = open.await(settings.outputGraceMillis(), TimeUnit.MILLISECONDS);
    if (!ended) {
      return Outcome.timedOut(
          withDetail("ended after " + context.timeoutMillis() + " ms, its time limit", err),
          out.bytes());
    }
    return outcome(process.exitValue(), out.bytes(), err, whole);
  }

  private static Outcome outcome(
      int exitCode, @Nullable Bytes result, OutputTail err, boolean whole) {
    if (exitCode == 0) {
      return Outcome.completed(result);
    }
    String what = "exit code " + exitCode + (whole ? "" : ", output still held open");
    return Outcome.failed(withDetail(what, err), result);
  }

  private static String withDetail(String what, OutputTail err) {
    String detail = err.text();
    return detail.isEmpty() ? what : what + ": " + detail;
  }

  private ProcessBuilder builder(ShellCommand command, TaskExecutionContext context) {
    ProcessBuilder builder = new ProcessBuilder(command.args());
    ChildEnvironment.fill(builder.environment(), inherited, context, command.environment());
    builder.directory(directory(command.workingDirectory(), context.workingDirectory()));
    return builder;
  }

  private static @Nullable File directory(@Nullable String own, @Nullable Path base) {
    if (own == null) {
      return base == null ? null : base.toFile();
    }
    Path directory = base == null ? Path.of(own) : base.resolve(own);
    if (!Files.isDirectory(directory)) {
      throw new ValidationException("parameters.workingDirectory is no directory: " + directory);
    }
    return directory.toFile();
  }

  private static Map<String, String> inherited(ShellSettings settings) {
    Map<String, String> inherited = new HashMap<>();
    for (String name : settings.inheritedVariables()) {
      String value = System.getenv(name);
      if (value != null) {
        inherited.put(name, value);
      }
    }
    return Map.copyOf(inherited);
  }
}
