/** Repositories in memory that cost nothing to ask twice: what is measured is who asks. */
package dev.tare.benchmarks.api.stored;
