/** When a failed run is tried again: a pure calculation, used by whoever writes the retry run. */
package dev.tare.scheduler.retry;
