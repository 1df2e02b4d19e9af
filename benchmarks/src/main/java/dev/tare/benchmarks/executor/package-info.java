/** What executors do around a child process: its variables put together, its output captured. */
package dev.tare.benchmarks.executor;
