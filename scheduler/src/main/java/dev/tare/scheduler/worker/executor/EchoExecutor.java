package dev.tare.scheduler.worker.executor;

/** Returns a run's parameters as its result, without a copy. For tests and measurements. */
public final class EchoExecutor implements TaskExecutor {

  /** The task type that it usually serves. */
  public static final String TYPE = "echo";

  /** Has no settings. */
  public EchoExecutor() {}

  @Override
  public Outcome execute(TaskExecutionContext context) {
    return Outcome.completed(context.parameters());
  }
}
