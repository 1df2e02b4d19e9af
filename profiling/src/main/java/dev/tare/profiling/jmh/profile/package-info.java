/**
 * Runs rows by JMH compiled and at full speed, to be recorded: what is run here is not measured.
 */
package dev.tare.profiling.jmh.profile;
