package org.muster.studytool.lab;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.muster.input.Counted;
import org.muster.input.Refusal;
import org.muster.lab.study.LocalWorkers;
import org.muster.lab.study.Study;
import org.muster.solve.SolveOptions;
import org.muster.terminal.Phases;
import org.muster.terminal.ProgressFlag;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// How a study is worked out; nothing here changes a byte of it.
final class WorkFlags {
    @Option(names = "--workers", paramLabel = "N", description = "Chunks that are worked out at once (default: 2).")
    private int workers = 2;

    @Option(
            names = "--spark",
            paramLabel = "MASTER",
            description = "Works on Apache Spark instead: local[N] or spark://HOST:PORT.")
    private @Nullable String spark;

    @Mixin
    private final ProgressFlag progress = new ProgressFlag();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    void work(Study study) throws IOException {
        if (workers < 1 || workers > 256) {
            throw new Refusal("--workers is from 1 to 256, not " + workers);
        }
        PrintWriter out = spec.commandLine().getOut();
        Study.Done done;
        try (Phases phases = progress.phases()) {
            done = study.work(
                    spark == null
                            ? new LocalWorkers(workers, SolveOptions.defaults())
                            : new SparkCommand(SparkJars.ofThisBuild(), spark),
                    phases);
        }
        out.println(String.format(
                Locale.ROOT,
                "%s, %s: %s worked out, %s there.",
                Counted.grouped(study.question().futures(), "futures"),
                Counted.of(study.question().stacks().size(), "reforms"),
                Counted.of(done.made(), "chunks"),
                Counted.of(done.reused(), "was", "were")));
        out.println("SHA-256 of all files: " + done.hash());
        out.flush();
    }
}
