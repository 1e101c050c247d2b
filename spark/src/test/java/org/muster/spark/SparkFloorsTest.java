package org.muster.spark;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/// What this room may use, held here: its libraries are on no other room's class path.
class SparkFloorsTest {
    @Test
    void sparkUsesTheLabAndSpark() {
        classes()
                .that()
                .resideInAPackage("org.muster.spark..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "org.muster.spark..",
                        "org.muster.lab..",
                        "org.muster.solve..",
                        "org.muster.input..",
                        "org.apache.spark..",
                        "scala..",
                        "java..",
                        "org.jspecify..")
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.muster.spark"));
    }
}
