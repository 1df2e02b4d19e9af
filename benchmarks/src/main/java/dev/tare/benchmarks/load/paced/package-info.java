/**
 * Calls at a fixed rate, whatever the answers take: an open loop, whose times are counted from when
 * each call was to begin. A closed loop, which waits for an answer before it calls again, leaves
 * out just those calls that a slow answer kept from being made (coordinated omission).
 */
package dev.tare.benchmarks.load.paced;
