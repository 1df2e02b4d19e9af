/** Whether something grows: samples of a process, and what a series of them says. */
package dev.tare.benchmarks.soak.growth;
