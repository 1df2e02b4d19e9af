/**
 * What the verbs' options mean: reads them, checks them, fills in defaults, and writes them back as
 * a command line that does the same.
 *
 * <p>Values only; nothing here measures, reads a file or prints.
 */
package dev.tare.reports.cli.options;
