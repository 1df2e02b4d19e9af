package dev.tare.benchmarks.load.api;

import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * One round of one variant.
 *
 * @param times nanoseconds from when each request was to be sent to the end of its answer
 * @param perSecond answers a second
 * @param bytes that the server allocated, a request
 * @param cpuMicros of the server, a request
 * @param pauses of its collector, milliseconds
 */
record ApiRound(
    Histogram times, double perSecond, double bytes, double cpuMicros, List<Double> pauses) {}
