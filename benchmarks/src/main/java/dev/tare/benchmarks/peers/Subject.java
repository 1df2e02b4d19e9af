package dev.tare.benchmarks.peers;

import java.sql.SQLException;

/**
 * One way to keep tasks in a database, under load. A round is: {@link #empty}, then one of the
 * measured methods, {@link #submit}, {@link #submitAll} or, after another {@link #submitAll} and
 * {@link #settle}, {@link #drain}; then {@link #rest}. For one thread.
 */
public interface Subject extends AutoCloseable {
  /** How many tasks {@link #submitAll} sends at once. */
  int BATCH = 500;

  /** How many bytes a task brings with it. */
  int PAYLOAD_BYTES = 200;

  /** What the tables of figures call it. */
  String name();

  /** Leaves its tables as new. */
  void empty() throws SQLException;

  /** Makes so many tasks, one a transaction, each acknowledged before the next. */
  void submit(int tasks) throws SQLException;

  /** Makes so many tasks, {@value #BATCH} a transaction. */
  void submitAll(int tasks) throws SQLException;

  /** Brings what has been written into the state of a database that has had time. */
  void settle() throws SQLException;

  /** Executes the tasks that wait, and returns when so many have been. */
  void drain(int tasks) throws SQLException, InterruptedException;

  /** Stops what {@link #drain} has started. */
  void rest();

  @Override
  void close();
}
