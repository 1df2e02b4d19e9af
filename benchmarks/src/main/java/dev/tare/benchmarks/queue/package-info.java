/** The message queue in memory: publish, consume and acknowledge, by the size of the payload. */
package dev.tare.benchmarks.queue;
