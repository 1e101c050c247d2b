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
/// @param heading what it is called
/// @param decision how it was decided
/// @param phases phases in time order, none overlapping, at least one
/// @param company who has to take part
/// @param finance what it costs whoever goes, and by which key and fund that is carried
public record Mission(Heading heading, Decision decision, List<Phase> phases, Company company, Finance finance) {
    /// What it is called.
    ///
    /// @param id its name
    /// @param title what people call it
    /// @param description a paragraph for readers
    /// @param provenance source and status of the mission as a whole
    public record Heading(String id, String title, String description, Provenance provenance) {
        public Heading {
            Objects.requireNonNull(id);
        }
    }

    /// How it was decided.
    ///
    /// @param mode whether it is meant as a collective mission or from the start as a coalition of the willing
    /// @param mandates mandates that it has, for example `UNSC 1973`
    /// @param priority which mission's cover comes first where several want the same: 1 before 2, and before those
    /// @param decidedOn the day of the decision: notice counts from here
    /// @param waiver an authority's dated waiver of the day-after gate
    public record Decision(
            Mode mode, Set<String> mandates, OptionalInt priority, LocalDate decidedOn, Optional<Waiver> waiver) {
        public Decision {
            mandates = Collections.unmodifiableSet(new TreeSet<>(mandates));
        }
    }

    /// Who has to take part.
    ///
    /// @param floor what makes it legitimate
    /// @param lead members of which at least one must take part as lead, in order of preference; empty where none is
    /// needed
    /// @param pins what is fixed beforehand
    public record Company(Floor floor, List<String> lead, Pins pins) {
        public Company {
            lead = List.copyOf(lead);
        }
    }

    /// What it costs whoever goes, and by which key and fund that is carried.
    ///
    /// @param costs cost lines that arise whoever goes
    /// @param fund the common fund, its key and what is eligible for it
    /// @param key the agreed key, by id
    public record Finance(List<FixedCost> costs, Optional<CommonFund> fund, Optional<String> key) {
        public Finance {
            costs = List.copyOf(costs);
        }
    }

    /// Its name.
    public String id() {
        return heading.id();
    }

    /// What people call it.
    public String title() {
        return heading.title();
    }

    /// A paragraph for readers.
    public String description() {
        return heading.description();
    }

    /// Whether it is meant as a collective mission or from the start as a coalition of the willing.
    public Mode mode() {
        return decision.mode();
    }

    /// Mandates that it has, for example `UNSC 1973`.
    public Set<String> mandates() {
        return decision.mandates();
    }

    /// Which mission's cover comes first where several want the same: 1 before 2, and before those.
    public OptionalInt priority() {
        return decision.priority();
    }

    /// The day of the decision: notice counts from here.
    public LocalDate decidedOn() {
        return decision.decidedOn();
    }

    /// What makes it legitimate.
    public Floor floor() {
        return company.floor();
    }

    /// Members of which at least one must take part as lead, in order of preference; empty where none is needed.
    public List<String> lead() {
        return company.lead();
    }

    /// What is fixed beforehand.
    public Pins pins() {
        return company.pins();
    }

    /// An authority's dated waiver of the day-after gate.
    public Optional<Waiver> waiver() {
        return decision.waiver();
    }

    /// Cost lines that arise whoever goes.
    public List<FixedCost> costs() {
        return finance.costs();
    }

    /// The common fund, its key and what is eligible for it.
    public Optional<CommonFund> fund() {
        return finance.fund();
    }

    /// The agreed key, by id.
    public Optional<String> key() {
        return finance.key();
    }

    /// Source and status of the mission as a whole.
    public Provenance provenance() {
        return heading.provenance();
    }

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

    public Mission {
        phases = List.copyOf(phases);
        if (phases.isEmpty()) {
            throw new IllegalArgumentException("mission " + heading.id() + " has no phase");
        }
        for (int i = 1; i < phases.size(); i++) {
            if (!phases.get(i).from().isAfter(phases.get(i - 1).to())) {
                throw new IllegalArgumentException("mission " + heading.id() + ": phase "
                        + phases.get(i).id() + " starts before phase "
                        + phases.get(i - 1).id() + " has ended");
            }
        }
    }

    /// The same mission with other pins.
    public Mission with(Pins other) {
        return with(new Company(floor(), lead(), other));
    }

    /// The same mission with another floor.
    public Mission with(Floor other) {
        return with(new Company(other, lead(), pins()));
    }

    /// The same mission with others that may lead it.
    public Mission with(List<String> other) {
        return with(new Company(floor(), other, pins()));
    }

    /// The same mission with other conditions on who takes part.
    public Mission with(Company other) {
        return new Mission(heading, decision, phases, other, finance);
    }

    /// The same mission with another priority.
    public Mission with(OptionalInt other) {
        return with(new Decision(mode(), mandates(), other, decidedOn(), waiver()));
    }

    /// The same mission, decided in another way.
    public Mission with(Decision other) {
        return new Mission(heading, other, phases, company, finance);
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
