/** A benchmark jar that knows nothing of this project, and is built for each test that needs it. */
package dev.tare.reports.foreign;
