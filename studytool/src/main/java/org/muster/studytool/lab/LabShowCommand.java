package org.muster.studytool.lab;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.muster.input.Nearest;
import org.muster.input.Refusal;
import org.muster.input.Shown;
import org.muster.lab.run.Runs;
import org.muster.lab.run.Stack;
import org.muster.lab.run.Trace;
import org.muster.lab.study.Study;
import org.muster.report.lab.LabText;
import org.muster.report.lab.TraceJson;
import org.muster.solve.SolveOptions;
import org.muster.terminal.PrintFlags;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `muster lab show STUDY --future N --reform A`: one run, run again with every step of it.
@Command(
        name = "show",
        description = "Runs one run again and shows every step; its row has the same bytes as in the study.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class LabShowCommand implements Callable<Integer> {
    @Mixin
    private final StudyArgument study = new StudyArgument();

    @Option(names = "--future", paramLabel = "N", required = true, description = "The number of the future, from 0.")
    private int future;

    @Option(names = "--reform", paramLabel = "A", required = true, description = "The reform.")
    private String reform;

    @Mixin
    private final PrintFlags printing = new PrintFlags();

    @Override
    public Integer call() throws IOException {
        Study opened = study.open();
        List<Stack> stacks = opened.question().stacks();
        Stack stack = stacks.stream()
                .filter(one -> one.name().equals(reform))
                .findFirst()
                .orElseThrow(() -> new Refusal("the study has no reform \"" + Shown.plain(reform) + "\". "
                        + Nearest.advice(
                                reform, stacks.stream().map(Stack::name).toList())));
        if (future < 0 || future >= opened.question().futures()) {
            throw new Refusal("--future is from 0 to " + (opened.question().futures() - 1) + ", not " + future);
        }
        Trace trace = new Runs(opened.question(), SolveOptions.defaults()).trace(stack, future);
        String line = opened.chunks().lineOf(trace.row());
        Optional<String> kept = opened.keptLine(stack, future);
        if (kept.isPresent() && !kept.get().equals(line)) {
            throw new IllegalStateException("future " + future + " under " + reform + " came out otherwise: " + line);
        }
        printing.print(() -> TraceJson.write(trace, line), screen -> LabText.trace(trace, line, screen));
        return 0;
    }
}
