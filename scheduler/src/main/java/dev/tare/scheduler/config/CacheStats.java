package dev.tare.scheduler.config;

/**
 * What a cache did since it was made.
 *
 * @param hits answers from memory; who waited for another's load of the same entry is one
 * @param misses answers that had to be loaded
 * @param evictions entries that left for want of room or by age
 * @param failedLoads loads that threw, or found nothing
 * @param entries how many entries there are now; ones that are too old may still count
 */
public record CacheStats(long hits, long misses, long evictions, long failedLoads, long entries) {}
