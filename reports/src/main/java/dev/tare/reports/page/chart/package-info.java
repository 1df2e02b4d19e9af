/**
 * Drawings that a page holds: lines over time, latency by percentile, and the bytes of an object.
 * Each is drawn twice, for a wide screen and for a phone, so that its words stay readable; the
 * style sheet shows one. Nothing here measures or opens a file.
 */
package dev.tare.reports.page.chart;
