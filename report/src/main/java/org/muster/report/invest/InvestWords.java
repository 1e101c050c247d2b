package org.muster.report.invest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.muster.alliance.Alliance;
import org.muster.alliance.Member;
import org.muster.alliance.bill.Money;
import org.muster.alliance.invest.Bought;
import org.muster.alliance.invest.InvestCandidate;
import org.muster.alliance.mission.Mission;
import org.muster.alliance.offer.Capability;
import org.muster.games.Fraction;
import org.muster.input.Counted;
import org.muster.invest.Estimate;
import org.muster.invest.Evaluated;
import org.muster.invest.HowKnown;
import org.muster.invest.InvestAnswer;
import org.muster.invest.Judged;
import org.muster.invest.MemberMoney;
import org.muster.invest.Portfolio;
import org.muster.invest.YearlyPrice;

/// The words of an answer that its forms share: chances in percent, what is held, and the one sentence that says it.
final class InvestWords {
    /// Members that are named in a cell; of more their number is told.
    static final int MOST_NAMED = 6;

    private static final int MOST_MISSED = 6;

    private final InvestAnswer answer;
    private final Alliance alliance;

    InvestWords(InvestAnswer answer) {
        this.answer = answer;
        this.alliance = answer.question().alliance();
    }

    /// A chance in percent with one decimal; what is neither sure nor impossible is never told as such.
    static String percent(Fraction chance) {
        BigDecimal percent = new BigDecimal(chance.numerator())
                .movePointRight(2)
                .divide(new BigDecimal(chance.denominator()), 1, RoundingMode.HALF_EVEN);
        if (chance.sign() > 0 && percent.signum() == 0) {
            return "below 0.1";
        }
        if (chance.compareTo(Fraction.ONE) < 0 && percent.compareTo(BigDecimal.valueOf(100)) >= 0) {
            return "above 99.9";
        }
        return percent.toPlainString();
    }

    /// A rate or a mean count with three decimals, without zeros at the end.
    static String number(Fraction number) {
        BigDecimal rounded = new BigDecimal(number.numerator())
                .divide(new BigDecimal(number.denominator()), 3, RoundingMode.HALF_EVEN)
                .stripTrailingZeros();
        return rounded.scale() < 0
                ? rounded.setScale(0, RoundingMode.UNNECESSARY).toPlainString()
                : rounded.toPlainString();
    }

    String money(long minor) {
        return Money.words(minor, alliance.currency());
    }

    String grouped(long minor) {
        return Money.grouped(minor, alliance.currency());
    }

    String member(String code) {
        return alliance.member(code).map(Member::name).orElse(code);
    }

    String mission(String id) {
        return alliance.mission(id).map(Mission::title).orElse(id);
    }

    /// `500 flight hours`, or `eased` of a rule.
    String held(Portfolio portfolio, int candidate) {
        return switch (answer.candidates().get(candidate).what()) {
            case InvestCandidate.Asset asset -> units(answer.unitsOf(portfolio, candidate), asset.capability());
            case InvestCandidate.RuleChange rule -> "eased";
        };
    }

    /// The header of [#purchases].
    static final List<String> PURCHASES = List.of("What", "Ordered", "Is", "Status");

    /// The header of [#compared].
    static final List<String> COMPARED =
            List.of("Mission", "Cannot be spared", "Nothing", "Bought", "Best for the same money");

    /// What was really bought, a row a purchase.
    List<List<String>> purchases(Evaluated evaluated) {
        List<List<String>> rows = new ArrayList<>();
        for (Bought.Purchase purchase : evaluated.bought().purchases()) {
            rows.add(List.of(
                    purchase.title(),
                    purchase.ordered().toString(),
                    purchase.candidate()
                            .map(id -> Counted.of(purchase.blocks(), "blocks") + " of " + id)
                            .orElse("none of the candidates"),
                    evaluated.late().contains(purchase)
                            ? "comes after the plan's end"
                            : purchase.provenance().status().word()));
        }
        return rows;
    }

    /// Chances in percent with nothing, with what was really bought and with the best for the same money.
    List<List<String>> compared(Evaluated evaluated) {
        List<List<String>> rows = new ArrayList<>();
        for (Judged bought : evaluated.portfolio().missions()) {
            Judged same = evaluated.sameMoney().mission(bought.mission()).orElse(bought);
            rows.add(List.of(bought.mission(), without(bought), chance(before(bought)), chance(bought), chance(same)));
        }
        return rows;
    }

    static String chance(Judged judged) {
        if (judged.method() == HowKnown.UNKNOWN) {
            return "not known";
        }
        if (!judged.runs()) {
            return "cannot run";
        }
        String least = percent(judged.chance());
        return judged.chance().equals(judged.chanceMost()) ? least : least + " to " + percent(judged.chanceMost());
    }

    static String without(Judged judged) {
        if (judged.method() == HowKnown.UNKNOWN || !judged.runs()) {
            return "-";
        }
        return judged.indispensable().isEmpty() ? "nobody" : named(judged.indispensable());
    }

    static String named(List<String> members) {
        return members.size() <= MOST_NAMED
                ? String.join(", ", members)
                : String.join(", ", members.subList(0, MOST_NAMED)) + " and " + (members.size() - MOST_NAMED)
                        + " others";
    }

    /// What is to be said of what was really bought.
    List<String> evaluated(Evaluated evaluated) {
        List<String> said = new ArrayList<>();
        said.add("It costs " + money(evaluated.portfolio().pricePerYear()) + " a year by the candidates' prices; "
                + number(evaluated.portfolio().failuresPerYear()) + " missions fail in a year on average, with nothing "
                + number(answer.before().failuresPerYear()) + ".");
        String best = evaluated.isProven() ? "The best for the same money: " : "Found for the same money: ";
        said.add(
                evaluated.regret().isZero()
                        ? "Nothing for the same money would do better"
                                + (evaluated.isProven() ? "." : ", as far as was looked.")
                        : best + holdings(evaluated.sameMoney()) + "; with it "
                                + number(evaluated.sameMoney().failuresPerYear()) + " fail, "
                                + number(evaluated.regret()) + " fewer.");
        if (!evaluated.missed().isEmpty()) {
            said.add("Of what the plan asks it misses: "
                    + evaluated.missed().stream()
                            .map(asked -> asked.mission()
                                    + asked.member()
                                            .map(member -> " without " + member)
                                            .orElse("") + " at "
                                    + percent(asked.least()) + " percent")
                            .limit(MOST_MISSED)
                            .collect(Collectors.joining(", "))
                    + (evaluated.missed().size() > MOST_MISSED
                            ? " and " + (evaluated.missed().size() - MOST_MISSED) + " more"
                            : "")
                    + ".");
        }
        said.add("What was bought is history; what it does is the folder's rules, offers and worlds.");
        return said;
    }

    String money(Fraction price) {
        return alliance.currency() + " " + grouped(YearlyPrice.rounded(price));
    }

    /// `500 flight hours`, `1 team`.
    String units(long count, String capability) {
        String unit = unit(capability);
        return String.format(Locale.ROOT, "%,d ", count) + (count == 1 ? Counted.singular(unit) : unit);
    }

    String unit(String capability) {
        return alliance.capability(capability).map(Capability::unit).orElse("units");
    }

    /// Everything of a portfolio in a phrase.
    String holdings(Portfolio portfolio) {
        List<String> phrases = new ArrayList<>();
        for (int c = 0; c < answer.candidates().size(); c++) {
            if (portfolio.levels().get(c) > 0) {
                InvestCandidate candidate = answer.candidates().get(c);
                boolean rule = answer.unitsOf(portfolio, c) == 0;
                phrases.add(
                        rule
                                ? "a rule (" + candidate.title() + ")"
                                : held(portfolio, c) + " (" + candidate.title() + ")");
            }
        }
        return list(phrases);
    }

    static String list(List<String> words) {
        return words.size() < 2
                ? String.join("", words)
                : String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast();
    }

    /// The answer in one sentence.
    String headline() {
        return switch (answer.outcome()) {
            case MET -> isNothing(answer.best()) ? nothing() : bought() + ".";
            case NOT_ATTAINABLE -> notAttainable();
            case OPEN -> "It is not known yet what is best: time ran out.";
        };
    }

    private static boolean isNothing(Portfolio portfolio) {
        return portfolio.levels().stream().allMatch(level -> level == 0);
    }

    private String nothing() {
        return answer.question().plan().targets().isEmpty()
                ? "Nothing in the list makes any mission surer within the budget."
                : "Nothing has to be bought: what is asked is reached already.";
    }

    private String bought() {
        Portfolio best = answer.best();
        StringBuilder out = new StringBuilder();
        String what = holdings(best);
        out.append(Character.toUpperCase(what.charAt(0))).append(what.substring(1));
        int phrases = (int) best.levels().stream().filter(level -> level > 0).count();
        Optional<Judged> most = mostLifted();
        boolean many = phrases > 1 || !what.startsWith("a rule");
        if (most.isPresent()) {
            Judged now = before(most.get());
            String title = mission(now.mission()) + " (" + now.mission() + ")";
            String then = percent(most.get().chance()) + " percent";
            if (now.runs()) {
                out.append(many ? " lift " : " lifts ").append(title).append(" from ");
                out.append(percent(now.chance())).append(" to ").append(then);
            } else {
                out.append(many ? " let " : " lets ")
                        .append(title)
                        .append(" run with ")
                        .append(then);
            }
            List<String> freed = freed(most.get());
            if (!freed.isEmpty()) {
                out.append(many ? " and free it of " : " and frees it of ");
                out.append(list(freed.stream().map(this::member).toList()));
            }
        } else {
            out.append(many ? " change nothing" : " changes nothing");
        }
        out.append(", for ").append(money(answer.priceOf(best))).append(" a year");
        return out.toString();
    }

    private Optional<Judged> mostLifted() {
        Optional<Judged> most = Optional.empty();
        Fraction lift = Fraction.ZERO;
        for (Judged judged : answer.best().missions()) {
            Fraction here = judged.chance().minus(before(judged).chance());
            if (here.compareTo(lift) > 0) {
                most = Optional.of(judged);
                lift = here;
            }
        }
        return most;
    }

    Judged before(Judged judged) {
        return answer.before().mission(judged.mission()).orElse(judged);
    }

    /// Members without whom the mission could not run, and now can.
    List<String> freed(Judged judged) {
        List<String> now = judged.indispensable();
        return before(judged).indispensable().stream()
                .filter(member -> !now.contains(member))
                .toList();
    }

    private String notAttainable() {
        List<String> phrases = new ArrayList<>();
        for (InvestAnswer.Relaxation one : answer.relaxations()) {
            if (one.worseOff()) {
                phrases.add("members might be worse off by up to " + moneyUp(one.to()) + " a year");
                continue;
            }
            if (one.cvar().isPresent()) {
                phrases.add("the dearest " + dearest(one.cvar().get().beta()) + " percent of what "
                        + one.cvar().get().mission() + " costs might be " + moneyUp(one.to()) + " instead of "
                        + money(one.cvar().get().most()));
                continue;
            }
            phrases.add(one.target()
                    .map(asked -> asked.mission() + " would be asked to run with at most " + percent(one.to())
                            + " percent instead of " + percent(asked.least()))
                    .or(() -> one.losing()
                            .map(mission -> mission + " would be asked to run with any "
                                    + one.to().numerator() + " members at home at most"))
                    .orElseGet(() -> "the budget were " + moneyUp(one.to()) + " a year"
                            + answer.question()
                                    .plan()
                                    .budgetMinor()
                                    .map(minor -> " instead of " + money(minor))
                                    .orElse("")));
        }
        return "What is asked cannot be reached; it could, if " + list(phrases) + ".";
    }

    /// A price that has to be afforded, rounded up.
    private String moneyUp(Fraction minor) {
        return money(YearlyPrice.roundedUp(minor));
    }

    /// How sure it is.
    String proof() {
        InvestAnswer.Proof proof = answer.proof();
        String looked = Counted.of(proof.boxes(), "box", "boxes") + " of "
                + String.format(Locale.ROOT, "%,.0f", proof.portfolios()) + " portfolios looked into, "
                + Counted.of(proof.evaluations(), "mission judged", "missions judged") + " anew.";
        String aim = answer.question().plan().weighsMoney()
                ? "no portfolio costs less together with its missions"
                : answer.question().plan().targets().isEmpty()
                        ? "no portfolio fails less often"
                        : "no portfolio costs less";
        if (proof.drawn()) {
            return estimated() + looked;
        }
        return (proof.proven() ? "Proven: " + aim + ". " : "Not proven: time ran out. " + gap(proof)) + looked;
    }

    /// How sure a decision is that rests on draws.
    private String estimated() {
        List<String> some = answer.best().missions().stream()
                .filter(one -> one.method() == HowKnown.ESTIMATED)
                .map(Judged::mission)
                .toList();
        StringBuilder out = new StringBuilder("Estimated, not proven: of ")
                .append(list(some))
                .append(some.size() == 1 ? " so many members matter" : " each so many members matter")
                .append(" that coalitions are drawn");
        if (answer.estimate().isEmpty()) {
            return out.append(" (seed ")
                    .append(answer.question().seed())
                    .append("). ")
                    .toString();
        }
        Estimate estimate = answer.estimate().get();
        out.append(String.format(Locale.ROOT, ", %,d (seed %d). ", estimate.draws(), estimate.seed()));
        boolean weighs = answer.question().plan().weighsMoney();
        boolean failures = !weighs && answer.question().plan().targets().isEmpty();
        String sure = estimate.batches() == 0 ? "For sure nothing" : "With 95 percent confidence nothing";
        estimate.lower()
                .ifPresent(lower -> out.append(sure)
                        .append(failures ? " fails less often than " : " costs less than ")
                        .append(failures ? number(lower) + " times" : money(YearlyPrice.rounded(lower)))
                        .append(" a year")
                        .append(weighs ? " together with its missions" : "")
                        .append(estimate.batches() == 0 ? ", whatever these missions do. " : ". "));
        if (estimate.batches() > 0) {
            out.append("With the same confidence this one ")
                    .append(failures ? "fails at most " + number(estimate.upper()) + " times. " : "costs at most ")
                    .append(failures ? "" : money(YearlyPrice.rounded(estimate.upper())) + ". ");
        }
        for (Estimate.Fresh one : estimate.missions()) {
            out.append("On fresh numbers ")
                    .append(one.mission())
                    .append(" runs with ")
                    .append(percent(one.chance()))
                    .append(" percent (")
                    .append(percent(one.least()))
                    .append(" to ")
                    .append(percent(one.most()))
                    .append(one.missed() ? "), which is not sure to be what is asked. " : "). ");
        }
        return out.toString();
    }

    /// How far the best that was found in time may be from the best.
    private static String gap(InvestAnswer.Proof proof) {
        return proof.gap()
                .map(gap -> "Nothing is better by more than "
                        + new BigDecimal(100 * gap)
                                .setScale(2, RoundingMode.CEILING)
                                .toPlainString() + " percent. ")
                .orElse("");
    }

    /// What was asked for and not worked out in time, in a sentence; empty where nothing is left out.
    String notInTime() {
        return answer.notInTime().isEmpty()
                ? ""
                : "Not worked out in the time allowed: " + String.join(", ", answer.notInTime())
                        + ". Allow more with --seconds.";
    }

    /// What missions cost, one sentence each.
    List<String> costs() {
        List<String> known = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        answer.costs().forEach((mission, cost) -> {
            if (cost.before().isPresent() && cost.best().isPresent()) {
                boolean same = cost.before().get().equals(cost.best().get());
                known.add(mission + " "
                        + (same
                                ? money(cost.best().get()) + " now and then"
                                : money(cost.before().get()) + " now, "
                                        + money(cost.best().get()) + " then"));
            } else if (!answer.notInTime().contains("what " + mission + " costs")) {
                unknown.add(mission);
            }
        });
        List<String> sentences = new ArrayList<>();
        if (!known.isEmpty()) {
            sentences.add("On average it costs when it comes, what is missing counted at the dearest price asked: "
                    + String.join("; ", known) + ".");
        }
        if (!unknown.isEmpty()) {
            sentences.add("Not known is what " + String.join(", ", unknown)
                    + " cost on average, which is left out of all sums: what is there hangs on who goes, for too many"
                    + " members.");
        }
        if (answer.question().plan().weighsMoney()) {
            answer.money()
                    .ifPresent(some -> sentences.add("Weighed against the price, a failure at its declared price: "
                            + money(YearlyPrice.rounded(some.weighedBefore())) + " a year now, "
                            + money(YearlyPrice.rounded(some.weighedAfter())) + " then, and the price."));
        } else {
            sentences.add(
                    "No price of a failure is declared, so that what missions cost is not weighed against prices.");
        }
        return sentences;
    }

    /// What missing units count before and after, which nobody pays.
    String missing() {
        return answer.members()
                .map(some ->
                        money(some.missingBefore()) + " a year before and " + money(some.missingAfter()) + " after")
                .orElse("nothing");
    }

    /// Who is worse off by the best, by the agreed keys; empty where it is not known.
    Optional<String> worseOff() {
        Optional<List<MemberMoney>> members = answer.members().map(MemberMoney.All::members);
        if (members.isEmpty()) {
            return Optional.empty();
        }
        List<MemberMoney> worse = members.get().stream()
                .filter(one -> one.net() > 0)
                .sorted(Comparator.comparingLong(MemberMoney::net).reversed())
                .toList();
        if (worse.isEmpty()) {
            return Optional.of("Paid by the agreed keys, nobody is worse off.");
        }
        return Optional.of("Paid by the agreed keys, " + worse.size() + " of "
                + Counted.of(members.get().size(), "member", "members") + " "
                + (worse.size() == 1 ? "is" : "are") + " worse off, most of all "
                + member(worse.getFirst().code()) + " by "
                + money(worse.getFirst().net()) + " a year (--full: everybody).");
    }

    /// The targets that cost something, in short; empty where none does.
    Optional<String> bindingInShort() {
        List<String> binding = answer.targets().stream()
                .filter(InvestAnswer.Target::binds)
                .map(this::costOf)
                .toList();
        return binding.isEmpty()
                ? Optional.empty()
                : Optional.of("What targets cost by themselves: " + String.join("; ", binding) + " (--full: all).");
    }

    private String costOf(InvestAnswer.Target target) {
        return target(target) + ", " + money(YearlyPrice.rounded(target.saving())) + " a year";
    }

    /// Which targets hold what is best where it is; empty where nothing is asked.
    Optional<String> binding() {
        List<InvestAnswer.Target> targets = answer.targets();
        if (targets.isEmpty()) {
            return Optional.empty();
        }
        List<String> binding = new ArrayList<>();
        List<String> free = new ArrayList<>();
        for (InvestAnswer.Target target : targets) {
            if (target.binds()) {
                binding.add(costOf(target));
            } else {
                free.add(target(target));
            }
        }
        String counted = answer.question().plan().weighsMoney() ? ", price and missions together" : "";
        String each = "What a target costs by itself, all others as they are" + counted + ": ";
        return Optional.of(each
                + (binding.isEmpty() ? "none anything." : String.join("; ", binding) + ".")
                + (binding.isEmpty() || free.isEmpty() ? "" : " Nothing: " + String.join("; ", free) + "."));
    }

    private String target(InvestAnswer.Target target) {
        return switch (target.kind()) {
            case CHANCE -> target.mission() + " at " + percent(target.least()) + " percent";
            case WITHOUT_ANY -> target.mission() + " at " + percent(target.least()) + " percent without any one member";
            case CVAR ->
                "the dearest " + dearest(target.beta().orElseThrow()) + " percent of what " + target.mission()
                        + " costs at " + money(YearlyPrice.rounded(target.least()));
            case LOSING_ANY ->
                target.mission() + " with any "
                        + Counted.of(target.least().numerator().intValue(), "member", "members") + " at home";
        };
    }

    /// The share that is the dearest, in percent.
    private static String dearest(BigDecimal beta) {
        return BigDecimal.ONE
                .subtract(beta)
                .movePointRight(2)
                .stripTrailingZeros()
                .toPlainString();
    }

    private String interval(Fraction least, Fraction most) {
        return least.equals(most)
                ? money(YearlyPrice.rounded(most))
                : money(YearlyPrice.rounded(least)) + " to " + money(YearlyPrice.rounded(most));
    }

    /// What the dearest costs are on average, one sentence each; none where nothing is asked of them.
    List<String> cvar() {
        List<String> sentences = new ArrayList<>();
        boolean exact = true;
        for (InvestAnswer.DearestCosts one : answer.cvar()) {
            exact &= one.bestLeast().equals(one.bestMost()) && one.beforeLeast().equals(one.beforeMost());
            sentences.add("The dearest " + dearest(one.asked().beta()) + " percent of what "
                    + one.asked().mission() + " costs when it comes are on average "
                    + interval(one.beforeLeast(), one.beforeMost()) + " now and "
                    + interval(one.bestLeast(), one.bestMost()) + " then; asked for is at most "
                    + money(one.asked().most())
                    + (one.isMet()
                            ? "."
                            : one.bestLeast().compareTo(Fraction.of(one.asked().most())) > 0
                                    ? ", which is not kept."
                                    : ", which is not sure to be kept."));
        }
        if (!exact) {
            sentences.add("An interval holds the truth for sure; its upper end is what has to be reached.");
        }
        return sentences;
    }

    /// What the limit on who is worse off does; empty where there is none.
    Optional<String> limit() {
        return answer.worseOff().map(limit -> {
            String most = "Nobody may be worse off by more than " + money(limit.most()) + " a year: ";
            if (limit.member().isEmpty()) {
                return most + "this cannot be kept with what is asked.";
            }
            String worst = member(limit.member().get())
                    + (limit.by().sign() > 0
                            ? " is worse off most, by " + money(YearlyPrice.rounded(limit.by()))
                            : " gains least, "
                                    + money(YearlyPrice.rounded(limit.by().negated())))
                    + ". ";
            if (!limit.isKnown()) {
                return most + worst + "Whether it binds is not known in the time allowed.";
            }
            return most
                    + worst
                    + (limit.without().levels().equals(answer.best().levels())
                            ? "The limit does not bind."
                            : "The limit binds: without it the best would be "
                                    + (isNothing(limit.without()) ? "nothing" : holdings(limit.without())) + ", for "
                                    + money(limit.without().pricePerYear()) + " a year.");
        });
    }

    /// The place of a candidate among all.
    int place(String candidate) {
        for (int c = 0; c < answer.candidates().size(); c++) {
            if (answer.candidates().get(c).id().equals(candidate)) {
                return c;
            }
        }
        throw new IllegalArgumentException("no candidate is called " + candidate);
    }

    /// Status of a mission in a word.
    static String status(Judged judged) {
        return judged.method() == HowKnown.UNKNOWN ? "not known" : judged.runs() ? "runs" : "not runnable";
    }

    /// What is invented, one phrase each.
    List<String> invented() {
        List<String> invented = new ArrayList<>();
        if (answer.question().plan().provenance().isIllustrative()) {
            invented.add("plan " + answer.question().plan().id());
        }
        answer.candidates().stream()
                .filter(candidate -> candidate.provenance().isIllustrative())
                .forEach(candidate -> invented.add("candidate " + candidate.id()));
        alliance.investments().worlds().stream()
                .filter(world -> world.provenance().isIllustrative())
                .forEach(world -> invented.add("world " + world.id()));
        answer.question().plan().missions().stream()
                .map(one -> alliance.mission(one.mission()).orElseThrow())
                .filter(mission -> mission.provenance().isIllustrative())
                .forEach(mission -> invented.add("mission " + mission.id()));
        return invented;
    }

    /// How many of each kind are invented.
    static String counted(List<String> invented) {
        Map<String, Integer> kinds = new LinkedHashMap<>();
        invented.forEach(one -> kinds.merge(one.substring(0, one.indexOf(' ')), 1, Integer::sum));
        return kinds.entrySet().stream()
                .map(kind -> Counted.of(kind.getValue(), kind.getKey(), kind.getKey() + "s"))
                .collect(Collectors.joining(", "));
    }
}
