package dev.tare.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileChangesTest {
  @TempDir
  Path directory;

  private Path a;
  private Path b;

  @BeforeEach
  void twoFiles() throws IOException {
    a = Files.writeString(directory.resolve("a"), "old a");
    b = Files.writeString(directory.resolve("b"), "old b");
  }

  @Test
  void commit_replacesMakesAndDeletes() throws IOException {
    Path fresh = directory.resolve("deep/er/c");
    FileChanges changes = new FileChanges(DurableWriter.toDisk());
    changes.put(a, bytes("new a"));
    changes.put(fresh, bytes("new c"));
    changes.delete(b);
    changes.delete(directory.resolve("never there"));
    changes.commit();
    assertThat(a).hasContent("new a");
    assertThat(fresh).hasContent("new c");
    assertThat(b).doesNotExist();
    assertThat(names()).containsExactly("a", "deep");
  }

  @Test
  void commit_onADiskThatFillsUp_changesNothingAndLeavesNoRubbish() throws IOException {
    FileChanges changes = new FileChanges(FullDisk.after(1));
    changes.delete(a);
    changes.put(b, bytes("new b"));
    changes.put(directory.resolve("c"), bytes("new c"));
    assertThatThrownBy(changes::commit).hasMessage("No space left on device");
    assertUntouched();
  }

  @Test
  void commit_whoseLaterRenameFails_bringsBackTheEarlierFiles() throws IOException {
    Path blocked = directory.resolve("blocked");
    FileChanges changes = new FileChanges((file, content) -> {
      DurableWriter.toDisk().write(file, content);
      if (content.length == 0) {
        Files.createDirectories(blocked.resolve("a directory where the file should go"));
      }
    });
    changes.put(a, bytes("new a"));
    changes.put(directory.resolve("c"), bytes("new c"));
    changes.delete(b);
    changes.put(blocked, bytes(""));
    assertThatThrownBy(changes::commit).isInstanceOf(IOException.class);
    assertThat(a).hasContent("old a");
    assertThat(b).hasContent("old b");
    assertThat(names()).containsExactly("a", "b", "blocked");
  }

  @Test
  void commit_leavesAFileAloneThatHasItsContentAlready() throws IOException {
    FileTime longAgo = FileTime.fromMillis(1_000_000);
    Files.setLastModifiedTime(a, longAgo);
    FileChanges changes = new FileChanges(DurableWriter.toDisk());
    changes.put(a, bytes("old a"));
    changes.commit();
    assertThat(Files.getLastModifiedTime(a)).isEqualTo(longAgo);
  }

  @Test
  void commit_whereADirectoryIsAFile_changesNothing() throws IOException {
    FileChanges changes = new FileChanges(DurableWriter.toDisk());
    changes.put(a, bytes("new a"));
    changes.put(b.resolve("below a file"), bytes("x"));
    assertThatThrownBy(changes::commit)
        .isInstanceOfSatisfying(
            IOException.class, e -> assertThat(IoReason.of(e)).isEqualTo("not a directory"));
    assertUntouched();
  }

  private void assertUntouched() throws IOException {
    assertThat(a).hasContent("old a");
    assertThat(b).hasContent("old b");
    assertThat(names()).containsExactly("a", "b");
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
