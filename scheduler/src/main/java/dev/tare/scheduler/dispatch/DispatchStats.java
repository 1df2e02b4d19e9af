package dev.tare.scheduler.dispatch;

/**
 * What a dispatcher has done since it was made.
 *
 * @param scans how often it looked for due tasks
 * @param created runs that it made
 * @param skipped instants without a run, because an earlier run of the task was not finished
 * @param unreadable tasks that it set due never, because their schedule can not be read
 * @param waiting tasks that are due and wait for their dependencies, at the last scan
 * @param takenBack runs that it took back from workers
 * @param timedOut runs that it ended because nobody did in time
 * @param givenUp runs that it ended as FAILED because every worker that had them was lost
 * @param deleted old runs that it deleted
 * @param failures scans that failed
 */
public record DispatchStats(
    long scans,
    long created,
    long skipped,
    long unreadable,
    int waiting,
    long takenBack,
    long timedOut,
    long givenUp,
    long deleted,
    long failures) {}
