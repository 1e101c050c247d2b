package org.muster.plan.atlas;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muster.alliance.Alliance;
import org.muster.alliance.offer.Caveat;
import org.muster.alliance.offer.Limit;
import org.muster.alliance.pool.Access;
import org.muster.alliance.pool.Pool;
import org.muster.plan.model.Candidate;
import org.muster.plan.model.Eligibility;
import org.muster.plan.model.Line;
import org.muster.plan.model.Source;

/// Who could bring how many units to which line at what price, and which lines compete for the same units.
///
/// @param byLine    supplies by the line's key
/// @param scarce    sources that have too little for all the lines that they could serve, and how much they have
/// @param competing which lines compete for which of these, one sentence each; empty where every unit could serve one
///                  line only
/// @param drawn     pools by period, in words, with the lines that they could serve
/// @param bound     why what a pool has is not a number for each player, one sentence each
/// @param problems  why what an offer has hangs on who else goes, one sentence each
record Supplies(
        Map<String, List<Supply>> byLine,
        Map<String, Long> scarce,
        List<String> competing,
        Map<String, List<Candidate>> drawn,
        List<String> bound,
        List<String> problems) {
    /// Units for a line.
    ///
    /// @param player    the player that brings them; empty where every coalition can have them
    /// @param units     whole units, not counting what other lines take from the source
    /// @param unitCost  minor units
    /// @param source    what they are taken from, in words: an offer or charter in a phase, what a pool has in a period
    /// @param ofPool    whether that is a pool
    record Supply(Optional<String> player, long units, long unitCost, String source, boolean ofPool) {}

    /// Why the lines cannot be costed one by one.
    List<String> together() {
        List<String> all = new ArrayList<>(problems);
        all.addAll(bound);
        all.addAll(competing);
        return all;
    }

    /// That released entitlements are no closed form.
    static String dependsOnOwners(Pool pool) {
        return "what pool " + pool.id() + " has depends on which owners stay out";
    }

    static Supplies of(Alliance alliance, Eligibility eligibility, Company company) {
        Reader reader = new Reader(alliance, eligibility, company);
        reader.read();
        Map<String, List<Candidate>> drawn = new LinkedHashMap<>(reader.shared);
        drawn.values().removeIf(some -> !(some.getFirst().source() instanceof Source.OfPool));
        return new Supplies(reader.byLine, reader.scarce, reader.competing, drawn, reader.bound, reader.problems);
    }

    private static final class Reader {
        private final Alliance alliance;
        private final Eligibility eligibility;
        private final Company company;
        private final Map<String, List<Supply>> byLine = new LinkedHashMap<>();
        private final Map<String, Long> scarce = new LinkedHashMap<>();
        private final List<String> competing = new ArrayList<>();
        private final List<String> bound = new ArrayList<>();
        private final List<String> problems = new ArrayList<>();
        /// Lines by what they would share: an offer or charter in a phase, a pool in a period.
        private final Map<String, List<Candidate>> shared = new LinkedHashMap<>();

        Reader(Alliance alliance, Eligibility eligibility, Company company) {
            this.alliance = alliance;
            this.eligibility = eligibility;
            this.company = company;
        }

        void read() {
            eligibility.lines().forEach(line -> byLine.put(line.key(), new ArrayList<>()));
            for (Candidate candidate : eligibility.candidates()) {
                boolean absent = candidate
                        .source()
                        .member()
                        .map(member -> !company.mayTakePart(member))
                        .orElse(false);
                if (candidate.blockers().isEmpty() && !absent) {
                    add(candidate);
                }
            }
            shared.forEach(this::compete);
        }

        private void add(Candidate candidate) {
            Line line = candidate.line();
            List<Supply> supplies = byLine.getOrDefault(line.key(), new ArrayList<>());
            long cost = candidate.source().unitCostMinor(line);
            switch (candidate.source()) {
                case Source.OfMember source -> {
                    String member = source.offer().member();
                    String player = company.following().getOrDefault(member, member);
                    supplies.add(new Supply(
                            Optional.of(player).filter(company.able()::contains),
                            candidate.mostUnits(),
                            cost,
                            note(
                                    "offer " + source.id() + " in phase "
                                            + line.phase().id(),
                                    candidate),
                            false));
                    company(source, line);
                }
                case Source.OfMarket source -> {
                    supplies.add(new Supply(
                            Optional.empty(),
                            candidate.mostUnits(),
                            cost,
                            note(
                                    "charter " + source.id() + " in phase "
                                            + line.phase().id(),
                                    candidate),
                            false));
                }
                case Source.OfPool source -> addPool(source.pool(), candidate, supplies);
            }
        }

        private String note(String what, Candidate candidate) {
            shared.computeIfAbsent(what, k -> new ArrayList<>()).add(candidate);
            return what;
        }

        /// A caveat about company ties the offer to who else goes.
        private void company(Source.OfMember source, Line line) {
            for (Caveat caveat : alliance.caveats()) {
                if (caveat.limit() instanceof Limit.Beside limit
                        && caveat.isAbout(source.offer())
                        && caveat.isInForce(line.phase().from(), line.phase().to())
                        && limit.members().stream().anyMatch(company::mayTakePart)) {
                    problems.add("offer " + source.id() + " depends on who else goes (caveat " + caveat.id() + ")");
                }
            }
        }

        private void addPool(Pool pool, Candidate candidate, List<Supply> supplies) {
            String what = note("pool " + pool.id() + " in " + candidate.period(), candidate);
            long most = candidate.mostUnits();
            long cost = pool.drawCostMinor();
            if (!pool.crews().isEmpty() || !pool.neededCrews().isEmpty()) {
                bound.add("pool " + pool.id() + " needs crews of certain members");
                return;
            }
            switch (pool.access()) {
                case Access.Open access -> supplies.add(new Supply(Optional.empty(), most, cost, what, true));
                case Access.Consensus access -> supplies.add(new Supply(Optional.empty(), most, cost, what, true));
                case Access.Owners access -> owners(pool, candidate, supplies);
                case Access.OwnersPlusReleased access -> {
                    owners(pool, candidate, supplies);
                    released(pool, access, candidate, supplies);
                }
                case Access.WeightedVote access ->
                    bound.add("pool " + pool.id() + " is opened by a vote of its owners");
            }
        }

        private void owners(Pool pool, Candidate candidate, List<Supply> supplies) {
            long sum = 0;
            for (String owner : pool.entitlements().keySet()) {
                long units = pool.availableEntitlement(owner);
                String player = company.following().getOrDefault(owner, owner);
                if (units > 0 && company.mayTakePart(owner)) {
                    sum += units;
                    supplies.add(new Supply(
                            Optional.of(player).filter(company.able()::contains),
                            units,
                            pool.drawCostMinor(),
                            ownedBy(owner, pool, candidate),
                            true));
                }
            }
            long quantity = candidate.line().requirement().quantity();
            if (sum > pool.availableCapacity() && quantity > pool.availableCapacity()) {
                bound.add(overbooked(pool));
            }
        }

        private static String ownedBy(String owner, Pool pool, Candidate candidate) {
            return "what " + owner + " owns of pool " + pool.id() + " in " + candidate.period();
        }

        private static String overbooked(Pool pool) {
            return "the owners of pool " + pool.id() + " hold more than its capacity";
        }

        /// Released entitlements in closed form: enough of them for the line, and an owner that stands beside every
        /// coalition. Then what one member owns takes nothing from the others.
        private void released(Pool pool, Access.OwnersPlusReleased access, Candidate candidate, List<Supply> supplies) {
            long releasable = 0;
            boolean ownerAlways = false;
            for (String owner : pool.entitlements().keySet()) {
                releasable += access.withholding().contains(owner) ? 0 : pool.availableEntitlement(owner);
                ownerAlways |= company.beside().contains(owner);
            }
            long quantity = candidate.line().requirement().quantity();
            long useful = Math.min(quantity, pool.availableCapacity());
            if (releasable < useful || pool.availableCapacity() < quantity || !ownerAlways) {
                bound.add(dependsOnOwners(pool));
            } else {
                supplies.add(new Supply(
                        Optional.empty(),
                        quantity,
                        pool.drawCostMinor() + access.compensationMinor(),
                        "what is released of pool " + pool.id() + " in " + candidate.period(),
                        true));
            }
        }

        /// Lines compete for a source unless it has enough for all of them.
        private void compete(String what, List<Candidate> candidates) {
            if (candidates.size() < 2) {
                return;
            }
            long asked = candidates.stream().mapToLong(Candidate::mostUnits).sum();
            switch (candidates.getFirst().source()) {
                case Source.OfMember source ->
                    compete(what, candidates, asked, source.offer().units());
                case Source.OfMarket source ->
                    compete(what, candidates, asked, source.charter().units());
                case Source.OfPool source -> competeForPool(source.pool(), what, candidates);
            }
        }

        private void compete(String what, List<Candidate> candidates, long asked, long units) {
            if (asked > units) {
                scarce.put(what, units);
                competing.add("lines "
                        + String.join(
                                " and ",
                                candidates.stream().map(c -> c.line().key()).toList())
                        + " compete for " + what);
            }
        }

        private void competeForPool(Pool pool, String what, List<Candidate> candidates) {
            long capacity = pool.availableCapacity();
            long asked = candidates.stream()
                    .mapToLong(c -> c.line().requirement().quantity())
                    .sum();
            switch (pool.access()) {
                case Access.Open access -> compete(what, candidates, asked, capacity);
                case Access.Consensus access -> compete(what, candidates, asked, capacity);
                case Access.Owners access -> competeForOwned(pool, candidates, asked);
                case Access.OwnersPlusReleased access -> {
                    competeForOwned(pool, candidates, asked);
                    long releasable = pool.entitlements().keySet().stream()
                            .filter(owner -> !access.withholding().contains(owner))
                            .mapToLong(pool::availableEntitlement)
                            .sum();
                    if (releasable < asked || capacity < asked) {
                        bound.add(dependsOnOwners(pool));
                    }
                }
                case Access.WeightedVote access -> compete(what, candidates, asked, capacity);
            }
        }

        private void competeForOwned(Pool pool, List<Candidate> candidates, long asked) {
            long sum = 0;
            for (String owner : pool.entitlements().keySet()) {
                long units = pool.availableEntitlement(owner);
                if (units > 0 && company.mayTakePart(owner)) {
                    sum += units;
                    compete(ownedBy(owner, pool, candidates.getFirst()), candidates, asked, units);
                }
            }
            if (sum > pool.availableCapacity() && asked > pool.availableCapacity()) {
                bound.add(overbooked(pool));
            }
        }
    }
}
