package org.muster.cli.share;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.muster.alliance.Alliance;
import org.muster.alliance.mission.Mission;
import org.muster.answer.Named;
import org.muster.answer.ShareAnswer;
import org.muster.cli.plan.WaiverFlag;
import org.muster.input.Nearest;
import org.muster.input.Refusal;
import org.muster.input.Shown;
import org.muster.report.plan.PlanPage;
import org.muster.report.share.ShareJson;
import org.muster.report.share.ShareSummary;
import org.muster.report.share.ShareText;
import org.muster.share.rule.Rules;
import org.muster.share.rule.SharingRule;
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

/// `muster share FOLDER MISSION`: the bill under every rule, who can be spared, who gains, and why each pays what it
/// pays.
@Command(
        name = "share",
        description =
                "Plans a mission and shares its bill under every rule, side by side, with who can be spared and who gains.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis = {
            "",
            "  muster share examples/wales-2014 counter-is-2014",
            "  muster share examples/wales-2014 counter-is-2014 --rule shapley --explain DNK",
            "  muster share examples/wildfire-pool FIRE --html share.html",
            "",
            "       muster share [OPTIONS] FOLDER MISSION"
        },
        footer = {
            "",
            "Exit code: 0 covered, 1 waived (see --accept-waiver), gaps or refused, 2 bad input. Rules: docs/sharing.md.",
            "JSON: docs/schema/share.schema.json."
        })
public final class ShareCommand implements Callable<Integer> {
    @Mixin
    private final MissionArguments arguments = new MissionArguments();

    @Option(names = "--rule", paramLabel = "RULE", description = "Only this rule, by its name.")
    private @Nullable String rule;

    @Option(names = "--explain", paramLabel = "MEMBER", description = "Also why this member pays what it pays.")
    private @Nullable String explain;

    @Mixin
    private final PrintFlags printing = new PrintFlags();

    @Mixin
    private final FullFlag full = new FullFlag();

    @Mixin
    private final ProgressFlag progress = new ProgressFlag();

    @Mixin
    private final PageFlag page = new PageFlag();

    @Mixin
    private final WaiverFlag waiver = new WaiverFlag();

    @Mixin
    private final SolveFlags flags = new SolveFlags();

    @Override
    public Integer call() throws IOException {
        MissionArguments.Found found = arguments.find();
        Alliance alliance = found.alliance();
        List<SharingRule> rules = rules(alliance);
        Optional<String> member = member(alliance);
        SolveOptions solve = flags.options();
        return Interrupt.asking(solve.stop(), () -> share(alliance, found.mission(), rules, member, solve));
    }

    private List<SharingRule> rules(Alliance alliance) {
        List<SharingRule> all = Rules.of(alliance.sharing());
        if (rule == null) {
            return all;
        }
        List<SharingRule> one = all.stream().filter(r -> r.id().equals(rule)).toList();
        if (one.isEmpty()) {
            throw new Refusal("no rule is called \"" + Shown.plain(rule) + "\". "
                    + Nearest.adviceWithAll(
                            rule, all.stream().map(SharingRule::id).toList()));
        }
        return one;
    }

    private Optional<String> member(Alliance alliance) {
        if (explain != null && alliance.member(explain).isEmpty()) {
            throw new Refusal(Named.noMember(alliance, explain));
        }
        return Optional.ofNullable(explain);
    }

    private int share(
            Alliance alliance, Mission wanted, List<SharingRule> rules, Optional<String> member, SolveOptions solve)
            throws IOException {
        ShareAnswer report;
        try (Phases phases = progress.phases()) {
            report = ShareAnswer.of(alliance, wanted, rules, member, solve, phases);
        }
        page.write(() -> PlanPage.write(report));
        printing.print(
                () -> ShareJson.write(report),
                full.choose(screen -> ShareText.write(report, screen), screen -> ShareSummary.write(report, screen)));
        return waiver.exitCode(report.plan().plan());
    }
}
