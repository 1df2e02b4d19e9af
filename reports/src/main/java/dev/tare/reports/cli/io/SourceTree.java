package dev.tare.reports.cli.io;

import dev.tare.reports.render.ci.Sources;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The sources below a directory, looked for once, when first asked for. Hidden folders and what
 * builds leave are passed over; a class whose file is there twice has none. Not thread-safe.
 */
public final class SourceTree implements Sources {
  private static final Set<String> BUILT = Set.of("target", "build", "out", "node_modules");
  private static final List<String> SUFFIXES = List.of(".java", ".kt");

  private final Path root;
  private @Nullable List<String> files;

  /** The sources below {@code root}. */
  public SourceTree(Path root) {
    this.root = root.toAbsolutePath();
  }

  @Override
  public Optional<String> fileOf(String className) {
    int nested = className.indexOf('$');
    String outer = nested < 0 ? className : className.substring(0, nested);
    // A file's folders end with those of its package, whatever the source root is.
    String end = '/' + outer.replace('.', '/');
    List<String> found = files().stream()
        .filter(file -> SUFFIXES.stream().anyMatch(suffix -> file.endsWith(end + suffix)))
        .toList();
    return found.size() == 1 ? Optional.of(found.get(0).substring(1)) : Optional.empty();
  }

  private List<String> files() {
    List<String> known = files;
    if (known == null) {
      known = new ArrayList<>();
      try {
        Files.walkFileTree(root, new Collector(known));
      } catch (IOException unreadable) {
        // What was found so far is right, and a verdict does not depend on it.
      }
      files = known;
    }
    return known;
  }

  /** Keeps the paths of source files, each with a slash before it. */
  private final class Collector extends SimpleFileVisitor<Path> {
    private final List<String> found;

    Collector(List<String> found) {
      this.found = found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      Path name = folder.getFileName();
      boolean skipped = name != null
          && !folder.equals(root)
          && (name.toString().startsWith(".") || BUILT.contains(name.toString()));
      return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      String path = root.relativize(file).toString().replace(File.separatorChar, '/');
      if (SUFFIXES.stream().anyMatch(path::endsWith)) {
        found.add('/' + path);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
      return FileVisitResult.CONTINUE;
    }
  }
}
