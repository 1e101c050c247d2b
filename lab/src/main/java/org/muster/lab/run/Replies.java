package org.muster.lab.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import org.muster.alliance.Alliance;
import org.muster.alliance.lab.Reform;
import org.muster.alliance.lab.Stakes;
import org.muster.alliance.mission.Mission;
import org.muster.alliance.sharing.MissionTerms;
import org.muster.alliance.sharing.Sharing;
import org.muster.input.Refusal;
import org.muster.lab.join.Settle;
import org.muster.lab.join.Settled;
import org.muster.solve.SolveOptions;

/// Members that reply to what the others do: the plan is the best out of those that are available, each member is left
/// with its part of the lines that are covered less what the rule makes it bear, and comes or goes where that leaves it
/// with more.
///
/// Where a mission is collective and somebody would be left with less than nothing, that member objects, and those who
/// go decide.
final class Replies {
    /// Games whose plans are remembered at most; one takes some megabytes.
    private static final int MOST_GAMES = 120;

    private final Question question;
    private final Settler settler;
    private final SolveOptions options;
    private final Map<Key, Answer> known = new ConcurrentHashMap<>();
    private final Map<PlansOf, ReplyPlans> plans = new ConcurrentHashMap<>();
    private final LongAdder asked = new LongAdder();
    private final LongAdder worked = new LongAdder();

    private record Key(String reforms, Circumstances circumstances, double benefit) {}

    /// What settlements of coalitions hang on beside these.
    private record PlansOf(String reforms, Circumstances circumstances) {}

    Replies(Question question, Settler settler, SolveOptions options) {
        this.question = question;
        this.settler = settler;
        this.options = options.silentlyOn(1);
        if (question.reaction() == Question.Reaction.REPLY) {
            requireBenefits(question);
        }
    }

    /// The alliance with what missions are worth that only `futures.yaml` says.
    static Alliance staked(Alliance alliance, Stakes stakes) {
        if (stakes.worth().isEmpty()) {
            return alliance;
        }
        List<MissionTerms> terms = new ArrayList<>();
        for (MissionTerms worth : stakes.worth()) {
            MissionTerms agreed = alliance.sharing().termsOf(worth.mission());
            terms.add(new MissionTerms(
                    worth.mission(),
                    worth.benefits(),
                    worth.worth(),
                    worth.lines(),
                    agreed.optOuts(),
                    agreed.credits(),
                    agreed.creditCapPercent(),
                    agreed.agreements()));
        }
        Set<String> told = terms.stream().map(MissionTerms::mission).collect(Collectors.toSet());
        alliance.sharing().missions().stream()
                .filter(one -> !told.contains(one.mission()))
                .forEach(terms::add);
        return alliance.withOffers(
                alliance.offers(), new Sharing(terms, alliance.sharing().rules()));
    }

    private static void requireBenefits(Question question) {
        Alliance staked = staked(question.alliance(), question.setting().stakes());
        List<String> silent = question.setting().templates().stream()
                .map(one -> one.mission())
                .filter(mission -> {
                    MissionTerms terms = staked.sharing().termsOf(mission);
                    return !terms.hasBenefits() || terms.worth().isEmpty();
                })
                .toList();
        if (!silent.isEmpty()) {
            throw new Refusal("members can only reply where it is declared what missions are worth to whom: "
                    + String.join(", ", silent)
                    + " have no worth or no benefits in sharing.yaml or futures.yaml. Declare them, or leave the missions out of"
                    + " futures.yaml, or ask with --reaction none");
        }
    }

    long asked() {
        return asked.sum();
    }

    long worked() {
        return worked.sum();
    }

    /// What comes of a mission, and what else could.
    ///
    /// @param settled where members settle, from each start, with its weight
    /// @param holding what comes of each coalition that enforces itself and runs
    record Answer(List<Outcome> settled, List<Outcome> holding) {
        Answer {
            settled = List.copyOf(settled);
            holding = List.copyOf(holding);
        }
    }

    Answer outcomes(Reformed reformed, Circumstances circumstances, double benefit) {
        asked.increment();
        Key key = new Key(reformed.name(), circumstances, benefit);
        Answer there = known.get(key);
        if (there == null) {
            worked.increment();
            there = work(reformed, circumstances, benefit);
            known.put(key, there);
        }
        return there;
    }

    private Answer work(Reformed reformed, Circumstances circumstances, double benefit) {
        ReplyOutcomes open = new ReplyOutcomes(game(reformed, circumstances, benefit), question.seed());
        Optional<ReplyOutcomes> decided = Optional.empty();
        List<Outcome> settled = new ArrayList<>();
        List<Outcome> holding = new ArrayList<>();
        List<Settle> starts =
                question.settle() == Settle.BOTH ? List.of(Settle.TOP, Settle.BOTTOM) : List.of(question.settle());
        for (Settle start : starts) {
            Settled first = open.settled(start);
            Outcome outcome = open.outcome(first, 0);
            for (Outcome one : open.holding(first, 0)) {
                int vetoes = open.isCollective() && outcome.isSettled() ? open.vetoes(one) : 0;
                if (vetoes == 0) {
                    holding.add(one);
                } else {
                    ReplyOutcomes without = decided.orElseGet(() -> withoutConsensus(reformed, circumstances, benefit));
                    decided = Optional.of(without);
                    holding.addAll(without.holding(without.settled(start), vetoes));
                }
            }
            int vetoes = open.isCollective() && outcome.isSettled() ? open.vetoes(outcome) : 0;
            if (vetoes > 0) {
                ReplyOutcomes without = decided.orElseGet(() -> withoutConsensus(reformed, circumstances, benefit));
                decided = Optional.of(without);
                outcome = without.outcome(without.settled(start), vetoes);
            }
            settled.add(outcome.weighing(1.0 / starts.size()));
        }
        return new Answer(settled, holding);
    }

    /// Somebody has objected, and those who go decide.
    private ReplyOutcomes withoutConsensus(Reformed reformed, Circumstances circumstances, double benefit) {
        return new ReplyOutcomes(game(vetoed(reformed, circumstances), circumstances, benefit), question.seed());
    }

    private static Reformed vetoed(Reformed reformed, Circumstances circumstances) {
        String because = Reform.STACKED + "vetoed:" + circumstances.mission();
        List<Mission> missions = new ArrayList<>(reformed.alliance().missions());
        missions.replaceAll(one -> one.id().equals(circumstances.mission())
                ? MissionOf.with(one, Mission.Mode.COALITION, one.fund(), one.phases())
                : one);
        return new Reformed(
                reformed.name() + because,
                reformed.means() + because,
                reformed.alliance().withMissions(missions),
                reformed.rules(),
                reformed.held(),
                reformed.hours(),
                reformed.firm());
    }

    private ReplyGame game(Reformed reformed, Circumstances circumstances, double benefit) {
        if (plans.size() >= MOST_GAMES) {
            plans.clear();
        }
        ReplyPlans of = plans.computeIfAbsent(
                new PlansOf(reformed.name(), circumstances),
                key -> new ReplyPlans(
                        staked(
                                circumstances.in(reformed.alliance()),
                                question.setting().stakes()),
                        reformed,
                        circumstances.mission(),
                        settler,
                        options));
        return new ReplyGame(of, question.setting().stakes(), benefit);
    }
}
