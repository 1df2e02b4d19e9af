/**
 * What the command touches outside itself: the streams, the terminal, the files of a report. Tests
 * stand in for all of it.
 */
package dev.tare.reports.cli.io;
