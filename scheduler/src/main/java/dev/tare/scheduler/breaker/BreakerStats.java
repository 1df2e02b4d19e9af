package dev.tare.scheduler.breaker;

/**
 * A breaker at one moment. What describes its state is consistent; the totals, since the last
 * reset, may be ahead of it by calls that end meanwhile.
 *
 * @param name the breaker's
 * @param state whether it lets calls through
 * @param consecutiveFailures while closed: failures since the last success
 * @param probesInFlight while half open: probes that have not ended
 * @param probeSuccesses while half open: probes that succeeded
 * @param remainingMillis while open: after how long it lets a probe through
 * @param succeeded calls that ended well, in time
 * @param failed calls that ended with a failure
 * @param slow calls that ended well, but too late; they count as failures
 * @param ignored calls that ended with a business error
 * @param refused calls that were not let through
 * @param opened how often it opened, by failures or by request
 */
public record BreakerStats(
    String name,
    BreakerState state,
    int consecutiveFailures,
    int probesInFlight,
    int probeSuccesses,
    long remainingMillis,
    long succeeded,
    long failed,
    long slow,
    long ignored,
    long refused,
    long opened) {}
