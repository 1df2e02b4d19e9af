/**
 * The primitive behind every byte figure: what the JVM's threads have allocated so far, and what
 * JVM that is. Depends on the JDK alone.
 */
package dev.tare.profiling.meter;
