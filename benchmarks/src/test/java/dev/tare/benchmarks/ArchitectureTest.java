package dev.tare.benchmarks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final JavaClasses CLASSES = new ClassFileImporter()
      .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
      .importPackages("dev.tare.benchmarks");

  @Test
  void benchmarks_doNotKnowHowTheyAreMeasuredOrJudged() {
    noClasses()
        .that()
        .haveSimpleNameEndingWith("Benchmark")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.tare.profiling..", "dev.tare.reports..")
        .because("any JMH runs them, and tare measures them as it measures anybody's")
        .check(CLASSES);
  }

  @Test
  void copyingTwins_callNothingThatShipsInTheirPlace() {
    noClasses()
        .that()
        .haveSimpleNameStartingWith("Copying")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.tare.scheduler.store.jdbc..", "dev.tare.scheduler.message.codec..")
        .because("the baseline is an implementation of its own")
        .check(CLASSES);
  }

  @Test
  void subjectsOfALoad_doNotKnowHowTheyAreMeasured() {
    noClasses()
        .that()
        .resideInAPackage("dev.tare.benchmarks.peers..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.tare.benchmarks.load..", "dev.tare.profiling..")
        .because("the load measures all of them alike")
        .check(CLASSES);
  }
}
