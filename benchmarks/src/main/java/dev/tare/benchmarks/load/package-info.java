/**
 * Tasks a second, and what a task costs, end to end: the subjects of {@code peers} take turns
 * within one run, and medians of the rounds are compared. {@code LoadMain} is the command behind
 * scripts/load; what it finds goes out as a table or as JSON, and is judged by nobody here.
 */
package dev.tare.benchmarks.load;
