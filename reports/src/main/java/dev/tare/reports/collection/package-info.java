/**
 * A directory of results: what measuring, profiles, loads and layouts left there, and the report of
 * all of it. Here alone is known which file is which.
 */
package dev.tare.reports.collection;
