/**
 * One class a verb: has {@code matrix} measure, {@code gate} judge and {@code render} write, and
 * prints. Standard output carries results, standard error all the rest.
 *
 * <p>What differs between two verbs is the file; what they share is the class above them.
 */
package dev.tare.reports.cli.verbs;
