/** What the commands behind {@code scripts/} share: the words of a command line, and tables. */
package dev.tare.benchmarks.command;
