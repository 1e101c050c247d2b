package org.muster.cli.pledge;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.muster.alliance.Alliance;
import org.muster.input.Nearest;
import org.muster.input.Refusal;
import org.muster.input.Shown;
import org.muster.pledge.known.Knowledge;
import org.muster.pledge.likely.Cohesion;
import org.muster.pledge.likely.LikelyCoalition;
import org.muster.report.pledge.LikelyJson;
import org.muster.report.pledge.LikelyText;
import org.muster.terminal.KnownAtFlag;
import org.muster.terminal.MissionArguments;
import org.muster.terminal.PageFlag;
import org.muster.terminal.PrintFlags;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `muster likely FOLDER MISSION`: who is likely to go, by record, policies and opinion, and how far that can be
/// trusted.
@Command(
        name = "likely",
        description = "Says who is likely to take part in a mission, by record, own word and opinion.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis = {
            "",
            "  muster likely examples/wales-2014 counter-is-2014",
            "  muster likely examples/wales-2014 baltic-2015 --kind stabilisation",
            "",
            "       muster likely [OPTIONS] FOLDER MISSION"
        },
        footer = {"", "Exit code: 0 done (also where there is too little data to say), 2 bad input."})
public final class LikelyCommand implements Callable<Integer> {
    @Mixin
    private final MissionArguments arguments = new MissionArguments();

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "Kind of operation, a word of participation.csv (default: that of its own record).")
    private @Nullable String kind;

    @Option(
            names = "--opinion",
            paramLabel = "MEASURE",
            description = "The question to look at (default: the one that most members have answered).")
    private @Nullable String opinion;

    @Mixin
    private final KnownAtFlag known = new KnownAtFlag();

    @Mixin
    private final PrintFlags printing = new PrintFlags();

    @Mixin
    private final PageFlag page = new PageFlag();

    @Override
    public Integer call() throws IOException {
        MissionArguments.Found found = arguments.find();
        Alliance alliance = found.alliance();
        List<String> kinds = alliance.participation().stream()
                .map(one -> one.kind())
                .distinct()
                .sorted()
                .toList();
        if (kind != null && !kinds.contains(kind)) {
            throw new Refusal(
                    "kind \"" + Shown.plain(kind) + "\" is in no record. " + Nearest.adviceWithAll(kind, kinds));
        }
        LocalDate last = alliance.vintages().isEmpty() ? LocalDate.MAX : Knowledge.newest(alliance);
        Knowledge knowledge = Knowledge.at(alliance, known.day().orElse(last), Knowledge.Replacement.NONE);
        List<Cohesion> cohesion = Cohesion.all(alliance, knowledge);
        List<String> questions =
                cohesion.stream().map(Cohesion::question).distinct().toList();
        if (opinion != null && !questions.contains(opinion)) {
            throw new Refusal("no member has an answer to \"" + Shown.plain(opinion) + "\". "
                    + Nearest.adviceWithAll(opinion, questions));
        }
        LikelyCoalition likely = LikelyCoalition.of(
                alliance,
                found.mission(),
                Optional.ofNullable(kind),
                opinion != null ? Optional.of(opinion) : LikelyCoalition.mostAnswered(alliance, knowledge),
                knowledge);
        page.write(() -> LikelyText.page(alliance, likely, cohesion));
        printing.print(
                () -> LikelyJson.write(likely, cohesion),
                screen -> LikelyText.write(alliance, likely, cohesion, screen));
        return 0;
    }
}
