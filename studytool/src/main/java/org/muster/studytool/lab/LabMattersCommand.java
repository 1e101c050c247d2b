package org.muster.studytool.lab;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.muster.alliance.lab.Factor;
import org.muster.alliance.lab.Measure;
import org.muster.input.Refusal;
import org.muster.lab.analysis.Discovery;
import org.muster.lab.analysis.Results;
import org.muster.lab.analysis.WhatMatters;
import org.muster.lab.run.Hindcasts;
import org.muster.lab.run.Question;
import org.muster.report.lab.LabText;
import org.muster.report.lab.MattersJson;
import org.muster.solve.SolveOptions;
import org.muster.terminal.PrintFlags;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `muster lab matters STUDY`: which factors matter.
@Command(
        name = "matters",
        description =
                "Says which factors matter: indices of a study of design saltelli, effects of one of morris, and of any other"
                        + " how far a factor's values lie apart where the measure is high and where it is low.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class LabMattersCommand implements Callable<Integer> {
    @Mixin
    private final StudyArgument study = new StudyArgument();

    @Option(names = "--measure", paramLabel = "M", required = true, description = "For which measure.")
    private String measure;

    @Option(names = "--reform", paramLabel = "A", description = "Under which reform (default: the study's first).")
    private @Nullable String reform;

    @Mixin
    private final PrintFlags printing = new PrintFlags();

    @Override
    public Integer call() throws IOException {
        Measure of = Discovery.measure(measure);
        Results results = study.open().results();
        Question question = results.question();
        Hindcasts hindcast = Hindcasts.of(question, SolveOptions.defaults());
        String under = reform == null ? results.reforms().getFirst() : Discovery.reform(results, reform);
        List<String> names =
                question.setting().factors().stream().map(Factor::id).toList();
        if (names.isEmpty()) {
            throw new Refusal("futures.yaml has no factors that could matter");
        }
        double[] output = results.values(under, of);
        switch (question.design()) {
            case SALTELLI -> {
                List<WhatMatters.Indices> indices = WhatMatters.sobol(names.size(), output, question.seed());
                printing.print(
                        () -> MattersJson.indices(under, of, names, indices, hindcast),
                        screen -> LabText.indices(of, names, indices, screen) + LabText.hindcast(hindcast, screen));
            }
            case MORRIS -> {
                List<WhatMatters.Effect> effects =
                        WhatMatters.morris(question.points(), names.size(), output, question.seed());
                printing.print(
                        () -> MattersJson.effects(under, of, names, effects, hindcast),
                        screen -> LabText.effects(of, names, effects, screen) + LabText.hindcast(hindcast, screen));
            }
            case MC, LHS, SOBOL, FACTORIAL -> {
                List<double[]> points = IntStream.range(0, output.length)
                        .mapToObj(question.points()::point)
                        .toList();
                List<WhatMatters.Regional> regional = WhatMatters.regional(points, output, question.seed());
                printing.print(
                        () -> MattersJson.regional(under, of, names, regional, hindcast),
                        screen -> LabText.regional(of, names, regional, screen) + LabText.hindcast(hindcast, screen));
            }
        }
        return 0;
    }
}
