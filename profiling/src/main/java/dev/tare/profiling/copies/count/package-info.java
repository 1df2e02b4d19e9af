/**
 * The counters, and what rewritten code calls to count: all of it runs inside the program that is
 * measured.
 *
 * <p>Nothing here allocates on a counted path, blocks, or throws what the counted call would not
 * have thrown. Counts are exact from all threads. A call whose result is its argument, or that
 * moved no byte, is no copy.
 */
package dev.tare.profiling.copies.count;
