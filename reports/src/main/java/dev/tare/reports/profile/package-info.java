/**
 * Profiles of benchmark rows and of programs: child JVMs that record themselves, and what becomes
 * of a recording: flame graphs, heat maps, stacks as text, a table of the top sites.
 *
 * <p>A recording is a sample: nothing of it is a figure, and no baseline or gate sees it. The
 * heap's story is told by {@code heap}.
 */
package dev.tare.reports.profile;
