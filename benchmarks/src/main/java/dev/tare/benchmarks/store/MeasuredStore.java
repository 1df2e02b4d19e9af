package dev.tare.benchmarks.store;

import dev.tare.benchmarks.Variant;
import dev.tare.benchmarks.db.BenchmarkDatabase;
import dev.tare.benchmarks.driver.Sandbox;
import dev.tare.benchmarks.driver.Tape;
import dev.tare.benchmarks.driver.TapePlayer;
import dev.tare.benchmarks.driver.TapeRecorder;
import dev.tare.scheduler.store.connection.Dialect;
import dev.tare.scheduler.store.connection.PinnedSessions;
import dev.tare.scheduler.store.connection.Sessions;
import dev.tare.scheduler.testkit.Database;
import java.sql.SQLException;
import java.util.function.BiFunction;
import javax.sql.DataSource;

/**
 * One operation of a repository over rows that stay as they are: each call is undone, or plays what
 * a real driver answered to the first ones. For one thread.
 *
 * @param <R> the repository
 */
public final class MeasuredStore<R> implements AutoCloseable {
  private final Sandbox sandbox;
  private final R repository;
  private final Operation<R> operation;
  private final boolean real;
  private final Answer answer = new Answer();

  private MeasuredStore(Sandbox sandbox, R repository, Operation<R> operation, boolean real) {
    this.sandbox = sandbox;
    this.repository = repository;
    this.operation = operation;
    this.real = real;
  }

  /** A call of a repository. */
  @FunctionalInterface
  public interface Operation<R> {
    /** Makes it, and hands on what it returns. */
    void on(R repository, Answer to);
  }

  /** The two sides of a repository. */
  public record Sides<R>(
      BiFunction<DataSource, Dialect, R> copying, BiFunction<Sessions, Dialect, R> lean) {

    private R make(Variant variant, DataSource source, Dialect dialect) {
      return variant == Variant.COPYING
          ? copying.apply(source, dialect)
          : lean.apply(new PinnedSessions(source), dialect);
    }
  }

  /** Over the rows of {@link Seed}, in a database of this dialect. */
  public static <R> MeasuredStore<R> open(
      Variant variant, Driver driver, String dialect, Sides<R> sides, Operation<R> operation)
      throws SQLException {
    Database database = BenchmarkDatabase.of(dialect);
    Sandbox sandbox = Seed.sandbox(database);
    DataSource source = sandbox.dataSource();
    if (driver == Driver.JDBC) {
      R repository = sides.make(variant, source, database.dialect());
      return new MeasuredStore<>(sandbox, repository, operation, true);
    }
    TapeRecorder recorder = new TapeRecorder(source);
    R recorded = sides.make(variant, recorder.dataSource(), database.dialect());
    Tape first = record(recorder, sandbox, recorded, operation);
    Tape others = record(recorder, sandbox, recorded, operation);
    TapePlayer player = new TapePlayer(source.getConnection().getMetaData());
    R repository = sides.make(variant, player.dataSource(), database.dialect());
    MeasuredStore<R> store = new MeasuredStore<>(sandbox, repository, operation, false);
    player.play(first); // what a repository asks once, and knows from then on
    store.call();
    player.play(others);
    return store;
  }

  private static <R> Tape record(
      TapeRecorder recorder, Sandbox sandbox, R repository, Operation<R> operation)
      throws SQLException {
    operation.on(repository, new Answer());
    sandbox.reset();
    return recorder.take();
  }

  /** One call, with the same rows every time. */
  public Answer call() throws SQLException {
    operation.on(repository, answer);
    if (real) {
      sandbox.reset();
    }
    return answer;
  }

  /** Sums up what several calls return. */
  public long digest() throws SQLException {
    long digest = 0;
    for (int i = 0; i < 3; i++) {
      digest = 31 * digest + call().digest();
    }
    return digest;
  }

  @Override
  public void close() throws SQLException {
    sandbox.close();
  }
}
