/**
 * Budgets that benchmarks carry as annotations, read from class files by name: nothing of the jar
 * is loaded or run.
 */
package dev.tare.reports.budgets;
