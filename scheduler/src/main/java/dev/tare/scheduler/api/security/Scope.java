package dev.tare.scheduler.api.security;

/** What a token must allow for a request. */
public enum Scope {
  /** Nothing: no token is asked for. */
  NONE(""),
  /** To look at tasks, runs, workers and figures. */
  READ("tasks:read"),
  /** To create, change, run and cancel. */
  WRITE("tasks:write");

  private final String word;

  Scope(String word) {
    this.word = word;
  }

  /** The word in a token's {@code scope} claim. */
  public String word() {
    return word;
  }
}
