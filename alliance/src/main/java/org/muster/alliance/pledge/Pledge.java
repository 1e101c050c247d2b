package org.muster.alliance.pledge;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.muster.alliance.source.Provenance;

/// A promise with a measure, a target and a date, made by several members at once.
///
/// @param id its name
/// @param title what was promised, in words
/// @param aim what is measured and which side of which value meets it
/// @param course from when to when, and how the way is meant
/// @param reckoning how the measure comes about
/// @param roll who made it, who cannot be measured by it, and who declined
/// @param provenance source and status
public record Pledge(
        String id, String title, Aim aim, Course course, Reckoning reckoning, Roll roll, Provenance provenance) {
    /// What is measured and which side of which value meets it.
    ///
    /// @param measure a measure of the figures, for example `defence_share_of_gdp`
    /// @param comparison on which side of the target it is met
    /// @param target how much, in `unit`
    /// @param unit unit of the measure
    /// @param decimals digits after the point with which the measure is published; it is rounded to them (half up)
    /// before it is compared
    public record Aim(String measure, Comparison comparison, BigDecimal target, String unit, int decimals) {}

    /// From when to when, and how the way is meant.
    ///
    /// @param made the day on which it was made
    /// @param startYear the year from whose value the path starts
    /// @param dueYear the year in which the target should be reached, after `startYear`
    /// @param reviewYear a year in which those who made it want to look at it again
    /// @param path how the way from the start to the target is meant
    public record Course(LocalDate made, int startYear, int dueYear, Optional<Integer> reviewYear, Path path) {
        public Course {
            if (dueYear <= startYear) {
                throw new IllegalArgumentException("a pledge is due after the year from which it starts");
            }
        }
    }

    /// How the measure comes about.
    ///
    /// @param ratio where the measure is a share: what it is a share of
    /// @param addition what may be counted on top, up to a ceiling
    public record Reckoning(Optional<Ratio> ratio, Optional<Addition> addition) {}

    /// Who made it, who cannot be measured by it, and who declined.
    ///
    /// @param who who made it, and since when
    /// @param exemptions who cannot be measured by it
    /// @param optOuts who declined it
    public record Roll(List<Party> who, List<Exemption> exemptions, List<OptOut> optOuts) {
        public Roll {
            who = List.copyOf(who);
            exemptions = List.copyOf(exemptions);
            optOuts = List.copyOf(optOuts);
        }
    }

    /// A measure of the figures, for example `defence_share_of_gdp`.
    public String measure() {
        return aim.measure();
    }

    /// On which side of the target it is met.
    public Comparison comparison() {
        return aim.comparison();
    }

    /// How much, in `unit`.
    public BigDecimal target() {
        return aim.target();
    }

    /// Unit of the measure.
    public String unit() {
        return aim.unit();
    }

    /// Digits after the point with which the measure is published; it is rounded to them (half up) before it is
    /// compared.
    public int decimals() {
        return aim.decimals();
    }

    /// The day on which it was made.
    public LocalDate made() {
        return course.made();
    }

    /// The year from whose value the path starts.
    public int startYear() {
        return course.startYear();
    }

    /// The year in which the target should be reached, after `startYear`.
    public int dueYear() {
        return course.dueYear();
    }

    /// A year in which those who made it want to look at it again.
    public Optional<Integer> reviewYear() {
        return course.reviewYear();
    }

    /// How the way from the start to the target is meant.
    public Path path() {
        return course.path();
    }

    /// Where the measure is a share: what it is a share of.
    public Optional<Ratio> ratio() {
        return reckoning.ratio();
    }

    /// What may be counted on top, up to a ceiling.
    public Optional<Addition> addition() {
        return reckoning.addition();
    }

    /// Who made it, and since when.
    public List<Party> who() {
        return roll.who();
    }

    /// Who cannot be measured by it.
    public List<Exemption> exemptions() {
        return roll.exemptions();
    }

    /// Who declined it.
    public List<OptOut> optOuts() {
        return roll.optOuts();
    }

    /// On which side of the target a pledge is met.
    public enum Comparison {
        AT_LEAST,
        AT_MOST;

        /// The word in files and on screens.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// How the way to the target is meant.
    public enum Path {
        /// Equal steps from the value of the start year to the target in the year in which it is due.
        LINEAR,
        /// Only the end counts.
        FREE;

        /// The word in files and on screens.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// A measure that is 100 times an amount divided by a base.
    ///
    /// @param amount measure of the amount at constant prices, for example `defence_expenditure_real`
    /// @param base   measure of the base at constant prices, for example `gdp_real`, in the amount's unit
    /// @param growth measure of the base's real growth in percent, published forecasts included
    public record Ratio(String amount, String base, String growth) {}

    /// What may be counted on top of the measure: at least so much of one, up to so much of the other.
    ///
    /// @param measure what is counted
    /// @param cap     the most that counts of it
    /// @param total   what both together should come to
    public record Addition(String measure, BigDecimal cap, BigDecimal total) {
        /// Measure and addition together, the addition cut off at its cap.
        public BigDecimal together(BigDecimal measured, BigDecimal added) {
            return measured.add(added.min(cap));
        }
    }

    /// Somebody who made the pledge.
    ///
    /// @param member code of the member
    /// @param since  the day on which it joined those who had made it; empty for those of the first day
    public record Party(String member, Optional<LocalDate> since) {}

    /// A member that cannot be measured.
    ///
    /// @param member code of a member that made the pledge and cannot be measured by it
    /// @param reason why, for example that it has no armed forces
    public record Exemption(String member, String reason) {}

    /// A member that declined.
    ///
    /// @param member  code of a member that declined
    /// @param on      since when
    /// @param instead what it offered in place of the target
    /// @param reason  its words
    public record OptOut(String member, LocalDate on, Optional<BigDecimal> instead, String reason) {}

    public Pledge {
        Objects.requireNonNull(id);
    }

    /// Who had made it by a day.
    public List<Party> partiesOn(LocalDate day) {
        return who().stream()
                .filter(party -> party.since().isEmpty() || !party.since().get().isAfter(day))
                .toList();
    }

    /// The member's exemption.
    public Optional<Exemption> exemptionOf(String member) {
        return exemptions().stream().filter(e -> e.member().equals(member)).findFirst();
    }

    /// The member's opt-out, where it had declined by a day.
    public Optional<OptOut> optOutOf(String member, LocalDate day) {
        return optOuts().stream()
                .filter(o -> o.member().equals(member) && !o.on().isAfter(day))
                .findFirst();
    }

    /// Whether a value as published meets the target: rounded to the published decimals, the boundary included.
    public boolean isMetBy(BigDecimal value) {
        return meets(value.setScale(decimals(), RoundingMode.HALF_UP));
    }

    /// Whether a value meets the target without being rounded.
    public boolean isMetUnrounded(BigDecimal value) {
        return meets(value);
    }

    private boolean meets(BigDecimal value) {
        int sign = value.compareTo(target());
        return comparison() == Comparison.AT_LEAST ? sign >= 0 : sign <= 0;
    }
}
