/**
 * Puts the counters into classes as a JVM loads them.
 *
 * <p>{@code java -javaagent:tare-profiling.jar=com.acme} counts in {@code com.acme}; a measuring
 * JVM loads the agent without packages and names them when it knows what it is to measure. The
 * agent refuses nothing silently: a class that it could not rewrite is told by
 * {@link dev.tare.profiling.copies.agent.CopyAgent#troubles}.
 */
package dev.tare.profiling.copies.agent;
