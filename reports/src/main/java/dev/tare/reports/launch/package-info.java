/**
 * Measures a JMH jar in child JVMs: finds the JVM, checks the jar, starts the instruments of
 * {@code profiling} inside it, watches each row's time limit, and returns what they sent.
 *
 * <p>Compiles against no benchmark and not against JMH: the suite under test brings its own.
 */
package dev.tare.reports.launch;
