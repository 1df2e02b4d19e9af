package dev.tare.profiling.copies;

import java.util.List;

/** Finds the copying calls of class files, and puts counters beside them. Thread-safe. */
public interface ClassRewriter {

  /** The copying calls of a class, in the order in which they stand in its file. */
  List<CopySite> sites(byte[] classFile);

  /**
   * The class with a counter beside each of its {@link #sites}.
   *
   * @param firstSite index of the first of them; the others follow
   * @param loaded whether a JVM has the class already: then it takes no further method
   * @throws IllegalStateException if it takes one to count all
   */
  byte[] rewrite(byte[] classFile, int firstSite, boolean loaded);
}
