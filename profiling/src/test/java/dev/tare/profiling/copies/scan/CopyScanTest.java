package dev.tare.profiling.copies.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tare.profiling.copies.CopyKind;
import dev.tare.profiling.copies.CopySite;
import dev.tare.profiling.copies.rule.CallRules;
import dev.tare.profiling.copies.rule.Packages;
import dev.tare.profiling.known.copies.StringCopies;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CopyScanTest {
  private static final CallRules RULES =
      new CallRules(new Packages(List.of("dev.tare.profiling.known.copies")), List.of());
  private static final String STRINGS = StringCopies.class.getName();

  @TempDir
  Path directory;

  @Test
  void folder_givesTheCallsOfItsClasses() throws Exception {
    CopyScan scan = CopyScan.of(List.of(testClasses()), RULES);

    assertThat(scan.classes()).isGreaterThan(10);
    assertThat(scan.sites()).isSorted();
    List<CopySite> ofMethod = scan.sites().stream()
        .filter(site -> site.type().equals(STRINGS) && site.method().equals("changed"))
        .toList();
    assertThat(ofMethod)
        .extracting(CopySite::call)
        .containsExactly("String.repeat", "String.replace", "String.toUpperCase");
    assertThat(ofMethod).extracting(CopySite::kind).containsOnly(CopyKind.STRING);
    assertThat(ofMethod).extracting(CopySite::line).doesNotContain(0);
  }

  @Test
  void methodReference_isACallOfTheMethodThatMakesIt() throws Exception {
    assertThat(CopyScan.of(List.of(testClasses()), RULES).sites())
        .filteredOn(site -> site.method().equals("methodReference"))
        .extracting(CopySite::call)
        .contains("String.trim", "Arrays.copyOf", "Integer.valueOf");
  }

  @Test
  void jar_givesTheSameAsItsFolder() throws Exception {
    String name = STRINGS.replace('.', '/') + ".class";
    Path folder = directory.resolve("classes");
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.copy(testClasses().resolve(name), file);
    Path jar = jar(name, Files.readAllBytes(file));

    CopyScan scan = CopyScan.of(List.of(jar), RULES);
    assertThat(scan).isEqualTo(CopyScan.of(List.of(folder), RULES));
    assertThat(scan.classes()).isEqualTo(1);
    assertThat(scan.sites()).isNotEmpty();
  }

  @Test
  void classesOutsideThePackages_areLeftOut() throws Exception {
    CallRules others = new CallRules(new Packages(List.of("dev.tare.profiling.know")), List.of());
    assertThat(CopyScan.of(List.of(testClasses()), others)).isEqualTo(new CopyScan(List.of(), 0));
  }

  @Test
  void classThatIsNone_isAnErrorWithItsPlace() throws Exception {
    String name = "dev/tare/profiling/known/copies/Broken.class";
    Path jar = jar(name, "no class".getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> CopyScan.of(List.of(jar), RULES))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(jar + "!" + name);
  }

  private Path jar(String entry, byte[] content) throws IOException {
    Path jar = directory.resolve("some.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        ZipOutputStream out = new ZipOutputStream(file)) {
      for (String name : List.of(entry, "META-INF/versions/21/" + entry)) {
        out.putNextEntry(new ZipEntry(name));
        out.write(content);
        out.closeEntry();
      }
    }
    return jar;
  }

  private static Path testClasses() throws Exception {
    return Path.of(
        StringCopies.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}
