/** What a worker does for each run, beside running it. */
package dev.tare.benchmarks.worker;
