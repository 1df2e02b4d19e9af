package dev.tare.profiling;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final String ROOT = "dev.tare.profiling.";
  private static final int FILES_A_PACKAGE = 12;

  private static final JavaClasses CLASSES = new ClassFileImporter()
      .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
      .importPackages("dev.tare.profiling");

  @Test
  void instruments_useTheJdkAndWhatTheirUserBringsAlone() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.tare.profiling..",
            "java..",
            "javax.management..",
            "com.sun.management..",
            "com.sun.tools.attach..",
            "jdk.jfr..",
            "one.profiler..",
            "org.openjdk.jmh..",
            "org.openjdk.jol..",
            "org.junit.jupiter.api..",
            "org.junit.platform.commons..",
            "org.objectweb.asm..",
            "org.jspecify.annotations..")
        .because("they are loaded beside whatever somebody's benchmark jar holds")
        .check(CLASSES);
  }

  @Test
  void records_knowNoInstrument() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + "record..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ROOT + "jmh..", ROOT + "meter..", ROOT + "wire..", "org.openjdk.jmh..")
        .check(CLASSES);
  }

  @Test
  void onlyTheJunitPackage_knowsJunitAndOnlyLayoutKnowsJol() {
    onlyIn("junit", "org.junit..", ROOT + "junit..");
    onlyIn("layout", "org.openjdk.jol..");
  }

  private static void onlyIn(String own, String... targets) {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + own + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(targets)
        .check(CLASSES);
  }

  @Test
  void onlyTheRewritePackage_knowsAsm() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "copies.rewrite..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.objectweb.asm..")
        .check(CLASSES);
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + "copies.rewrite..", ROOT + "copies.scan..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + "copies.rewrite..")
        .because("beside a program under test it has a class loader of its own")
        .check(CLASSES);
  }

  @Test
  void onlyThosePackagesThatRecord_knowAsyncProfiler() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + "sites..", ROOT + "recording..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("one.profiler..")
        .check(CLASSES);
  }

  @Test
  void recordings_knowNothingOfWhatRuns() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + "recording..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ROOT + "jmh..", ROOT + "wire..", ROOT + "record..")
        .check(CLASSES);
  }

  @Test
  void counters_knowNothingButSites() {
    classes()
        .that()
        .resideInAPackage(ROOT + "copies.count..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            ROOT + "copies", ROOT + "copies.count..", "java..", "org.jspecify.annotations..")
        .because("rewritten code calls them, in the midst of the program under test")
        .check(CLASSES);
  }

  @Test
  void package_hasAtMostTwelveFiles() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
      Map<Path, Long> sizes = files
          .filter(Files::isRegularFile)
          .collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));
      assertThat(sizes).isNotEmpty();
      sizes.forEach((folder, size) -> assertThat(size)
          .as("%s: split it by concept", folder)
          .isLessThanOrEqualTo(FILES_A_PACKAGE));
    }
  }

  @Test
  void onlyTheJmhPackage_knowsJmh() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "jmh..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.openjdk.jmh..", ROOT + "jmh..")
        .check(CLASSES);
  }
}
