package dev.tare.benchmarks.load;

import dev.tare.benchmarks.peers.Subject;
import java.sql.SQLException;

/** What is done with the tasks of a round. */
enum Operation {
  /** Tasks that wait are executed. */
  DRAIN("drain"),
  /** Tasks are made one a transaction. */
  ENQUEUE_SINGLE("enqueue-single"),
  /** Tasks are made {@value Subject#BATCH} a transaction. */
  ENQUEUE_BATCH("enqueue-batch");

  private final String label;

  Operation(String label) {
    this.label = label;
  }

  /** Its name in figures. */
  String label() {
    return label;
  }

  /** How many tasks a round of it has: a commit each takes its time. */
  int tasks(LoadOptions options) {
    return this == ENQUEUE_SINGLE ? Math.max(1, options.tasks() / 10) : options.tasks();
  }

  /** What comes before, and is not measured. */
  void prepare(Subject subject, int tasks) throws SQLException {
    subject.empty();
    if (this == DRAIN) {
      subject.submitAll(tasks);
      subject.settle();
    }
  }

  /** What is measured. */
  void perform(Subject subject, int tasks) throws SQLException, InterruptedException {
    switch (this) {
      case DRAIN -> subject.drain(tasks);
      case ENQUEUE_SINGLE -> subject.submit(tasks);
      case ENQUEUE_BATCH -> subject.submitAll(tasks);
    }
  }
}
