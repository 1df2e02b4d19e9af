package dev.tare.maven;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.tare.reports.CommandText;
import dev.tare.reports.ExitCode;
import dev.tare.reports.cli.EmbeddedTare;
import org.junit.jupiter.api.Test;

/** What the goals may know of the command. */
class ArchitectureTest {
  @Test
  void goals_knowTheCommandByItsWordsAlone() {
    noClasses()
        .should()
        .dependOnClassesThat(resideInAPackage("dev.tare..")
            .and(resideInAPackage("dev.tare.maven..").negate())
            .and(type(EmbeddedTare.class).negate())
            .and(type(EmbeddedTare.Ending.class).negate())
            .and(type(ExitCode.class).negate())
            .and(type(CommandText.class).negate()))
        .because("a build gets the verdict that the command gives, by the same code")
        .check(new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.tare.maven"));
  }
}
