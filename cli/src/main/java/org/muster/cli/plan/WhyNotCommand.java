package org.muster.cli.plan;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.muster.alliance.Alliance;
import org.muster.alliance.mission.Mission;
import org.muster.answer.WhyNotQuestion;
import org.muster.input.Refusal;
import org.muster.input.Shown;
import org.muster.plan.Plan;
import org.muster.plan.together.GivingWay;
import org.muster.plan.whynot.WhyNot;
import org.muster.report.together.GivingWayJson;
import org.muster.report.together.GivingWayText;
import org.muster.report.whynot.WhyNotJson;
import org.muster.report.whynot.WhyNotSummary;
import org.muster.report.whynot.WhyNotText;
import org.muster.solve.SolveOptions;
import org.muster.terminal.FullFlag;
import org.muster.terminal.Interrupt;
import org.muster.terminal.MissionArguments;
import org.muster.terminal.PageFlag;
import org.muster.terminal.Phases;
import org.muster.terminal.PrintFlags;
import org.muster.terminal.ProgressFlag;
import org.muster.terminal.SolveFlags;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `muster why-not FOLDER MISSION [MEMBER|REQUIREMENT]`: what stands in the way, and the cheapest change.
@Command(
        name = "why-not",
        description = "Says what stands in the way of a mission, a line, a member or a pool, and the cheapest change.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis = {
            "",
            "  muster why-not examples/wales-2014 libya-2011",
            "  muster why-not examples/wales-2014 libya-2011 DEU",
            "  muster why-not my-alliance storm --with avalanche",
            "",
            "       muster why-not [OPTIONS] FOLDER MISSION [MEMBER|POOL|LINE]"
        },
        footer = {
            "",
            "Exit code: 0 nothing essential is missing, 1 something is, 2 bad input.",
            "JSON: docs/schema/why-not.schema.json."
        })
public final class WhyNotCommand implements Callable<Integer> {
    @Mixin
    private final MissionArguments arguments = new MissionArguments();

    @Parameters(index = "2", arity = "0..1", paramLabel = "MEMBER|POOL|LINE", description = "What to ask about.")
    private @Nullable String about;

    @Option(
            names = "--with",
            paramLabel = "MISSION",
            split = ",",
            description = "Ask beside these missions, planned together: which of them has what is missing, and what it"
                    + " would cost for it to give way. --with all means all of the folder.")
    private List<String> with = List.of();

    @Mixin
    private final PrintFlags printing = new PrintFlags();

    @Mixin
    private final FullFlag full = new FullFlag();

    @Mixin
    private final PageFlag page = new PageFlag();

    @Mixin
    private final ProgressFlag progress = new ProgressFlag();

    @Mixin
    private final SolveFlags flags = new SolveFlags();

    @Override
    public Integer call() throws IOException {
        MissionArguments.Found found = arguments.find();
        Alliance alliance = found.alliance();
        try (Phases phases = progress.phases()) {
            phases.begin("planning the mission, then looking for what stands in the way");
            SolveOptions options = flags.options(phases, alliance.currency());
            return Interrupt.asking(options.stop(), () -> {
                if (!with.isEmpty()) {
                    return beside(alliance, found.mission(), options, phases);
                }
                WhyNot.Answer answer =
                        WhyNotQuestion.ask(alliance, found.mission(), Optional.ofNullable(about), options);
                page.write(() -> WhyNotText.page(answer, alliance));
                phases.end();
                printing.print(
                        () -> WhyNotJson.write(answer, alliance),
                        full.choose(
                                screen -> WhyNotText.write(answer, alliance, screen),
                                screen -> WhyNotSummary.write(answer, alliance, screen)));
                boolean missing = answer.plan().gaps().stream().anyMatch(Plan.Gap::essential)
                        || answer.plan().status() == Plan.Status.REFUSED;
                return missing ? 1 : 0;
            });
        }
    }

    private int beside(Alliance alliance, Mission asked, SolveOptions options, Phases phases) throws IOException {
        if (about != null) {
            throw new Refusal("--with asks about the whole mission. Leave \"" + Shown.plain(about)
                    + "\" out, or ask about it without --with");
        }
        GivingWay answer = WhyNotQuestion.beside(alliance, asked, with, options);
        page.write(() -> GivingWayText.page(answer, alliance));
        phases.end();
        printing.print(
                () -> GivingWayJson.write(answer, alliance), screen -> GivingWayText.write(answer, alliance, screen));
        boolean missing = answer.beside().gaps().stream().anyMatch(Plan.Gap::essential)
                || answer.beside().status() == Plan.Status.REFUSED;
        return missing ? 1 : 0;
    }
}
