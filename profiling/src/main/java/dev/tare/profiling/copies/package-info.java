/**
 * The copies instrument: which calls copy, where they are, how often they run, and what they move.
 *
 * <p>{@code rule} knows which calls copy and how their bytes are told; {@code rewrite} puts a
 * counter beside each such call of a class file; {@code count} holds the counters that rewritten
 * code calls; {@code agent} rewrites classes as the JVM loads them; {@code scan} lists the calls of
 * jars without running them. Only call sites are touched, never the bodies of what they call: a JVM
 * runs many of those as intrinsics, which no instrumented body would see.
 */
package dev.tare.profiling.copies;
