package org.muster.plan.atlas;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.muster.alliance.Alliance;
import org.muster.alliance.mission.Mission;
import org.muster.alliance.policy.Stance;
import org.muster.alliance.pool.Access;
import org.muster.alliance.pool.Pool;
import org.muster.plan.fold.Ability;
import org.muster.plan.fold.AtLeast;
import org.muster.plan.model.Candidate;
import org.muster.plan.model.Line;
import org.muster.plan.model.Source;

/// What pools have for lines, in numbers that are sums over who is there.
///
/// A pool has in a period the least of: its capacity, once those are there whom it needs (crews without which it
/// does not go, some owner, enough owners in favour); what the crews that are there can operate; what the owners
/// that are there own, with what others release. The first hangs on conditions and on nobody's units, so the pool
/// itself counts as somebody who is always there and takes part under these conditions (a fixture).
final class PoolNeeds {
    /// Ways in which what several pools have can be limited at once, at most.
    private static final int MOST_LIMITS = 64;

    private final Alliance alliance;
    private final Mission mission;
    private final Company company;
    private final Map<String, List<Candidate>> drawn;
    private final List<String> players;
    /// Pools with conditions, by id, in the order of their places after the players.
    private final Map<String, Pool> bound = new LinkedHashMap<>();

    /// A sum over who is there: `always + sum of byPlace`.
    ///
    /// @param byPlace units by player and then by fixture
    @SuppressWarnings("ArrayRecordComponent") // short-lived, within this package
    record Sum(long always, long[] byPlace) {}

    PoolNeeds(
            Alliance alliance,
            Mission mission,
            Company company,
            Map<String, List<Candidate>> drawn,
            List<String> players) {
        this.alliance = alliance;
        this.mission = mission;
        this.company = company;
        this.drawn = drawn;
        this.players = players;
        for (List<Candidate> candidates : drawn.values()) {
            Pool pool = poolOf(candidates);
            if (!asked(pool, 0).isEmpty()) {
                bound.put(pool.id(), pool);
            }
        }
    }

    private static Pool poolOf(List<Candidate> candidates) {
        return ((Source.OfPool) candidates.getFirst().source()).pool();
    }

    int fixtures() {
        return bound.size();
    }

    /// Weights of players, and nothing for fixtures.
    List<Long> withFixtures(LongStream weights) {
        return LongStream.concat(weights, LongStream.generate(() -> 0).limit(fixtures()))
                .boxed()
                .toList();
    }

    /// The conditions of fixtures.
    List<Ability.Conditional> conditions() {
        List<Ability.Conditional> conditions = new ArrayList<>();
        int place = players.size();
        for (Pool pool : bound.values()) {
            conditions.add(new Ability.Conditional(place++, asked(pool, fixtures())));
        }
        return conditions;
    }

    /// Whom a pool needs before anything is drawn; conditions that always hold are left out.
    private List<AtLeast> asked(Pool pool, int fixtures) {
        List<AtLeast> asked = new ArrayList<>();
        for (String crew : pool.neededCrews()) {
            asked.add(reached(1, sum(Map.of(crew, 1L), fixtures)));
        }
        switch (pool.access()) {
            case Access.Open access -> {}
            case Access.Consensus access -> {}
            case Access.Owners access -> {}
            case Access.OwnersPlusReleased access -> {
                Map<String, Long> owners = new LinkedHashMap<>(pool.entitlements());
                owners.values().removeIf(units -> units == 0);
                owners.replaceAll((owner, units) -> 1L);
                asked.add(reached(1, sum(owners, fixtures)));
            }
            case Access.WeightedVote access -> {
                Map<String, Long> asks = new LinkedHashMap<>();
                long supporting = 0;
                long all = 0;
                for (Map.Entry<String, Long> owner : pool.entitlements().entrySet()) {
                    all = Math.addExact(all, owner.getValue());
                    if (alliance.positionOf(owner.getKey(), mission.id()) == Stance.Position.SUPPORTS) {
                        supporting = Math.addExact(supporting, owner.getValue());
                    } else {
                        asks.put(owner.getKey(), owner.getValue());
                    }
                }
                asked.add(reached(access.needed(all) - supporting, sum(asks, fixtures)));
            }
        }
        asked.removeIf(one -> one.needed() == 0);
        return asked;
    }

    private static AtLeast reached(long needed, Sum sum) {
        return new AtLeast(
                needed - sum.always(), Arrays.stream(sum.byPlace()).boxed().toList());
    }

    /// Units by member as a sum over who is there.
    private Sum sum(Map<String, Long> byMember, int fixtures) {
        long always = 0;
        long[] byPlace = new long[players.size() + fixtures];
        for (Map.Entry<String, Long> one : byMember.entrySet()) {
            String member = one.getKey();
            String player = company.following().getOrDefault(member, member);
            if (company.beside().contains(member)) {
                always += one.getValue();
            } else if (company.mayTakePart(member)) {
                byPlace[players.indexOf(player)] += one.getValue();
            }
        }
        return new Sum(always, byPlace);
    }

    /// Whether both lines could draw on one pool in one period.
    boolean isSharedBy(Line one, Line other) {
        return drawn.values().stream().anyMatch(candidates -> serves(candidates, one) && serves(candidates, other));
    }

    private static boolean serves(List<Candidate> candidates, Line line) {
        return candidates.stream().anyMatch(c -> c.line().key().equals(line.key()));
    }

    /// What pools have for a set of lines: the least of these sums.
    ///
    /// @throws ArithmeticException where there are more than [#MOST_LIMITS]
    List<Sum> limits(List<Line> lines) {
        List<Sum> limits = List.of(new Sum(0, new long[players.size() + fixtures()]));
        for (List<Candidate> candidates : drawn.values()) {
            long asked = candidates.stream()
                    .filter(c -> lines.stream()
                            .anyMatch(line -> line.key().equals(c.line().key())))
                    .mapToLong(Candidate::mostUnits)
                    .sum();
            if (asked > 0) {
                List<Sum> both = new ArrayList<>();
                for (Sum one : limits) {
                    limitsOf(poolOf(candidates), asked).forEach(other -> both.add(plus(one, other)));
                }
                limits = both;
            }
            if (limits.size() > MOST_LIMITS) {
                throw new ArithmeticException("too many pools serve lines that compete");
            }
        }
        return limits;
    }

    private static Sum plus(Sum one, Sum other) {
        long[] byPlace = one.byPlace().clone();
        for (int i = 0; i < byPlace.length; i++) {
            byPlace[i] += other.byPlace()[i];
        }
        return new Sum(one.always() + other.always(), byPlace);
    }

    private List<Sum> limitsOf(Pool pool, long asked) {
        List<Sum> limits = new ArrayList<>();
        long most = Math.min(pool.availableCapacity(), asked);
        if (bound.containsKey(pool.id())) {
            long[] byPlace = new long[players.size() + fixtures()];
            byPlace[players.size() + List.copyOf(bound.keySet()).indexOf(pool.id())] = most;
            limits.add(new Sum(0, byPlace));
        } else {
            limits.add(new Sum(most, new long[players.size() + fixtures()]));
        }
        if (!pool.crews().isEmpty()) {
            limits.add(sum(pool.crews(), fixtures()));
        }
        Map<String, Long> owned = new LinkedHashMap<>();
        switch (pool.access()) {
            case Access.Open access -> {}
            case Access.Consensus access -> {}
            case Access.WeightedVote access -> {}
            case Access.Owners access -> {
                pool.entitlements().keySet().forEach(owner -> owned.put(owner, pool.availableEntitlement(owner)));
                limits.add(sum(owned, fixtures()));
            }
            case Access.OwnersPlusReleased access -> {
                long released = 0;
                for (String owner : pool.entitlements().keySet()) {
                    if (access.withholding().contains(owner)) {
                        owned.put(owner, pool.availableEntitlement(owner));
                    } else {
                        released += pool.availableEntitlement(owner);
                    }
                }
                Sum own = sum(owned, fixtures());
                limits.add(new Sum(own.always() + released, own.byPlace()));
            }
        }
        return limits;
    }
}
