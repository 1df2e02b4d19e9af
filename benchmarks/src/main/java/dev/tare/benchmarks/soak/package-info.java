/**
 * Many runs through one scheduler in a small heap, and what of it is left: {@code SoakMain} is the
 * command behind scripts/soak. A quantity that grows with the runs is told, with what a run adds to
 * it; leaks can be planted to see them told.
 */
package dev.tare.benchmarks.soak;
