/**
 * The general techniques by which copies and allocations were removed, one pair each: the habit
 * against the scheduler's own way.
 */
package dev.tare.benchmarks.technique;
