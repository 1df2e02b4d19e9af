/**
 * The heap's story: what lived in it over time, what that was at its peak and who allocated it,
 * what the collector did, and what the process held beside it. It is read out of a recording, and
 * shown as a table, a chart in a page, JSON and CSV; nothing here measures.
 */
package dev.tare.reports.profile.heap;
