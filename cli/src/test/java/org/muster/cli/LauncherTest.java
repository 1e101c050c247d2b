package org.muster.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The launcher, in a checkout that is built already and with a JDK that only says how it was called.
class LauncherTest {
    @TempDir
    Path temp;

    private Path launcher;

    /// What stands in the environment beside what every run here has.
    private final Map<String, String> more = new TreeMap<>();

    @BeforeEach
    void checkout() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no shell on this machine: the launcher is not tried");
        launcher = Files.copy(Examples.ROOT.resolve("muster"), temp.resolve("muster"));
        Files.copy(Examples.ROOT.resolve("muster.jvm"), temp.resolve("muster.jvm"));
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path target = Files.createDirectories(temp.resolve("cli/target"));
        Files.createDirectories(target.resolve("lib"));
        Files.writeString(target.resolve("muster-cli-0.jar"), "");
        Files.writeString(target.resolve("muster.built"), "1\n");
        Path bin = Files.createDirectories(temp.resolve("jdk/bin"));
        Files.writeString(temp.resolve("jdk/release"), "JAVA_VERSION=\"25\"\n");
        script(bin.resolve("javac"), "exit 0");
        script(
                bin.resolve("java"),
                "case \"$*\" in *Rehearsal*) exit 1 ;; esac",
                "echo \"locale ${LC_ALL:-none}\"",
                "echo \"arguments $*\"",
                "case \"$*\" in *linger*) exec sleep 60 ;; esac");
    }

    private static void script(Path file, String... lines) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Process start(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(temp.resolve("out.txt").toFile());
        builder.environment().clear();
        builder.environment().put("PATH", System.getenv("PATH"));
        builder.environment().put("MUSTER_JAVA_HOME", temp.resolve("jdk").toString());
        builder.environment()
                .put("TMPDIR", Files.createDirectories(temp.resolve("tmp")).toString());
        builder.environment().putAll(more);
        return builder.start();
    }

    private String output() throws IOException {
        return Files.readString(temp.resolve("out.txt"));
    }

    @Test
    void withoutHomeAndLocaleNamesAreReadAsUtf8() throws Exception {
        Process process = start("check", "f\u00fcr");
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();

        assertThat(process.exitValue()).as(output()).isZero();
        assertThat(output()).contains("locale C.UTF-8", "org.muster.cli.Muster check f");
    }

    /// The JDK parts names at colons: a class path through such a folder would find nothing.
    @Test
    void aFolderWithAColonInItsNameIsTold() throws Exception {
        Path odd = Files.createDirectories(temp.resolve("a:b"));
        launcher = Files.copy(launcher, odd.resolve("muster"), StandardCopyOption.COPY_ATTRIBUTES);
        Process process = start("check", "folder");
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();

        assertThat(process.exitValue()).isEqualTo(78);
        assertThat(output())
                .isEqualTo("muster: the folder " + odd.toRealPath()
                        + " has a colon in its name, at which the JDK parts names: move Muster to one without.\n");
    }

    @Test
    void aCacheFolderWithAColonInItsNameIsNotUsed() throws Exception {
        Path odd = Files.createDirectories(temp.resolve("a:b"));
        more.put("XDG_CACHE_HOME", odd.toString());
        Process process = start("check", "folder");
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();

        assertThat(process.exitValue()).as(output()).isZero();
        assertThat(output()).contains("org.muster.cli.Muster check folder").doesNotContain("a:b");
        assertThat(odd).isEmptyDirectory();
    }

    /// What stands in `muster.jvm`, by its word.
    private static Map<String, String> options() throws IOException {
        Map<String, String> options = new TreeMap<>();
        for (String line : Files.readAllLines(Examples.ROOT.resolve("muster.jvm"))) {
            if (!line.startsWith("#")) {
                String[] parts = line.split(" ", 2);
                options.put(parts[0], parts[1]);
            }
        }
        return options;
    }

    @ParameterizedTest
    @CsvSource({"check, plans", "plan, plans", "game, games", "bench, games", "share, shares"})
    void theJdkGetsTheOptionsOfTheCommandsKind(String command, String kind) throws Exception {
        Process process = start(command, "folder");
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();

        Map<String, String> options = options();
        assertThat(options).containsOnlyKeys("vectors", "loops", "every", "games", "shares", "plans", "archive");
        assertThat(output())
                .contains("arguments " + options.get("every"), options.get(kind))
                .contains("org.muster.cli.Muster " + command + " folder");
        for (String other : List.of("games", "shares", "plans")) {
            if (!other.equals(kind)) {
                assertThat(output()).doesNotContain(options.get(other));
            }
        }
    }

    /// The launcher for Windows cannot be run here: what both say to the JDK is compared, and that what may change
    /// stands in neither.
    @Test
    void bothLaunchersTakeTheOptionsFromOneFileAndDoTheSameOnce() throws IOException {
        String unix = Files.readString(Examples.ROOT.resolve("muster"));
        String windows = Files.readString(Examples.ROOT.resolve("muster.cmd"));
        for (String text : List.of(unix, windows)) {
            assertThat(text)
                    .contains("muster.jvm", "MUSTER_JAVA_HOME", "JAVA_HOME", "muster.built", "COLUMNS")
                    .contains("org.muster.cli.NativeLibraries", "java.library.path", "native-", "ortools-")
                    .contains("org.muster.cli.Rehearsal", "-XX:AOTCacheOutput=", "-XX:AOTCache=", "-Xlog:disable")
                    .contains("-q -DskipTests -Dspotless.check.skip -pl cli -am package")
                    .contains("muster: building (the first time it fetches 130 MB and takes a minute or more) ...");
            for (String option : String.join(" ", options().values()).split(" ")) {
                if (option.startsWith("-")) {
                    assertThat(text).doesNotContain(option);
                }
            }
        }
        for (String word : options().keySet()) {
            assertThat(windows).contains("%JVM_" + word + "%");
            assertThat(unix).contains("        " + word + ") " + word + "=$rest ;;");
        }
        // Labels that are called are there, and all that are there are called.
        assertThat(found("(?m)^:([a-z]+)", windows)).isEqualTo(found("(?:call|goto) :([a-z]+)", windows));
    }

    private static Set<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(result -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// The JVM beside the launcher ends with it, and the exit code names the signal. Commands without the vector module
    /// have none beside: the launcher becomes their JVM.
    @ParameterizedTest
    @CsvSource({"HUP, 129", "INT, 130", "TERM, 143"})
    void aSignalEndsTheJvmToo(String signal, int code) throws Exception {
        assumeFalse(
                Signals.isIgnored(code - 128),
                "who started this test ignores SIG" + signal + ", and so does all it starts");
        Process process = start("game", "linger");
        for (int tries = 0; tries < 300 && !output().contains("arguments"); tries++) {
            Thread.sleep(100);
        }
        List<ProcessHandle> below = process.descendants().toList();
        assertThat(below).isNotEmpty();

        new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                .start()
                .waitFor();

        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(code);
        assertThat(below).noneMatch(ProcessHandle::isAlive);
        // What stays is the cache, which the temporary folder holds where there is no home, and not the pipe.
        assertThat(temp.resolve("tmp")).isDirectoryNotContaining("glob:**/tmp.*");
    }
}
