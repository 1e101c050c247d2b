package org.muster.invest;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.muster.alliance.Alliance;
import org.muster.alliance.invest.InvestCandidate;
import org.muster.alliance.invest.InvestPlan;
import org.muster.alliance.invest.Rate;
import org.muster.alliance.invest.World;
import org.muster.alliance.mission.Mission;
import org.muster.alliance.offer.Caveat;
import org.muster.alliance.offer.Offer;
import org.muster.alliance.policy.Policy;
import org.muster.games.Fraction;
import org.muster.plan.OutOfTime;
import org.muster.plan.atlas.AskedCoalitions;
import org.muster.plan.atlas.SingleCoalitions;
import org.muster.plan.atlas.WhoCan;
import org.muster.plan.fold.Bracketed;
import org.muster.plan.fold.Fold;
import org.muster.solve.SolveOptions;

/// Judges missions with portfolios, and remembers: what does not touch a mission does not change it.
///
/// A candidate only ever lets more coalitions do a mission, so that what is known of smaller and larger portfolios
/// answers for many in between.
final class Judge {
    private final Alliance alliance;
    private final InvestPlan plan;
    private final List<InvestCandidate> candidates;
    private final SolveOptions options;
    private final Map<String, boolean[]> touching = new HashMap<>();
    private final Map<Key, Judged> judged = new HashMap<>();
    private final Map<Key, Judged> briefly = new HashMap<>();
    private final Map<Abilities, Map<List<Integer>, Ability>> abilities;
    private final IdentityHashMap<WhoCanDo, List<BigInteger>> counted;
    private final Sampling sampling;
    private int evaluations;

    private record Key(String mission, List<Integer> levels) {}

    /// Worlds that differ in nobody's willingness but not in pools have the same coalitions.
    private record Abilities(String mission, List<World.PoolFactor> pools) {}

    /// @param who empty where it is not known
    private record Ability(Optional<WhoCanDo> who, List<String> why) {}

    Judge(Alliance alliance, InvestPlan plan, List<InvestCandidate> candidates, SolveOptions options) {
        this(alliance, plan, candidates, options, InvestQuestion.SEED, AskedCoalitions.MOST_MATTERING);
    }

    /// @param seed      of the random numbers, where coalitions have to be drawn
    /// @param mostAsked members that matter at most where the planner is asked for all their coalitions
    Judge(
            Alliance alliance,
            InvestPlan plan,
            List<InvestCandidate> candidates,
            SolveOptions options,
            long seed,
            int mostAsked) {
        this(
                alliance,
                plan,
                candidates,
                options,
                new HashMap<>(),
                new IdentityHashMap<>(),
                new Sampling(
                        seed,
                        Sampling.DRAWS,
                        Sampling.Told.INTERVAL,
                        Math.max(1, alliance.investments().worlds().size()),
                        mostAsked));
    }

    /// The same missions by other draws: which coalitions can do them is kept.
    Judge with(Sampling other) {
        return new Judge(alliance, plan, candidates, options, abilities, counted, other);
    }

    /// How coalitions are drawn where they have to be.
    Sampling sampling() {
        return sampling;
    }

    /// The same missions in other worlds: which coalitions can do them is kept.
    Judge in(Alliance other) {
        return new Judge(other, plan, candidates, options, abilities, counted, sampling);
    }

    private Judge(
            Alliance alliance,
            InvestPlan plan,
            List<InvestCandidate> candidates,
            SolveOptions options,
            Map<Abilities, Map<List<Integer>, Ability>> abilities,
            IdentityHashMap<WhoCanDo, List<BigInteger>> counted,
            Sampling sampling) {
        this.sampling = sampling;
        this.abilities = abilities;
        this.counted = counted;
        this.alliance = alliance;
        this.plan = plan;
        this.candidates = List.copyOf(candidates);
        this.options = options;
        for (InvestPlan.Recurring one : plan.missions()) {
            Mission mission = alliance.mission(one.mission()).orElseThrow();
            boolean[] touches = new boolean[candidates.size()];
            for (int c = 0; c < touches.length; c++) {
                touches[c] = touches(candidates.get(c), mission);
            }
            touching.put(mission.id(), touches);
        }
    }

    /// Missions that were judged anew.
    int evaluations() {
        return evaluations;
    }

    /// All missions of the plan, in its order.
    List<Judged> all(int[] levels) {
        return plan.missions().stream().map(one -> of(one, levels)).toList();
    }

    /// The same without what becomes of it without each member, of which many may be asked: only how often each comes,
    /// how it is known, and with what chance it can run.
    List<Judged> briefly(int[] levels) {
        List<Judged> all = new ArrayList<>();
        for (InvestPlan.Recurring one : plan.missions()) {
            List<Integer> touched = touched(one.mission(), levels);
            Key key = new Key(one.mission(), touched);
            Judged known = briefly.get(key);
            if (known == null) {
                known = Optional.ofNullable(judged.get(key)).map(Judged::brief).orElse(null);
                known = known == null ? judge(one, touched, true) : known;
                briefly.put(key, known);
            }
            all.add(known);
        }
        return all;
    }

    /// One mission with so many blocks of each candidate.
    Judged of(InvestPlan.Recurring recurring, int[] levels) {
        List<Integer> touched = touched(recurring.mission(), levels);
        Key key = new Key(recurring.mission(), touched);
        Judged known = judged.get(key);
        if (known == null) {
            known = judge(recurring, touched, false);
            judged.put(key, known);
        }
        return known;
    }

    /// Blocks of the candidates that touch a mission; none of the others.
    List<Integer> touched(String mission, int[] levels) {
        boolean[] touches = Objects.requireNonNull(touching.get(mission));
        List<Integer> touched = new ArrayList<>();
        for (int c = 0; c < levels.length; c++) {
            touched.add(touches[c] ? levels[c] : 0);
        }
        return touched;
    }

    /// Of these the blocks of assets of one capability, and of rules, which may be about all.
    List<Integer> touchedIn(String mission, String capability, int[] levels) {
        List<Integer> touched = new ArrayList<>(touched(mission, levels));
        for (int c = 0; c < levels.length; c++) {
            if (candidates.get(c).what() instanceof InvestCandidate.Asset asset
                    && !asset.capability().equals(capability)) {
                touched.set(c, 0);
            }
        }
        return touched;
    }

    private boolean touches(InvestCandidate candidate, Mission mission) {
        Set<String> asked = new LinkedHashSet<>();
        mission.phases().forEach(phase -> phase.requirements().forEach(line -> asked.add(line.capability())));
        return switch (candidate.what()) {
            case InvestCandidate.Asset asset -> asked.contains(asset.capability());
            case InvestCandidate.RuleChange rule ->
                switch (rule.change()) {
                    case InvestCandidate.Change.Lead c -> c.mission().equals(mission.id());
                    case InvestCandidate.Change.Floor c -> c.mission().equals(mission.id());
                    case InvestCandidate.Change.Vote c -> asksFor(c.pool(), asked);
                    case InvestCandidate.Change.Crew c -> asksFor(c.pool(), asked);
                    case InvestCandidate.Change.Approval c -> meets(c.caveat(), asked);
                    case InvestCandidate.Change.LiftedCaveat c -> meets(c.caveat(), asked);
                    case InvestCandidate.Change.LiftedPolicy c ->
                        alliance.policies().stream()
                                .filter(policy -> policy.id().equals(c.policy()))
                                .anyMatch(policy -> isAbout(policy, mission));
                };
        };
    }

    private static boolean isAbout(Policy policy, Mission mission) {
        return policy.isAbout(mission.id());
    }

    private boolean asksFor(String pool, Set<String> asked) {
        return alliance.pool(pool).map(one -> asked.contains(one.capability())).orElse(false);
    }

    private boolean meets(String id, Set<String> asked) {
        Optional<Caveat> caveat =
                alliance.caveats().stream().filter(one -> one.id().equals(id)).findFirst();
        return caveat.isPresent()
                && alliance.offers().stream()
                        .filter(caveat.get()::isAbout)
                        .map(Offer::capability)
                        .anyMatch(asked::contains);
    }

    private Judged judge(InvestPlan.Recurring recurring, List<Integer> levels, boolean isBrief) {
        evaluations++;
        Fraction often = Fraction.ZERO;
        Fraction chance = Fraction.ZERO;
        Fraction most = Fraction.ZERO;
        Fraction[] without = new Fraction[0];
        boolean runs = false;
        HowKnown method = HowKnown.FOLD;
        List<String> players = List.of();
        List<BigInteger> bySize = List.of();
        Set<String> why = new LinkedHashSet<>();
        int losing = Integer.MAX_VALUE;
        for (World world : alliance.investments().worlds()) {
            if (options.isOver()) {
                throw new OutOfTime("with what chance mission " + recurring.mission() + " can run");
            }
            Ability ability = ability(recurring.mission(), world, levels);
            why.addAll(ability.why());
            Fraction weight = Fraction.of(world.probability())
                    .times(fraction(world.perYear(recurring.mission(), recurring.perYear())));
            often = often.plus(weight);
            if (ability.who().isEmpty()) {
                method = HowKnown.UNKNOWN;
                continue;
            }
            WhoCanDo who = ability.who().get().drawn(sampling);
            if (players.isEmpty()) {
                players = who.players();
                bySize = isBrief ? List.of() : sizes(ability.who().get());
                without = new Fraction[players.size()];
                Arrays.fill(without, Fraction.ZERO);
            }
            if (method != HowKnown.UNKNOWN && who.method().compareTo(method) > 0) {
                method = who.method();
            }
            List<Fraction> lower = willing(world, recurring.mission(), players, End.LEAST);
            Fraction here;
            if (isBrief) {
                here = who.chance(lower);
            } else {
                losing = Math.min(losing, losing(sizes(ability.who().get())));
                runs |= who.runs();
                WhoCanDo.Chances least = who.chances(lower);
                here = least.overall();
                for (int i = 0; i < without.length; i++) {
                    without[i] = without[i].plus(weight.times(least.without().get(i)));
                }
            }
            chance = chance.plus(weight.times(here));
            List<Fraction> upper = willing(world, recurring.mission(), players, End.MOST);
            boolean isOne = who.isExact() && upper.equals(lower);
            most = most.plus(weight.times(isOne ? here : who.most(upper)));
        }
        Judged all =
                mixed(recurring.mission(), often, method, why, runs, chance, most, players, without, bySize, losing);
        return isBrief ? all.brief() : all;
    }

    /// Counted once for all worlds that have the same coalitions.
    private List<BigInteger> sizes(WhoCanDo who) {
        List<BigInteger> sizes = counted.get(who);
        if (sizes == null) {
            sizes = who.bySize();
            counted.put(who, sizes);
        }
        return sizes;
    }

    /// The most players of whom any may stay at home: all coalitions of that size can.
    private static int losing(List<BigInteger> bySize) {
        int players = Math.max(0, bySize.size() - 1);
        BigInteger coalitions = BigInteger.ONE;
        for (int lost = 0; lost < players; lost++) {
            if (!bySize.get(players - lost).equals(coalitions)) {
                return Math.max(0, lost - 1);
            }
            coalitions = coalitions.multiply(BigInteger.valueOf(players - lost)).divide(BigInteger.valueOf(lost + 1));
        }
        return Math.max(0, players - 1);
    }

    private static Judged mixed(
            String mission,
            Fraction often,
            HowKnown method,
            Set<String> why,
            boolean runs,
            Fraction chance,
            Fraction most,
            List<String> players,
            Fraction[] without,
            List<BigInteger> bySize,
            int losing) {
        if (method == HowKnown.UNKNOWN || often.isZero()) {
            return new Judged(
                    mission,
                    often,
                    HowKnown.UNKNOWN,
                    List.copyOf(why),
                    false,
                    Fraction.ZERO,
                    Fraction.ONE,
                    List.of(),
                    List.of(),
                    List.of(),
                    0);
        }
        return new Judged(
                mission,
                often,
                method,
                List.copyOf(why),
                runs,
                chance.over(often),
                most.over(often),
                players,
                Arrays.stream(without).map(one -> one.over(often)).toList(),
                bySize,
                losing);
    }

    private enum End {
        LEAST,
        MOST
    }

    private static List<Fraction> willing(World world, String mission, List<String> players, End end) {
        return players.stream()
                .map(player -> world.willingnessOf(player, mission).orElseThrow())
                .map(one -> Fraction.of(end == End.LEAST ? one.from() : one.to()))
                .toList();
    }

    static Fraction fraction(Rate rate) {
        return Fraction.of(rate.numerator(), rate.denominator());
    }

    private Ability ability(String mission, World world, List<Integer> levels) {
        Map<List<Integer>, Ability> known =
                abilities.computeIfAbsent(new Abilities(mission, world.pools()), key -> new LinkedHashMap<>());
        Ability ability = known.get(levels);
        if (ability == null) {
            Alliance held = Holdings.of(alliance, world, blocks(levels));
            ability = who(held, held.mission(mission).orElseThrow(), known, levels);
            known.put(levels, ability);
        }
        return ability;
    }

    Map<InvestCandidate, Integer> blocks(List<Integer> levels) {
        Map<InvestCandidate, Integer> blocks = new LinkedHashMap<>();
        for (int c = 0; c < levels.size(); c++) {
            blocks.put(candidates.get(c), levels.get(c));
        }
        return blocks;
    }

    private Ability who(Alliance held, Mission mission, Map<List<Integer>, Ability> known, List<Integer> levels) {
        WhoCan who = WhoCan.of(held, mission);
        if (who.ability().isPresent()) {
            try {
                return new Ability(
                        Optional.of(new WhoCanDo.Folded(
                                who.players(), Bracketed.of(who.ability().get(), Fold.MOST_STATES))),
                        List.of());
            } catch (ArithmeticException tooMany) {
                return new Ability(Optional.empty(), List.of(String.valueOf(tooMany.getMessage())));
            }
        }
        List<String> matter = AskedCoalitions.mattering(held, mission);
        if (matter.size() > sampling.above()) {
            List<String> why = new ArrayList<>(who.problems());
            why.add(matter.size() + " members matter, of " + sampling.above()
                    + " of whom the planner is asked for every coalition: " + sampling.draws() + " are drawn");
            SingleCoalitions single = SingleCoalitions.of(held, mission, options.silentlyOn(1));
            known.forEach((others, ability) -> {
                if (ability.who().orElse(null) instanceof WhoCanDo.Drawn drawn) {
                    if (isWithin(others, levels)) {
                        single.learnFromHarder(drawn.coalitions());
                    } else if (isWithin(levels, others)) {
                        single.learnFromEasier(drawn.coalitions());
                    }
                }
            });
            return new Ability(Optional.of(new WhoCanDo.Drawn(single, sampling)), why);
        }
        return new Ability(
                Optional.of(new WhoCanDo.Asked(AskedCoalitions.of(
                        held, mission, Optional.of(before(matter, known, levels)), options.silentlyOn(1)))),
                who.problems());
    }

    /// What smaller portfolios let coalitions do, this one does too; what larger ones do not, neither does it.
    private static AskedCoalitions.Before before(
            List<String> matter, Map<List<Integer>, Ability> known, List<Integer> levels) {
        BitSet can = new BitSet();
        BitSet cannot = new BitSet();
        int all = 1 << matter.size();
        known.forEach((others, ability) -> {
            if (ability.who().orElse(null) instanceof WhoCanDo.Asked asked
                    && asked.coalitions().matter().equals(matter)) {
                if (isWithin(others, levels)) {
                    can.or(asked.coalitions().can());
                } else if (isWithin(levels, others)) {
                    BitSet not = asked.coalitions().can();
                    not.flip(0, all);
                    cannot.or(not);
                }
            }
        });
        return new AskedCoalitions.Before(matter, can, cannot);
    }

    static boolean isWithin(List<Integer> one, List<Integer> other) {
        for (int c = 0; c < one.size(); c++) {
            if (one.get(c) > other.get(c)) {
                return false;
            }
        }
        return true;
    }
}
