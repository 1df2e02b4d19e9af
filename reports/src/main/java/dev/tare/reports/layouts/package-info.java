/**
 * Layouts of classes as text, markdown and JSON: {@code profiling} models them in a JVM on the
 * user's class path, the command hands them here. Nothing here measures, judges or opens a file.
 */
package dev.tare.reports.layouts;
