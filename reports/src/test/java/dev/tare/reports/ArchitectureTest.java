package dev.tare.reports;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
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

/** The arrows between packages, and their sizes. */
class ArchitectureTest {
  private static final String ROOT = "dev.tare.reports.";
  private static final int FILES_A_PACKAGE = 12;

  private static final JavaClasses CLASSES = new ClassFileImporter()
      .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
      .importPackages("dev.tare.reports", "gg.jte.generated");

  @Test
  void reports_knowsNeitherSubjectNorSuiteNorJmh() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.tare.scheduler..",
            "dev.tare.benchmarks..",
            "dev.tare.profiling.jmh..",
            "org.openjdk.jmh..")
        .because("it measures any JMH jar, and the project's own is no special one")
        .check(CLASSES);
  }

  @Test
  void gate_measuresNothingAndTouchesNoFileStreamSocketOrClock() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + "gate..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.io..", "java.nio..", "java.net..", "java.time..", ROOT + "launch..")
        .because("it is a pure function of figures")
        .check(CLASSES);
  }

  @Test
  void renderers_openNoFile() {
    noClasses()
        .that()
        .resideInAnyPackage(
            ROOT + "render..", ROOT + "page..", ROOT + "causes..", "gg.jte.generated..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.nio.file..", "java.net..", "java.time..")
        .because("they return text, and the same text for the same report")
        .check(CLASSES);
  }

  @Test
  void arrows_goOneWay() {
    forbid("launch", "baseline", "gate", "matrix", "render", "cli");
    forbid("baseline", "launch", "gate", "matrix", "render", "cli");
    forbid("gate", "launch", "matrix", "render", "cli");
    forbid("causes", "launch", "gate", "matrix", "render", "cli");
    forbid("matrix", "render", "cli");
    forbid("render", "launch", "matrix", "cli", "page", "collection");
    forbid("page", "launch", "matrix", "cli", "profile", "records", "layouts", "loads");
    forbid("loads", "launch", "baseline", "gate", "matrix", "cli");
    forbid("collection", "launch", "matrix", "cli");
    forbid("copies", "launch", "baseline", "gate", "matrix", "cli");
    forbid("sites", "launch", "baseline", "gate", "matrix", "cli");
    forbid("history", "launch", "matrix", "cli");
    forbid("profile", "baseline", "gate", "matrix", "cli");
    forbid(
        "cli.options",
        "copies",
        "sites",
        "launch",
        "baseline",
        "render",
        "cli.verbs",
        "cli.inspect",
        "profile");
    slices().matching(ROOT + "(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void package_hasAtMostTwelveFiles() throws IOException {
    Path sources = Path.of("src", "main", "java");
    try (Stream<Path> files = Files.walk(sources)) {
      Map<Path, Long> sizes = files
          .filter(Files::isRegularFile)
          .collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));
      assertThat(sizes).isNotEmpty();
      sizes.forEach((folder, size) -> assertThat(size)
          .as("%s: split it by concept", folder)
          .isLessThanOrEqualTo(FILES_A_PACKAGE));
    }
  }

  private static void forbid(String from, String... targets) {
    for (String target : targets) {
      noClasses()
          .that()
          .resideInAPackage(ROOT + from + "..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ROOT + target + "..")
          .because(from + " must not know " + target)
          .check(CLASSES);
    }
  }
}
