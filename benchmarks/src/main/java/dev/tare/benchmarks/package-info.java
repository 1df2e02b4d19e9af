/**
 * JMH pairs of the scheduler's hot paths: the copying baseline against the lean code that ships.
 *
 * <p>A package an area. In it an {@code XBenchmark} holds the body once, written against the port,
 * and a {@code CopyingX} beside it is the baseline; the lean side is always a call into the
 * scheduler. Benchmarks know nothing of how they are measured: any JMH runs them.
 *
 * <p>A peer, another library at the same work, is an {@code XPeerBenchmark} without a variant: it
 * is judged by its own baseline, and is no part of a pair or a total.
 */
package dev.tare.benchmarks;
