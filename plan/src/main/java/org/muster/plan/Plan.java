package org.muster.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.muster.alliance.bill.Bill;
import org.muster.alliance.mission.Mission;
import org.muster.plan.model.Candidate;
import org.muster.plan.model.Line;
import org.muster.plan.model.SourceKind;
import org.muster.solve.Lexicographic;
import org.muster.solve.Sureness;

/// A plan for one mission: coalition, assignments, gaps and bill, with the proof of how good it is.
///
/// @param alliance the alliance's id
/// @param mission the mission's id
/// @param verdict what the plan comes to
/// @param consent by which mode the alliance decides, and who objected
/// @param certainty how good the plan is proven to be
/// @param going who takes part
/// @param supply what serves the lines, what is missing, what owners release
/// @param bill what it costs
/// @param illustrative what in it rests on invented figures, as lines for readers
public record Plan(
        String alliance,
        String mission,
        Verdict verdict,
        Consent consent,
        Certainty certainty,
        Going going,
        Supply supply,
        Bill bill,
        List<String> illustrative) {
    /// What the plan comes to.
    ///
    /// @param status covered, waived, gaps, or refused
    /// @param reason why, in a sentence
    /// @param firstGap the first uncovered day of the day after, with its line; empty where it is covered
    public record Verdict(Status status, String reason, Optional<DayAfter.FirstGap> firstGap) {}

    /// By which mode the alliance decides, and who objected.
    ///
    /// @param mode the mode in force
    /// @param objectors allies whose objection broke the consensus
    public record Consent(Mission.Mode mode, List<String> objectors) {
        public Consent {
            objectors = List.copyOf(objectors);
        }
    }

    /// How good the plan is proven to be.
    ///
    /// @param proof how good the plan is, level by level
    /// @param sureness how sure the least sure level is
    public record Certainty(List<Lexicographic.Proof> proof, Sureness sureness) {
        public Certainty {
            proof = List.copyOf(proof);
        }
    }

    /// Who takes part.
    ///
    /// @param coalition the members that take part, in the alliance's order
    /// @param lead the member that leads, where the mission asks for one
    public record Going(List<String> coalition, Optional<String> lead) {
        public Going {
            coalition = List.copyOf(coalition);
        }
    }

    /// What serves the lines, what is missing, what owners release.
    ///
    /// @param assignments units on lines, by phase, line and source
    /// @param gaps what is missing, by phase and line
    /// @param releases entitlements released by owners that stay out, as far as they are drawn
    public record Supply(List<Assignment> assignments, List<Gap> gaps, List<Release> releases) {
        public Supply {
            assignments = List.copyOf(assignments);
            gaps = List.copyOf(gaps);
            releases = List.copyOf(releases);
        }
    }

    /// Covered, waived, gaps, or refused.
    public Status status() {
        return verdict.status();
    }

    /// Why, in a sentence.
    public String reason() {
        return verdict.reason();
    }

    /// The mode in force.
    public Mission.Mode mode() {
        return consent.mode();
    }

    /// Allies whose objection broke the consensus.
    public List<String> objectors() {
        return consent.objectors();
    }

    /// How good the plan is, level by level.
    public List<Lexicographic.Proof> proof() {
        return certainty.proof();
    }

    /// How sure the least sure level is.
    public Sureness sureness() {
        return certainty.sureness();
    }

    /// The members that take part, in the alliance's order.
    public List<String> coalition() {
        return going.coalition();
    }

    /// The member that leads, where the mission asks for one.
    public Optional<String> lead() {
        return going.lead();
    }

    /// Units on lines, by phase, line and source.
    public List<Assignment> assignments() {
        return supply.assignments();
    }

    /// What is missing, by phase and line.
    public List<Gap> gaps() {
        return supply.gaps();
    }

    /// The first uncovered day of the day after, with its line; empty where it is covered.
    public Optional<DayAfter.FirstGap> firstGap() {
        return verdict.firstGap();
    }

    /// Entitlements released by owners that stay out, as far as they are drawn.
    public List<Release> releases() {
        return supply.releases();
    }

    /// What a plan comes to.
    public enum Status {
        /// Every essential line is covered, the day after included.
        COVERED,
        /// Every essential line before the day after is covered; the day after is not, and a named authority has waived
        /// it.
        WAIVED,
        /// An essential line before the day after is not covered.
        GAPS,
        /// The day after is not covered, or no coalition meets the mission's own conditions.
        REFUSED;

        /// The word in files and on screens.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Units of one source on one line.
    ///
    /// @param phase       the phase's id
    /// @param requirement the line's id
    /// @param source      what the units come from
    /// @param id          the id of the offer, pool or charter
    /// @param member      who brings them; empty for pools and charters
    /// @param units       whole units, above zero
    /// @param costMinor   minor units
    public record Assignment(
            String phase,
            String requirement,
            SourceKind source,
            String id,
            Optional<String> member,
            long units,
            long costMinor) {
        /// The line's key.
        public String lineKey() {
            return Line.keyOf(phase, requirement);
        }

        /// The name of the candidate that serves (see [Candidate#name]).
        public String candidate() {
            return Candidate.nameOf(source.word(), id, lineKey());
        }
    }

    /// What is missing on one line.
    ///
    /// @param phase      the phase's id
    /// @param requirement the line's id
    /// @param capability its capability
    /// @param missing    whole units, above zero
    /// @param quantity   whole units asked for
    /// @param essential  whether the line is essential
    /// @param from       the first day without them
    public record Gap(
            String phase,
            String requirement,
            String capability,
            long missing,
            long quantity,
            boolean essential,
            LocalDate from) {
        /// The line's key.
        public String lineKey() {
            return Line.keyOf(phase, requirement);
        }
    }

    /// Released entitlement that is drawn.
    ///
    /// @param pool              the pool's id
    /// @param period            the period in which it is booked
    /// @param units             whole units drawn beyond the coalition's own entitlements
    /// @param compensationMinor what the owners that stay out receive for it, in minor units
    public record Release(String pool, String period, long units, long compensationMinor) {}

    public Plan {
        illustrative = List.copyOf(illustrative);
    }

    /// Whether every level is proven: a certificate was checked in whole numbers.
    public boolean proven() {
        return sureness() == Sureness.PROVEN;
    }

    /// What the assignments and released entitlements cost: the level that the planner minimises.
    public long incrementalCostMinor() {
        long units = assignments().stream().mapToLong(Assignment::costMinor).reduce(0L, Math::addExact);
        return releases().stream().mapToLong(Release::compensationMinor).reduce(units, Math::addExact);
    }
}
