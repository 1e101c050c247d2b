package org.muster.studytool.lab;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.muster.input.Refusal;
import org.muster.lab.analysis.Discovery;
import org.muster.lab.analysis.Results;
import org.muster.lab.run.Hindcasts;
import org.muster.lab.study.Study;
import org.muster.report.lab.DiscoverJson;
import org.muster.report.lab.LabText;
import org.muster.solve.SolveOptions;
import org.muster.terminal.PrintFlags;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `muster lab discover STUDY`: in which futures a reform fails.
@Command(
        name = "discover",
        description = "Finds a box of futures in which a reform fails, or another one beats it.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class LabDiscoverCommand implements Callable<Integer> {
    @Mixin
    private final StudyArgument study = new StudyArgument();

    @Option(names = "--reform", paramLabel = "A", required = true, description = "The reform that is looked at.")
    private String reform;

    @Option(
            names = "--fails",
            paramLabel = "EXPR",
            description = "What counts as failing, for example failed>3; money in the folder's currency.")
    private @Nullable String fails;

    @Option(names = "--beaten-by", paramLabel = "B", description = "Or: that fewer missions fail under this reform.")
    private @Nullable String beatenBy;

    @Option(names = "--box", paramLabel = "K", description = "The K-th box of the trajectory instead of the best.")
    private @Nullable Integer k;

    @Mixin
    private final PrintFlags printing = new PrintFlags();

    @Override
    public Integer call() throws IOException {
        if ((fails == null) == (beatenBy == null)) {
            throw new Refusal("say what is looked for with one of --fails and --beaten-by");
        }
        Study opened = study.open();
        Results results = opened.results();
        Optional<Integer> kth = Optional.ofNullable(k);
        Discovery found = fails != null
                ? Discovery.failing(results, reform, fails, kth)
                : Discovery.beaten(results, reform, String.valueOf(beatenBy), kth);
        Hindcasts hindcast = Hindcasts.of(opened.question(), SolveOptions.defaults());
        printing.print(
                () -> DiscoverJson.write(found, results.names(), hindcast),
                screen -> LabText.box(found, results.names(), screen)
                        + "\n"
                        + screen.title(LabText.TREE)
                        + LabText.leaves(found, results.names()).text(screen)
                        + "\n"
                        + LabText.hindcast(hindcast, screen));
        return 0;
    }
}
