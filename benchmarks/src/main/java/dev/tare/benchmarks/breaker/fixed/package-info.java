/** Ports that answer at once with constants: behind them nothing allocates but who is measured. */
package dev.tare.benchmarks.breaker.fixed;
