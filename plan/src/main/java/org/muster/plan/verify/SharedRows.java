package org.muster.plan.verify;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muster.alliance.Alliance;
import org.muster.alliance.pool.Access;
import org.muster.alliance.pool.Pool;

/// The rows that missions of one alliance have in common, as docs/proof.md says, "Missions together".
final class SharedRows {
    private final Rows rows;
    private final List<DocumentModel> models;
    private final List<Committed> committed;

    private SharedRows(Rows rows, List<DocumentModel> models, List<Committed> committed) {
        this.rows = rows;
        this.models = models;
        this.committed = committed;
    }

    /// Writes them down.
    static void write(Alliance alliance, Rows rows, List<DocumentModel> models, List<Committed> committed) {
        SharedRows shared = new SharedRows(rows, models, committed);
        alliance.offers().forEach(offer -> shared.units("offer", offer.id(), offer.units()));
        alliance.market().forEach(charter -> shared.units("market", charter.id(), charter.units()));
        alliance.pools().forEach(shared::pool);
    }

    private void units(String word, String id, long units) {
        Draw.onTheSameDay(Draw.on(word, id, models, committed))
                .forEach((day, draws) -> Draw.sum(rows, draws)
                        .atMost(word + " " + id + " from " + day, Math.max(0, units - Draw.given(draws))));
    }

    private void pool(Pool pool) {
        List<Draw> draws = Draw.on("pool", pool.id(), models, committed);
        Map<LocalDate, List<Draw>> windows =
                pool.period() == Pool.Period.YEAR ? Draw.inTheSameYear(draws) : Draw.onTheSameDay(draws);
        windows.forEach(
                (day, together) -> new Window(pool, "pool " + pool.id() + " from " + day + " ", together).write());
    }

    private Optional<Committed> committed(String mission) {
        return committed.stream()
                .filter(plan -> plan.mission().id().equals(mission))
                .findFirst();
    }

    /// Draws on a pool that are counted together.
    private final class Window {
        private final Pool pool;
        private final String before;
        private final List<Draw> draws;

        Window(Pool pool, String before, List<Draw> draws) {
            this.pool = pool;
            this.before = before;
            this.draws = draws;
        }

        void write() {
            long capacity = Supply.afterLevy(pool, pool.capacity());
            Draw.sum(rows, draws).atMost(before + "capacity", Math.max(0, capacity - Draw.given(draws)));
            if (!pool.crews().isEmpty()) {
                served("crews", pool.crews(), false);
            }
            if (pool.access() instanceof Access.Owners) {
                served("own", entitlements(), false);
            }
            if (pool.access() instanceof Access.OwnersPlusReleased access) {
                released(access, served("own", entitlements(), true));
            }
        }

        private Map<String, Long> entitlements() {
            Map<String, Long> entitlements = new LinkedHashMap<>();
            pool.entitlements()
                    .keySet()
                    .forEach(owner -> entitlements.put(owner, DocumentModel.entitlement(pool, owner)));
            return entitlements;
        }

        /// Every draw is served by what members have that take part in its mission; nobody serves more than it has.
        ///
        /// @param others whether what is released serves too
        /// @return what each member serves, by variable
        private Map<String, List<String>> served(String what, Map<String, Long> amounts, boolean others) {
            Map<String, List<String>> served = new LinkedHashMap<>();
            for (Draw draw : draws) {
                Rows.Sum open = Draw.sum(rows, List.of(draw));
                if (others) {
                    open.plus(-1, released(draw));
                }
                amounts.forEach((member, amount) -> {
                    if (amount > 0 && serves(what, member, amount, draw)) {
                        open.plus(-1, serving(what, member, draw));
                        served.computeIfAbsent(member, m -> new ArrayList<>()).add(serving(what, member, draw));
                    }
                });
                open.atMost(
                        before + what + " of " + draw.mission() + " in " + draw.period(), -needed(what, amounts, draw));
            }
            served.forEach((member, variables) -> {
                Rows.Sum all = rows.sum();
                variables.forEach(variable -> all.plus(1, variable));
                all.atMost(before + what + " of " + member, amounts.getOrDefault(member, 0L));
            });
            return served;
        }

        private String serving(String what, String member, Draw draw) {
            return before + what + "|" + draw.mission() + "|" + draw.period() + "|" + member;
        }

        private String released(Draw draw) {
            return draw.mission() + ": released|" + pool.id() + "|" + draw.period();
        }

        /// Writes down what a member may serve of a draw, where it may at all: it takes part by a plan that is
        /// committed, or may take part.
        private boolean serves(String what, String member, long amount, Draw draw) {
            String variable = serving(what, member, draw);
            Optional<Committed> plan = committed(draw.mission());
            if (plan.isPresent()) {
                boolean goes = plan.get().coalition().contains(member);
                if (goes) {
                    rows.variable(variable, amount);
                }
                return goes;
            }
            String join = draw.mission() + ": join|" + member;
            if (rows.placeOf(join) == null) {
                return false;
            }
            rows.variable(variable, amount);
            rows.sum().plus(1, variable).plus(-amount, join).atMost(variable, 0);
            return true;
        }

        /// What of a committed draw its own members have to serve: no more than they have.
        private long needed(String what, Map<String, Long> amounts, Draw draw) {
            return committed(draw.mission())
                    .map(plan -> Math.min(
                            what.equals("own") ? ownOf(plan, draw) : draw.given(),
                            new HashSet<>(plan.coalition())
                                    .stream()
                                            .mapToLong(member -> amounts.getOrDefault(member, 0L))
                                            .reduce(0L, Math::addExact)))
                    .orElse(0L);
        }

        /// What of a committed draw its own members are entitled to.
        private long ownOf(Committed plan, Draw draw) {
            Map<String, Long> entitlements = entitlements();
            long entitled = new HashSet<>(plan.coalition())
                    .stream()
                            .mapToLong(member -> entitlements.getOrDefault(member, 0L))
                            .reduce(0L, Math::addExact);
            return Math.min(entitled, draw.given());
        }

        /// What owners release, and what those who would release serve themselves, is together what they have.
        private void released(Access.OwnersPlusReleased access, Map<String, List<String>> own) {
            Rows.Sum all = rows.sum();
            long gone = 0;
            for (Draw draw : draws) {
                all.plus(1, released(draw));
                gone += committed(draw.mission())
                        .map(plan -> draw.given() - ownOf(plan, draw))
                        .orElse(0L);
            }
            own.forEach((member, variables) -> {
                if (!access.withholding().contains(member)) {
                    variables.forEach(variable -> all.plus(1, variable));
                }
            });
            all.atMost(before + "released", Math.max(0, DocumentModel.releasable(pool, access) - gone));
        }
    }
}
