package org.muster.cli.plan;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.muster.folder.TextFile;
import org.muster.input.Counted;
import org.muster.input.Shown;
import org.muster.plan.together.Given;
import org.muster.plan.verify.Committed;
import org.muster.plan.verify.ProofCheck;
import org.muster.terminal.MissionArguments;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `muster verify-proof PROOF FOLDER MISSION...`: whether a written proof proves that its plan is best.
@Command(
        name = "verify-proof",
        description = "Checks a written proof against a folder, with nothing of what found it.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis = {
            "",
            "  muster plan examples/wales-2014 baltic-2015 --proof baltic.proof",
            "  muster verify-proof baltic.proof examples/wales-2014 baltic-2015",
            "  muster verify-proof together.proof examples/wales-2014 baltic-2015 counter-is-2014",
            "",
            "       muster verify-proof [OPTIONS] PROOF FOLDER MISSION..."
        },
        footer = {"", "Exit code: 0 proven, 1 not proven, 2 bad input.", "Format: docs/proof.md."})
public final class VerifyProofCommand implements Callable<Integer> {
    /// A tree of some hundred thousand nodes.
    private static final long MOST_MIB = 1024;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "PROOF", description = "What `muster plan --proof` wrote.")
    private Path proof;

    @Parameters(index = "1", paramLabel = "FOLDER", description = "The alliance's folder.")
    private Path folder;

    @Parameters(
            index = "2..*",
            arity = "0..*",
            paramLabel = "MISSION",
            description = "The mission's id, or those that were planned together; without it, the missions are listed.")
    private List<String> missions = List.of();

    @Mixin
    private final TogetherFlags together = new TogetherFlags();

    @Override
    public Integer call() throws IOException {
        if (missions.size() > 1 || together.areGiven()) {
            TogetherFlags.Asked asked = together.find(folder, missions);
            List<Committed> committed =
                    asked.given().stream().map(Given::committed).toList();
            return told(text -> ProofCheck.checkTogether(text, asked.alliance(), asked.missions(), committed));
        }
        MissionArguments.Found found = MissionArguments.find(folder, missions.isEmpty() ? null : missions.getFirst());
        return told(text -> ProofCheck.check(text, found.alliance(), found.mission()));
    }

    private int told(Function<String, ProofCheck.Outcome> check) throws IOException {
        String text = TextFile.read(proof, MOST_MIB);
        long start = System.nanoTime();
        ProofCheck.Outcome outcome = check.apply(text);
        PrintWriter out = spec.commandLine().getOut();
        if (outcome.isProven()) {
            out.println("proven: " + outcome.reason());
            out.println(String.format(
                    Locale.ROOT,
                    "%s, %s closed in whole numbers, %.2f s",
                    Counted.of(outcome.nodes(), "nodes"),
                    Counted.of(outcome.leaves(), "leaf", "leaves"),
                    (System.nanoTime() - start) / 1e9));
        } else {
            out.println("not proven: " + Shown.plain(outcome.reason()));
        }
        out.flush();
        return outcome.isProven() ? 0 : 1;
    }
}
