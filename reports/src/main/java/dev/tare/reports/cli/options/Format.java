package dev.tare.reports.cli.options;

/** What standard output carries. */
public enum Format {
  /** Aligned tables for a terminal. */
  TEXT,
  /** Tables for a pull request or a CI summary. */
  MARKDOWN,
  /** Records by the published schema, one document an environment. */
  JSON
}
