/**
 * Real databases for tests, benchmarks and loads, by one specification string. Names no test
 * framework: {@code benchmarks} uses it in production code.
 */
package dev.tare.scheduler.testkit;
