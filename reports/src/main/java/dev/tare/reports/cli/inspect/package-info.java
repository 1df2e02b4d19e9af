/**
 * The verbs that show and do not judge, each beside its options: where a benchmark allocates, how
 * objects are laid out. What they share with the verbs that judge is
 * {@link dev.tare.reports.cli.verbs.Verb}.
 */
package dev.tare.reports.cli.inspect;
