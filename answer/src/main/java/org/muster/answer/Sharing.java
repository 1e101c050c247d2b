package org.muster.answer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muster.alliance.Alliance;
import org.muster.alliance.mission.Mission;
import org.muster.games.Parallel;
import org.muster.input.Counted;
import org.muster.plan.OutOfTime;
import org.muster.plan.Plan;
import org.muster.plan.PlanOptions;
import org.muster.plan.Planner;
import org.muster.plan.spare.EmptyHanded;
import org.muster.plan.spare.Spare;
import org.muster.plan.spare.Spares;
import org.muster.plan.spare.Sparing;
import org.muster.share.WhoPays;
import org.muster.share.game.MissionGame;
import org.muster.share.rule.SharingCase;
import org.muster.share.rule.SharingRule;
import org.muster.share.verdict.StayingHome;
import org.muster.solve.SolveOptions;

/// A mission planned and its bill shared, one call below after the other: plan, spare, cost, gain, share.
final class Sharing {
    /// Why something is not known where somebody asked to stop.
    private static final String ENDED = "it was ended before that was worked out";

    private final Alliance alliance;
    private final Mission mission;
    private final List<SharingRule> rules;
    private final SolveOptions options;
    private final Telling telling;

    Sharing(Alliance alliance, Mission mission, List<SharingRule> rules, SolveOptions options, Telling telling) {
        this.alliance = alliance;
        this.mission = mission;
        this.rules = rules;
        this.options = options;
        this.telling = telling;
    }

    ShareAnswer answer(Optional<String> explain) {
        telling.begin("planning the mission");
        Plan plan = Planner.plan(
                alliance, mission, new PlanOptions(options.silentlyOn(options.threads()), Optional.empty()));
        int going = plan.coalition().size();
        telling.begin("asking who of the " + going + " that go can be spared");
        Spares spares = Sparing.of(
                alliance,
                mission,
                plan,
                options.silentlyOn(options.threads()),
                done -> telling.now("asking who of the " + going + " that go can be spared, "
                        + Counted.of(done, "plan", "plans") + " made"));
        telling.begin("working out what the mission costs coalitions");
        MissionGames.Found costs = options.stop()
                .unlessRequested(() -> MissionGames.of(alliance, mission, options.silentlyOn(options.threads())))
                .orElseGet(() -> MissionGames.Found.none(ENDED));
        telling.begin("working out what coalitions gain by themselves");
        BenefitGames.Found benefits = options.stop()
                .unlessRequested(() -> BenefitGames.of(alliance, mission))
                .orElseGet(() -> BenefitGames.none(ENDED));
        telling.begin("sharing the bill under " + Counted.of(rules.size(), "rules"));
        Shared shared = shared(plan, costs, benefits);
        return new ShareAnswer(
                PlanAnswer.alone(alliance, mission, plan, shared.whoPays()),
                costs.atlas(),
                explain,
                spares,
                options.stop()
                        .unlessRequested(() -> home(shared.sharing(), shared.whoPays(), spares))
                        .orElse(Map.of()),
                EmptyHanded.of(alliance, mission, plan),
                shared.noGame());
    }

    /// The bill under the rules, and why it was shared without the game of costs; empty where it was not.
    private record Shared(SharingCase sharing, WhoPays whoPays, String noGame) {}

    /// Without the games, which take the time, where there is none left or somebody asks to stop.
    private Shared shared(Plan plan, MissionGames.Found costs, BenefitGames.Found benefits) {
        SharingCase sharing = sharingCase(plan, costs.game(), benefits);
        String why;
        try {
            Optional<WhoPays> whoPays = options.stop().unlessRequested(() -> WhoPays.of(sharing, rules));
            if (whoPays.isPresent()) {
                return new Shared(sharing, whoPays.get(), costs.whyNot());
            }
            why = ENDED;
        } catch (OutOfTime e) {
            why = String.valueOf(e.getMessage());
        }
        SharingCase without =
                sharingCase(plan, Optional.empty(), why.equals(ENDED) ? BenefitGames.none(ENDED) : benefits);
        return new Shared(without, WhoPays.of(without, rules), why);
    }

    private SharingCase sharingCase(Plan plan, Optional<MissionGame> game, BenefitGames.Found benefits) {
        SharingCase sharing = WhoPays.caseOf(alliance, mission, plan.coalition(), plan.bill(), game, options.threads());
        return benefits.game().map(sharing::with).orElseGet(() -> sharing.withoutBenefitGame(benefits.whyNot()));
    }

    private Map<String, StayingHome> home(SharingCase sharing, WhoPays whoPays, Spares spares) {
        Map<String, Map<String, Long>> now = new LinkedHashMap<>();
        whoPays.columns().forEach(column -> now.put(column.rule().id(), column.amounts()));
        List<Spare> spared = spares.singles().stream()
                .filter(spare -> spare.without().isPresent())
                .toList();
        List<StayingHome> saves =
                Parallel.inOrder(spared.size(), options.threads(), i -> saves(sharing, now, spared.get(i)));
        Map<String, StayingHome> home = new LinkedHashMap<>();
        for (int i = 0; i < spared.size(); i++) {
            home.put(spared.get(i).member(), saves.get(i));
        }
        return home;
    }

    private StayingHome saves(SharingCase sharing, Map<String, Map<String, Long>> now, Spare spare) {
        Plan without = spare.without().orElseThrow();
        return StayingHome.of(
                sharing,
                rules,
                now,
                spare.member(),
                without.coalition(),
                without.bill(),
                spare.asked().stream().map(Spare.Asked::member).toList());
    }
}
