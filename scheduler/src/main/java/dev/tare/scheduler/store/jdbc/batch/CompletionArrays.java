package dev.tare.scheduler.store.jdbc.batch;

import dev.tare.scheduler.model.Completion;
import dev.tare.scheduler.model.RunStatus;
import dev.tare.scheduler.store.RetryDelay;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Binds a batch of completions: an array a column, and the results as one value. */
final class CompletionArrays {

  private CompletionArrays() {}

  /** Whether none has a result, an error or another try to be made. */
  static boolean arePlain(List<Completion> completions) {
    for (int i = 0; i < completions.size(); i++) {
      Completion completion = completions.get(i);
      if (completion.result() != null
          || completion.errorMessage() != null
          || isTriedAgain(completion)) {
        return false;
      }
    }
    return true;
  }

  /**
   * For the statements of {@link PostgresRunSql} that end runs.
   *
   * @param delay how long the failed ones wait; null if the batch is plain
   * @return the next parameter's index
   */
  static int bind(
      PreparedStatement update, List<Completion> completions, @Nullable RetryDelay delay)
      throws SQLException {
    int size = completions.size();
    long[] runs = new long[size];
    int[] attempts = new int[size];
    short[] statuses = new short[size];
    long[] instants = new long[size];
    for (int i = 0; i < size; i++) {
      Completion completion = completions.get(i);
      runs[i] = completion.runId();
      attempts[i] = completion.attempt();
      statuses[i] = (short) completion.status().code();
      instants[i] = completion.completedAt();
    }
    int next = 1;
    if (delay != null) {
      PartStream.bind(update, next++, completions, Completion::result);
    }
    update.setObject(next++, runs);
    update.setObject(next++, attempts);
    update.setObject(next++, statuses);
    update.setObject(next++, instants);
    return delay == null ? next : bindRest(update, next, completions, delay);
  }

  private static int bindRest(
      PreparedStatement update, int next, List<Completion> completions, RetryDelay delay)
      throws SQLException {
    int size = completions.size();
    @Nullable String[] errors = new String[size];
    int[] places = new int[size];
    int failed = 0;
    for (int i = 0; i < size; i++) {
      Completion completion = completions.get(i);
      errors[i] = completion.errorMessage();
      places[i] = isTriedAgain(completion) ? ++failed : 0;
    }
    // How often the work has failed before stands in the database: a delay for each case.
    long[] delays = new long[failed * PostgresRunSql.DELAYS];
    for (int i = 0; i < delays.length; i++) {
      delays[i] = delay.millis(i % PostgresRunSql.DELAYS);
    }
    PartStream.bindPlaces(update, next, completions, Completion::result);
    update.setObject(next + 2, errors);
    update.setObject(next + 3, places);
    update.setObject(next + 4, delays);
    return next + 5;
  }

  private static boolean isTriedAgain(Completion completion) {
    return completion.status() == RunStatus.FAILED || completion.status() == RunStatus.TIMEOUT;
  }
}
