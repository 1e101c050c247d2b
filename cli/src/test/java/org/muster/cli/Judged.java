package org.muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.muster.terminal.Failure;

/// Calls of the command line on what was tampered with, each held to be an answer or a refusal in a sentence: never a
/// mistake of the program, never without end, and never with control characters for the terminal.
final class Judged {
    private static final double MOST_SECONDS = 10;
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0b-\\x1f\\x7f\\x{80}-\\x{9f}]");

    record Ran(int code, String out, String err, double seconds, List<String> words) {}

    private final List<String> faults = new ArrayList<>();
    private final Map<String, Integer> codes = new TreeMap<>();

    static Ran run(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StringWriter err = new StringWriter();
        long start = System.nanoTime();
        int code;
        try {
            code = Muster.run(out, StandardCharsets.UTF_8, new PrintWriter(err), words);
        } catch (RuntimeException uncaught) {
            uncaught.printStackTrace(new PrintWriter(err));
            code = Failure.MISTAKE;
        }
        return new Ran(
                code,
                out.toString(StandardCharsets.UTF_8),
                err.toString(),
                (System.nanoTime() - start) / 1e9,
                List.of(words));
    }

    Ran judge(int number, Path file, List<Integer> right, String... words) {
        Ran ran = run(words);
        codes.merge(words[0] + " " + ran.code(), 1, Integer::sum);
        fault(ran, right)
                .ifPresent(why -> faults.add("case " + number + ", "
                        + String.join(" ", words).lines().findFirst().orElse("") + ", " + file.getFileName() + ": "
                        + why));
        return ran;
    }

    private static Optional<String> fault(Ran ran, List<Integer> right) {
        if (!right.contains(ran.code())) {
            return Optional.of(
                    "exit " + ran.code() + ": " + ran.err().lines().limit(6).toList());
        }
        if (ran.seconds() > MOST_SECONDS) {
            return Optional.of("took " + ran.seconds() + " s");
        }
        if (ran.code() == 2 && ran.err().isBlank()) {
            return Optional.of("refused without a word");
        }
        if (CONTROL.matcher(ran.out()).find() || CONTROL.matcher(ran.err()).find()) {
            return Optional.of("control characters: "
                    + CONTROL.matcher(ran.out() + ran.err())
                            .replaceAll("<control>")
                            .lines()
                            .filter(line -> line.contains("<control>"))
                            .findFirst()
                            .orElse(""));
        }
        return ran.err().contains("\tat ") || ran.err().contains("Exception")
                ? Optional.of("a trace: " + ran.err().lines().findFirst().orElse(""))
                : Optional.empty();
    }

    /// Fails where any call was answered wrongly.
    void hold(int cases, long seed) {
        System.out.println(cases + " cases of seed " + seed + ", exit codes " + codes);
        assertThat(faults).as("seed " + seed).isEmpty();
    }
}
