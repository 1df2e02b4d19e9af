/**
 * Wall-clock time, which JMH itself takes as it always does: nothing is counted or recorded beside
 * it, and no agent is there. Reported, never judged.
 */
package dev.tare.profiling.jmh.time;
