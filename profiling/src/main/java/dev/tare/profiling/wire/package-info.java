/**
 * How records travel from the measuring JVM to the command that started it.
 *
 * <p>One loopback connection a child: the parent sends an {@link dev.tare.profiling.wire.Order},
 * the child answers with {@link dev.tare.profiling.wire.Event}s until it is done. The encoding is
 * the JDK's own {@code DataOutput}: both ends are of one build, nothing is stored, and what a
 * benchmark prints can not get in between.
 */
package dev.tare.profiling.wire;
