package org.muster.alliance.invest;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.muster.alliance.mission.Mission;
import org.muster.alliance.pool.Pool;
import org.muster.alliance.source.Provenance;

/// Something that could be held in common, or a rule that could be changed.
///
/// @param id         its name
/// @param title      what people call it
/// @param what       what it brings
/// @param maxBlocks  how many blocks can be had at most, at least 1; a rule has one
/// @param oneOf      candidates of one name exclude one another; empty where it excludes none
/// @param price      what a block costs
/// @param provenance source and status
public record InvestCandidate(
        String id, String title, What what, int maxBlocks, Optional<String> oneOf, Price price, Provenance provenance) {
    /// Blocks of one candidate at most.
    public static final int MOST_BLOCKS = 50;

    public InvestCandidate {
        if (maxBlocks < 1 || maxBlocks > MOST_BLOCKS) {
            throw new IllegalArgumentException("candidate " + id + " has from 1 to " + MOST_BLOCKS + " blocks");
        }
    }

    /// What a block costs in a year, in minor units.
    ///
    /// @param onceMinor    paid once for each block; spread over the life as an annuity
    /// @param lifeYears    years until it has to be bought again, at least 1; 1 where nothing is paid once
    /// @param perYearMinor paid every year for each block
    public record Price(long onceMinor, int lifeYears, long perYearMinor) {
        public Price {
            if (onceMinor < 0 || perYearMinor < 0 || lifeYears < 1) {
                throw new IllegalArgumentException("prices are not negative, and a life is at least one year");
            }
        }
    }

    /// How an asset comes to be held.
    public enum Kind {
        /// Bought.
        BUY,
        /// More of a pool that is there.
        EXTEND,
        /// Kept ready against a yearly retainer.
        OPTION,
        /// Hired from outside.
        CHARTER;

        /// The word in files and on screens.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// What a candidate brings.
    public sealed interface What permits Asset, RuleChange {
        /// The word for its kind in files and on screens.
        String word();
    }

    /// Units in common.
    ///
    /// @param kind          how they come to be held
    /// @param pool          the pool that is extended; empty for the other kinds
    /// @param capability    what they provide, by capability code
    /// @param period        over what time they are counted
    /// @param block         units in a block, at least 1
    /// @param drawMinor     minor units per unit drawn
    /// @param drawDayMinor  minor units per unit and day, beside that; 0 where units are used up
    /// @param noticeDays    days from the call until a unit can start
    /// @param leadDays      days from the order until the units are there
    /// @param owners        who holds them
    public record Asset(
            Kind kind,
            Optional<String> pool,
            String capability,
            Pool.Period period,
            long block,
            long drawMinor,
            long drawDayMinor,
            int noticeDays,
            int leadDays,
            Owners owners)
            implements What {
        public Asset {
            if (block < 1 || drawMinor < 0 || drawDayMinor < 0 || noticeDays < 0 || leadDays < 0) {
                throw new IllegalArgumentException("a block is at least one unit, costs and times are not negative");
            }
            if ((kind == Kind.EXTEND) != pool.isPresent()) {
                throw new IllegalArgumentException("a pool is extended, and nothing else is");
            }
        }

        @Override
        public String word() {
            return kind.word();
        }
    }

    /// Who holds an asset, and who may draw on it.
    ///
    /// @param key  the key that price and entitlements follow, by id; empty where the alliance's own key applies
    /// @param open whether every coalition may draw; else members up to their own entitlements
    public record Owners(Optional<String> key, boolean open) {}

    /// A rule that is eased. It only ever lets more coalitions do a mission.
    ///
    /// @param change what becomes of it
    public record RuleChange(Change change) implements What {
        @Override
        public String word() {
            return "rule";
        }
    }

    /// What becomes of a rule.
    public sealed interface Change {
        /// Others may lead, too.
        record Lead(String mission, List<String> lead) implements Change {
            public Lead {
                lead = List.copyOf(lead);
            }
        }

        /// A mission needs fewer members or a smaller share of its key.
        record Floor(String mission, Mission.Floor floor) implements Change {}

        /// A pool opens at a smaller share of the votes.
        record Vote(String pool, BigDecimal thresholdPercent) implements Change {}

        /// A pool goes without the crews of these members, too.
        record Crew(String pool, List<String> members) implements Change {
            public Crew {
                members = List.copyOf(members);
            }
        }

        /// An approval takes fewer days.
        record Approval(String caveat, int days) implements Change {}

        /// A caveat no longer holds.
        record LiftedCaveat(String caveat) implements Change {}

        /// A policy no longer holds.
        record LiftedPolicy(String policy) implements Change {}
    }
}
