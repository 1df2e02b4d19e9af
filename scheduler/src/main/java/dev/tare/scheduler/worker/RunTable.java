package dev.tare.scheduler.worker;

/**
 * Runs with their attempts, such as those that a worker holds and has not reported: an
 * open-addressed table of primitives. For one thread. The attempt of a run that is claimed anew
 * takes the place of the one before.
 */
final class RunTable {
  private static final int FIRST_CAPACITY = 1024;

  private long[] ids = new long[FIRST_CAPACITY]; // 0 is free: the first id of a run is 1
  private int[] attempts = new int[FIRST_CAPACITY];
  private int size;

  int size() {
    return size;
  }

  void add(long runId, int attempt) {
    if (2 * (size + 1) > ids.length) {
      grow();
    }
    int at = find(runId);
    if (ids[at] == 0) {
      ids[at] = runId;
      size++;
    }
    attempts[at] = attempt;
  }

  /** Adds all that is in another table. */
  void addAll(RunTable other) {
    for (int i = 0; i < other.ids.length; i++) {
      if (other.ids[i] != 0) {
        add(other.ids[i], other.attempts[i]);
      }
    }
  }

  /** Removes a run; false if it is not here in this attempt. */
  boolean remove(long runId, int attempt) {
    int at = find(runId);
    boolean present = ids[at] == runId && attempts[at] == attempt;
    if (present) {
      close(at);
      size--;
    }
    return present;
  }

  /** Removes the runs that are not in another table, in whatever attempt. */
  void retain(RunTable other) {
    long[] present = new long[size];
    int[] theirAttempts = new int[size];
    copyTo(present, theirAttempts);
    for (int i = 0; i < present.length; i++) {
      if (other.ids[other.find(present[i])] == 0) {
        remove(present[i], theirAttempts[i]);
      }
    }
  }

  /** Fills two arrays of {@link #size} with what is held, in no order. */
  void copyTo(long[] runIds, int[] theirAttempts) {
    int count = 0;
    for (int i = 0; i < ids.length; i++) {
      if (ids[i] != 0) {
        runIds[count] = ids[i];
        theirAttempts[count++] = attempts[i];
      }
    }
  }

  /** Where a run is, or the free place where it would be. */
  private int find(long runId) {
    int at = home(runId);
    while (ids[at] != 0 && ids[at] != runId) {
      at = at + 1 & ids.length - 1;
    }
    return at;
  }

  private int home(long runId) {
    long mixed = runId * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 32) & ids.length - 1;
  }

  /** Frees a place and moves up what had to go past it, so that no search ends too early. */
  private void close(int hole) {
    int at = hole;
    while (true) {
      at = at + 1 & ids.length - 1;
      if (ids[at] == 0) {
        break;
      }
      int fromHome = at - home(ids[at]) & ids.length - 1;
      int fromHole = at - hole & ids.length - 1;
      if (fromHome >= fromHole) {
        ids[hole] = ids[at];
        attempts[hole] = attempts[at];
        hole = at;
      }
    }
    ids[hole] = 0;
  }

  private void grow() {
    long[] filledIds = ids;
    int[] filledAttempts = attempts;
    ids = new long[2 * filledIds.length];
    attempts = new int[ids.length];
    for (int i = 0; i < filledIds.length; i++) {
      if (filledIds[i] != 0) {
        int at = find(filledIds[i]);
        ids[at] = filledIds[i];
        attempts[at] = filledAttempts[i];
      }
    }
  }
}
