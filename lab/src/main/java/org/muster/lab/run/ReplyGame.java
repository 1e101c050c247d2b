package org.muster.lab.run;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.muster.alliance.Alliance;
import org.muster.alliance.Member;
import org.muster.alliance.lab.Stakes;
import org.muster.alliance.mission.Mission;
import org.muster.alliance.sharing.MissionTerms;
import org.muster.alliance.sharing.RuleName;
import org.muster.lab.join.BestReplies;
import org.muster.lab.join.Choices;
import org.muster.lab.join.Groups;
import org.muster.lab.join.ParticipationGame;
import org.muster.lab.join.SelfEnforcing;
import org.muster.lab.join.Settled;
import org.muster.plan.Plan;

/// What members are left with where some are available: their part of the lines that are covered, less what the rule
/// makes them bear and what units of pools that are drawn of them would be worth to them outside missions, and what
/// going is worth to those who go.
final class ReplyGame implements ParticipationGame {
    /// Plans that are made at most so that every coalition is known: some ten seconds.
    static final int MOST_PLANS = 1_500;

    private final ReplyPlans plans;
    private final Stakes stakes;
    private final double benefit;
    private final MissionTerms terms;

    /// @param benefit what the mission's worth is multiplied by
    ReplyGame(ReplyPlans plans, Stakes stakes, double benefit) {
        this.plans = plans;
        this.stakes = stakes;
        this.benefit = benefit;
        this.terms = plans.alliance().sharing().termsOf(plans.mission().id());
    }

    boolean isCollective() {
        return plans.mission().mode() == Mission.Mode.COLLECTIVE;
    }

    @Override
    public int players() {
        return plans.players().size();
    }

    @Override
    public boolean runs(long available) {
        return !plans.isKnownIdle(available) && settlement(available).covers();
    }

    @Override
    public boolean isKnownIdle(long available) {
        return plans.isKnownIdle(available);
    }

    @Override
    public long payoff(long available, int player) {
        return plans.isKnownIdle(available)
                ? 0
                : left(settlement(available), plans.players().get(player));
    }

    /// Choices that are looked at at most for a group that gains: where few members could gain these are enough, and
    /// where many could, no number of them is.
    private static final int MOST_CHOICES = 40;

    /// Rules by which nobody receives for going: what a member is left with at most is then what the mission is worth
    /// to it.
    private static final Set<String> NEVER_BELOW_ZERO =
            Set.of(RuleName.LIE_WHERE_THEY_FALL.word(), RuleName.COMMON_FUND_FIRST.word());

    @Override
    public Groups.Found groups(long coalition) {
        return Groups.of(
                this,
                new Groups.Chooser() {
                    @Override
                    public long takes(long available) {
                        return plans.takes(available);
                    }

                    @Override
                    public boolean isFree(int player) {
                        return plans.isFree(player);
                    }
                },
                coalition,
                mayGain(coalition),
                MOST_CHOICES);
    }

    /// Who could be left with more by going, whoever else goes and whatever the plan.
    private long mayGain(long coalition) {
        long may = 0;
        boolean isBound = NEVER_BELOW_ZERO.contains(plans.rule());
        for (int i = 0; i < players(); i++) {
            String name = plans.players().get(i);
            long most = worth(Set.of(), name)
                    + Math.max(
                            0,
                            stakes.goingOf(name).map(Stakes.Going::worthMinor).orElse(0L));
            may |= !isBound || most > payoff(coalition, i) ? 1L << i : 0;
        }
        return may;
    }

    Settlement settlement(long available) {
        return plans.settlement(available);
    }

    List<String> names(long available) {
        return plans.names(available);
    }

    long of(List<String> names) {
        return plans.of(names);
    }

    /// Every coalition, where few enough members matter and few enough plans do.
    Optional<Choices> everyCoalition() {
        if (players() > SelfEnforcing.MOST_PLAYERS || plans.isTooMany()) {
            return Optional.empty();
        }
        Optional<Choices> all = Choices.of(
                new Choices.Chooser() {
                    @Override
                    public int players() {
                        return ReplyGame.this.players();
                    }

                    @Override
                    public Choices.Best best(long available) {
                        if (plans.isKnownIdle(available)) {
                            return new Choices.Best(available, false, Collections.nCopies(players(), 0L));
                        }
                        Settlement settlement = settlement(available);
                        return new Choices.Best(
                                plans.takes(available),
                                settlement.covers(),
                                plans.players().stream()
                                        .map(one -> left(settlement, one))
                                        .toList());
                    }

                    @Override
                    public boolean isFree(int player) {
                        return plans.isFree(player);
                    }

                    @Override
                    public boolean idleStaysIdle() {
                        return plans.idleStaysIdle();
                    }
                },
                MOST_PLANS);
        if (all.isEmpty()) {
            plans.setTooMany();
        }
        return all;
    }

    /// From where members may start to reply.
    Settled.Starts starts() {
        Alliance alliance = plans.alliance();
        String mission = plans.mission().id();
        List<String> stated = plans.players().stream()
                .filter(one -> alliance.positionOf(one, mission).mayJoin())
                .toList();
        return new Settled.Starts(of(stated), plans.takes((1L << players()) - 1));
    }

    /// What a member is left with, whether it matters for the mission or not.
    private long left(Settlement settled, String name) {
        if (!settled.covers()) {
            return 0;
        }
        int member = plans.memberAt(name);
        return worthOfCovered(settled.plan(), name)
                - settled.pays().get(member)
                - settled.gives().get(member)
                + (settled.goes().get(member)
                        ? stakes.goingOf(name).map(Stakes.Going::worthMinor).orElse(0L)
                        : 0);
    }

    /// How many would lose more than an objection costs them: also those whom nothing asks to go.
    int vetoes(long available) {
        Settlement settled = settlement(available);
        return (int) plans.alliance().members().stream()
                .filter(Member::isAlly)
                .map(Member::code)
                .filter(code -> left(settled, code)
                        < -stakes.goingOf(code).map(Stakes.Going::vetoMinor).orElse(0L))
                .count();
    }

    /// What going would have to be worth more to each that is not available, for it to come. Whom the plan would not
    /// take, or with whom nothing would run, no worth of going brings.
    Map<String, Long> lacking(long available) {
        Map<String, Long> lacking = new LinkedHashMap<>();
        IntStream.range(0, players())
                .filter(i -> ((available >>> i) & 1) == 0 && runs(available | (1L << i)))
                .filter(i -> ((plans.takes(available | (1L << i)) >>> i) & 1) != 0)
                .forEach(i -> lacking.put(plans.players().get(i), BestReplies.threshold(this, available, i)));
        return lacking;
    }

    /// A member's part of the lines that are covered; of the whole where benefits are not declared by line.
    private long worthOfCovered(Plan plan, String member) {
        return worth(plan.gaps().stream().map(Plan.Gap::lineKey).collect(Collectors.toSet()), member);
    }

    private long worth(Set<String> open, String member) {
        long worth = terms.worth().map(MissionTerms.Worth::amountMinor).orElse(0L);
        BigDecimal part = BigDecimal.ZERO;
        if (terms.lines().isEmpty()) {
            part = terms.benefitOf(member);
        } else {
            for (MissionTerms.LineWorth line : terms.lines()) {
                part = open.contains(line.line())
                        ? part
                        : part.add(line.benefits()
                                .getOrDefault(member, BigDecimal.ZERO)
                                .multiply(line.sharePercent())
                                .movePointLeft(2));
            }
        }
        return part.multiply(BigDecimal.valueOf(worth))
                .multiply(BigDecimal.valueOf(benefit))
                .movePointLeft(2)
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }
}
