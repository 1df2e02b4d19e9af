/**
 * Messages a second and bytes a message, of the queue in memory and of the one in a database,
 * copying against lean: producers publish what one consumer reads and acknowledges.
 */
package dev.tare.benchmarks.load.queue;
