package org.muster.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/// The floors of ARCHITECTURE.md: a room uses only rooms below it, and what each room must not know.
@AnalyzeClasses(packages = "org.muster", importOptions = ImportOption.DoNotIncludeTests.class)
class FloorsTest {
    @ArchTest
    static final ArchRule gamesKnowsNothingOfAlliances = noClasses()
            .that()
            .resideInAPackage("org.muster.games..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.muster.alliance..", "org.muster.plan..", "org.muster.share..", "org.muster.cli..");

    @ArchTest
    static final ArchRule allianceUsesNothingAboveIt = noClasses()
            .that()
            .resideInAPackage("org.muster.alliance..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.muster.plan..", "org.muster.share..", "org.muster.cli..");

    @ArchTest
    static final ArchRule planKnowsNoSharing = noClasses()
            .that()
            .resideInAPackage("org.muster.plan..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.muster.share..", "org.muster.cli..");

    @ArchTest
    static final ArchRule shareKnowsNoPlanner = noClasses()
            .that()
            .resideInAPackage("org.muster.share..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.muster.plan..", "org.muster.cli..");

    @ArchTest
    static final ArchRule onlyThePlannersSolversKnowOrTools = noClasses()
            .that()
            .resideOutsideOfPackage("org.muster.plan.solve..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.google.ortools..");

    @ArchTest
    static final ArchRule onlyTheFolderAndTheFacesKnowFiles = noClasses()
            .that()
            .resideOutsideOfPackages("org.muster.alliance.folder..", "org.muster.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.nio.file..");

    @ArchTest
    static final ArchRule nothingBelowTheFacesReadsTheDate = noClasses()
            .that()
            .resideOutsideOfPackage("org.muster.cli..")
            .should()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Math.class, "random");

    @ArchTest
    static final ArchRule noCirclesInThePlanner =
            slices().matching("org.muster.plan.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule noCirclesBetweenModules =
            slices().matching("org.muster.(*)..").should().beFreeOfCycles();
}
