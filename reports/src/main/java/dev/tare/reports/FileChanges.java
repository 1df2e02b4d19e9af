package dev.tare.reports;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * A set of files that is replaced as a whole or not at all.
 *
 * <p>Every new content is first written and forced to disk beside its target: that is where a full
 * disk shows, and then nothing has been touched. Files that have their content already are left
 * alone. Only then are the targets replaced, by renaming; a reader sees the old file or the new
 * one, never half of one. A rename that fails brings back what was already replaced. Not
 * thread-safe; one instance is one commit.
 */
public final class FileChanges {
  private final DurableWriter writer;
  private final Map<Path, byte @Nullable []> contents = new LinkedHashMap<>();

  /** No changes yet; contents will be written by {@code writer}. */
  public FileChanges(DurableWriter writer) {
    this.writer = writer;
  }

  /** Gives {@code file} this content; its directories are made as needed. */
  public void put(Path file, byte[] content) {
    contents.put(file, content);
  }

  /** Deletes {@code file} if it is there. */
  public void delete(Path file) {
    contents.put(file, null);
  }

  /** Makes all changes; when it throws, every file is as it was. */
  public void commit() throws IOException {
    List<Staged> staged = new ArrayList<>();
    try {
      for (Map.Entry<Path, byte @Nullable []> change : contents.entrySet()) {
        stage(change.getKey(), change.getValue(), staged);
      }
      apply(staged);
    } finally {
      for (Staged change : staged) {
        discard(change.temporary);
      }
    }
    forceDirectories();
  }

  private void stage(Path target, byte @Nullable [] content, List<Staged> staged)
      throws IOException {
    byte[] before = Files.exists(target) ? Files.readAllBytes(target) : null;
    if (!Arrays.equals(before, content)) {
      Path temporary = content == null ? null : writeBeside(target, content);
      staged.add(new Staged(target, temporary, before));
    }
  }

  private Path writeBeside(Path target, byte[] content) throws IOException {
    Path directory = directoryOf(target);
    Files.createDirectories(directory);
    String name = ".tare-" + Long.toHexString(ThreadLocalRandom.current().nextLong()) + ".tmp";
    Path temporary = directory.resolve(name);
    try {
      writer.write(temporary, content);
    } catch (IOException | RuntimeException failure) {
      discard(temporary);
      throw failure;
    }
    return temporary;
  }

  private void apply(List<Staged> staged) throws IOException {
    List<Staged> done = new ArrayList<>();
    try {
      for (Staged change : staged) {
        if (change.temporary == null) {
          Files.deleteIfExists(change.target);
        } else {
          rename(change.temporary, change.target);
        }
        done.add(change);
      }
    } catch (IOException | RuntimeException failure) {
      for (Staged change : done) {
        restore(change, failure);
      }
      throw failure;
    }
  }

  private void restore(Staged change, Exception failure) {
    try {
      if (change.before == null) {
        Files.deleteIfExists(change.target);
      } else {
        rename(writeBeside(change.target, change.before), change.target);
      }
    } catch (IOException again) {
      failure.addSuppressed(again);
    }
  }

  private static Path directoryOf(Path file) {
    return Objects.requireNonNull(file.toAbsolutePath().getParent(), "a root is no file");
  }

  private static void rename(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void discard(@Nullable Path temporary) {
    if (temporary != null) {
      try {
        Files.deleteIfExists(temporary);
      } catch (IOException leftBehind) {
        // Nobody reads a file of this name; the failure that matters is on its way to the user.
      }
    }
  }

  private void forceDirectories() {
    Set<Path> directories = new LinkedHashSet<>();
    contents.keySet().forEach(file -> directories.add(directoryOf(file)));
    for (Path directory : directories) {
      try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
        channel.force(true);
      } catch (IOException unsupported) {
        // Some systems cannot open a directory; there a rename is as durable as it gets.
      }
    }
  }

  /** A target, its new content on disk (null: to be deleted), its old one (null: it was absent). */
  private static final class Staged {
    final Path target;
    final @Nullable Path temporary;
    final byte @Nullable [] before;

    Staged(Path target, @Nullable Path temporary, byte @Nullable [] before) {
      this.target = target;
      this.temporary = temporary;
      this.before = before;
    }
  }
}
