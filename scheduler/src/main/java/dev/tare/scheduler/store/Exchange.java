package dev.tare.scheduler.store;

import dev.tare.scheduler.model.ClaimedRun;
import java.util.List;

/**
 * What a worker gets for the runs that it has ended.
 *
 * @param accepted how many of its completions were accepted
 * @param claimed the runs that it has now, oldest scheduled instant first
 */
public record Exchange(int accepted, List<ClaimedRun> claimed) {}
