package dev.tare.benchmarks.flow;

/**
 * Where runs are read, made ahead: what a client spells is no copy of the scheduler's, and its
 * bytes are not the scheduler's either.
 */
final class RunPaths {
  private static final int AHEAD = 20_000;

  private final String[] paths = new String[AHEAD];

  RunPaths() {
    for (int id = 0; id < AHEAD; id++) {
      paths[id] = path(id);
    }
  }

  String of(long id) {
    return id < AHEAD ? paths[(int) id] : path(id);
  }

  private static String path(long id) {
    return "/api/task-runs/" + id;
  }
}
