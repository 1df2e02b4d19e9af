/** When a schedule is due next. */
package dev.tare.benchmarks.cron;
