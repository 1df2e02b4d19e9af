/**
 * Further runs that look for sites: of figures above their limits, and of those that go into a
 * baseline. What to run they are told; what is found changes no verdict.
 */
package dev.tare.reports.cli.search;
