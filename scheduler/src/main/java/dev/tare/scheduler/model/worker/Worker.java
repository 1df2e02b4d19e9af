package dev.tare.scheduler.model.worker;

/**
 * A worker as it stands in the database. Instants are epoch milliseconds.
 *
 * @param id unique among all nodes
 * @param hostname where it runs
 * @param ip its address
 * @param types what it can run
 * @param maxConcurrent how many runs at once
 * @param running how many it had at its last heartbeat
 * @param status whether it is there
 * @param lastHeartbeat when it was last heard: the lease of all its runs
 * @param registeredAt when it registered
 */
public record Worker(
    String id,
    String hostname,
    String ip,
    TypeSet types,
    int maxConcurrent,
    int running,
    WorkerStatus status,
    long lastHeartbeat,
    long registeredAt) {

  /** Whether it could take one more run of this type: alive, not full, type supported. */
  public boolean canAccept(int typeId) {
    return status == WorkerStatus.ALIVE && running < maxConcurrent && types.contains(typeId);
  }
}
