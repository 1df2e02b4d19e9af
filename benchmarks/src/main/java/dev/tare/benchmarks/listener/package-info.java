/** What became of runs, from threads and from messages, on its way into the database. */
package dev.tare.benchmarks.listener;
