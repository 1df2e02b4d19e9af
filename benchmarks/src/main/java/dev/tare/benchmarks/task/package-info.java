/** The task table and the interned types: reading, changing, and what a dispatcher asks. */
package dev.tare.benchmarks.task;
