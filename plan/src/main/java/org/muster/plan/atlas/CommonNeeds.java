package org.muster.plan.atlas;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.muster.alliance.Alliance;
import org.muster.alliance.mission.Mission;
import org.muster.alliance.offer.Caveat;
import org.muster.alliance.offer.Limit;
import org.muster.alliance.policy.Condition;
import org.muster.alliance.pool.Pool;
import org.muster.games.cost.CoverGame;
import org.muster.plan.fold.Ability;
import org.muster.plan.model.Candidate;
import org.muster.plan.model.Eligibility;
import org.muster.plan.model.Line;
import org.muster.plan.model.Source;
import org.muster.plan.need.Demand;
import org.muster.plan.need.Need;

/// What a mission's lines need of each capability, for any coalition of the allies: a [Demand] for each capability and
/// for each time in which units that serve one line are not there for another. Also where lines compete for offers or
/// pools.
///
/// Costs are those of [StandAlone], without what arises whoever goes, but where lines that compete have unlike prices
/// of a missing unit: all of these count at the dearest, so that the cheapest cover is the fullest.
///
/// @param players  the allies, in the alliance's order
/// @param needs    one for each capability and time, in the order of the lines
/// @param problems why it cannot be said so, one sentence each; empty where it can
public record CommonNeeds(List<String> players, List<CommonNeed> needs, List<String> problems) {
    /// What lines of a capability need in one time.
    ///
    /// @param capability its id
    /// @param time       a phase's id or a year
    /// @param lines      keys of the lines
    /// @param demand     what they ask, players counted as in [CommonNeeds#players]
    public record CommonNeed(String capability, String time, List<String> lines, Demand demand) {
        public CommonNeed {
            lines = List.copyOf(lines);
        }
    }

    public CommonNeeds {
        players = List.copyOf(players);
        needs = List.copyOf(needs);
        problems = List.copyOf(problems);
    }

    /// Reads a mission so.
    ///
    /// @param period whether units in common are used up over the year (hours), or free again in the next phase
    ///               (aircraft, teams, crews)
    public static CommonNeeds of(Alliance alliance, Mission mission, Pool.Period period) {
        return read(alliance, mission, Optional.of(period), Map.of());
    }

    /// What the lines of one capability need, and why other lines may change that.
    ///
    /// @param needs   as if everybody who is willing could come along
    /// @param coupled why the cheapest plan may leave somebody at home for lines of other capabilities, one sentence
    ///                each: then at least so much is needed, and what a unit in common spares is not told; empty where
    ///                nothing does
    public record OfCapability(CommonNeeds needs, List<String> coupled) {
        public OfCapability {
            coupled = List.copyOf(coupled);
        }
    }

    /// The same for the lines of one capability: what keeps other lines from being told so is no problem here.
    ///
    /// @param gapPrices what a missing unit of a line counts at least, by the line's key, in minor units
    public static OfCapability ofCapability(
            Alliance alliance, Mission mission, String capability, Pool.Period period, Map<String, Long> gapPrices) {
        Eligibility all = Eligibility.of(alliance, StandAlone.of(mission));
        Company company = Company.of(alliance, mission, all);
        Supplies supplies = Supplies.of(alliance, all, company);
        Eligibility own = new Eligibility(
                all.mode(),
                all.objectors(),
                all.lines().stream()
                        .filter(line -> line.requirement().capability().equals(capability))
                        .toList(),
                all.candidates().stream()
                        .filter(one -> one.line().requirement().capability().equals(capability))
                        .toList(),
                all.memberBlockers());
        boolean apart = supplies.problems().isEmpty() && supplies.bound().isEmpty();
        return new OfCapability(
                read(alliance, mission, Optional.of(period), gapPrices, new Asked(own, company, apart ? all : own)),
                apart ? List.of() : new Unwelcome(alliance, company, all, own, supplies).problems());
    }

    /// @param own        the lines that are told
    /// @param conditions the lines on which somebody's coming may hang
    private record Asked(Eligibility own, Company company, Eligibility conditions) {}

    /// Whose coming takes something from lines of other capabilities, so that the cheapest plan may leave them at home.
    private record Unwelcome(Alliance alliance, Company company, Eligibility all, Eligibility own, Supplies supplies) {
        List<String> problems() {
            List<String> problems = new ArrayList<>();
            for (Candidate candidate : all.candidates()) {
                if (candidate.blockers().isEmpty() && !own.lines().contains(candidate.line())) {
                    unwelcome(candidate).stream()
                            .filter(company::mayTakePart)
                            .filter(this::matters)
                            .findFirst()
                            .ifPresent(member ->
                                    problems.add(candidate.source().kind().word() + " "
                                            + candidate.source().id() + " is there only without " + member
                                            + ", which matters for this, too"));
                }
            }
            boolean waits = company.conditions().values().stream()
                    .flatMap(List::stream)
                    .anyMatch(Condition.DayAfterCovered.class::isInstance);
            if (waits) {
                problems.add(
                        "somebody joins only where the day after is covered, lines of other capabilities included");
            }
            return problems;
        }

        private Set<String> unwelcome(Candidate candidate) {
            Set<String> members = new TreeSet<>();
            switch (candidate.source()) {
                case Source.OfMember source -> {
                    for (Caveat caveat : alliance.caveats()) {
                        if (caveat.limit() instanceof Limit.Beside limit
                                && caveat.isAbout(source.offer())
                                && caveat.isInForce(
                                        candidate.line().phase().from(),
                                        candidate.line().phase().to())) {
                            members.addAll(limit.members());
                        }
                    }
                }
                case Source.OfPool source -> {
                    // What owners who stay out release is there only without them.
                    if (supplies.bound().contains(Supplies.dependsOnOwners(source.pool()))) {
                        members.addAll(source.pool().entitlements().keySet());
                    }
                }
                case Source.OfMarket source -> {}
            }
            return members;
        }

        private static boolean isFrom(Source source, String member) {
            return switch (source) {
                case Source.OfMember of -> of.offer().member().equals(member);
                case Source.OfPool of -> of.pool().entitlements().containsKey(member);
                case Source.OfMarket of -> false;
            };
        }

        /// Brings it, or counts in somebody's conditions.
        private boolean matters(String member) {
            return own.candidates().stream()
                            .filter(one -> one.blockers().isEmpty())
                            .anyMatch(one -> isFrom(one.source(), member))
                    || company.conditions().values().stream()
                            .flatMap(List::stream)
                            .anyMatch(condition -> condition instanceof Condition.AtLeastMembers
                                    || Company.companyOf(condition).contains(member));
        }
    }

    /// The same with one need for each group of lines that compete, whenever they are: for what the mission costs, not
    /// for what units in common would spare.
    ///
    /// @param gapPrices what a missing unit of a line counts at least, by the line's key, in minor units
    public static CommonNeeds apart(Alliance alliance, Mission mission, Map<String, Long> gapPrices) {
        return read(alliance, mission, Optional.empty(), gapPrices);
    }

    private static CommonNeeds read(
            Alliance alliance, Mission mission, Optional<Pool.Period> period, Map<String, Long> gapPrices) {
        Eligibility eligibility = Eligibility.of(alliance, StandAlone.of(mission));
        return read(
                alliance,
                mission,
                period,
                gapPrices,
                new Asked(eligibility, Company.of(alliance, mission, eligibility), eligibility));
    }

    private static CommonNeeds read(
            Alliance alliance,
            Mission mission,
            Optional<Pool.Period> period,
            Map<String, Long> gapPrices,
            Asked asked) {
        Eligibility eligibility = asked.own();
        Company company = asked.company();
        Supplies supplies = Supplies.of(alliance, eligibility, company);
        List<String> problems = new ArrayList<>(company.problems());
        problems.addAll(supplies.problems());
        problems.addAll(supplies.bound());
        List<Ability.Conditional> conditional = List.of();
        if (problems.isEmpty() && !company.conditions().isEmpty()) {
            try {
                conditional = conditions(
                        alliance,
                        mission,
                        asked.conditions(),
                        company,
                        Supplies.of(alliance, asked.conditions(), company));
            } catch (ArithmeticException tooLarge) {
                problems.add(String.valueOf(tooLarge.getMessage()));
            }
        }
        if (conditional.size() > Need.MOST_CONDITIONAL) {
            problems.add("more than " + Need.MOST_CONDITIONAL + " members join only under conditions on others");
        }
        if (conditional.stream()
                .anyMatch(one -> one.player() >= company.players().size())) {
            problems.add("what a pool has hangs on who goes");
        }
        if (!problems.isEmpty()) {
            return new CommonNeeds(company.players(), List.of(), List.copyOf(new TreeSet<>(problems)));
        }
        return new Reader(company.players(), eligibility, supplies, period, gapPrices, conditional).read();
    }

    private static List<Ability.Conditional> conditions(
            Alliance alliance, Mission mission, Eligibility eligibility, Company company, Supplies supplies) {
        return MissionNeeds.of(alliance, mission, eligibility, company, supplies, company.players())
                .conditional();
    }

    private static final class Reader {
        private final List<String> players;
        private final Supplies supplies;
        private final Map<String, Long> gapPrices;
        private final List<Line> lines;
        private final Optional<Pool.Period> period;
        private final List<Ability.Conditional> conditional;
        private final List<String> problems = new ArrayList<>();

        Reader(
                List<String> players,
                Eligibility eligibility,
                Supplies supplies,
                Optional<Pool.Period> period,
                Map<String, Long> gapPrices,
                List<Ability.Conditional> conditional) {
            this.players = players;
            this.supplies = supplies;
            this.gapPrices = StandAlone.gapPrices(eligibility);
            gapPrices.forEach((line, price) -> this.gapPrices.merge(line, price, Math::max));
            this.lines = eligibility.lines();
            this.period = period;
            this.conditional = conditional;
        }

        CommonNeeds read() {
            Map<String, List<List<Line>>> together = new LinkedHashMap<>();
            for (List<Line> group : groups()) {
                Line first = group.getFirst();
                for (Line line : group) {
                    if (period.isPresent() && !place(line).equals(place(first))) {
                        problems.add("lines %s and %s compete, and do not stand together"
                                .formatted(first.key(), line.key()));
                    }
                }
                if (group.size() > Demand.MOST_COMPETING) {
                    problems.add(String.format(
                            Locale.ROOT,
                            "%d lines compete with one another, of %d that are told",
                            group.size(),
                            Demand.MOST_COMPETING));
                }
                String place = period.isPresent() ? place(first) : first.key();
                together.computeIfAbsent(place, k -> new ArrayList<>()).add(group);
            }
            if (!problems.isEmpty()) {
                return new CommonNeeds(players, List.of(), problems);
            }
            List<CommonNeed> needs = new ArrayList<>();
            for (List<List<Line>> some : together.values()) {
                Line first = some.getFirst().getFirst();
                needs.add(new CommonNeed(
                        first.requirement().capability(),
                        time(first),
                        some.stream().flatMap(List::stream).map(Line::key).toList(),
                        new Demand(
                                players.size(), some.stream().map(this::group).toList(), conditional)));
            }
            return new CommonNeeds(players, needs, List.of());
        }

        private String time(Line line) {
            return period.filter(Pool.Period.YEAR::equals).isPresent()
                    ? String.valueOf(line.phase().from().getYear())
                    : line.phase().id();
        }

        private String place(Line line) {
            return line.requirement().capability() + " " + time(line);
        }

        /// Lines that compete with one another, directly or through others.
        private List<List<Line>> groups() {
            Map<String, List<Line>> groupOf = new LinkedHashMap<>();
            Map<String, Line> firstOf = new LinkedHashMap<>();
            for (Line line : lines) {
                groupOf.put(line.key(), new ArrayList<>(List.of(line)));
                for (Supplies.Supply supply : supplies.byLine().getOrDefault(line.key(), List.of())) {
                    if (supplies.scarce().containsKey(supply.source())) {
                        Line other = firstOf.computeIfAbsent(supply.source(), k -> line);
                        join(groupOf, groupOf.getOrDefault(other.key(), List.of()), line);
                    }
                }
            }
            return List.copyOf(new LinkedHashSet<>(groupOf.values()));
        }

        private static void join(Map<String, List<Line>> groupOf, List<Line> group, Line line) {
            List<Line> own = groupOf.getOrDefault(line.key(), List.of());
            if (!group.contains(line)) {
                group.addAll(own);
                own.forEach(one -> groupOf.put(one.key(), group));
            }
        }

        private Demand.Group group(List<Line> group) {
            long gapPrice = 0;
            Map<String, Demand.Source> scarce = new LinkedHashMap<>();
            List<Demand.Source> sources = new ArrayList<>();
            for (int l = 0; l < group.size(); l++) {
                gapPrice =
                        Math.max(gapPrice, gapPrices.getOrDefault(group.get(l).key(), 0L));
                for (Supplies.Supply supply :
                        supplies.byLine().getOrDefault(group.get(l).key(), List.of())) {
                    int player = supply.player().map(players::indexOf).orElse(CoverGame.Offer.OUTSIDE);
                    Optional<Long> limit = Optional.ofNullable(supplies.scarce().get(supply.source()));
                    if (limit.isPresent()) {
                        scarce.merge(
                                supply.source(),
                                new Demand.Source(player, limit.get(), supply.unitCost(), 1 << l),
                                (one, other) -> new Demand.Source(
                                        one.player(), one.units(), one.unitCost(), one.serves() | other.serves()));
                    } else {
                        sources.add(new Demand.Source(player, supply.units(), supply.unitCost(), 1 << l));
                    }
                }
            }
            sources.addAll(scarce.values());
            return new Demand.Group(
                    group.stream().map(line -> line.requirement().quantity()).toList(), gapPrice, sources);
        }
    }
}
