/**
 * The figures of a page beside its tables, ready to show: flame graphs, latency, heaps, layouts.
 *
 * <p>Who has recorded something makes the figure of it; each tells the command that records it
 * again. Nothing here measures or opens a file.
 */
package dev.tare.reports.page.figure;
