package dev.tare.profiling.copies.scan;

import dev.tare.profiling.copies.ClassRewriter;
import dev.tare.profiling.copies.CopySite;
import dev.tare.profiling.copies.rewrite.Rewriter;
import dev.tare.profiling.copies.rule.CallRules;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The copying calls in class files. Needs ASM on the class path, unlike the agent. Of a jar for
 * several releases of Java the classes for the oldest are taken.
 *
 * @param sites every call, sorted by place
 * @param classes how many classes were looked at
 */
public record CopyScan(List<CopySite> sites, int classes) {
  private static final String CLASS = ".class";
  private static final String RELEASES = "META-INF/";

  /** Keeps a copy. */
  public CopyScan {
    sites = List.copyOf(sites);
  }

  /**
   * Scans jars, and folders of classes.
   *
   * @throws IOException if one of them can not be read, or holds a class that is none; it names the
   *     file
   */
  public static CopyScan of(List<Path> paths, CallRules rules) throws IOException {
    Scanner scanner = new Scanner(rules);
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        scanner.folder(path);
      } else {
        scanner.jar(path);
      }
    }
    Collections.sort(scanner.sites);
    return new CopyScan(scanner.sites, scanner.classes);
  }

  /** What has been found so far. */
  private static final class Scanner {
    private final CallRules rules;
    private final ClassRewriter rewriter;
    private final List<CopySite> sites = new ArrayList<>();
    private int classes;

    Scanner(CallRules rules) {
      this.rules = rules;
      this.rewriter = new Rewriter(rules);
    }

    void folder(Path folder) throws IOException {
      List<Path> files;
      try (Stream<Path> all = Files.walk(folder)) {
        files = all.filter(file -> file.toString().endsWith(CLASS)).toList();
      }
      for (Path file : files) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        if (isCovered(name)) {
          take(Files.readAllBytes(file), file.toString());
        }
      }
    }

    void jar(Path jar) throws IOException {
      try (ZipFile zip = new ZipFile(jar.toFile())) {
        Enumeration<? extends ZipEntry> entries = zip.entries();
        while (entries.hasMoreElements()) {
          ZipEntry entry = entries.nextElement();
          if (isCovered(entry.getName())) {
            try (InputStream in = zip.getInputStream(entry)) {
              take(in.readAllBytes(), jar + "!" + entry.getName());
            }
          }
        }
      }
    }

    private boolean isCovered(String file) {
      return file.endsWith(CLASS)
          && !file.startsWith(RELEASES)
          && !file.endsWith("module-info.class")
          && rules.cover(file.substring(0, file.length() - CLASS.length()));
    }

    private void take(byte[] classFile, String place) throws IOException {
      try {
        sites.addAll(rewriter.sites(classFile));
        classes++;
      } catch (RuntimeException e) { // what ASM throws depends on what is wrong
        throw new IOException(place + " is no class file that can be read: " + e, e);
      }
    }
  }
}
