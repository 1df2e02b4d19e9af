/**
 * Reads {@code records.json} back: what an earlier run gave, as if it had just been measured.
 *
 * <p>The writer is {@code render.JsonReport}; the published schema says what is in it.
 */
package dev.tare.reports.records;
