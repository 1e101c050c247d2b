package org.muster.cli;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.muster.games.Game;

/// The floors of ARCHITECTURE.md, held by the class files themselves.
class FloorsTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.muster");

    /// What a room may use beside itself, the JDK and the marks of null: rooms below it, and libraries by package.
    ///
    /// @param face whether it is a face or what a face alone calls, which may read a clock and touch the machine
    private record Room(Set<String> rooms, Set<String> libraries, boolean face) {
        static Room of(String rooms, String... libraries) {
            return new Room(words(rooms), Set.of(libraries), false);
        }

        static Room face(String rooms, String... libraries) {
            return new Room(words(rooms), Set.of(libraries), true);
        }

        private static Set<String> words(String rooms) {
            return Arrays.stream(rooms.split(" "))
                    .filter(room -> !room.isEmpty())
                    .collect(Collectors.toSet());
        }
    }

    private static final String JACKSON = "com.fasterxml.jackson..";
    private static final String FAST_CSV = "de.siegmar.fastcsv..";
    private static final String OR_TOOLS = "com.google.ortools..";

    /// The house of ARCHITECTURE.md, floor by floor.
    private static final Map<String, Room> ROOMS = Map.ofEntries(
            Map.entry("games", Room.of("", "jdk.incubator.vector..")),
            Map.entry("statistics", Room.of("", "org.hipparchus..")),
            Map.entry("input", Room.of("")),
            Map.entry("sheet", Room.of("input", FAST_CSV, "org.dhatim.fastexcel..", "org.apache.commons.compress..")),
            Map.entry("gamefile", Room.of("games input", JACKSON, FAST_CSV)),
            Map.entry("bench", Room.face("games plan pledge solve folder alliance input", "org.openjdk.jmh..")),
            Map.entry("alliance", Room.of("input")),
            Map.entry("folder", Room.of("alliance sheet input", JACKSON, FAST_CSV, "org.yaml.snakeyaml..")),
            Map.entry("solve", Room.of("input", OR_TOOLS)),
            Map.entry("plan", Room.of("solve alliance games input")),
            Map.entry("share", Room.of("alliance games input statistics")),
            Map.entry("pledge", Room.of("alliance input statistics", "org.hipparchus..")),
            Map.entry("answer", Room.of("plan share solve alliance games input")),
            Map.entry("invest", Room.of("answer plan solve alliance games input")),
            Map.entry(
                    "lab",
                    Room.of(
                            "invest answer plan share pledge folder solve alliance games input",
                            "org.hipparchus..",
                            "org.apache.commons.rng..")),
            Map.entry(
                    "report",
                    Room.of(
                            "lab invest answer plan share pledge folder sheet solve alliance gamefile games input statistics",
                            JACKSON,
                            FAST_CSV,
                            "com.github.freva.asciitable..")),
            Map.entry(
                    "web",
                    Room.face(
                            "report lab invest answer plan share pledge folder solve alliance gamefile games input",
                            JACKSON,
                            "io.javalin..",
                            "org.eclipse.jetty..",
                            "jakarta.servlet..",
                            "kotlin..")),
            Map.entry("terminal", Room.face("report answer folder solve alliance input", "picocli..")),
            Map.entry("gametool", Room.face("terminal report bench folder gamefile games input", "picocli..")),
            Map.entry(
                    "studytool",
                    Room.face(
                            "terminal report lab invest answer bench plan pledge folder solve alliance games input",
                            "picocli..")),
            Map.entry(
                    "cli",
                    Room.face(
                            "web gametool studytool terminal report lab invest answer bench plan share pledge folder solve alliance gamefile games input",
                            "picocli..")));

    /// Modules of the build that hold none of our own sources.
    private static final Set<String> NO_ROOMS = Set.of("picocli", "browser");

    /// Rooms whose libraries are on no other room's class path: a test of their own says what they may use.
    private static final Set<String> APART = Set.of("spark");

    /// Rooms in which files may be read and written: nothing else below the faces touches the machine.
    private static final String[] TOUCH_FILES = {"org.muster.folder..", "org.muster.gamefile.."};

    private static String[] belowTheFaces() {
        return ROOMS.entrySet().stream()
                .filter(room -> !room.getValue().face())
                .map(room -> "org.muster." + room.getKey() + "..")
                .toArray(String[]::new);
    }

    static Stream<String> rooms() {
        return ROOMS.keySet().stream().sorted();
    }

    /// A module that stands in the build and not in the table is held by nothing.
    @Test
    void everyModuleOfTheBuildIsARoom() throws IOException {
        Set<String> modules = Pattern.compile("<module>(.*?)</module>")
                .matcher(Files.readString(Path.of("..", "pom.xml")))
                .results()
                .map(module -> module.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> named = new TreeSet<>(ROOMS.keySet());
        named.addAll(NO_ROOMS);
        named.addAll(APART);
        assertThat(modules).isEqualTo(named);
        rooms().forEach(room -> assertThat(CLASSES.stream()
                        .filter(type -> (type.getPackageName() + ".").startsWith("org.muster." + room + ".")))
                .as(room)
                .isNotEmpty());
    }

    /// No circles, nothing runs up, siblings do not know each other, and a library is known where the table says.
    @ParameterizedTest
    @MethodSource("rooms")
    void aRoomUsesOnlyWhatTheTableNames(String room) {
        Room may = ROOMS.get(room);
        List<String> allowed = new ArrayList<>(List.of("org.muster." + room + "..", "java..", "org.jspecify.."));
        may.rooms().forEach(other -> allowed.add("org.muster." + other + ".."));
        allowed.addAll(may.libraries());
        classes()
                .that()
                .resideInAPackage("org.muster." + room + "..")
                .and()
                .resideOutsideOfPackage("..jmh_generated..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed.toArray(String[]::new))
                .check(CLASSES);
    }

    /// The table itself goes in no circle: a room of rooms that use each other cannot be put on a floor.
    @Test
    void theTableHasFloors() {
        Set<String> placed = new TreeSet<>();
        boolean grew = true;
        while (grew) {
            grew = placed.addAll(ROOMS.entrySet().stream()
                    .filter(room -> placed.containsAll(room.getValue().rooms()))
                    .map(Map.Entry::getKey)
                    .toList());
        }
        assertThat(placed).isEqualTo(new TreeSet<>(ROOMS.keySet()));
    }

    /// Whoever measures the passes themselves looks inside.
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
                .resideOutsideOfPackages("org.muster.games..", "org.muster.bench..")
                .should()
                .dependOnClassesThat(describe(
                        "are of games and not exported",
                        type -> type.getPackageName().startsWith("org.muster.games")
                                && !exported.contains(type.getPackageName())))
                .check(CLASSES);
    }

    @Test
    void onlyReadersOfFoldersAndGameFilesTouchFiles() {
        noClasses()
                .that()
                .resideInAnyPackage(belowTheFaces())
                .and()
                .resideOutsideOfPackages(TOUCH_FILES)
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

    /// `System.nanoTime` is allowed: a time limit is measured with it, and no answer holds it.
    @Test
    void nothingBelowTheFacesReadsAClockOrDrawsWithoutASeed() {
        noClasses()
                .that()
                .resideInAnyPackage(belowTheFaces())
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
    @MethodSource("rooms")
    void packagesOfARoomGoInNoCircle(String room) {
        slices().assignedFrom(packagesOf("org.muster." + room))
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    private static SliceAssignment packagesOf(String root) {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                String name = type.getPackageName();
                boolean inside = name.startsWith(root + ".") || name.equals(root);
                return inside ? SliceIdentifier.of(name) : SliceIdentifier.ignore();
            }

            @Override
            public String getDescription() {
                return "packages of " + root;
            }
        };
    }
}
