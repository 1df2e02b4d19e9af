/** Values that change rarely and are read often. */
package dev.tare.benchmarks.config;
