package org.muster.studytool.lab;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.muster.alliance.bill.Money;
import org.muster.alliance.lab.Measure;
import org.muster.folder.WholeFile;
import org.muster.lab.analysis.Comparison;
import org.muster.lab.analysis.Discovery;
import org.muster.lab.analysis.LabAnswer;
import org.muster.lab.analysis.Pareto;
import org.muster.lab.study.Study;
import org.muster.report.lab.LabCsv;
import org.muster.report.lab.LabJson;
import org.muster.report.lab.LabPage;
import org.muster.report.lab.LabText;
import org.muster.terminal.PageFlag;
import org.muster.terminal.PrintFlags;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `muster lab compare STUDY`: which reform, and how sure.
@Command(
        name = "compare",
        description = "Says which reform is best how often, what it gives and takes, and who goes under it.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class LabCompareCommand implements Callable<Integer> {
    @Mixin
    private final StudyArgument study = new StudyArgument();

    @Option(names = "--measure", paramLabel = "NAME", description = "Only this measure, for example failed.")
    private @Nullable String measure;

    @Option(
            names = "--require",
            paramLabel = "REFORM",
            description = "Exit with 1 unless the means under this reform meet all thresholds of futures.yaml.")
    private @Nullable String require;

    @Option(
            names = "--epsilon",
            paramLabel = "MEASURE=VALUE",
            split = ",",
            description =
                    "A difference of means up to this does not count when it is said which reform dominates which;"
                            + " money in the folder's currency.")
    private List<String> epsilon = new ArrayList<>();

    @Option(names = "--csv", paramLabel = "FILE", description = "Also write all numbers as CSV.")
    private @Nullable Path csv;

    @Mixin
    private final PrintFlags printing = new PrintFlags();

    @Mixin
    private final PageFlag page = new PageFlag();

    @Override
    public Integer call() throws IOException {
        Optional<Measure> only = Optional.ofNullable(measure).map(Discovery::measure);
        Study opened = study.open();
        Map<Measure, Double> ignored = Pareto.epsilon(
                epsilon, Money.minor("1", opened.question().alliance().currency()));
        LabAnswer answer = opened.compared().ignoring(ignored);
        if (csv != null) {
            WholeFile.write(csv, LabCsv.write(answer));
        }
        page.write(() -> LabPage.write(answer));
        printing.print(() -> LabJson.write(answer), screen -> LabText.comparison(answer, only, screen));
        return require == null || meets(answer, require) ? 0 : 1;
    }

    private static boolean meets(LabAnswer answer, String name) {
        Comparison.OfReform one = answer.comparison().of(Discovery.reform(answer.results(), name));
        double major = Money.minor("1", answer.results().question().alliance().currency());
        return answer.results().question().setting().thresholds().stream().allMatch(threshold -> {
            Measure of = Measure.of(threshold.measure()).orElseThrow();
            double mean = one.of(of).mean();
            return threshold.isMetBy(of.unit() == Measure.Unit.MONEY ? mean / major : mean);
        });
    }
}
