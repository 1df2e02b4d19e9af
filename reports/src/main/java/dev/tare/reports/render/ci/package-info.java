/**
 * The report in the forms that CI services read: JUnit XML, SARIF, GitHub's annotations and the
 * input of github-action-benchmark.
 *
 * <p>As all renderers they recompute nothing and open no file: where a class's source is, they are
 * told by whoever looked. Whatever a name holds, it ends no element, string or command.
 */
package dev.tare.reports.render.ci;
