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

/// Who could bring how many units to which line at what price, where each unit could serve one line only.
///
/// @param byLine   supplies by the line's key
/// @param problems why lines compete for units, one sentence each; empty where they do not
record Supplies(Map<String, List<Supply>> byLine, List<String> problems) {
    /// Units for a line.
    ///
    /// @param player    the player that brings them; empty where every coalition can have them
    /// @param units     whole units
    /// @param unitCost  minor units
    record Supply(Optional<String> player, long units, long unitCost) {}

    static Supplies of(Alliance alliance, Eligibility eligibility, Company company) {
        Reader reader = new Reader(alliance, eligibility, company);
        reader.read();
        return new Supplies(reader.byLine, reader.problems);
    }

    private static final class Reader {
        private final Alliance alliance;
        private final Eligibility eligibility;
        private final Company company;
        private final Map<String, List<Supply>> byLine = new LinkedHashMap<>();
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
                    note("offer " + source.id() + " in phase " + line.phase().id(), candidate);
                    supplies.add(new Supply(
                            Optional.of(player).filter(company.able()::contains), candidate.mostUnits(), cost));
                    company(source, line);
                }
                case Source.OfMarket source -> {
                    note("charter " + source.id() + " in phase " + line.phase().id(), candidate);
                    supplies.add(new Supply(Optional.empty(), candidate.mostUnits(), cost));
                }
                case Source.OfPool source -> addPool(source.pool(), candidate, supplies);
            }
        }

        private void note(String what, Candidate candidate) {
            shared.computeIfAbsent(what, k -> new ArrayList<>()).add(candidate);
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
            note("pool " + pool.id() + " in " + candidate.period(), candidate);
            long most = candidate.mostUnits();
            long cost = pool.drawCostMinor();
            if (!pool.crews().isEmpty() || !pool.neededCrews().isEmpty()) {
                problems.add("pool " + pool.id() + " needs crews of certain members");
                return;
            }
            switch (pool.access()) {
                case Access.Open access -> supplies.add(new Supply(Optional.empty(), most, cost));
                case Access.Consensus access -> supplies.add(new Supply(Optional.empty(), most, cost));
                case Access.Owners access -> owners(pool, candidate, supplies);
                case Access.OwnersPlusReleased access -> {
                    owners(pool, candidate, supplies);
                    released(pool, access, candidate, supplies);
                }
                case Access.WeightedVote access ->
                    problems.add("pool " + pool.id() + " is opened by a vote of its owners");
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
                            Optional.of(player).filter(company.able()::contains), units, pool.drawCostMinor()));
                }
            }
            long quantity = candidate.line().requirement().quantity();
            if (sum > pool.availableCapacity() && quantity > pool.availableCapacity()) {
                problems.add("the owners of pool " + pool.id() + " hold more than its capacity");
            }
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
                problems.add("what pool " + pool.id() + " has depends on which owners stay out");
            } else {
                supplies.add(new Supply(Optional.empty(), quantity, pool.drawCostMinor() + access.compensationMinor()));
            }
        }

        /// Lines compete for a source unless it has enough for all of them.
        private void compete(String what, List<Candidate> candidates) {
            if (candidates.size() < 2) {
                return;
            }
            long asked = candidates.stream().mapToLong(Candidate::mostUnits).sum();
            boolean enough = switch (candidates.getFirst().source()) {
                case Source.OfMember source -> asked <= source.offer().units();
                case Source.OfMarket source -> asked <= source.charter().units();
                case Source.OfPool source -> false;
            };
            if (!enough) {
                problems.add("lines "
                        + String.join(
                                " and ",
                                candidates.stream().map(c -> c.line().key()).toList())
                        + " compete for " + what);
            }
        }
    }
}
