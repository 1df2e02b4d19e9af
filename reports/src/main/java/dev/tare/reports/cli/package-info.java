/**
 * The {@code tare} command as a process: its verbs put together, and how it ends: exit codes, one
 * line an error, no stack trace unasked. Nothing depends on this package.
 */
package dev.tare.reports.cli;
