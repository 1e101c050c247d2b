package org.muster.folder;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.muster.alliance.mission.Mission;
import org.muster.alliance.mission.Phase;
import org.muster.alliance.mission.Requirement;
import org.muster.alliance.source.Provenance;
import org.muster.input.Nearest;
import org.muster.input.Place;

/// One file of `missions/`.
final class MissionFile {
    private final String file;
    private final Known known;
    private final Values values;
    private final Currency currency;

    /// Ids of the lines of each phase.
    private final Map<String, Set<String>> linesOfPhase = new HashMap<>();

    MissionFile(String file, Known known, Values values, Currency currency) {
        this.file = file;
        this.known = known;
        this.values = values;
        this.currency = currency;
    }

    /// The mission, or nothing where its phases cannot be one after the other (reported).
    Optional<Mission> read(Tree tree) {
        return Block.of(
                        "the mission",
                        tree,
                        values.findings(),
                        "id",
                        "title",
                        "description",
                        "mode",
                        "mandates",
                        "priority",
                        "decided_on",
                        "key",
                        "lead",
                        "floor",
                        "phases",
                        "pins",
                        "waiver",
                        "costs",
                        "fund",
                        "status",
                        "source")
                .flatMap(this::mission);
    }

    private Optional<Mission> mission(Block block) {
        Scalar id = block.required("id", Known.missionOf(file));
        values.id(id);
        if (id.present() && !id.text().equals(Known.missionOf(file))) {
            values.report(
                    id,
                    "id is \"%s\", and the file is called %s"
                            .formatted(id.text(), file.substring(file.indexOf('/') + 1)),
                    "Write id: %s, or rename the file.".formatted(Known.missionOf(file)));
        }
        LocalDate decidedOn = values.date(block.required("decided_on", "2014-09-05"));
        List<Located> all = located(block, decidedOn);
        List<Phase> phases = phases(block, all);
        if (phases.isEmpty()) {
            return Optional.empty();
        }
        Optional<LocalDate> lastDay = all.stream().allMatch(Located::dated)
                ? Optional.of(phases.getLast().to())
                : Optional.empty();
        List<Mission.FixedCost> costs = costs(block);
        return Optional.of(new Mission(
                new Mission.Heading(
                        id.text(),
                        values.text(block.required("title", "What people call it")),
                        block.optional("description").map(values::text).orElse(""),
                        provenance(block)),
                new Mission.Decision(
                        values.choice(block.required("mode", "collective"), Mission.Mode.class),
                        names(block, "mandates"),
                        block.optional("priority")
                                .map(priority -> OptionalInt.of((int) values.whole(priority, 1, Limits.PRIORITIES)))
                                .orElse(OptionalInt.empty()),
                        decidedOn,
                        block.block("waiver", "the waiver", "authority", "date", "reason")
                                .map(waiver -> waiver(waiver, lastDay))),
                phases,
                new Mission.Company(floor(block), members(block, "lead"), pins(block)),
                new Mission.Finance(
                        costs,
                        block.block("fund", "the fund", "id", "title", "key", "categories", "ceiling")
                                .map(fund -> fund(fund, costs)),
                        block.optional("key").map(key -> values.reference(key, known.keys)))));
    }

    /// A waiver opens a mission that is refused otherwise, so it has to say who gave it, why, and while it was to be
    /// given.
    ///
    /// @param lastDay empty where a day of the mission is not known
    private Mission.Waiver waiver(Block block, Optional<LocalDate> lastDay) {
        Scalar date = block.required("date", "2014-09-05");
        LocalDate day = values.date(date);
        if (lastDay.isPresent() && day.isAfter(lastDay.get())) {
            values.report(
                    date,
                    "the waiver is of %s, after the mission has ended on %s".formatted(day, lastDay.get()),
                    "Write the day on which it was given.");
        }
        return new Mission.Waiver(
                values.words(block.required("authority", "North Atlantic Council")),
                day,
                values.words(block.required("reason", "Why the day after may stay open")));
    }

    private Set<String> names(Block block, String key) {
        return block.list(key).stream().map(values::text).collect(Collectors.toCollection(TreeSet::new));
    }

    private List<String> members(Block block, String key) {
        return block.list(key).stream()
                .map(member -> values.reference(member, known.members))
                .toList();
    }

    private Mission.Floor floor(Block block) {
        return block.block("floor", "the floor", "members", "share_percent")
                .map(floor -> new Mission.Floor(
                        floor.optional("members")
                                .map(m -> (int) values.whole(m, 0, known.members.most()))
                                .orElse(0),
                        floor.optional("share_percent")
                                .map(s -> values.percent(s))
                                .orElse(BigDecimal.ZERO)))
                .orElse(Mission.Floor.NONE);
    }

    /// A phase with the places of its dates.
    /// @param dated whether the first and the last day are days; else others stand in for them, and say nothing
    private record Located(Phase phase, Place from, Place to, boolean dated) {}

    private List<Located> located(Block mission, LocalDate decidedOn) {
        Register ids = new Register("phase", true);
        List<Located> phases = new ArrayList<>();
        for (Block block :
                mission.blocks("phases", "the phase", "id", "title", "from", "to", "follow_up", "requirements")) {
            Scalar id = block.required("id", "main");
            ids.define(id, values.findings());
            phases.add(phase(block, id, decidedOn));
        }
        return phases;
    }

    /// The phases that have days, in time order and apart from one another; none where they are not (reported).
    private List<Phase> phases(Block mission, List<Located> all) {
        List<Located> phases = all.stream().filter(Located::dated).toList();
        if (all.isEmpty()) {
            values.findings()
                    .add(
                            mission.placeOf("phases"),
                            "the mission has no phase",
                            "Write phases: with at least one entry - id, from, to, requirements.");
            return List.of();
        }
        boolean apart = true;
        List<Located> inTime = phases.stream()
                .sorted(Comparator.comparing(located -> located.phase().from()))
                .toList();
        for (int i = 1; i < inTime.size(); i++) {
            Phase before = inTime.get(i - 1).phase();
            Phase phase = inTime.get(i).phase();
            if (!phase.from().isAfter(before.to())) {
                values.findings()
                        .add(
                                inTime.get(i).from(),
                                "phase \"%s\" starts on %s, while phase \"%s\" lasts until %s"
                                        .formatted(phase.id(), phase.from(), before.id(), before.to()),
                                "Let it start on %s or later, or end the other before."
                                        .formatted(before.to().plusDays(1)));
                apart = false;
            }
        }
        if (apart && !inTime.equals(phases)) {
            values.findings()
                    .add(
                            mission.placeOf("phases"),
                            "the phases are not in time order",
                            "Write them as %s."
                                    .formatted(inTime.stream()
                                            .map(located -> located.phase().id())
                                            .collect(Collectors.joining(", "))));
            apart = false;
        }
        return apart ? phases.stream().map(Located::phase).toList() : List.of();
    }

    private Located phase(Block block, Scalar id, LocalDate decidedOn) {
        Scalar first = block.required("from", "2014-10-01");
        Scalar last = block.required("to", "2014-12-31");
        LocalDate from = values.date(first);
        LocalDate to = values.date(last);
        boolean dated = Values.isDay(first) && Values.isDay(last);
        if (dated && to.isBefore(from)) {
            values.report(
                    last,
                    "phase \"%s\" ends on %s, before it starts on %s".formatted(id.text(), to, from),
                    "Write a last day on or after the first.");
        }
        if (dated && to.isAfter(from.plusDays(Limits.DAYS))) {
            values.report(
                    last,
                    String.format(Locale.ROOT, "phase \"%s\" lasts longer than %d days", id.text(), Limits.DAYS),
                    "Write an earlier last day.");
        }
        if (dated && from.isBefore(decidedOn)) {
            values.report(
                    first,
                    "phase \"%s\" starts on %s, before the mission is decided on %s"
                            .formatted(id.text(), from, decidedOn),
                    "Write a first day on or after decided_on.");
        }
        List<Requirement> requirements = new ArrayList<>();
        Register lines = new Register("requirement", true);
        for (Block line : block.blocks(
                "requirements",
                "the requirement",
                "id",
                "capability",
                "quantity",
                "unit",
                "place",
                "kind",
                "notice_days",
                "priority",
                "status",
                "source")) {
            lines.define(line.required("id", "lift"), values.findings());
            requirements.add(requirement(line));
            warnOfLateNotice(line, from, decidedOn, Values.isDay(first));
        }
        linesOfPhase.put(id.text(), new LinkedHashSet<>(lines.all()));
        Phase phase = new Phase(
                values.id(id),
                block.optional("title").map(values::text).orElse(id.text()),
                from,
                to.isBefore(from) ? from : to,
                block.optional("follow_up").map(values::truth).orElse(false),
                requirements);
        return new Located(phase, first.place(), last.place(), dated);
    }

    /// Units have no more notice than the days from the decision to their phase, whatever the line says.
    private void warnOfLateNotice(Block line, LocalDate from, LocalDate decidedOn, boolean dated) {
        Optional<Scalar> notice = line.optional("notice_days");
        long days = ChronoUnit.DAYS.between(decidedOn, from);
        if (dated
                && days >= 0
                && notice.isPresent()
                && Values.isWhole(notice.get().text())) {
            BigDecimal asked = new BigDecimal(notice.get().text());
            if (asked.compareTo(BigDecimal.valueOf(days)) > 0) {
                values.findings()
                        .warn(
                                notice.get().place(),
                                String.format(
                                        Locale.ROOT,
                                        "notice_days is %s, and the phase starts %d days after decided_on",
                                        Values.shortened(notice.get().text()),
                                        days),
                                String.format(
                                        Locale.ROOT, "Units that need more than %d days do not come in time.", days));
            }
        }
    }

    private Requirement requirement(Block block) {
        Scalar capability = block.required("capability", "airlift-hours");
        known.checkUnit(block.required("unit", "flight hours"), capability);
        return new Requirement(
                values.id(block.required("id", "lift")),
                values.reference(capability, known.capabilities),
                values.whole(block.required("quantity", "4"), 1, Limits.UNITS),
                values.text(block.required("place", "Where it is needed")),
                values.text(block.required("kind", "transport")),
                values.days(block.required("notice_days", "30")),
                block.optional("priority")
                        .map(p -> values.choice(p, Requirement.Priority.class))
                        .orElse(Requirement.Priority.ESSENTIAL),
                provenance(block));
    }

    private Mission.Pins pins(Block mission) {
        Optional<Block> found = mission.block("pins", "the pins", "must_join", "must_not", "assignments");
        if (found.isEmpty()) {
            return Mission.Pins.NONE;
        }
        Block block = found.get();
        List<String> mustJoin = members(block, "must_join");
        for (Scalar member : block.list("must_not")) {
            if (mustJoin.contains(values.reference(member, known.members))) {
                values.report(
                        member,
                        "%s must join and must not".formatted(member.text()),
                        "Remove it from one of the two lists.");
            }
        }
        List<Mission.PinnedAssignment> assignments = new ArrayList<>();
        Map<String, Scalar> pinned = new HashMap<>();
        for (Block pin : block.blocks("assignments", "the assignment", "phase", "requirement", "by", "units")) {
            Mission.PinnedAssignment assignment = assignment(pin);
            Scalar by = pin.required("by", "id of an offer, pool or charter");
            Scalar earlier = pinned.putIfAbsent(
                    assignment.phase() + "/" + assignment.requirement() + " by " + assignment.source(), by);
            if (earlier != null) {
                values.report(
                        by,
                        "\"%s\" is fixed on line %s/%s twice, here and at %s"
                                .formatted(
                                        assignment.source(),
                                        assignment.phase(),
                                        assignment.requirement(),
                                        earlier.place().fileAndLine()),
                        "Write one assignment with the units that are meant.");
            }
            assignments.add(assignment);
        }
        return new Mission.Pins(Set.copyOf(mustJoin), Set.copyOf(members(block, "must_not")), assignments);
    }

    private Mission.PinnedAssignment assignment(Block pin) {
        Scalar phase = pin.required("phase", "main");
        Scalar line = pin.required("requirement", "lift");
        Scalar by = pin.required("by", "id of an offer, pool or charter");
        if (phase.present() && !linesOfPhase.containsKey(phase.text())) {
            values.report(
                    phase,
                    "phase is \"%s\", a phase not known here".formatted(phase.text()),
                    Nearest.advice(phase.text(), new TreeSet<>(linesOfPhase.keySet())));
        } else if (line.present()) {
            Set<String> lines = linesOfPhase.getOrDefault(phase.text(), Set.of());
            if (phase.present() && !lines.contains(line.text())) {
                values.report(
                        line,
                        "requirement is \"%s\", not a line of phase \"%s\"".formatted(line.text(), phase.text()),
                        Nearest.advice(line.text(), lines));
            }
        }
        if (by.present() && !known.isSource(by.text())) {
            values.report(
                    by,
                    "by is \"%s\", no offer, pool or charter known here".formatted(by.text()),
                    Nearest.advice(by.text(), known.sources()));
        }
        return new Mission.PinnedAssignment(
                phase.text(), line.text(), by.text(), values.whole(pin.required("units", "2"), 0, Limits.UNITS));
    }

    private List<Mission.FixedCost> costs(Block mission) {
        Register ids = new Register("cost", true);
        List<Mission.FixedCost> costs = new ArrayList<>();
        for (Block block : mission.blocks(
                "costs", "the cost", "id", "title", "date", "category", "amount", "incurred_by", "status", "source")) {
            Scalar id = block.required("id", "headquarters");
            ids.define(id, values.findings());
            costs.add(new Mission.FixedCost(
                    values.id(id),
                    values.text(block.required("title", "What it is for")),
                    values.date(block.required("date", "2014-10-01")),
                    values.id(block.required("category", "headquarters")),
                    values.money(block.required("amount", "12500.00"), currency),
                    block.optional("incurred_by").map(member -> values.reference(member, known.members)),
                    provenance(block)));
        }
        return costs;
    }

    private Mission.CommonFund fund(Block block, List<Mission.FixedCost> costs) {
        Set<String> used = new TreeSet<>(MissionWords.PLANNED);
        costs.forEach(cost -> used.add(cost.category()));
        Register register = Known.ofNames("category of cost", used, true);
        block.list("categories").forEach(category -> register.checkNear(category, "the fund", values.findings()));
        Set<String> categories = names(block, "categories");
        if (categories.isEmpty()) {
            values.findings()
                    .add(
                            block.placeOf("categories"),
                            "the fund carries no category",
                            "Write categories: with those that are eligible, for example [headquarters, pool-draw].");
        }
        return new Mission.CommonFund(
                values.id(block.required("id", "common")),
                values.text(block.required("title", "Common fund")),
                values.reference(block.required("key", "gni-2014"), known.keys),
                categories,
                block.optional("ceiling").map(s -> values.money(s, currency)));
    }

    private Provenance provenance(Block block) {
        return values.provenance(block.required("status", "published"), AllianceFile.source(block, "source"));
    }
}
