/** A dispatcher's scan for what is due, before a database that costs nothing. */
package dev.tare.benchmarks.dispatch;
