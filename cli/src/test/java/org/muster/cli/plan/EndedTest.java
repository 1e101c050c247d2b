package org.muster.cli.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.cli.Examples;
import org.muster.cli.Muster;
import org.muster.cli.Signals;

/// Commands that are ended from outside, each in a process of its own.
class EndedTest {
    /// What a command may take to end: a second on an idle machine, many times that on a busy one.
    private static final long MOST_SECONDS = 20;

    @TempDir
    Path temp;

    /// Starts `muster`, waits until it says what it is to be ended at, and ends it; the exit code.
    private int ended(Predicate<String> at, String... words) throws Exception {
        return endedBy("TERM", at, 0, words);
    }

    /// The same by another signal, so many milliseconds after that.
    private int endedBy(String signal, Predicate<String> at, int later, String... words) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no signals are tried on this machine");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "--add-modules=jdk.incubator.vector",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Muster.class.getName()));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command)
                .redirectOutput(temp.resolve("out.txt").toFile())
                .redirectError(temp.resolve("err.txt").toFile())
                .start();
        try {
            for (int tries = 0; tries < 2000 && process.isAlive() && !at.test(err()); tries++) {
                Thread.sleep(20);
            }
            assertThat(err()).as(out()).matches(at);
            Thread.sleep(later);
            new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                    .start()
                    .waitFor();
            assertThat(process.waitFor(MOST_SECONDS, TimeUnit.SECONDS))
                    .as("ends in time: " + err())
                    .isTrue();
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }

    private String out() throws IOException {
        return Files.readString(temp.resolve("out.txt"));
    }

    private String err() {
        try {
            return Files.readString(temp.resolve("err.txt"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /// The plan and the rules that need no costs of coalitions are there by then.
    @Test
    void shareTellsTheBestSoFarWhereItIsEndedWhileItLooksAtCoalitions() throws Exception {
        int code = ended(
                err -> err.contains("coalitions") || err.contains("sharing the bill"),
                "share",
                Examples.WALES,
                "counter-is-2014",
                "--progress",
                "--plain");
        assertThat(code).isEqualTo(143);
        assertThat(out())
                .contains("COVERED", "Proven best", "agreed-key", "ended before that was worked out")
                .endsWith("--json.\n");
    }

    @Test
    void shareTellsTheBestSoFarWhereItIsEndedWhileItAsksWhoCanBeSpared() throws Exception {
        int code = ended(
                err -> err.contains("can be spared"),
                "share",
                Examples.WALES,
                "counter-is-2014",
                "--progress",
                "--plain");
        assertThat(code).isEqualTo(143);
        assertThat(out().replaceAll("\\s+", " "))
                .contains(
                        "COVERED",
                        "ended before that was worked out",
                        "Not found out in the time allowed",
                        "is not said: it was ended before that was worked out");
    }

    /// A native solver must not take Ctrl-C from the JVM: CP-SAT does unless told not to, and ended it half way, with
    /// exit code 134 and no answer.
    @ParameterizedTest
    @ValueSource(strings = {"auto", "cp-sat", "scip"})
    void whileANativeSolverWorksCtrlCGivesTheBestSoFar(String solver) throws Exception {
        assumeFalse(Signals.isIgnored(Signals.INT), "who started this test ignores Ctrl-C, and so does all it starts");
        int code = endedWithAnAnswer(
                "INT",
                "why-not",
                "src/test/resources/folders/slow",
                "m",
                "--no-relaxation",
                "--solver",
                solver,
                "--progress");
        assertThat(code).isEqualTo(130);
        assertThat(out()).contains("gaps:", "The time allowed is over");
    }

    /// Nothing has been worked out by then that would hold.
    @Test
    void aGameIsEndedWithASentence() throws Exception {
        Path file = Files.writeString(
                temp.resolve("large.json"),
                "{\"kind\":\"generated_tu\",\"n\":26,\"generator\":{\"type\":1,\"seed\":1}}");
        int code = ended(err -> err.contains("muster: "), "game", "solve", file.toString(), "--progress");
        assertThat(code).isEqualTo(143);
        assertThat(err()).contains("muster: ended before there was an answer.");
        assertThat(out()).isEmpty();
    }

    @Test
    void whyNotTellsWhatItHasFoundSoFar() throws Exception {
        int code = endedWithAnAnswer("TERM", "why-not", Examples.WALES, "libya-2011", "--progress", "--plain");
        // it may be over before the signal comes
        assertThat(code).isIn(143, 1);
        assertThat(out()).contains("refused", "cannot be covered");
    }

    /// The plan comes first: where the signal comes before it, there is nothing yet to tell, and the next signal comes
    /// later.
    private int endedWithAnAnswer(String signal, String... words) throws Exception {
        int code = 0;
        for (int later = 0; later <= 8; later++) {
            code = endedBy(signal, err -> err.contains("looking for what stands in the way"), 500 * later, words);
            if (!out().isEmpty()) {
                return code;
            }
            assertThat(err()).contains("muster: ended before there was an answer.");
        }
        assertThat(out()).as("seconds later").isNotEmpty();
        return code;
    }

    @Test
    void aForecastIsEndedWithASentence() throws Exception {
        int code = ended(err -> err.contains("drawing what may become"), "pledge", Examples.WALES, "--progress");
        assertThat(code).isEqualTo(143);
        assertThat(err()).contains("muster: ended before there was an answer.");
        assertThat(out()).isEmpty();
    }

    /// A bench says nothing before its first line: it is ended once its JVM has come that far.
    @Test
    void aBenchIsEndedWithASentence() throws Exception {
        long begun = System.nanoTime();
        int code = ended(err -> System.nanoTime() - begun > 3_000_000_000L, "bench", "plan", "--seeds", "2000");
        assertThat(code).isEqualTo(143);
        assertThat(err()).contains("muster: ended before there was an answer.");
    }
}
