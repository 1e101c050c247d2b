package org.muster.cli;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.games.Game;

/// The floors of ARCHITECTURE.md, held by the class files themselves.
class FloorsTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.muster");

    private static final String[] BELOW_THE_FACES = {
        "org.muster.games..",
        "org.muster.statistics..",
        "org.muster.input..",
        "org.muster.gamefile..",
        "org.muster.alliance..",
        "org.muster.plan..",
        "org.muster.share..",
        "org.muster.pledge.."
    };

    @Test
    void everyRoomIsLookedAt() {
        for (String room : new String[] {
            "games", "statistics", "input", "gamefile", "bench", "alliance", "plan", "share", "pledge", "cli"
        }) {
            assertThat(CLASSES.stream().filter(c -> (c.getPackageName() + ".").startsWith("org.muster." + room + ".")))
                    .as(room)
                    .isNotEmpty();
        }
    }

    @Test
    void gamesDependsOnTheJdkAlone() {
        classes()
                .that()
                .resideInAPackage("org.muster.games..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("org.muster.games..", "java..", "jdk.incubator.vector..", "org.jspecify..")
                .check(CLASSES);
    }

    /// Whoever measures the passes themselves (bench, `muster bench atlas`) looks inside.
    @Test
    void roomsUseOnlyWhatGamesExports() throws URISyntaxException {
        Path games = Path.of(
                Game.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        Set<String> exported =
                ModuleFinder.of(games).find("org.muster.games").orElseThrow().descriptor().exports().stream()
                        .map(ModuleDescriptor.Exports::source)
                        .collect(Collectors.toSet());
        assertThat(exported).contains("org.muster.games.concept").doesNotContain("org.muster.games.scan");
        noClasses()
                .that()
                .resideOutsideOfPackages("org.muster.games..", "org.muster.bench..", "org.muster.cli.atlas..")
                .should()
                .dependOnClassesThat(describe(
                        "are of games and not exported",
                        type -> type.getPackageName().startsWith("org.muster.games")
                                && !exported.contains(type.getPackageName())))
                .check(CLASSES);
    }

    @Test
    void inputDependsOnTheJdkAlone() {
        classes()
                .that()
                .resideInAPackage("org.muster.input..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("org.muster.input..", "java..", "org.jspecify..")
                .check(CLASSES);
    }

    @Test
    void gamefileKnowsGamesAndInputAndNoAlliance() {
        classes()
                .that()
                .resideInAPackage("org.muster.gamefile..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "org.muster.gamefile..",
                        "org.muster.games..",
                        "org.muster.input..",
                        "com.fasterxml.jackson..",
                        "de.siegmar.fastcsv..",
                        "java..",
                        "org.jspecify..")
                .check(CLASSES);
        for (String room : new String[] {"games", "alliance", "plan", "share", "pledge", "bench"}) {
            mustNotKnow("org.muster." + room + "..", "org.muster.gamefile..");
        }
    }

    @Test
    void statisticsKnowsNothingOfTheRestAndOnlyPledgeItsLibraryToo() {
        mustNotKnow(
                "org.muster.statistics..",
                "org.muster.games..",
                "org.muster.input..",
                "org.muster.gamefile..",
                "org.muster.bench..",
                "org.muster.alliance..",
                "org.muster.plan..",
                "org.muster.share..",
                "org.muster.pledge..");
        for (String room : new String[] {"games", "input", "gamefile", "alliance", "plan", "share", "cli"}) {
            mustNotKnow("org.muster." + room + "..", "org.hipparchus..");
        }
    }

    @Test
    void benchMeasuresTheGamesAndOnlyAFaceKnowsIt() {
        mustNotKnow(
                "org.muster.bench..",
                "org.muster.alliance..",
                "org.muster.plan..",
                "org.muster.share..",
                "org.muster.pledge..",
                "org.muster.cli..",
                "picocli..");
        for (String room : BELOW_THE_FACES) {
            mustNotKnow(room, "org.muster.bench..", "org.openjdk.jmh..");
        }
        mustNotKnow("org.muster.cli..", "org.openjdk.jmh..");
    }

    @Test
    void allianceKnowsNoRoomAboveIt() {
        mustNotKnow("org.muster.alliance..", "org.muster.plan..", "org.muster.share..", "org.muster.pledge..");
    }

    @Test
    void siblingsDoNotKnowEachOther() {
        mustNotKnow("org.muster.plan..", "org.muster.share..", "org.muster.pledge..");
        mustNotKnow("org.muster.share..", "org.muster.plan..", "org.muster.pledge..");
        mustNotKnow("org.muster.pledge..", "org.muster.plan..", "org.muster.share..", "org.muster.games..");
    }

    @Test
    void nothingBelowTheFacesKnowsAFace() {
        for (String room : BELOW_THE_FACES) {
            mustNotKnow(room, "org.muster.cli..", "picocli..");
        }
    }

    @Test
    void onlyReadersOfFoldersAndGameFilesTouchFiles() {
        noClasses()
                .that()
                .resideInAnyPackage(BELOW_THE_FACES)
                .and()
                .resideOutsideOfPackages("org.muster.alliance.folder..", "org.muster.gamefile..")
                .should()
                .dependOnClassesThat(describe("read or write files or sockets", FloorsTest::touchesTheMachine))
                .check(CLASSES);
    }

    private static boolean touchesTheMachine(JavaClass type) {
        return type.getPackageName().startsWith("java.nio.file")
                || type.getPackageName().startsWith("java.nio.channels")
                || type.getPackageName().startsWith("java.net")
                || Set.of("File", "FileReader", "FileWriter", "FileInputStream", "FileOutputStream", "RandomAccessFile")
                        .stream()
                        .anyMatch(name -> type.getName().equals("java.io." + name));
    }

    @Test
    void aProofIsCheckedByCodeThatSharesNothingWithThePlanner() {
        classes()
                .that()
                .resideInAPackage("org.muster.plan.verify..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("org.muster.plan.verify..", "org.muster.alliance..", "java..", "org.jspecify..")
                .check(CLASSES);
    }

    @Test
    void onlyPlanSolveKnowsTheSolvers() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.muster.plan.solve..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.google.ortools..")
                .check(CLASSES);
    }

    /// `System.nanoTime` is allowed: a time limit is measured with it, and no answer holds it.
    @Test
    void nothingBelowTheFacesReadsAClockOrDrawsWithoutASeed() {
        noClasses()
                .that()
                .resideInAnyPackage(BELOW_THE_FACES)
                .should()
                .accessTargetWhere(describe("reads a clock or draws without a seed", FloorsTest::isClockOrChance))
                .check(CLASSES);
    }

    private static boolean isClockOrChance(JavaAccess<?> access) {
        AccessTarget target = access.getTarget();
        String owner = target.getOwner().getName();
        boolean bare = target instanceof AccessTarget.CodeUnitAccessTarget called
                && called.getRawParameterTypes().isEmpty();
        return switch (target.getName()) {
            case "currentTimeMillis" -> owner.equals("java.lang.System");
            case "now" -> owner.startsWith("java.time.");
            case "random" -> owner.equals("java.lang.Math") || owner.equals("java.lang.StrictMath");
            case "randomUUID", "getDefault" ->
                owner.equals("java.util.UUID") || owner.equals("java.util.random.RandomGenerator");
            case "current" -> owner.equals("java.util.concurrent.ThreadLocalRandom");
            case "create" -> owner.equals("java.util.random.RandomGeneratorFactory") && bare;
            case "of" -> owner.equals("java.util.random.RandomGenerator");
            case "<init>" ->
                owner.equals("java.security.SecureRandom")
                        || owner.equals("java.util.Date") && bare
                        || (owner.equals("java.util.Random") || owner.equals("java.util.SplittableRandom")) && bare;
            default -> false;
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"games", "statistics", "input", "gamefile", "bench", "alliance", "plan", "share", "pledge"})
    void packagesOfARoomGoInNoCircle(String room) {
        slices().assignedFrom(packagesOf("org.muster." + room, true))
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    /// The root of `cli` names the commands and holds what they share, so it stands on both sides.
    @Test
    void featuresOfTheTerminalGoInNoCircle() {
        slices().assignedFrom(packagesOf("org.muster.cli", false))
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    private static SliceAssignment packagesOf(String root, boolean withRoot) {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                String name = type.getPackageName();
                boolean inside = name.startsWith(root + ".") || (withRoot && name.equals(root));
                return inside ? SliceIdentifier.of(name) : SliceIdentifier.ignore();
            }

            @Override
            public String getDescription() {
                return "packages of " + root;
            }
        };
    }

    private static void mustNotKnow(String room, String... others) {
        DescribedPredicate<JavaClass> forbidden = JavaClass.Predicates.resideInAnyPackage(others);
        noClasses()
                .that()
                .resideInAPackage(room)
                .should()
                .dependOnClassesThat(forbidden)
                .check(CLASSES);
    }
}
