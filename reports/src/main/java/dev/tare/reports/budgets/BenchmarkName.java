package dev.tare.reports.budgets;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A benchmark of a JMH jar, as its list names it.
 *
 * @param type the class
 * @param method the method
 */
public record BenchmarkName(String type, String method) {
  /** The list in a jar. */
  public static final String LIST = "META-INF/BenchmarkList";

  /** A line is {@code JMH S length class S length generated S length method …}. */
  private static final int TYPE = 3;

  private static final int METHOD = 9;

  /** Those of a jar, in the order of its list; none of a jar without one. */
  public static List<BenchmarkName> of(ZipFile zip) throws IOException {
    List<BenchmarkName> names = new ArrayList<>();
    ZipEntry list = zip.getEntry(LIST);
    if (list != null) {
      try (InputStream in = zip.getInputStream(list)) {
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        text.lines().forEach(line -> {
          List<String> words = new ArrayList<>();
          StringTokenizer tokens = new StringTokenizer(line, " ");
          while (tokens.hasMoreTokens()) {
            words.add(tokens.nextToken());
          }
          if (words.size() > METHOD) {
            names.add(new BenchmarkName(words.get(TYPE), words.get(METHOD)));
          }
        });
      }
    }
    return names;
  }

  /** Class and method, as JMH names it. */
  public String name() {
    return type + '.' + method;
  }
}
