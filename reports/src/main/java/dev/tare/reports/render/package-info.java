/**
 * Writes what was measured and judged: text and Markdown tables, JSON by the published schema, and
 * one HTML page that needs no network.
 *
 * <p>Renderers take a {@link dev.tare.reports.render.Report} and return text; they compute no
 * figure and open no file. Names come from foreign jars, so each renderer escapes for its own
 * format.
 */
package dev.tare.reports.render;
