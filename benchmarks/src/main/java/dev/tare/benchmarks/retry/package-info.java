/** How long a failed run waits for its next try. */
package dev.tare.benchmarks.retry;
