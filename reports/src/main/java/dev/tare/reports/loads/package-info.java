/**
 * What loads gave, from the files that {@code scripts/load} writes by
 * {@code reports/schema/load.schema.json}, as figures of a page. Nothing here measures.
 */
package dev.tare.reports.loads;
