package org.muster.invest;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muster.alliance.invest.InvestCandidate;
import org.muster.alliance.invest.InvestPlan;
import org.muster.games.Fraction;

/// What to hold in common, and what that does.
///
/// @param question  what was asked
/// @param offered   what could be had
/// @param compared  the best portfolio, beside nothing and everything
/// @param reached   how far what is asked is reached, and how sure that is
/// @param curve     portfolios that are best at their price
/// @param inMoney   what missions cost, with whom that lies and who pays
/// @param further   what was asked beside the best
/// @param notInTime what was asked for and not worked out in the time allowed
public record InvestAnswer(
        InvestQuestion question,
        Offered offered,
        Compared compared,
        Reached reached,
        Curve curve,
        InMoney inMoney,
        Further further,
        List<String> notInTime) {
    /// What could be had.
    ///
    /// @param candidates in the folder's order
    /// @param prices     what a block of each costs in a year, exact, in minor units
    /// @param late       candidates that come only after the plan's end, with the day; they are left out
    public record Offered(List<InvestCandidate> candidates, List<Fraction> prices, Map<String, LocalDate> late) {
        public Offered {
            candidates = List.copyOf(candidates);
            prices = List.copyOf(prices);
            late = Collections.unmodifiableMap(new LinkedHashMap<>(late));
        }
    }

    /// Three portfolios beside each other.
    ///
    /// @param before     with nothing more in common
    /// @param everything with all candidates at their most, affordable or not
    /// @param best       the portfolio that is best; with nothing more where nothing can be had for what is asked
    public record Compared(Portfolio before, Portfolio everything, Portfolio best) {}

    /// How far what is asked is reached.
    ///
    /// @param outcome     in a word
    /// @param leftOut     what nothing in the list can reach: left out of what is asked of the best
    /// @param relaxations the smallest changes of the question under which it can be reached; empty where it is
    /// @param proof       how sure the best is
    /// @param worseOff    what the limit on who is worse off does; empty where there is none
    /// @param cvar        what has to be reached of the dearest costs, and what is
    /// @param estimate    where coalitions were drawn, how sure the best is; empty where it is proven or time ran out
    /// @param targets     what each target costs by itself; none where nothing is asked, or what is asked cannot be
    ///                    reached
    public record Reached(
            Outcome outcome,
            List<LeftOut> leftOut,
            List<Relaxation> relaxations,
            Proof proof,
            Optional<WorseOffLimit> worseOff,
            List<DearestCosts> cvar,
            Optional<Estimate> estimate,
            List<Target> targets) {
        public Reached {
            leftOut = List.copyOf(leftOut);
            relaxations = List.copyOf(relaxations);
            targets = List.copyOf(targets);
            cvar = List.copyOf(cvar);
        }
    }

    /// The mean of the dearest share of what a mission costs when it comes: an interval, whose ends are the same
    /// where it is exact.
    ///
    /// @param asked       what it may be
    /// @param beforeLeast with nothing more in common, in minor units
    /// @param beforeMost  in minor units
    /// @param bestLeast   with the best portfolio, in minor units
    /// @param bestMost    in minor units
    public record DearestCosts(
            InvestPlan.Cvar asked, Fraction beforeLeast, Fraction beforeMost, Fraction bestLeast, Fraction bestMost) {
        /// Whether what is asked is kept for sure.
        public boolean isMet() {
            return bestMost.compareTo(Fraction.of(asked.most())) <= 0;
        }
    }

    /// The frontier.
    ///
    /// @param portfolios best at their price, dearest first; empty where not asked for
    /// @param money      what is weighed against the price of each of them, in minor units; empty where none is
    public record Curve(List<Portfolio> portfolios, List<Fraction> money) {
        public Curve {
            portfolios = List.copyOf(portfolios);
            money = List.copyOf(money);
        }
    }

    /// What missions cost.
    ///
    /// @param costs  by mission, what it costs on average when it comes
    /// @param correlated by mission, the same with the best by what members' decisions have to do with one another;
    ///               only of missions of which that is told
    /// @param money  what missions cost in a year and with whom that lies; empty where it is known of none
    /// @param payers who pays the price by several rules; empty where no money is weighed, or nothing is paid
    public record InMoney(
            Map<String, MeanCost> costs,
            Map<String, Correlated> correlated,
            Optional<Money> money,
            Optional<PoolPayers> payers) {
        public InMoney {
            costs = Collections.unmodifiableMap(new LinkedHashMap<>(costs));
            correlated = Collections.unmodifiableMap(new LinkedHashMap<>(correlated));
        }
    }

    /// What was asked beside the best.
    ///
    /// @param explained the candidate or member that was to be explained
    /// @param evaluated what was really bought, beside what is best
    /// @param needs     by capability, how often how much is needed and what a unit in common is worth
    /// @param waiting   what a second purchase is worth when it is known which world it is; empty where that was not
    ///                  asked, no money is weighed, or there is one world
    /// @param atOnce    with what chance missions whose days meet can run at once; none where that was not asked
    public record Further(
            Optional<Explained> explained,
            Optional<Evaluated> evaluated,
            List<NeedInCommon> needs,
            Optional<Waiting> waiting,
            List<AtOnceChance> atOnce) {
        public Further {
            needs = List.copyOf(needs);
            atOnce = List.copyOf(atOnce);
        }
    }

    /// A chance without a member that nothing in the list reaches.
    ///
    /// @param asked   what was asked
    /// @param reached what everything together reaches
    /// @param hold    what holds it
    public record LeftOut(Aims.Asked asked, Fraction reached, Hold hold) {}

    /// What keeps a mission from doing without a member.
    public enum Hold {
        /// Nobody else may lead it.
        ONLY_LEAD,
        /// Nothing in the list takes the member's place.
        NO_CANDIDATE
    }

    /// How far what is asked is reached.
    public enum Outcome {
        /// All of it is, but what nothing can reach without some member.
        MET,
        /// A chance that is asked for is out of reach, or the budget is too small.
        NOT_ATTAINABLE,
        /// Time ran out before it was known.
        OPEN
    }

    /// How sure the best is.
    ///
    /// @param value       of the best, in the same measure; empty where nothing reaches what is asked
    /// @param lower       nothing does better than this: yearly price in minor units, or failures a year
    /// @param boxes       boxes of portfolios that were looked into
    /// @param portfolios  how many portfolios there are
    /// @param evaluations missions that were judged with a portfolio
    /// @param proven      whether the best is certain
    /// @param drawn       whether it rests on coalitions that were drawn, so that it is only estimated
    public record Proof(
            Optional<Fraction> value,
            Optional<Fraction> lower,
            long boxes,
            double portfolios,
            int evaluations,
            boolean proven,
            boolean drawn) {
        /// How far the best may be from the least that there could be, as a part of it: 0 where it is proven; empty
        /// where that is not known.
        public Optional<Double> gap() {
            if (value.isEmpty() || lower.isEmpty()) {
                return Optional.empty();
            }
            Fraction best = value.get();
            return Optional.of(
                    best.isZero() ? 0 : best.minus(lower.get()).over(best).doubleValue());
        }
    }

    /// A change of the question under which it can be reached: of a target, or else of the budget.
    ///
    /// @param target the chance that is asked for
    /// @param losing the mission that is asked to run when any so many members stay at home
    /// @param worseOff whether it is by how much members may be worse off
    /// @param cvar   what is asked of the dearest costs of a mission
    /// @param to     the chance or the number of members that can be reached, or the least budget, or the
    ///               least that the dearest costs come to, in minor units
    public record Relaxation(
            Optional<Aims.Asked> target,
            Optional<String> losing,
            boolean worseOff,
            Optional<InvestPlan.Cvar> cvar,
            Fraction to) {
        static Relaxation ofWorseOff(Fraction most) {
            return new Relaxation(Optional.empty(), Optional.empty(), true, Optional.empty(), most);
        }

        static Relaxation of(Aims.Asked asked, Fraction can) {
            return new Relaxation(Optional.of(asked), Optional.empty(), false, Optional.empty(), can);
        }

        static Relaxation ofLosing(String mission, int can) {
            return new Relaxation(Optional.empty(), Optional.of(mission), false, Optional.empty(), Fraction.of(can));
        }

        static Relaxation ofBudget(Fraction least) {
            return new Relaxation(Optional.empty(), Optional.empty(), false, Optional.empty(), least);
        }

        static Relaxation ofCvar(InvestPlan.Cvar asked, Fraction can) {
            return new Relaxation(Optional.empty(), Optional.empty(), false, Optional.of(asked), can);
        }
    }

    /// What the limit on who is worse off does.
    ///
    /// @param most    by how much a member may be worse off, in minor units a year
    /// @param member  who is worse off most with the best; empty where the limit is not kept
    /// @param by      by how much, in minor units; below 0 where it is better off
    /// @param without the best portfolio without the limit; the same as the best where it does not bind
    /// @param isKnown whether that is proven
    public record WorseOffLimit(long most, Optional<String> member, Fraction by, Portfolio without, boolean isKnown) {}

    /// What is asked of a mission, and what would be best if it were not, all other targets as they are.
    ///
    /// @param kind    what is asked
    /// @param mission of which
    /// @param least   the chance; of [Target.Kind#LOSING_ANY] the number of members, and of [Target.Kind#CVAR] the most
    ///                in minor units
    /// @param beta    of [Target.Kind#CVAR] the share of cheaper costs that does not count
    /// @param without the best without it
    /// @param saving  by how much that is better a year, in minor units: by its price, where money is weighed by price
    ///                and missions together. Above 0 where the target binds
    public record Target(
            Kind kind, String mission, Fraction least, Optional<BigDecimal> beta, Portfolio without, Fraction saving) {
        /// What is asked of a mission.
        public enum Kind {
            /// A chance.
            CHANCE("chance"),
            /// A chance without any one member that is named, whoever that is.
            WITHOUT_ANY("without-any"),
            /// That it can run when any so many members stay at home.
            LOSING_ANY("losing-any"),
            /// What the mean of the dearest costs may be.
            CVAR("cvar");

            private final String word;

            Kind(String word) {
                this.word = word;
            }

            /// The word in files.
            public String word() {
                return word;
            }
        }

        /// Whether something cheaper would do if it were left out.
        public boolean binds() {
            return saving.sign() > 0;
        }
    }

    /// Money in a year, on average.
    ///
    /// @param before        where it lies with nothing more in common, over missions whose cost is known
    /// @param after         with the best portfolio
    /// @param weighedBefore what is weighed against prices: missions with a price of failure, with that price, in minor
    ///                      units
    /// @param weighedAfter  with the best portfolio
    public record Money(Outlay before, Outlay after, Fraction weighedBefore, Fraction weighedAfter) {}

    /// What a mission costs on average when it comes, in minor units, a missing unit counted at the dearest price that
    /// anybody asks for its line.
    ///
    /// @param before with nothing more in common; empty where it is not known
    /// @param best   with the best portfolio
    /// @param why    why it is not known; empty where it is
    public record MeanCost(Optional<Long> before, Optional<Long> best, String why) {}

    public InvestAnswer {
        notInTime = List.copyOf(notInTime);
    }

    /// What could be had, in the folder's order.
    public List<InvestCandidate> candidates() {
        return offered.candidates();
    }

    /// What a block of each candidate costs in a year, in minor units.
    public List<Fraction> prices() {
        return offered.prices();
    }

    /// Candidates that come too late, with the day.
    public Map<String, LocalDate> late() {
        return offered.late();
    }

    /// With nothing more in common.
    public Portfolio before() {
        return compared.before();
    }

    /// With all candidates at their most.
    public Portfolio everything() {
        return compared.everything();
    }

    /// The portfolio that is best.
    public Portfolio best() {
        return compared.best();
    }

    /// How far what is asked is reached.
    public Outcome outcome() {
        return reached.outcome();
    }

    /// What nothing in the list can reach.
    public List<LeftOut> leftOut() {
        return reached.leftOut();
    }

    /// The smallest changes of the question under which it can be reached.
    public List<Relaxation> relaxations() {
        return reached.relaxations();
    }

    /// How sure the best is.
    public Proof proof() {
        return reached.proof();
    }

    /// What the limit on who is worse off does.
    public Optional<WorseOffLimit> worseOff() {
        return reached.worseOff();
    }

    /// What has to be reached of the dearest costs of missions, and what is.
    public List<DearestCosts> cvar() {
        return reached.cvar();
    }

    /// Where coalitions were drawn, how sure the best is.
    public Optional<Estimate> estimate() {
        return reached.estimate();
    }

    /// What each target costs by itself.
    public List<Target> targets() {
        return reached.targets();
    }

    /// By mission, what it costs on average when it comes.
    public Map<String, MeanCost> costs() {
        return inMoney.costs();
    }

    /// By mission, what it costs by what members' decisions have to do with one another.
    public Map<String, Correlated> correlated() {
        return inMoney.correlated();
    }

    /// What missions cost in a year and with whom that lies.
    public Optional<Money> money() {
        return inMoney.money();
    }

    /// Who pays the price by several rules.
    public Optional<PoolPayers> payers() {
        return inMoney.payers();
    }

    /// What was to be explained.
    public Optional<Explained> explained() {
        return further.explained();
    }

    /// What was really bought, beside what is best.
    public Optional<Evaluated> evaluated() {
        return further.evaluated();
    }

    /// By capability, how often how much is needed.
    public List<NeedInCommon> needs() {
        return further.needs();
    }

    /// What a second purchase is worth.
    public Optional<Waiting> waiting() {
        return further.waiting();
    }

    /// With what chance missions whose days meet can run at once.
    public List<AtOnceChance> atOnce() {
        return further.atOnce();
    }

    /// The least chance that a mission has with a portfolio without one member: of missions that can run with it,
    /// and of members without whom something in the list lets them run; 1 where there is none.
    public Fraction weakest(Portfolio portfolio) {
        return portfolio.weakest(everything());
    }

    /// Portfolios that are best at their price, dearest first.
    public List<Portfolio> frontier() {
        return curve.portfolios();
    }

    /// What is weighed against the price of each of them, in minor units.
    public List<Fraction> frontierMoney() {
        return curve.money();
    }

    /// What each candidate of a portfolio costs in a year, in whole minor units that add up to the portfolio's price.
    public List<Long> pricesOf(Portfolio portfolio) {
        List<Fraction> parts = new ArrayList<>();
        for (int c = 0; c < candidates().size(); c++) {
            parts.add(prices().get(c).times(portfolio.levels().get(c)));
        }
        return YearlyPrice.whole(parts);
    }

    /// Who pays the yearly price of the best by the agreed keys; empty where there is no key to go by.
    public Optional<Map<String, Long>> paysByKey() {
        return PoolShares.byKey(question.alliance(), candidates(), pricesOf(best()));
    }

    /// What each member has to do with the money of a year, the price shared by the agreed keys; empty where the
    /// cost of no mission is known, or there is no key.
    public Optional<MemberMoney.All> members() {
        return money().flatMap(some ->
                paysByKey().flatMap(pays -> MemberMoney.of(question.alliance(), some.before(), some.after(), pays)));
    }

    /// Units that a portfolio has of a candidate; 0 of a rule.
    public long unitsOf(Portfolio portfolio, int candidate) {
        return switch (candidates().get(candidate).what()) {
            case InvestCandidate.Asset asset ->
                Math.multiplyExact(asset.block(), portfolio.levels().get(candidate));
            case InvestCandidate.RuleChange rule -> 0;
        };
    }

    /// What a portfolio costs in a year, to the nearest minor unit.
    public long priceOf(Portfolio portfolio) {
        return YearlyPrice.rounded(portfolio.pricePerYear());
    }
}
