package org.muster.lab.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.muster.alliance.Alliance;
import org.muster.alliance.Member;
import org.muster.alliance.invest.World;
import org.muster.alliance.lab.Factor;
import org.muster.alliance.lab.Futures;
import org.muster.alliance.lab.Measure;
import org.muster.lab.design.Points;
import org.muster.solve.SolveOptions;

/// The runs of a study: a row is a function of the question, the reform and the future, and of nothing else.
///
/// A run walks the years. The missions of a year are settled in the order of their days; what the plan of one that ran
/// takes of a pool's year is not there for the next, and what it holds is not free while it lasts. Whether it ran is
/// not drawn: both ways are walked with their chances, so that a row is an expectation and not one draw (but of the
/// factors, the world, growth and which missions come, which are the future).
///
/// Safe for several threads.
public final class Runs {
    /// Chances of willing members that are remembered at most: those of a chunk's futures, for some missions.
    private static final int MOST_WILLING = 20_000;

    /// Futures that are remembered at most: those of a chunk, in which one reform is tried after the other.
    private static final int MOST_FUTURES = 2_000;

    private final Question question;
    private final Points points;
    private final Settler settler;
    private final ExpectedMoney money;
    private final Replies replies;
    private final Optional<Growth> growth;
    private final List<String> members;
    private final boolean[] ally;
    private final boolean mayLeave;
    private final boolean mayGrow;
    private final Map<String, Reformed> reformed = new ConcurrentHashMap<>();
    private final Map<Integer, Future> futures = new ConcurrentHashMap<>();
    private final Map<ServingOf, Serving> serving = new ConcurrentHashMap<>();
    private final Map<String, Boolean> knownWorlds = new ConcurrentHashMap<>();
    private final Map<WillingIn, Willingness> willing = new ConcurrentHashMap<>();

    /// @param world  the world in all whose futures it is the same; empty where it is one future's
    /// @param future the future's number; 0 where it is a world's
    private record WillingIn(String mission, Optional<String> world, int future) {}

    /// The runs of a question.
    ///
    /// @param options for the planner; nothing in it changes a row
    public Runs(Question question, SolveOptions options) {
        this.question = question;
        this.points = question.points();
        this.settler = new Settler(question.setting().stakes(), options);
        this.money = new ExpectedMoney(settler, options);
        this.replies = new Replies(question, settler, options);
        this.growth = Growth.of(question);
        this.members = List.copyOf(question.alliance().memberCodes());
        this.mayLeave = hasFactor(question, Factor.Target.LEAVES);
        this.mayGrow = hasFactor(question, Factor.Target.ETA);
        this.ally = new boolean[members.size()];
        for (int i = 0; i < ally.length; i++) {
            ally[i] = question.alliance()
                    .member(members.get(i))
                    .map(Member::isAlly)
                    .orElse(false);
        }
    }

    private static boolean hasFactor(Question question, Factor.Target target) {
        return question.setting().factors().stream().anyMatch(factor -> factor.target() == target);
    }

    /// A future of the study.
    public Future future(int number) {
        if (futures.size() >= MOST_FUTURES) {
            futures.clear();
        }
        return futures.computeIfAbsent(
                number,
                f -> Future.of(
                        question.alliance(),
                        question.seed(),
                        f,
                        Question.values(question.setting(), points.point(f)),
                        points.chanceOf(f)));
    }

    /// One reform in one future.
    ///
    /// @throws org.muster.input.Refusal where its rule cannot share a bill
    public Row row(Stack stack, int number) {
        return run(stack, future(number), Trace.NONE);
    }

    /// The same with every step of it.
    public Trace trace(Stack stack, int number) {
        Future future = future(number);
        Trace.Writing writing = new Trace.Writing();
        Row row = run(stack, future, writing);
        return new Trace(stack.name(), future, row, writing.steps());
    }

    /// How many settlements were asked for and how many of them had to be worked out.
    public String cache() {
        return settler.settled() + replies.worked() + " of " + (settler.asked() + replies.asked());
    }

    /// Settlements that had been worked out before, of those asked for; from 0 to 1.
    public double hitRate() {
        long asked = settler.asked() + replies.asked();
        return asked == 0 ? 0 : 1 - (settler.settled() + replies.worked()) / (double) asked;
    }

    /// Seconds by the clock that rows so far waited for the planner and the fold, all threads together.
    public double secondsAsking() {
        return settler.nanosAsking() / 1e9;
    }

    /// Asks the planner and the fold again all that rows so far had to ask them, bare: no row can be had for less. Of
    /// members that react nothing is remembered here.
    ///
    /// @return how many questions that were
    public long askAgain() {
        Map<String, Alliance> means = new HashMap<>();
        reformed.values().forEach(one -> means.put(one.means(), one.alliance()));
        return settler.askAgain(means);
    }

    /// Shares again every bill that rows so far had to share, bare.
    ///
    /// @return how many bills that were
    public long shareAgain() {
        Map<String, Reformed> named = new HashMap<>();
        reformed.values().forEach(one -> named.put(one.name(), one));
        return settler.shareAgain(named);
    }

    private Reformed in(Stack stack, int year) {
        return reformed.computeIfAbsent(stack.name() + " " + year, k -> Reformed.in(question.alliance(), stack, year));
    }

    private Row run(Stack stack, Future future, Trace.Listener listener) {
        Tally tally = new Tally(ally);
        Futures setting = question.setting();
        List<Year> years = new ArrayList<>();
        Map<Same, Known> known = new HashMap<>();
        int last = setting.firstYear() + setting.years() - 1;
        for (int year = setting.firstYear(); year <= last; year++) {
            Reformed now = in(stack, year);
            holds(now, tally);
            int of = year;
            List<Future.Occurrence> coming = future.occurrences().stream()
                    .filter(one -> one.year() == of)
                    .toList();
            Year one = new Year(now, future, coming, known, tally, listener);
            one.walk(0, 1, Taken.NOTHING);
            years.add(one);
        }
        growth.ifPresent(one -> tally.add(Measure.AT_TARGET, one.atTarget(future, in(stack, last))));
        return tally.row(
                future.number(),
                years.stream().anyMatch(one -> one.isOpen) ? Optional.of(spread(years)) : Optional.empty());
    }

    /// What is held in a year, whatever comes.
    private void holds(Reformed now, Tally tally) {
        now.held().forEach((member, minor) -> tally.held(members.indexOf(member), minor));
        now.hours().forEach((member, minor) -> tally.hours(members.indexOf(member), minor));
    }

    private Spread spread(List<Year> years) {
        Spread spread = new Spread(new Tally(ally), Spread.MOST);
        for (Year year : years) {
            Tally held = new Tally(ally);
            holds(year.reformed, held);
            spread.year(held, year.coming, year);
        }
        return spread;
    }

    private final class Year implements Spread.Ways {
        private final Reformed reformed;
        private final Future future;
        private final List<Future.Occurrence> coming;
        private final Map<Same, Known> known;
        private final Tally tally;
        private final Trace.Listener listener;

        /// Whether a mission could have settled in several coalitions.
        private boolean isOpen;

        Year(
                Reformed reformed,
                Future future,
                List<Future.Occurrence> coming,
                Map<Same, Known> known,
                Tally tally,
                Trace.Listener listener) {
            this.reformed = reformed;
            this.future = future;
            this.coming = coming;
            this.known = known;
            this.tally = tally;
            this.listener = listener;
        }

        /// Walks the missions from one on.
        ///
        /// @param weight how likely it is that things have come so
        void walk(int at, double weight, Taken taken) {
            if (at == coming.size()) {
                return;
            }
            Future.Occurrence one = coming.get(at);
            Map<String, Long> used = taken.before(one);
            double benefit = benefit(one);
            for (Outcome outcome : outcomes(known(one, used), benefit)) {
                double likely = weight * outcome.weight();
                listener.mission(one, likely, used, outcome);
                tally.mission(likely, outcome, benefit);
                tally.replied(likely, one.mission(), outcome);
                next(at, likely, taken, outcome);
            }
        }

        @Override
        public double benefit(Future.Occurrence one) {
            return Future.valueOf(question.setting(), future.values(), Factor.Target.BENEFIT, one.mission())
                    .orElse(1.0);
        }

        @Override
        public List<Outcome> of(Future.Occurrence one, Taken taken) {
            return replies.outcomes(reformed, known(one, taken.before(one)).circumstances, benefit(one))
                    .holding();
        }

        /// The same in every year but where offers grow.
        private Known known(Future.Occurrence one, Map<String, Long> used) {
            return mayGrow
                    ? new Known(circumstances(reformed, future, one, used))
                    : known.computeIfAbsent(
                            new Same(reformed.name(), one.mission(), used),
                            same -> new Known(circumstances(reformed, future, one, used)));
        }

        /// Looked up once a run: what a settlement hangs on is long.
        private Settlement settled(Known known) {
            Settlement there = known.settled;
            if (there == null) {
                there = settler.settle(reformed, known.circumstances);
                known.settled = there;
            } else {
                settler.askedAgain();
            }
            return there;
        }

        private void next(int at, double weight, Taken taken, Outcome outcome) {
            boolean matters = at + 1 < coming.size() && outcome.settlement().takes();
            double runs = matters ? outcome.chance() : 0;
            if (runs > 0) {
                walk(at + 1, weight * runs, taken.and(coming.get(at), outcome.settlement()));
            }
            if (runs < 1) {
                walk(at + 1, weight * (1 - runs), taken);
            }
        }

        private List<Outcome> outcomes(Known known, double benefit) {
            Circumstances circumstances = known.circumstances;
            if (question.reaction() == Question.Reaction.REPLY) {
                Replies.Answer answer = replies.outcomes(reformed, circumstances, benefit);
                isOpen |= answer.holding().size() > 1;
                return answer.settled();
            }
            Settlement settled = settled(known);
            Willingness willingness = willing(future, circumstances.mission());
            Ability.Chance chance = settler.chance(settled.who(), willingness);
            int vetoes = settled.plan().objectors().size();
            return List.of(new Outcome(
                    1,
                    settled,
                    settled.covers() ? chance.overall() : 0,
                    chance.hung(),
                    vetoes,
                    List.of(),
                    Map.of(),
                    Optional.empty(),
                    settled.covers()
                            ? money.of(reformed, circumstances, willingness.chances(), benefit, ally)
                            : Optional.empty()));
        }
    }

    /// What a mission of one run hangs on, whatever the year.
    private record Same(String reforms, String mission, Map<String, Long> used) {}

    /// What is known of it.
    private static final class Known {
        private final Circumstances circumstances;
        private @Nullable Settlement settled;

        Known(Circumstances circumstances) {
            this.circumstances = circumstances;
        }
    }

    /// The same for every reform, and in all futures of a world in which nothing of it is drawn.
    private Willingness willing(Future future, String mission) {
        if (willing.size() >= MOST_WILLING) {
            willing.clear();
        }
        Optional<String> world = future.world().map(World::id);
        boolean isKnown = world.isPresent()
                && knownWorlds.computeIfAbsent(world.get(), id -> future.isWillingnessKnown(question.setting()));
        return willing.computeIfAbsent(
                new WillingIn(mission, isKnown ? world : Optional.empty(), isKnown ? 0 : future.number()),
                key -> new Willingness(future.willing(question.alliance(), question.seed(), mission)));
    }

    private Circumstances circumstances(Reformed now, Future future, Future.Occurrence one, Map<String, Long> used) {
        Futures setting = question.setting();
        Serving serving = serving(now, one.mission());
        Map<String, Double> prices = new TreeMap<>();
        for (String capability : serving.capabilities()) {
            double price = Future.valueOf(setting, future.values(), Factor.Target.PRICE, capability)
                    .orElse(1.0);
            for (World.PriceFactor factor : future.world().map(World::prices).orElse(List.of())) {
                price *= factor.of() == World.Of.CAPABILITY && factor.name().equals(capability)
                        ? factor.factor().doubleValue()
                        : 1;
            }
            unlessOne(prices, capability, price);
        }
        Map<String, Double> pools = new TreeMap<>();
        for (String pool : serving.pools()) {
            double units = Future.valueOf(setting, future.values(), Factor.Target.POOL, pool)
                    .orElse(1.0);
            for (World.PoolFactor factor : future.world().map(World::pools).orElse(List.of())) {
                units *= factor.pool().equals(pool) ? factor.factor().doubleValue() : 1;
            }
            unlessOne(pools, pool, units);
        }
        Set<String> left = new TreeSet<>();
        Map<String, Double> grown = new TreeMap<>();
        for (String member : mayLeave ? members : List.<String>of()) {
            if (future.hasLeft(setting, member)) {
                left.add(member);
            }
        }
        for (String member : mayGrow ? members : List.<String>of()) {
            growth.ifPresent(path -> unlessOne(grown, member, path.offers(future, member, one.year(), now)));
        }
        return new Circumstances(
                one.mission(),
                Future.valueOf(setting, future.values(), Factor.Target.QUANTITY, one.mission())
                        .orElse(1.0),
                Math.round(Future.valueOf(setting, future.values(), Factor.Target.DURATION, one.mission())
                        .orElse(0.0)),
                Future.valueOf(setting, future.values(), Factor.Target.NOTICE, one.mission())
                        .orElse(1.0),
                prices,
                pools,
                serving.wanted(used),
                left,
                grown);
    }

    private static void unlessOne(Map<String, Double> map, String key, double value) {
        if (value != 1) {
            map.put(key, value);
        }
    }

    private Serving serving(Reformed now, String mission) {
        return serving.computeIfAbsent(
                new ServingOf(now.name(), mission),
                key -> Serving.of(
                        now.alliance(), now.alliance().mission(mission).orElseThrow()));
    }

    private record ServingOf(String reforms, String mission) {}
}
