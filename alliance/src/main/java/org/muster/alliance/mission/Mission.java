package org.muster.alliance.mission;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.muster.alliance.source.Provenance;

/// What an alliance, or some of its members, wants to do.
///
/// @param id          its name
/// @param title       what people call it
/// @param description a paragraph for readers
/// @param mode        whether it is meant as a collective mission or from the start as a coalition of the willing
/// @param mandates    mandates that it has, for example `UNSC 1973`
/// @param priority    which mission's cover comes first where several want the same: 1 before 2, and before those
/// without
/// @param decidedOn   the day of the decision: notice counts from here
/// @param phases      phases in time order, none overlapping, at least one
/// @param floor       what makes it legitimate
/// @param lead        members of which at least one must take part as lead, in order of preference; empty where none is
///                    needed
/// @param pins        what is fixed beforehand
/// @param waiver      an authority's dated waiver of the day-after gate
/// @param costs       cost lines that arise whoever goes
/// @param fund        the common fund, its key and what is eligible for it
/// @param key         the agreed key, by id
/// @param provenance  source and status of the mission as a whole
public record Mission(
        String id,
        String title,
        String description,
        Mode mode,
        Set<String> mandates,
        OptionalInt priority,
        LocalDate decidedOn,
        List<Phase> phases,
        Floor floor,
        List<String> lead,
        Pins pins,
        Optional<Waiver> waiver,
        List<FixedCost> costs,
        Optional<CommonFund> fund,
        Optional<String> key,
        Provenance provenance) {
    /// Who decides.
    public enum Mode {
        /// The alliance by consensus; one objector turns it into a coalition of the willing.
        COLLECTIVE,
        /// Those who go.
        COALITION
    }

    /// What makes a mission legitimate.
    ///
    /// @param members       at least so many members (not partners) take part
    /// @param sharePercent  at least so many percent of the mission's key are held by those who take part
    public record Floor(int members, BigDecimal sharePercent) {
        /// No floor.
        public static final Floor NONE = new Floor(0, BigDecimal.ZERO);
    }

    /// What is fixed beforehand.
    ///
    /// @param mustJoin    members that take part (also with nothing to bring)
    /// @param mustNot     members that do not
    /// @param assignments whole units of an offer or pool fixed on a line
    public record Pins(Set<String> mustJoin, Set<String> mustNot, List<PinnedAssignment> assignments) {
        /// Nothing is fixed.
        public static final Pins NONE = new Pins(Set.of(), Set.of(), List.of());

        public Pins {
            mustJoin = Collections.unmodifiableSet(new TreeSet<>(mustJoin));
            mustNot = Collections.unmodifiableSet(new TreeSet<>(mustNot));
            assignments = List.copyOf(assignments);
        }
    }

    /// Units of one source fixed on one line.
    ///
    /// @param phase       the phase's id
    /// @param requirement the line's id
    /// @param source      the id of an offer, pool or charter
    /// @param units       exactly so many
    public record PinnedAssignment(String phase, String requirement, String source, long units) {}

    /// An authority's waiver of the day-after gate.
    public record Waiver(String authority, LocalDate date, String reason) {}

    /// A cost that arises whoever goes, for example a headquarters.
    ///
    /// @param id          its name
    /// @param title       what it is for
    /// @param date        when
    /// @param category    its category
    /// @param amountMinor minor units
    /// @param incurredBy  a member's code; empty where the alliance as a whole incurs it
    /// @param provenance  source and status
    public record FixedCost(
            String id,
            String title,
            LocalDate date,
            String category,
            long amountMinor,
            Optional<String> incurredBy,
            Provenance provenance) {}

    /// A common fund that carries eligible lines.
    ///
    /// @param id           its name
    /// @param title        what people call it
    /// @param key          the key by which it is filled, by id
    /// @param categories   categories of cost that are eligible
    /// @param ceilingMinor the most that it carries, in minor units; empty where open
    public record CommonFund(String id, String title, String key, Set<String> categories, Optional<Long> ceilingMinor) {
        public CommonFund {
            categories = Collections.unmodifiableSet(new TreeSet<>(categories));
        }
    }

    /// A mission without a priority.
    public Mission(
            String id,
            String title,
            String description,
            Mode mode,
            Set<String> mandates,
            LocalDate decidedOn,
            List<Phase> phases,
            Floor floor,
            List<String> lead,
            Pins pins,
            Optional<Waiver> waiver,
            List<FixedCost> costs,
            Optional<CommonFund> fund,
            Optional<String> key,
            Provenance provenance) {
        this(
                id,
                title,
                description,
                mode,
                mandates,
                OptionalInt.empty(),
                decidedOn,
                phases,
                floor,
                lead,
                pins,
                waiver,
                costs,
                fund,
                key,
                provenance);
    }

    public Mission {
        Objects.requireNonNull(id);
        mandates = Collections.unmodifiableSet(new TreeSet<>(mandates));
        phases = List.copyOf(phases);
        lead = List.copyOf(lead);
        costs = List.copyOf(costs);
        if (phases.isEmpty()) {
            throw new IllegalArgumentException("mission " + id + " has no phase");
        }
        for (int i = 1; i < phases.size(); i++) {
            if (!phases.get(i).from().isAfter(phases.get(i - 1).to())) {
                throw new IllegalArgumentException("mission " + id + ": phase "
                        + phases.get(i).id() + " starts before phase "
                        + phases.get(i - 1).id() + " has ended");
            }
        }
    }

    /// The same mission with other pins.
    public Mission with(Pins other) {
        return new Mission(
                id,
                title,
                description,
                mode,
                mandates,
                priority,
                decidedOn,
                phases,
                floor,
                lead,
                other,
                waiver,
                costs,
                fund,
                key,
                provenance);
    }

    /// The same mission with another priority.
    public Mission with(OptionalInt other) {
        return new Mission(
                id,
                title,
                description,
                mode,
                mandates,
                other,
                decidedOn,
                phases,
                floor,
                lead,
                pins,
                waiver,
                costs,
                fund,
                key,
                provenance);
    }

    /// The same mission with another floor.
    public Mission with(Floor other) {
        return new Mission(
                id,
                title,
                description,
                mode,
                mandates,
                priority,
                decidedOn,
                phases,
                other,
                lead,
                pins,
                waiver,
                costs,
                fund,
                key,
                provenance);
    }

    /// The same mission with others that may lead it.
    public Mission with(List<String> other) {
        return new Mission(
                id,
                title,
                description,
                mode,
                mandates,
                priority,
                decidedOn,
                phases,
                floor,
                other,
                pins,
                waiver,
                costs,
                fund,
                key,
                provenance);
    }

    /// The last day of the last phase that is not a follow-up phase; the first phase counts as one in any case.
    public LocalDate lastDayOfMain() {
        LocalDate last = phases.getFirst().to();
        for (Phase phase : phases) {
            if (!phase.followUp() && phase.to().isAfter(last)) {
                last = phase.to();
            }
        }
        return last;
    }
}
