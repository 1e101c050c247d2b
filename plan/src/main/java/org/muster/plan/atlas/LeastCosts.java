package org.muster.plan.atlas;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.muster.alliance.Alliance;
import org.muster.alliance.Member;
import org.muster.alliance.mission.Mission;
import org.muster.plan.OutOfTime;
import org.muster.plan.model.Eligibility;
import org.muster.plan.model.Levels;
import org.muster.plan.model.Line;
import org.muster.plan.model.PlanningModel;
import org.muster.plan.model.Source;
import org.muster.solve.Level;
import org.muster.solve.Lexicographic;
import org.muster.solve.LinearModel;
import org.muster.solve.ModelDraft;
import org.muster.solve.SolveOptions;

/// The least that a mission costs every coalition of the allies that matter, by the planner: sources at their prices,
/// missing units at a price of their own (see [StandAlone#gapPricesTogether]). For missions of which [CommonNeeds] has
/// no closed form.
///
/// What stands in common and rules that are eased only ever lower it, so that it is a bound over portfolios. It is not
/// the cost of the fullest cover ([MissionCosts]) where lines of unlike prices compete.
///
/// @param players the allies, in the alliance's order
/// @param matter  those that matter, in the same order, at most [AskedCoalitions#MOST_MATTERING]
/// @param costs   by coalition of those that matter, in minor units times [#scale], without what arises whoever goes
/// @param scale   a power of ten
/// @param asked   how many coalitions the planner was asked for
/// @param plans   by coalition, the cheapest plan: what is not 0, by the names of the model
@SuppressWarnings("ArrayRecordComponent") // a table, copied on the way in and out
public record LeastCosts(
        List<String> players, List<String> matter, long[] costs, long scale, int asked, List<Map<String, Long>> plans) {
    public LeastCosts {
        plans = List.copyOf(plans);
        players = List.copyOf(players);
        matter = List.copyOf(matter);
        costs = costs.clone();
    }

    @Override
    public long[] costs() {
        return costs.clone();
    }

    /// Costs that are known: of a mission that is no cheaper, and of one that is no dearer.
    ///
    /// @param atMost  the least of the known costs of missions that are no cheaper, by coalition
    /// @param atLeast the most of the known costs of missions that are no dearer, by coalition
    /// @param plans   by coalition, a plan at that cost: the cheapest wherever it still stands
    @SuppressWarnings("ArrayRecordComponent") // tables, read once
    public record Before(List<String> matter, long[] atMost, long[] atLeast, List<Map<String, Long>> plans) {
        public Before {
            plans = List.copyOf(plans);
        }
    }

    /// Who matters for what a mission costs, at any number.
    public static List<String> mattering(Alliance alliance, Mission mission) {
        return new Asking(alliance, mission, Map.of(), Map.of(), SolveOptions.defaults()).matter;
    }

    /// Asks the planner.
    ///
    /// @param gapPrices what a missing unit of a line counts, by the line's key, in minor units
    /// @param factors   factors on all prices of a capability, by its id
    /// @param before    what is known beforehand; passed over where others matter
    /// @throws OutOfTime           where it was not proven in the time allowed
    /// @throws ArithmeticException where costs leave 63 bits
    public static LeastCosts of(
            Alliance alliance,
            Mission mission,
            Map<String, Long> gapPrices,
            Map<String, BigDecimal> factors,
            Optional<Before> before,
            SolveOptions options) {
        return of(alliance, mission, gapPrices, factors, before, options, left -> {});
    }

    /// The same, said how far it is.
    ///
    /// @param left told from time to time how many coalitions are left
    public static LeastCosts of(
            Alliance alliance,
            Mission mission,
            Map<String, Long> gapPrices,
            Map<String, BigDecimal> factors,
            Optional<Before> before,
            SolveOptions options,
            IntConsumer left) {
        Asking asking = new Asking(alliance, mission, gapPrices, factors, options);
        if (asking.matter.size() > AskedCoalitions.MOST_MATTERING) {
            throw new IllegalArgumentException(asking.matter.size() + " members matter, of "
                    + AskedCoalitions.MOST_MATTERING + " whose coalitions are asked for");
        }
        return asking.run(before.filter(one -> one.matter().equals(asking.matter)), left);
    }

    /// Where the costs of each coalition lie in the one plan that the tie-break leaves, of one coalition.
    ///
    /// @param members by member, for its own offers, times the scale
    /// @param common  of charters, partners and pools, and of entitlements that are released
    /// @param missing what missing units count
    public record Split(Map<String, Long> members, long common, long missing) {}

    /// Where the costs of every coalition of those that matter lie, as in [#of].
    public static List<Split> splits(
            Alliance alliance,
            Mission mission,
            Map<String, Long> gapPrices,
            Map<String, BigDecimal> factors,
            SolveOptions options) {
        Asking asking = new Asking(alliance, mission, gapPrices, factors, options);
        return asking.splits();
    }

    private static final class Asking {
        /// As many as any 64-bit number may have.
        private static final int MOST_DIGITS = 18;

        private final PlanningModel planning;
        private final SolveOptions options;
        private final List<String> players;
        private final List<String> matter;
        private final Map<String, BigDecimal> factors;
        private final Map<String, Long> gapPrices;
        private final long scale;
        private final Level cost;

        Asking(
                Alliance alliance,
                Mission mission,
                Map<String, Long> gapPrices,
                Map<String, BigDecimal> factors,
                SolveOptions options) {
            this.options = options;
            this.factors = factors;
            this.gapPrices = gapPrices;
            Mission alone = StandAlone.of(mission);
            this.planning =
                    PlanningModel.of(alliance, alone, Eligibility.of(alliance, alone), PlanningModel.Purpose.COALITION);
            this.players = alliance.members().stream()
                    .filter(Member::isAlly)
                    .map(Member::code)
                    .toList();
            Set<String> some = PlannedCosts.mattering(alliance, mission, planning);
            this.matter = players.stream().filter(some::contains).toList();
            int decimals = factors.values().stream()
                    .mapToInt(factor -> Math.max(0, factor.stripTrailingZeros().scale()))
                    .max()
                    .orElse(0);
            if (decimals > MOST_DIGITS) {
                throw new LinearModel.TooLarge("what units cost, times a factor of " + decimals + " decimals,");
            }
            this.scale = BigDecimal.ONE.movePointRight(decimals).longValueExact();
            this.cost = level();
        }

        private long scaled(long minor, String capability) {
            BigDecimal scaled = BigDecimal.valueOf(minor)
                    .multiply(factors.getOrDefault(capability, BigDecimal.ONE))
                    .multiply(BigDecimal.valueOf(scale))
                    .setScale(0, RoundingMode.UNNECESSARY);
            if (scaled.precision() > MOST_DIGITS) {
                throw new LinearModel.TooLarge("what units cost, times the factor of their price,");
            }
            return scaled.longValueExact();
        }

        private long unitCost(PlanningModel.Used used) {
            return scaled(
                    used.candidate().source().unitCostMinor(used.candidate().line()),
                    used.candidate().line().requirement().capability());
        }

        private long gapPrice(Line line) {
            return scaled(
                    gapPrices.getOrDefault(line.key(), 0L), line.requirement().capability());
        }

        private long compensation(PlanningModel.Released released) {
            return scaled(released.compensationMinor(), "");
        }

        private Level level() {
            ModelDraft.Sum sum = new ModelDraft.Sum();
            planning.used().forEach(used -> sum.plus(unitCost(used), used.variable()));
            planning.released().forEach(one -> sum.plus(compensation(one), one.variable()));
            planning.eligibility().lines().forEach(line -> {
                if (gapPrice(line) != 0) {
                    sum.plus(gapPrice(line), planning.shortfallOf(line));
                }
            });
            return ModelDraft.level(Levels.Aim.COST.title(), sum);
        }

        /// The cheapest plan of a coalition is that of every smaller one with all whom it needs: from the largest down
        /// only coalitions are asked for that no such plan answers, nor one that is known beforehand.
        LeastCosts run(Optional<Before> before, IntConsumer left) {
            long[] costs = new long[1 << matter.size()];
            List<@Nullable Map<String, Long>> plans = new ArrayList<>(Collections.nCopies(costs.length, null));
            int asked = 0;
            for (int coalition = costs.length - 1; coalition >= 0; coalition--) {
                if (plans.get(coalition) != null) {
                    continue;
                }
                int here = coalition;
                left.accept(here + 1);
                Optional<long[]> stands = before.flatMap(one -> standing(one, here));
                if (stands.isEmpty()
                        && before.filter(one -> one.atMost()[here] == one.atLeast()[here])
                                .isPresent()) {
                    costs[here] = before.get().atMost()[here];
                    plans.set(here, before.get().plans().get(here));
                    continue;
                }
                asked += stands.isPresent() ? 0 : 1;
                long[] plan = stands.orElseGet(() -> solved(here, List.of(cost)));
                long value = cost.valueOf(plan);
                int needed = slimmed(plan);
                Map<String, Long> named = named(plan);
                between(needed, here, smaller -> {
                    costs[smaller] = value;
                    plans.set(smaller, named);
                });
            }
            return new LeastCosts(
                    players,
                    matter,
                    costs,
                    scale,
                    asked,
                    plans.stream().map(Objects::requireNonNull).toList());
        }

        /// A plan that nothing beats, where it stands here too.
        private Optional<long[]> standing(Before before, int coalition) {
            Map<String, Long> plan = before.plans().get(coalition);
            long[] values = new long[planning.model().variables().size()];
            int found = 0;
            for (int j = 0; j < values.length; j++) {
                Long value = plan.get(planning.model().variables().get(j).name());
                if (value != null) {
                    values[j] = value;
                    found++;
                }
            }
            return found == plan.size()
                            && planning.model().isMetBy(values)
                            && cost.valueOf(values) == before.atLeast()[coalition]
                    ? Optional.of(values)
                    : Optional.empty();
        }

        private Map<String, Long> named(long[] plan) {
            Map<String, Long> named = new HashMap<>();
            for (int j = 0; j < plan.length; j++) {
                if (plan[j] != 0) {
                    named.put(planning.model().variables().get(j).name(), plan[j]);
                }
            }
            return named;
        }

        /// Coalitions that have all of one and nobody but of another.
        private static void between(int least, int most, IntConsumer each) {
            int free = most & ~least;
            int more = free;
            while (more != 0) {
                each.accept(least | more);
                more = (more - 1) & free;
            }
            each.accept(least);
        }

        /// Leaves everybody out of a plan in turn whom the rest allows to; those who stay.
        private int slimmed(long[] plan) {
            int needed = 0;
            for (int i = 0; i < matter.size(); i++) {
                Integer join = planning.joins().get(matter.get(i));
                if (join != null && plan[join] != 0) {
                    plan[join] = 0;
                    if (!planning.model().isMetBy(plan)) {
                        plan[join] = 1;
                        needed |= 1 << i;
                    }
                }
            }
            return needed;
        }

        private long[] solved(int coalition, List<Level> levels) {
            if (options.isOver()) {
                throw new OutOfTime("what a coalition costs on its own");
            }
            Lexicographic.Answer answer = Lexicographic.solve(
                    OnlyThese.join(planning, players, matter, coalition),
                    levels,
                    Optional.of(planning.nobodyGoes()),
                    options);
            if (!answer.isProven()) {
                throw new OutOfTime("what a coalition costs on its own");
            }
            return answer.values().orElseThrow();
        }

        /// What is the best of a coalition is so of every smaller one that can have it.
        List<Split> splits() {
            List<Level> levels = new ArrayList<>(List.of(cost));
            levels.addAll(Levels.of(planning, Optional.empty())
                    .only(Levels.Aim.ASSIGNMENTS, Levels.Aim.MEMBERS)
                    .levels());
            Split[] splits = new Split[1 << matter.size()];
            for (int coalition = splits.length - 1; coalition >= 0; coalition--) {
                if (splits[coalition] == null) {
                    long[] values = solved(coalition, levels);
                    Split split = split(values);
                    between(slimmed(values), coalition, smaller -> splits[smaller] = split);
                }
            }
            return List.of(splits);
        }

        private Split split(long[] values) {
            Map<String, Long> members = new LinkedHashMap<>();
            long common = 0;
            for (PlanningModel.Used used : planning.used()) {
                long paid = Math.multiplyExact(unitCost(used), values[used.variable()]);
                Source source = used.candidate().source();
                Optional<String> owner = source instanceof Source.OfMember ? source.member() : Optional.empty();
                if (paid != 0 && owner.filter(players::contains).isPresent()) {
                    members.merge(owner.get(), paid, Math::addExact);
                } else {
                    common = Math.addExact(common, paid);
                }
            }
            for (PlanningModel.Released one : planning.released()) {
                common = Math.addExact(common, Math.multiplyExact(compensation(one), values[one.variable()]));
            }
            long missing = 0;
            for (Line line : planning.eligibility().lines()) {
                missing =
                        Math.addExact(missing, Math.multiplyExact(gapPrice(line), values[planning.shortfallOf(line)]));
            }
            return new Split(members, common, missing);
        }
    }

    /// The least and the most of tables of one kind, as [Before].
    ///
    /// @param noCheaper costs of missions that are no cheaper
    /// @param noDearer  costs of missions that are no dearer; at least one
    public static Before between(List<LeastCosts> noCheaper, List<LeastCosts> noDearer) {
        LeastCosts first = noDearer.getFirst();
        long[] atMost = new long[first.costs.length];
        Arrays.fill(atMost, Long.MAX_VALUE);
        noCheaper.forEach(table -> Arrays.setAll(atMost, c -> Math.min(atMost[c], table.costs[c])));
        long[] atLeast = first.costs();
        List<Map<String, Long>> plans = new ArrayList<>(first.plans);
        for (LeastCosts table : noDearer) {
            for (int c = 0; c < atLeast.length; c++) {
                if (table.costs[c] > atLeast[c]) {
                    atLeast[c] = table.costs[c];
                    plans.set(c, table.plans.get(c));
                }
            }
        }
        return new Before(first.matter(), atMost, atLeast, plans);
    }
}
