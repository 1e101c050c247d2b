package org.muster.folder;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muster.alliance.Alliance;
import org.muster.alliance.Member;
import org.muster.alliance.invest.InvestCandidate;
import org.muster.alliance.invest.InvestPlan;
import org.muster.alliance.invest.Investments;
import org.muster.alliance.invest.Rate;
import org.muster.alliance.invest.World;
import org.muster.alliance.source.Provenance;
import org.muster.input.Findings;
import org.muster.input.Place;

/// `invest.yaml`: plans, what could be held in common or changed, and the worlds in which that is judged.
final class InvestFile {
    private static final Pattern RATE = Pattern.compile("([0-9]+)/([0-9]+)");
    private static final int MOST_PLANS = 20;
    private static final int MOST_CANDIDATES = 20;
    private static final int MOST_WORLDS = 100;
    private static final int MOST_YEARS = 100;
    /// A mission that comes more often than this is no mission but a daily service.
    private static final BigDecimal MOST_PER_YEAR = BigDecimal.valueOf(100);
    /// Digits of a rate's two numbers, or behind its point.
    private static final int RATE_DIGITS = 9;
    private static final int CHANCE_DECIMALS = 9;

    private final Known known;
    private final Values values;
    private final Currency currency;
    private final Alliance alliance;
    private final InvestCandidates candidates;
    private final List<Place> places = new ArrayList<>();

    /// @param alliance all that the other files hold: what stands here is checked against it
    InvestFile(Known known, Values values, Currency currency, Alliance alliance) {
        this.known = known;
        this.values = values;
        this.currency = currency;
        this.alliance = alliance;
        this.candidates = new InvestCandidates(known, values, currency, alliance);
    }

    Investments read(Optional<Tree> document) {
        Optional<Block> found = document.flatMap(
                tree -> Block.of("the file", tree, values.findings(), "plans", "candidates", "worlds"));
        if (found.isEmpty()) {
            return Investments.NONE;
        }
        Block file = found.get();
        List<InvestPlan> plans = plans(file);
        Register ids = new Register("candidate", true);
        List<InvestCandidate> could = candidates.read(file, ids, latest(plans));
        limit(file, "candidates", could.size(), MOST_CANDIDATES, "candidates");
        List<World> worlds = worlds(file, ids);
        candidates.checkDraws(could, worlds);
        requireBoth(file, plans, could, worlds);
        everybodyIsKnown(plans, worlds);
        return new Investments(plans, could, worlds);
    }

    private static Optional<InvestPlan> latest(List<InvestPlan> plans) {
        return plans.stream().reduce((a, b) -> b.to().isAfter(a.to()) ? b : a);
    }

    private void limit(Block file, String key, int there, int most, String what) {
        if (there > most) {
            values.findings()
                    .add(
                            file.placeOf(key),
                            String.format(Locale.ROOT, "there are %d %s, more than %d", there, what, most),
                            "Leave out those that matter least.");
        }
    }

    private void requireBoth(Block file, List<InvestPlan> plans, List<InvestCandidate> could, List<World> worlds) {
        if (plans.isEmpty() && !file.has("plans")) {
            values.findings().add(file.place(), "no plan stands here", "Write plans: with what is asked.");
        }
        if (could.isEmpty() && !file.has("candidates")) {
            values.findings()
                    .add(file.place(), "no candidate stands here", "Write candidates: with what could be held.");
        }
        if (worlds.isEmpty() && !file.has("worlds")) {
            values.findings()
                    .add(
                            file.place(),
                            "no world stands here, so that nobody's willingness is known",
                            "Write worlds: with at least one of probability 1.");
        }
    }

    private List<InvestPlan> plans(Block file) {
        Register ids = new Register("plan", true);
        List<InvestPlan> plans = new ArrayList<>();
        for (Block block : file.blocks(
                "plans",
                "the plan",
                "id",
                "title",
                "currency_year",
                "rate_percent",
                "from",
                "years",
                "worlds_known_from",
                "budget_per_year",
                "missions",
                "targets",
                "status",
                "source")) {
            Scalar id = block.required("id", "five-years");
            ids.define(id, values.findings());
            List<InvestPlan.Recurring> missions = recurring(block);
            InvestPlan.Targets targets = block.block(
                            "targets",
                            "the targets",
                            "missions",
                            "without_any",
                            "losing_any",
                            "worse_off_by_at_most",
                            "cvar")
                    .map(one -> targets(one, missions))
                    .orElse(InvestPlan.Targets.NONE);
            String name = values.id(id);
            String title = values.words(block.required("title", "What to own together"));
            int year = (int)
                    values.whole(block.required("currency_year", "2026"), TableParts.FIRST_YEAR, TableParts.LAST_YEAR);
            BigDecimal rate = values.percent(block.required("rate_percent", "3"));
            LocalDate from = values.date(block.required("from", "2027-01-01"));
            int years = (int) values.whole(block.required("years", "10"), 1, MOST_YEARS);
            Optional<LocalDate> knownFrom = block.optional("worlds_known_from").map(day -> knownFrom(day, from, years));
            Optional<Long> budget = block.optional("budget_per_year").map(s -> values.money(s, currency));
            if (!missions.isEmpty()) {
                plans.add(new InvestPlan(
                        name, title, year, rate, from, years, budget, missions, targets, knownFrom, provenance(block)));
            }
        }
        limit(file, "plans", plans.size(), MOST_PLANS, "plans");
        return plans;
    }

    /// A day of the plan.
    private LocalDate knownFrom(Scalar value, LocalDate from, int years) {
        LocalDate day = values.date(value);
        LocalDate last = from.plusYears(years).minusDays(1);
        if (day.toString().equals(value.text()) && (day.isBefore(from) || day.isAfter(last))) {
            values.report(
                    value,
                    "%s is %s, not a day of the plan".formatted(value.name(), value.text()),
                    "Write a day from %s to %s, or leave it out.".formatted(from, last));
        }
        return day;
    }

    private List<InvestPlan.Recurring> recurring(Block plan) {
        Register once = new Register("mission", true);
        List<InvestPlan.Recurring> missions = new ArrayList<>();
        for (Block block : plan.blocks("missions", "the mission", "mission", "per_year", "price_of_failure")) {
            Scalar mission = block.required("mission", "flood-2027");
            once.define(mission, values.findings());
            Scalar perYear = block.required("per_year", "1/3");
            Rate rate = rate(perYear);
            if (perYear.present() && rate.equals(Rate.NEVER)) {
                values.report(
                        perYear,
                        "the mission never comes: per_year is 0",
                        "Write how often it comes, for example 1/3, or leave the mission out.");
            }
            Optional<Long> failure = block.optional("price_of_failure").map(s -> values.money(s, currency));
            missions.add(new InvestPlan.Recurring(values.reference(mission, known.missions), rate, failure));
        }
        if (missions.isEmpty() && !plan.has("missions")) {
            values.findings()
                    .add(
                            plan.place(),
                            "the plan names no mission",
                            "Write missions: with {mission: ID, per_year: 1/3}, one an entry.");
        }
        return missions;
    }

    /// A rate, or the never of one that cannot be read (reported).
    Rate rate(Scalar value) {
        if (!value.present()) {
            return Rate.NEVER;
        }
        Matcher fraction = RATE.matcher(value.text());
        if (fraction.matches()
                && value.text().length() <= 2 * RATE_DIGITS
                && new BigInteger(fraction.group(2)).signum() > 0) {
            Rate rate = new Rate(Long.parseLong(fraction.group(1)), Long.parseLong(fraction.group(2)));
            return often(value, BigDecimal.valueOf(rate.numerator()), BigDecimal.valueOf(rate.denominator()), rate);
        }
        if (fraction.matches() || value.text().indexOf('/') >= 0) {
            values.report(
                    value,
                    "%s is \"%s\", not a fraction".formatted(value.name(), Values.shortened(value.text())),
                    String.format(
                            Locale.ROOT,
                            "Write two whole numbers of together at most %d digits, the second above 0, for example 1/3.",
                            2 * RATE_DIGITS - 1));
            return new Rate(1, 1);
        }
        BigDecimal decimal = values.decimal(value, 0, MOST_PER_YEAR.longValueExact());
        if (decimal.stripTrailingZeros().scale() > RATE_DIGITS) {
            values.report(
                    value,
                    String.format(Locale.ROOT, "%s has more than %d decimals", value.name(), RATE_DIGITS),
                    "Round it, or write a fraction, for example 1/3.");
            return new Rate(1, 1);
        }
        return Rate.of(decimal);
    }

    private Rate often(Scalar value, BigDecimal numerator, BigDecimal denominator, Rate rate) {
        if (numerator.compareTo(denominator.multiply(MOST_PER_YEAR)) > 0) {
            values.report(
                    value,
                    "%s is %s, above %s".formatted(value.name(), value.text(), MOST_PER_YEAR.toPlainString()),
                    "Write a number from 0 to %s.".formatted(MOST_PER_YEAR.toPlainString()));
            return new Rate(1, 1);
        }
        return rate;
    }

    private InvestPlan.Targets targets(Block block, List<InvestPlan.Recurring> missions) {
        return new InvestPlan.Targets(
                chances(block, "missions", missions),
                chances(block, "without_any", missions),
                losing(block, missions),
                worseOff(block),
                cvar(block, missions));
    }

    /// Of each mission and share once.
    private List<InvestPlan.Cvar> cvar(Block targets, List<InvestPlan.Recurring> missions) {
        List<InvestPlan.Cvar> cvar = new ArrayList<>();
        for (Block block : targets.blocks("cvar", "the dearest costs", "mission", "beta", "at_most")) {
            Scalar mission = block.required("mission", "flood-2027");
            if (mission.present()) {
                requireOfPlan(mission, missions);
            }
            Scalar written = block.required("beta", "0.9");
            BigDecimal beta = chance(written);
            if (beta.compareTo(BigDecimal.ONE) == 0) {
                values.report(
                        written,
                        "beta is 1, so that no share of costs is left to be the dearest",
                        "Write a number below 1: with 0.9 it is the dearest tenth.");
            }
            long most = values.money(block.required("at_most", "250000.00"), currency);
            if (cvar.stream()
                    .anyMatch(one ->
                            one.mission().equals(mission.text()) && one.beta().compareTo(beta) == 0)) {
                values.report(
                        mission,
                        "the same share of the costs of \"%s\" is limited twice"
                                .formatted(Values.shortened(mission.text())),
                        "Leave one of the two out.");
            }
            cvar.add(new InvestPlan.Cvar(mission.text(), beta, most));
        }
        return cvar;
    }

    private Optional<Long> worseOff(Block block) {
        Optional<Scalar> most = block.optional("worse_off_by_at_most");
        if (most.isPresent() && alliance.defaultKey().isEmpty()) {
            values.report(
                    most.get(),
                    "nobody can be told to be worse off: the alliance has no key of its own to share by what is drawn in"
                            + " common",
                    "Name default_key in alliance.yaml, or leave worse_off_by_at_most out.");
        }
        return most.map(s -> values.money(s, currency));
    }

    private Map<String, Integer> losing(Block block, List<InvestPlan.Recurring> missions) {
        int allies = (int) alliance.members().stream().filter(Member::isAlly).count();
        Map<String, Integer> losing = new LinkedHashMap<>();
        block.entries("losing_any", "FIRE: 2").forEach((mission, members) -> {
            requireOfPlan(mission, missions);
            losing.put(mission.text(), (int) values.whole(members, 1, Math.max(1, allies - 1)));
        });
        return losing;
    }

    private void requireOfPlan(Scalar mission, List<InvestPlan.Recurring> missions) {
        if (known.missions.check(mission, values.findings())
                && missions.stream().noneMatch(one -> one.mission().equals(mission.text()))) {
            values.report(
                    mission,
                    "\"%s\" is no mission of this plan".formatted(Values.shortened(mission.text())),
                    "Add it to the plan's missions, or leave the target out.");
        }
    }

    private Map<String, BigDecimal> chances(Block block, String key, List<InvestPlan.Recurring> missions) {
        Map<String, BigDecimal> chances = new LinkedHashMap<>();
        block.entries(key, "FIRE: 0.75").forEach((mission, chance) -> {
            requireOfPlan(mission, missions);
            chances.put(mission.text(), chance(chance));
        });
        return chances;
    }

    private BigDecimal chance(Scalar value) {
        BigDecimal chance = values.decimal(value, 0, 1);
        if (chance.stripTrailingZeros().scale() > CHANCE_DECIMALS) {
            values.report(
                    value,
                    String.format(Locale.ROOT, "%s has more than %d decimals", value.name(), CHANCE_DECIMALS),
                    "Round it.");
            return BigDecimal.ZERO;
        }
        return chance;
    }

    private List<World> worlds(Block file, Register candidateIds) {
        Register ids = new Register("world", true);
        List<World> worlds = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (Block block : file.blocks(
                "worlds",
                "the world",
                "id",
                "probability",
                "willing",
                "occurs",
                "prices",
                "pools",
                "status",
                "source")) {
            Scalar id = block.required("id", "ordinary");
            ids.define(id, values.findings());
            BigDecimal probability = chance(block.required("probability", "0.7"));
            sum = sum.add(probability);
            places.add(block.place());
            worlds.add(new World(
                    values.id(id),
                    probability,
                    willing(block),
                    occurs(block),
                    prices(block, candidateIds),
                    pools(block),
                    provenance(block)));
        }
        limit(file, "worlds", worlds.size(), MOST_WORLDS, "worlds");
        if (!worlds.isEmpty() && sum.compareTo(BigDecimal.ONE) != 0) {
            values.findings()
                    .add(
                            file.placeOf("worlds"),
                            "the probabilities of the worlds sum to %s, not to 1".formatted(plain(sum)),
                            sum.compareTo(BigDecimal.ONE) < 0
                                    ? "Distribute the %s that are missing."
                                            .formatted(plain(BigDecimal.ONE.subtract(sum)))
                                    : "Take away the %s that are too much."
                                            .formatted(plain(sum.subtract(BigDecimal.ONE))));
        }
        return worlds;
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private List<World.Willing> willing(Block world) {
        List<World.Willing> willing = new ArrayList<>();
        for (Block block : world.blocks("willing", "the willingness", "member", "mission", "chance", "from", "to")) {
            Scalar member = block.required("member", "ARN");
            if (!member.text().equals(World.EVERYBODY)) {
                values.reference(member, known.members);
            }
            Optional<String> mission = block.optional("mission").map(one -> values.reference(one, known.missions));
            Optional<Scalar> single = block.optional("chance");
            if (single.isPresent() && (block.has("from") || block.has("to"))) {
                values.report(
                        single.get(),
                        "chance stands beside from and to",
                        "Write chance: 0.8 where it is known, or from: 0.7 with to: 0.9 where it is not.");
            }
            BigDecimal from;
            BigDecimal to;
            if (single.isPresent()) {
                from = chance(single.get());
                to = from;
            } else if (block.has("from") || block.has("to")) {
                from = chance(block.required("from", "0.7"));
                Scalar upper = block.required("to", "0.9");
                to = chance(upper);
                if (upper.present() && from.compareTo(to) > 0) {
                    values.report(
                            upper,
                            "the chance goes from %s down to %s".formatted(plain(from), plain(to)),
                            "Write the lower one first: from: %s, to: %s.".formatted(plain(to), plain(from)));
                }
            } else {
                from = chance(block.required("chance", "0.8"));
                to = from;
            }
            willing.add(new World.Willing(member.text(), mission, from, to.max(from)));
        }
        return willing;
    }

    private List<World.Occurs> occurs(Block world) {
        Register once = new Register("mission", true);
        List<World.Occurs> occurs = new ArrayList<>();
        for (Block block : world.blocks("occurs", "the occurrence", "mission", "per_year")) {
            Scalar mission = block.required("mission", "flood-2027");
            once.define(mission, values.findings());
            occurs.add(new World.Occurs(
                    values.reference(mission, known.missions), rate(block.required("per_year", "1/3"))));
        }
        return occurs;
    }

    private List<World.PriceFactor> prices(Block world, Register candidateIds) {
        List<World.PriceFactor> prices = new ArrayList<>();
        Register once = new Register("candidate", true);
        Register onceEach = new Register("capability", true);
        for (Block block : world.blocks("prices", "the price", "capability", "candidate", "factor")) {
            BigDecimal factor = factor(block);
            Optional<Scalar> candidate = block.optional("candidate");
            if (candidate.isPresent()) {
                candidateIds.check(candidate.get(), values.findings());
                once.define(candidate.get(), values.findings());
                prices.add(new World.PriceFactor(
                        World.Of.CANDIDATE, candidate.get().text(), factor));
                if (block.has("capability")) {
                    values.report(
                            candidate.get(),
                            "one factor is about a candidate and a capability",
                            "Write two entries, one for each.");
                }
            } else {
                Scalar capability = block.required("capability", "boats");
                onceEach.define(capability, values.findings());
                prices.add(new World.PriceFactor(
                        World.Of.CAPABILITY, values.reference(capability, known.capabilities), factor));
            }
        }
        return prices;
    }

    private List<World.PoolFactor> pools(Block world) {
        Register once = new Register("pool", true);
        List<World.PoolFactor> pools = new ArrayList<>();
        for (Block block : world.blocks("pools", "the pool's factor", "pool", "factor")) {
            Scalar pool = block.required("pool", "pumps");
            once.define(pool, values.findings());
            pools.add(new World.PoolFactor(values.reference(pool, known.pools), factor(block)));
        }
        return pools;
    }

    private BigDecimal factor(Block block) {
        Scalar factor = block.required("factor", "1.2");
        return factor.present() ? values.decimal(factor, 0, 100) : BigDecimal.ONE;
    }

    /// Nobody's willingness is guessed: every world says something of every ally and every mission of a plan.
    private void everybodyIsKnown(List<InvestPlan> plans, List<World> worlds) {
        for (int w = 0; w < worlds.size(); w++) {
            for (Member member : alliance.members()) {
                Optional<String> silent = plans.stream()
                        .flatMap(plan -> plan.missions().stream())
                        .map(InvestPlan.Recurring::mission)
                        .filter(silentOn(worlds.get(w), member))
                        .findFirst();
                if (member.isAlly() && silent.isPresent()) {
                    values.findings()
                            .add(
                                    places.get(w),
                                    "world \"%s\" does not say with what chance %s is willing to go on %s"
                                            .formatted(worlds.get(w).id(), member.code(), silent.get()),
                                    "Add {member: %s, chance: 0.8}, or {member: \"*\", chance: 0.8} for all."
                                            .formatted(member.code()));
                    break;
                }
            }
        }
    }

    private static Predicate<String> silentOn(World world, Member member) {
        return mission -> world.willingnessOf(member.code(), mission).isEmpty();
    }

    /// A day from the order, told where it lies after every plan's last.
    static void checkLead(Scalar lead, int days, Optional<InvestPlan> latest, Findings findings) {
        if (latest.isPresent() && lead.present()) {
            long there =
                    ChronoUnit.DAYS.between(latest.get().from(), latest.get().to());
            if (days > there) {
                findings.add(
                        lead.place(),
                        String.format(
                                Locale.ROOT,
                                "ordered on %s it comes after %d days, when the plan has ended on %s",
                                latest.get().from(),
                                days,
                                latest.get().to()),
                        String.format(Locale.ROOT, "Write at most %d days, or let the plan last longer.", there));
            }
        }
    }

    private Provenance provenance(Block block) {
        return values.provenance(block.required("status", "illustrative"), AllianceFile.source(block, "source"));
    }
}
