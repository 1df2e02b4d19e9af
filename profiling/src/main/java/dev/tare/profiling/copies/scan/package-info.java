/**
 * The static table: the copying calls of jars and class folders, found by the same rules that count
 * them, without running anything.
 */
package dev.tare.profiling.copies.scan;
