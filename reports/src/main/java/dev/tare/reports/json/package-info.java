/**
 * What the JSON files of this command have in common: reading one with an error that names it, and
 * the environment that each of them holds.
 */
package dev.tare.reports.json;
