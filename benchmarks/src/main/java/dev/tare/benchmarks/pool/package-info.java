/**
 * Is an object pool worth it? Pooled against plain, by what is pooled: no copying twin, for both
 * ways ship, each where it wins. Decision 0013 has the verdict.
 */
package dev.tare.benchmarks.pool;
