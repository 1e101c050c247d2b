package org.muster.studytool.lab;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.muster.alliance.Alliance;
import org.muster.folder.ReformPlaces;
import org.muster.folder.study.StudyFolder;
import org.muster.input.Counted;
import org.muster.input.Nearest;
import org.muster.input.Refusal;
import org.muster.input.Shown;
import org.muster.lab.design.Design;
import org.muster.lab.join.Settle;
import org.muster.lab.run.Question;
import org.muster.lab.run.Stack;
import org.muster.lab.study.Study;
import org.muster.terminal.FolderArgument;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `muster lab run FOLDER`: a new study.
@Command(
        name = "run",
        description = "Runs every reform in every future and keeps the rows in a folder.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class LabRunCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private final FolderArgument folder = new FolderArgument();

    @Option(
            names = "--reforms",
            paramLabel = "A,B+C",
            required = true,
            split = ",",
            description = "Reforms of the folder, + between those that are in force together; as-was is none.")
    private List<String> reforms = new ArrayList<>();

    @Option(names = "--futures", paramLabel = "N", description = "How many futures (default: 1000).")
    private int futures = 1000;

    @Option(
            names = "--design",
            paramLabel = "NAME",
            description = "mc, lhs, sobol, factorial, morris or saltelli (default: mc).")
    private String design = Design.MC.word();

    @Option(names = "--seed", paramLabel = "S", description = "Of all draws (default: 1).")
    private long seed = 1;

    @Option(names = "--out", paramLabel = "STUDY", required = true, description = "A folder that is not there yet.")
    private Path out;

    @Option(
            names = "--reaction",
            paramLabel = "NAME",
            description = "none: members are willing by chance; reply: they reply to one another (default: none).")
    private String reaction = Question.Reaction.NONE.word();

    @Option(
            names = "--settle",
            paramLabel = "NAME",
            description = "Where members that reply start from: top, bottom, stated or both (default: top).")
    private String settle = Settle.TOP.word();

    @Mixin
    private final WorkFlags work = new WorkFlags();

    @Override
    public Integer call() throws IOException {
        Alliance alliance = folder.read();
        Design chosen = Design.of(design)
                .orElseThrow(() -> unknown(
                        "design",
                        design,
                        Arrays.stream(Design.values()).map(Design::word).toList()));
        Question.Reaction reacts = Arrays.stream(Question.Reaction.values())
                .filter(one -> one.word().equals(reaction))
                .findFirst()
                .orElseThrow(() -> unknown("reaction", reaction, List.of("none", "reply")));
        Settle from = Settle.of(settle)
                .orElseThrow(() -> unknown(
                        "settle",
                        settle,
                        Arrays.stream(Settle.values()).map(Settle::word).toList()));
        List<Stack> stacks = reforms.stream()
                .map(name -> Stack.of(
                        alliance.lab(), name, (reform, change) -> ReformPlaces.of(folder.path(), reform, change)))
                .toList();
        int factors = alliance.lab().futures().map(all -> all.factors().size()).orElse(0);
        int rounded = futures < 1 || futures > Question.MOST_RUNS ? futures : chosen.rounded(futures, factors);
        Question question = new Question(alliance, stacks, chosen, rounded, seed, reacts, from);
        PrintWriter err = spec.commandLine().getErr();
        if (rounded != futures) {
            err.println(String.format(
                    Locale.ROOT,
                    "muster: design %s takes %s, not %,d.",
                    chosen.word(),
                    Counted.grouped(rounded, "futures"),
                    futures));
            err.flush();
        }
        work.work(
                Study.begun(StudyFolder.begin(out, Study.manifest(folder.path().toString(), question)), question));
        return 0;
    }

    private static Refusal unknown(String what, String given, List<String> known) {
        return new Refusal("--" + what + " is \"" + Shown.plain(given) + "\", not a word known here. "
                + Nearest.advice(given, known));
    }
}
