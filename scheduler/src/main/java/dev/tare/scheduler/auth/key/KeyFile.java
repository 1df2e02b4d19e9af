package dev.tare.scheduler.auth.key;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Keys in a file that only its owner can read.
 *
 * <p>A change writes a new file beside it, forces it to the disk, renames it over the old one and
 * forces the directory: a crash leaves the old keys or the new ones, never half. A lock file beside
 * it keeps the rings of several processes apart, a monitor those of this one.
 */
final class KeyFile implements KeyRingStore {
  private static final Object ONE_RING_AT_A_TIME = new Object();
  private static final Set<PosixFilePermission> OWNER_ONLY =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private static final Set<PosixFilePermission> OTHERS =
      PosixFilePermissions.fromString("---rwxrwx");

  private final Path file;
  private final Path lock;
  private final Path next;

  KeyFile(Path file) {
    this.file = file.toAbsolutePath();
    Path name = this.file.getFileName();
    if (name == null) {
      throw new KeyRingException("key file " + file + " is a root directory: name a file");
    }
    this.lock = this.file.resolveSibling(name + ".lock");
    this.next = this.file.resolveSibling(name + ".next");
  }

  @Override
  public KeySet change(Function<@Nullable KeySet, KeySet> change) {
    synchronized (ONE_RING_AT_A_TIME) {
      // Closing the channel lets the lock go.
      try (FileChannel channel = openLock()) {
        channel.lock();
        KeySet stored = read();
        KeySet result = change.apply(stored);
        if (result != stored) {
          write(KeyFileFormat.encode(result));
        }
        return result;
      } catch (IOException failed) {
        throw new KeyRingException(
            "key file " + file + ": " + reason(failed) + ": check the directory and its rights",
            failed);
      }
    }
  }

  private FileChannel openLock() throws IOException {
    return FileChannel.open(
        lock, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), ownerOnly());
  }

  private @Nullable KeySet read() throws IOException {
    if (!Files.exists(file)) {
      return null;
    }
    refuseIfOthersCanRead();
    try {
      return KeyFileFormat.decode(Files.readString(file, UTF_8));
    } catch (MalformedKeysException malformed) {
      throw new KeyRingException("key file " + file + " is not a key ring: "
          + malformed.getMessage() + "; restore it from a backup, or move it away to start with"
          + " fresh keys, which ends every token issued so far");
    }
  }

  private void refuseIfOthersCanRead() throws IOException {
    if (!isPosix()) {
      return;
    }
    Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
    if (!Collections.disjoint(permissions, OTHERS)) {
      throw new KeyRingException("key file " + file + " is open to others ("
          + PosixFilePermissions.toString(permissions) + "): chmod 600 it, and rotate the keys if"
          + " somebody may have read them");
    }
  }

  private void write(byte[] content) throws IOException {
    Files.deleteIfExists(next);
    try {
      try (FileChannel channel = FileChannel.open(
          next, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly())) {
        ByteBuffer rest = ByteBuffer.wrap(content);
        while (rest.hasRemaining()) {
          channel.write(rest);
        }
        channel.force(true);
      }
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failed) {
      Files.deleteIfExists(next);
      throw failed;
    }
    forceDirectory();
  }

  private void forceDirectory() throws IOException {
    Path directory = file.getParent();
    if (directory == null || !isPosix()) {
      return;
    }
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private FileAttribute<?>[] ownerOnly() {
    return isPosix()
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
        : new FileAttribute<?>[0];
  }

  private boolean isPosix() {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private static String reason(IOException failure) {
    String message = failure.getMessage();
    return failure.getClass().getSimpleName() + (message == null ? "" : " " + message);
  }
}
