package dev.tare.benchmarks.peers;

import dev.tare.scheduler.testkit.Database;
import java.sql.SQLException;

/** What ours is measured beside, over PostgreSQL. */
public enum Peer {
  /** Plain JDBC: the limit. */
  RAW("raw"),
  /** db-scheduler. */
  DB_SCHEDULER("db-scheduler");

  private final String label;

  Peer(String label) {
    this.label = label;
  }

  /** Its name on a command line and in figures. */
  public String label() {
    return label;
  }

  /** Opens it over a database; whoever opens it closes it. */
  public Subject open(Database database) throws SQLException {
    return this == RAW ? new RawJdbc(database) : new DbScheduler(database);
  }

  /** Opens what ships over a database. */
  public static Subject ours(Database database) {
    return new Ours(database);
  }
}
