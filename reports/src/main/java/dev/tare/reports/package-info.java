/**
 * Baselines, gate, renderers, and the {@code tare} command.
 *
 * <p>Data goes one way: {@code launch} measures a JMH jar in child JVMs and returns measurements;
 * {@code baseline} looks up what is committed; {@code gate} judges by a pure function;
 * {@code render} writes what was judged and never recomputes; {@code cli} drives them. This package
 * itself holds only what all of them share.
 */
package dev.tare.reports;
