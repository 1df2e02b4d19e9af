/**
 * A driver without a database, to see what our own code allocates and copies without a real
 * driver's share: {@link dev.tare.benchmarks.driver.TapeRecorder} notes what a real one answers
 * within a {@link dev.tare.benchmarks.driver.Sandbox},
 * {@link dev.tare.benchmarks.driver.TapePlayer} answers the same again and allocates nothing.
 */
package dev.tare.benchmarks.driver;
