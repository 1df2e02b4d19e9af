/**
 * Where the figures of a run come from, as tables: one a row of the suite, the greatest site first.
 * Nothing here measures, judges or opens a file.
 */
package dev.tare.reports.sites;
