package dev.tare.reports.causes;

import java.util.List;

/**
 * What became of the sites of one class or call in one method.
 *
 * @param kind what happened to them
 * @param what the class of what is allocated, or the call that copies
 * @param method the method, as {@code a.b.C.m}
 * @param lines the lines that can have changed, sorted; empty if none is left or known
 * @param before their part of the earlier figure; 0 where there is none
 * @param after their part of the new one
 */
public record SiteChange(
    Kind kind, String what, String method, List<Integer> lines, double before, double after) {

  /** What can happen to a site. */
  public enum Kind {
    /** It was not there. */
    NEW("new"),
    /** It adds more than it did. */
    GROWN("grown"),
    /** It adds less. */
    SHRUNK("shrunk"),
    /** It is no longer there. */
    GONE("gone"),
    /** It is there; whether it was before is not known. */
    PRESENT("present");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** The name in texts and files, lower case. */
    public String label() {
      return label;
    }
  }

  /** Method and first line, as {@code a.b.C.m:12}, or the bare method. */
  public String location() {
    return lines.isEmpty() ? method : method + ':' + lines.get(0);
  }

  /** How much more the figure has of it. */
  public double growth() {
    return after - before;
  }
}
