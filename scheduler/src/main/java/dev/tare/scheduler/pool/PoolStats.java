package dev.tare.scheduler.pool;

/**
 * What a pool did since it was made. Consistent when nobody uses the pool meanwhile.
 *
 * @param created objects made
 * @param reused times that an object was lent again
 * @param discarded objects given up: not worth keeping, not cleared, or one too many
 * @param inUse objects that are lent now
 * @param idle objects that wait to be lent again
 */
public record PoolStats(long created, long reused, long discarded, long inUse, long idle) {}
