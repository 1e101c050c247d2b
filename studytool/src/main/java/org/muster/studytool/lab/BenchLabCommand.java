package org.muster.studytool.lab;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muster.answer.Telling;
import org.muster.folder.study.StudyFolder;
import org.muster.input.Counted;
import org.muster.input.Refusal;
import org.muster.lab.bench.LabBench;
import org.muster.lab.design.Design;
import org.muster.lab.join.Settle;
import org.muster.lab.run.Question;
import org.muster.lab.run.Stack;
import org.muster.lab.study.LocalWorkers;
import org.muster.lab.study.Study;
import org.muster.lab.study.Workers;
import org.muster.solve.SolveOptions;
import org.muster.terminal.FolderArgument;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `muster bench lab`: runs a second beside what they have to ask the planner, on threads and on Spark, and the time of
/// the analysis on made-up rows.
@Command(
        name = "lab",
        description = "Times a study beside the bare questions that it has to ask the planner, and its analysis.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis = {
            "",
            "  muster bench lab examples/wales-2014",
            "  muster bench lab examples/wales-2014 --futures 1000 --spark spark://127.0.0.1:7077",
            "",
            "       muster bench lab FOLDER [OPTIONS]"
        },
        footer = {"", "Exit code: 0, or 1 where two ways have not the same bytes."})
public final class BenchLabCommand implements Callable<Integer> {
    private static final int LARGE = 100_000;
    private static final double NANO = 1e9;
    private static final String NONE = "none";

    @Spec
    private CommandSpec spec;

    @Mixin
    private final FolderArgument folder = new FolderArgument();

    @Option(
            names = "--reforms",
            paramLabel = "A,B+C",
            split = ",",
            description = "Reforms of the folder (default: as-was and all others, each alone, at most four in all).")
    private List<String> reforms = new ArrayList<>();

    @Option(names = "--futures", paramLabel = "N", description = "Futures that are run (default: 200).")
    private int futures = 200;

    @Option(names = "--rows", paramLabel = "N", description = "Made-up futures that are analysed (default: 100000).")
    private int rows = LARGE;

    @Option(
            names = "--spark",
            paramLabel = "MASTER",
            description =
                    "Measures this master too. Where module spark is built, local[2] and a standalone master"
                            + " with one worker and with two, started for it, are measured in any case, unless this is \"none\".")
    private @Nullable String spark;

    @Override
    public Integer call() throws IOException {
        if (futures < 1 || futures > LARGE || rows < 100 || rows > 1_000_000) {
            throw new Refusal("--futures is from 1 to 100,000 and --rows from 100 to 1,000,000, not "
                    + String.format(Locale.ROOT, "%,d and %,d", futures, rows));
        }
        Question question = question();
        say(String.format(
                Locale.ROOT,
                "%s, %s, seed 1",
                Counted.grouped(futures, "futures"),
                Counted.of(question.stacks().size(), "reforms")));
        Set<String> hashes = new TreeSet<>();
        measured("1 thread, begun cold", question, new LocalWorkers(1, SolveOptions.defaults()), hashes);
        LabBench bench = new LabBench(question, this::say);
        bench.bare();
        double two = measured("2 threads", question, new LocalWorkers(2, SolveOptions.defaults()), hashes);
        if (!NONE.equals(spark)) {
            onSpark(question, hashes);
        }
        if (spark != null && !NONE.equals(spark)) {
            measured("Spark, " + spark, question, new SparkCommand(SparkJars.ofThisBuild(), spark), hashes);
        }
        say(String.format(Locale.ROOT, "the same bytes every way: %s", hashes.size() == 1 ? "yes" : "NO"));
        double runs = (double) futures * question.stacks().size();
        say(String.format(
                Locale.ROOT,
                "%,d futures by %d reforms at the rate of 2 threads: %.1f h",
                LARGE,
                LabBench.REFORMS,
                two / runs * LARGE * LabBench.REFORMS / 3600));
        bench.analysis(rows);
        return hashes.size() == 1 ? 0 : 1;
    }

    /// Where module `spark` is built: threads of Spark, and a standalone master of this command's own with one
    /// worker and with two, each begun cold.
    private void onSpark(Question question, Set<String> hashes) throws IOException {
        SparkJars jars;
        try {
            jars = SparkJars.ofThisBuild();
        } catch (Refusal none) {
            say("Spark is not measured: " + none.sentence());
            return;
        }
        measured("Spark, local[2]", question, new SparkCommand(jars, "local[2]"), hashes);
        for (int workers = 1; workers <= 2; workers++) {
            Path temporary = Files.createTempDirectory("muster-spark");
            try (SparkCluster cluster = SparkCluster.start(jars, temporary, workers)) {
                measured(
                        "Spark, standalone, " + Counted.of(workers, "workers"),
                        question,
                        new SparkCommand(jars, cluster.url()),
                        hashes);
            } finally {
                delete(temporary);
            }
        }
    }

    private Question question() {
        var alliance = folder.read();
        List<String> names = reforms;
        if (names.isEmpty()) {
            names = Stream.concat(
                            Stream.of(Stack.AS_WAS),
                            alliance.lab().reforms().stream().map(reform -> reform.id()))
                    .distinct()
                    .limit(4)
                    .toList();
        }
        List<Stack> stacks =
                names.stream().map(name -> Stack.of(alliance.lab(), name)).toList();
        return new Question(alliance, stacks, Design.MC, futures, 1, Question.Reaction.NONE, Settle.TOP);
    }

    private void say(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }

    private double measured(String way, Question question, Workers workers, Set<String> hashes) throws IOException {
        Path temporary = Files.createTempDirectory("muster-bench");
        try {
            long start = System.nanoTime();
            Study study = Study.begun(
                    StudyFolder.begin(temporary, Study.manifest(folder.path().toString(), question)), question);
            hashes.add(study.work(workers, Telling.nobody()).hash());
            double seconds = (System.nanoTime() - start) / NANO;
            say(String.format(
                    Locale.ROOT,
                    "%-30s %8.2f s %8.1f runs/s",
                    way,
                    seconds,
                    futures * question.stacks().size() / seconds));
            return seconds;
        } finally {
            delete(temporary);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            paths.sorted(Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.delete(path);
                } catch (IOException refused) {
                    throw new UncheckedIOException(refused);
                }
            });
        }
    }
}
