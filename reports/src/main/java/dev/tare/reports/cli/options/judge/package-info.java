/**
 * The options of verbs that judge: where a figure that is above its limit is looked into, and in
 * which forms the verdict is told.
 *
 * <p>Values only; nothing here measures, judges, reads a file or prints.
 */
package dev.tare.reports.cli.options.judge;
