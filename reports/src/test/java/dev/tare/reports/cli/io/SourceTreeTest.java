package dev.tare.reports.cli.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceTreeTest {
  @TempDir
  Path root;

  @Test
  void classHasTheFileOfItsOutermostClass_unlessThatIsThereTwiceOrBuilt() throws IOException {
    put("core/src/main/java/a/b/C.java");
    put("core/src/main/java/a/b/XC.java");
    put("one/a/Twice.java");
    put("two/a/Twice.java");
    put("core/target/generated/a/Built.java");
    put(".git/a/Hidden.java");
    put("D.java");
    SourceTree sources = new SourceTree(root);
    assertThat(sources.fileOf("a.b.C")).contains("core/src/main/java/a/b/C.java");
    assertThat(sources.fileOf("a.b.C$Inner$1")).contains("core/src/main/java/a/b/C.java");
    assertThat(sources.fileOf("D")).contains("D.java");
    assertThat(sources.fileOf("a.Twice")).isEmpty();
    assertThat(sources.fileOf("a.Built")).isEmpty();
    assertThat(sources.fileOf("a.Hidden")).isEmpty();
    assertThat(new SourceTree(root.resolve("absent")).fileOf("a.b.C")).isEmpty();
  }

  private void put(String file) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, "");
  }
}
