/**
 * How long it takes from the instant when a run is to be submitted until its body begins, in one
 * process and from one to another; and what a node does that has nothing to do.
 */
package dev.tare.benchmarks.load.latency;
