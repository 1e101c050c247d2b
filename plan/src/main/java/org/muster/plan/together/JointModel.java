package org.muster.plan.together;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muster.alliance.Alliance;
import org.muster.alliance.mission.Phase;
import org.muster.alliance.pool.Pool;
import org.muster.plan.Plan;
import org.muster.plan.model.PlanningModel;
import org.muster.plan.model.Source;
import org.muster.plan.model.SourceKind;
import org.muster.solve.LinearModel;
import org.muster.solve.ModelDraft;

/// The models of several missions beside each other, with the rows that they share.
///
/// A unit serves one line at a time over all missions: for every day, what all missions have of an offer or a
/// charter is no more than there is. What missions draw from a pool in one of its periods is no more than it has,
/// than the crews and than the entitlements of those who take part in the mission that draws ([SharedPool]). All
/// else is each mission's own.
final class JointModel {
    private final Alliance alliance;
    private final List<Part> parts;
    private final List<Given> given;
    private final ModelDraft draft = new ModelDraft();
    private final List<Window> windows = new ArrayList<>();
    private final LinearModel model;

    /// A mission's model, and where its variables begin in the joint one.
    record Part(PlanningModel planning, int offset) {
        String mission() {
            return planning.mission().id();
        }

        /// The part of a joint point that is this mission's.
        long[] of(long[] joint) {
            return java.util.Arrays.copyOfRange(
                    joint, offset, offset + planning.model().variables().size());
        }
    }

    /// A source and a time in which several missions may want it.
    ///
    /// @param kind     `offer`, `pool` or `market`
    /// @param id       the source's id
    /// @param period   the pool's year; empty where it is a matter of days
    /// @param from     first day on which several may want it
    /// @param to       last such day
    /// @param capacity units that there are
    /// @param draws    one per mission and phase or year
    record Window(
            SourceKind kind,
            String id,
            Optional<String> period,
            LocalDate from,
            LocalDate to,
            long capacity,
            List<Draw> draws) {
        Window {
            draws = List.copyOf(draws);
        }

        static Window of(SourceKind kind, String id, Optional<String> period, long capacity, List<Draw> draws) {
            LocalDate from =
                    draws.stream().map(Draw::from).max(LocalDate::compareTo).orElseThrow();
            LocalDate to =
                    draws.stream().map(Draw::to).min(LocalDate::compareTo).orElseThrow();
            return new Window(kind, id, period, from, to, capacity, draws);
        }
    }

    JointModel(Alliance alliance, List<PlanningModel> missions, List<Given> given) {
        this.alliance = alliance;
        this.given = List.copyOf(given);
        List<Part> placed = new ArrayList<>();
        int offset = 0;
        for (PlanningModel planning : missions) {
            placed.add(new Part(planning, offset));
            copy(planning, offset);
            offset += planning.model().variables().size();
        }
        this.parts = List.copyOf(placed);
        unitRows();
        poolRows();
        this.model = draft.toModel();
    }

    private void copy(PlanningModel planning, int offset) {
        String before = planning.mission().id() + ": ";
        for (LinearModel.Variable variable : planning.model().variables()) {
            if (variable.roundUp()) {
                draft.yesNo(before + variable.name(), variable.lower(), variable.upper());
            } else {
                draft.variable(before + variable.name(), variable.lower(), variable.upper());
            }
        }
        for (LinearModel.Row row : planning.model().rows()) {
            ModelDraft.Sum sum = new ModelDraft.Sum();
            for (int k = 0; k < row.variables().length; k++) {
                sum.plus(row.coefficients()[k], row.variables()[k] + offset);
            }
            draft.between(before + row.name(), sum, row.lower(), row.upper());
        }
    }

    private void unitRows() {
        alliance.offers().forEach(offer -> unitRows(SourceKind.OFFER, offer.id(), offer.units()));
        alliance.market().forEach(charter -> unitRows(SourceKind.MARKET, charter.id(), charter.units()));
    }

    private void unitRows(SourceKind kind, String id, long units) {
        for (List<Draw> draws : Draw.atOnce(byPhase(kind, id))) {
            Window window = Window.of(kind, id, Optional.empty(), units, draws);
            windows.add(window);
            draft.atMost(
                    kind.word() + " " + id + " from " + window.from(),
                    Draw.sum(draws),
                    Math.max(0, units - Draw.given(draws)));
        }
    }

    private void poolRows() {
        for (Pool pool : alliance.pools()) {
            List<Draw> draws = byPhase(SourceKind.POOL, pool.id());
            switch (pool.period()) {
                case PHASE ->
                    Draw.atOnce(draws)
                            .forEach(together -> share(
                                    pool,
                                    Window.of(
                                            SourceKind.POOL,
                                            pool.id(),
                                            Optional.empty(),
                                            pool.availableCapacity(),
                                            together)));
                case YEAR ->
                    byYear(draws).forEach((year, together) -> {
                        if (Draw.areOfSeveral(together)) {
                            share(pool, year(pool, year, together));
                        }
                    });
            }
        }
    }

    private static Window year(Pool pool, String year, List<Draw> draws) {
        return new Window(
                SourceKind.POOL,
                pool.id(),
                Optional.of(year),
                LocalDate.of(Integer.parseInt(year), 1, 1),
                LocalDate.of(Integer.parseInt(year), 12, 31),
                pool.availableCapacity(),
                draws);
    }

    private void share(Pool pool, Window window) {
        windows.add(window);
        new SharedPool(draft, pool, window, this).write();
    }

    private static Map<String, List<Draw>> byYear(List<Draw> draws) {
        Map<String, List<Draw>> years = new LinkedHashMap<>();
        for (Draw draw : draws) {
            String year = String.valueOf(draw.from().getYear());
            years.computeIfAbsent(year, y -> new ArrayList<>())
                    .add(new Draw(draw.mission(), year, draw.from(), draw.to(), draw.variables(), draw.given()));
        }
        years.replaceAll((year, of) -> Draw.merged(of));
        return years;
    }

    /// What every mission takes of a source, phase by phase.
    private List<Draw> byPhase(SourceKind kind, String id) {
        List<Draw> draws = new ArrayList<>();
        for (Part part : parts) {
            for (PlanningModel.Used used : part.planning().used()) {
                Source source = used.candidate().source();
                if (source.kind() == kind && source.id().equals(id)) {
                    Phase phase = used.candidate().line().phase();
                    draws.add(new Draw(
                            part.mission(),
                            phase.id(),
                            phase.from(),
                            phase.to(),
                            List.of(part.offset() + used.variable()),
                            0));
                }
            }
        }
        for (Given plan : given) {
            for (Plan.Assignment used : plan.plan().assignments()) {
                if (used.source() == kind && used.id().equals(id)) {
                    Phase phase = plan.phase(used);
                    draws.add(new Draw(
                            plan.mission().id(), phase.id(), phase.from(), phase.to(), List.of(), used.units()));
                }
            }
        }
        return Draw.merged(draws);
    }

    /// The variable of a member's taking part in a mission; empty where it may not, or the mission's plan is given.
    Optional<Integer> join(String mission, String member) {
        return parts.stream()
                .filter(part -> part.mission().equals(mission))
                .flatMap(part ->
                        Optional.ofNullable(part.planning().joins().get(member))
                                .map(join -> part.offset() + join)
                                .stream())
                .findFirst();
    }

    /// Who goes by the plan that is given for a mission; empty where the model decides.
    Optional<Given> given(String mission) {
        return given.stream()
                .filter(plan -> plan.mission().id().equals(mission))
                .findFirst();
    }

    /// The variables of what is released to a mission from a pool in a period of its own.
    List<Integer> released(String mission, String pool, String period) {
        return parts.stream()
                .filter(part -> part.mission().equals(mission))
                .flatMap(part -> part.planning().released().stream()
                        .filter(r -> r.pool().equals(pool) && r.period().equals(period))
                        .map(r -> part.offset() + r.variable()))
                .toList();
    }

    List<Part> parts() {
        return parts;
    }

    /// Sources and times that several missions may want.
    List<Window> windows() {
        return List.copyOf(windows);
    }

    LinearModel model() {
        return model;
    }

    /// The point at which nobody goes and everything is missing.
    long[] nobodyGoes() {
        long[] values = new long[model.variables().size()];
        for (Part part : parts) {
            long[] own = part.planning().nobodyGoes();
            System.arraycopy(own, 0, values, part.offset(), own.length);
        }
        return values;
    }
}
