package dev.tare.profiling;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final String ROOT = "dev.tare.profiling.";

  private static final JavaClasses CLASSES = new ClassFileImporter()
      .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
      .importPackages("dev.tare.profiling");

  @Test
  void instruments_useTheJdkAndJmhAlone() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.tare.profiling..",
            "java..",
            "com.sun.management..",
            "org.openjdk.jmh..",
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
