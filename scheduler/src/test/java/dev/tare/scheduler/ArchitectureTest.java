package dev.tare.scheduler;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The arrows between the scheduler's packages, and their sizes. */
class ArchitectureTest {
  private static final String ROOT = "dev.tare.scheduler";
  private static final int MOST_FILES = 12;

  private static final JavaClasses CLASSES = new ClassFileImporter()
      .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
      .importPackages(ROOT);

  @Test
  void scheduler_knowsNothingOfMeasuring() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.tare.profiling..", "dev.tare.benchmarks..", "org.openjdk..")
        .check(CLASSES);
  }

  @Test
  void model_usesNothingOfTheScheduler() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".model")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ROOT, ROOT + ".error", ROOT + ".store..", ROOT + ".queue..")
        .check(CLASSES);
  }

  @Test
  void definitions_useTheModelAndErrorsAlone() {
    noClasses()
        .that()
        .resideInAnyPackage(ROOT + ".model.task", ROOT + ".model.worker", ROOT + ".model.page")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ROOT, ROOT + ".store..", ROOT + ".queue..", "java.sql..")
        .check(CLASSES);
  }

  @Test
  void ports_doNotSeeTheirImplementations() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".store")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            ROOT + ".store.jdbc..", ROOT + ".store.connection..", "java.sql..", "javax.sql..")
        .check(CLASSES);
  }

  @Test
  void connections_knowNoTable() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".store.connection")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ROOT + ".store", ROOT + ".store.jdbc..", ROOT + ".model..")
        .check(CLASSES);
  }

  @Test
  void httpServer_isSeenByOnePackage() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".api.http")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.eclipse.jetty..")
        .check(CLASSES);
  }

  @Test
  void plumbingOfTheApi_knowsNoTask() {
    noClasses()
        .that()
        .resideInAnyPackage(
            ROOT + ".api.http",
            ROOT + ".api.json",
            ROOT + ".api.limit",
            ROOT + ".api.problem",
            ROOT + ".api.route",
            ROOT + ".api.security")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ROOT + ".store..", ROOT + ".model.task", ROOT + ".model.worker")
        .check(CLASSES);
  }

  @Test
  void packagesOfTheApi_haveNoCycle() {
    slices().matching(ROOT + ".api.(*)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void core_doesNotSeeTheApi() {
    noClasses()
        .that()
        .resideInAnyPackage(
            ROOT + ".model..",
            ROOT + ".store..",
            ROOT + ".auth..",
            ROOT + ".error",
            ROOT + ".queue..",
            ROOT + ".dispatch..",
            ROOT + ".worker..",
            ROOT + ".listener..",
            ROOT + ".breaker..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + ".api..")
        .check(CLASSES);
  }

  @Test
  void messages_knowNeitherTheirEncodingNorAQueue() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".message")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ROOT, ROOT + ".message.codec..", ROOT + ".queue..", ROOT + ".store..")
        .check(CLASSES);
  }

  @Test
  void queues_knowMessagesAndNoTable() {
    noClasses()
        .that()
        .resideInAnyPackage(ROOT + ".queue", ROOT + ".message.codec")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            ROOT, ROOT + ".queue.jdbc..", ROOT + ".store..", "java.sql..", "javax.sql..")
        .check(CLASSES);
  }

  @Test
  void queuesInADatabase_knowNoRun() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".queue.jdbc")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            ROOT, ROOT + ".model..", ROOT + ".store", ROOT + ".store.jdbc.run..", ROOT + ".api..")
        .check(CLASSES);
  }

  @Test
  void listenerAndWorker_seeThePortsAlone() {
    noClasses()
        .that()
        .resideInAnyPackage(ROOT + ".worker", ROOT + ".listener")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            ROOT, ROOT + ".store.jdbc..", ROOT + ".store.connection..", "java.sql..", "javax.sql..")
        .check(CLASSES);
  }

  @Test
  void dispatcher_seesThePortsAlone() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".dispatch")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            ROOT,
            ROOT + ".store.jdbc..",
            ROOT + ".store.connection..",
            ROOT + ".queue..",
            ROOT + ".worker..",
            ROOT + ".listener..",
            "java.sql..",
            "javax.sql..")
        .check(CLASSES);
  }

  @Test
  void listener_doesNotSeeTheWorker() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".listener")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + ".worker..")
        .check(CLASSES);
  }

  @Test
  void wakes_carryASignalAndKnowNoRun() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".wake")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            ROOT,
            ROOT + ".model..",
            ROOT + ".store",
            ROOT + ".store.jdbc..",
            ROOT + ".worker..",
            ROOT + ".dispatch..",
            ROOT + ".api..")
        .check(CLASSES);
  }

  @Test
  void executors_knowNothingOfQueuesAndDatabases() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".worker.executor..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            ROOT + ".worker",
            ROOT + ".store..",
            ROOT + ".queue..",
            ROOT + ".listener..",
            "java.sql..",
            "javax.sql..")
        .check(CLASSES);
  }

  @Test
  void breakerCacheAndPool_knowOnlyTheErrors() {
    classes()
        .that()
        .resideInAnyPackage(ROOT + ".breaker", ROOT + ".config", ROOT + ".pool")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            ROOT + ".breaker",
            ROOT + ".config",
            ROOT + ".pool",
            ROOT + ".error",
            "java..",
            "org.jspecify..",
            "org.slf4j..",
            "com.github.benmanes.caffeine..")
        .check(CLASSES);
  }

  @Test
  void cronAndRetry_areCalculations_withoutTasksOrDatabases() {
    noClasses()
        .that()
        .resideInAnyPackage(ROOT + ".cron", ROOT + ".retry")
        .should()
        .dependOnClassesThat(resideInAPackage(ROOT + "..")
            .and(not(resideInAnyPackage(ROOT + ".cron", ROOT + ".retry", ROOT + ".error"))))
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "javax.sql..", "org.slf4j..")
        .check(CLASSES);
  }

  @Test
  void packages_areSmall() {
    Map<String, Long> files = CLASSES.stream()
        .filter(type -> !type.isNestedClass())
        .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
    assertThat(files)
        .allSatisfy((name, count) -> assertThat(count).isLessThanOrEqualTo(MOST_FILES));
  }
}
