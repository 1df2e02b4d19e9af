package dev.tare.reports.page.figure;

/**
 * Where a figure comes from.
 *
 * @param file with what it shows
 * @param command what makes that file again; empty if it does not tell
 * @param circumstances JVM, machine and how it was recorded, in words; may be empty
 */
public record Source(String file, String command, String circumstances) {}
