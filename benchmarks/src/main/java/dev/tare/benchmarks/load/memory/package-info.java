/**
 * What draining waiting runs asks of a heap, copying against lean: each drain is a JVM of its own
 * over the same tables, with a heap that is given, until the smallest that does is found.
 */
package dev.tare.benchmarks.load.memory;
