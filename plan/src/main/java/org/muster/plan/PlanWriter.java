package org.muster.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muster.alliance.Alliance;
import org.muster.alliance.bill.Bill;
import org.muster.alliance.mission.Mission;
import org.muster.alliance.pool.Pool;
import org.muster.input.Counted;
import org.muster.plan.model.Candidate;
import org.muster.plan.model.Eligibility;
import org.muster.plan.model.Line;
import org.muster.plan.model.PlanningModel;
import org.muster.plan.model.Source;
import org.muster.solve.Lexicographic;
import org.muster.solve.Sureness;

/// Writes plans down: from a point of a mission's model, or because there is none.
public final class PlanWriter {
    private final Alliance alliance;
    private final Mission mission;
    private final PlanningModel planning;
    private final Eligibility eligibility;

    /// A writer of plans of the model's mission.
    public PlanWriter(PlanningModel planning) {
        this.alliance = planning.alliance();
        this.mission = planning.mission();
        this.planning = planning;
        this.eligibility = planning.eligibility();
    }

    /// The plan at a point of the model.
    ///
    /// @param values   the point
    /// @param releases entitlements released by owners that stay out, as far as they are drawn
    /// @param proof    what is known of each aim
    /// @param sureness how sure the least sure of them is
    public Plan plan(long[] values, List<Plan.Release> releases, List<Lexicographic.Proof> proof, Sureness sureness) {
        List<String> coalition = coalition(values);
        List<Plan.Gap> gaps = gaps(values);
        Map<String, Long> missing = new LinkedHashMap<>();
        gaps.forEach(gap -> missing.put(gap.lineKey(), gap.missing()));
        Optional<DayAfter.FirstGap> firstGap = DayAfter.firstGap(mission, missing);
        List<Plan.Assignment> assignments = assignments(values);
        Verdict verdict = verdict(gaps, firstGap);
        return new Plan(
                alliance.id(),
                mission.id(),
                new Plan.Verdict(verdict.status(), verdict.reason(), firstGap),
                new Plan.Consent(eligibility.mode(), eligibility.objectors()),
                new Plan.Certainty(proof, sureness),
                new Plan.Going(
                        coalition,
                        mission.lead().stream().filter(coalition::contains).findFirst()),
                new Plan.Supply(assignments, gaps, releases),
                new Billing(alliance, mission, coalition).bill(assignments, releases),
                new Invented(alliance, mission).lines(assignments));
    }

    /// Who takes part at a point of the model.
    List<String> coalition(long[] values) {
        List<String> coalition = new ArrayList<>();
        planning.joins().forEach((member, join) -> {
            if (values[join] > 0) {
                coalition.add(member);
            }
        });
        return coalition;
    }

    private List<Plan.Gap> gaps(long[] values) {
        List<Plan.Gap> gaps = new ArrayList<>();
        for (Line line : eligibility.lines()) {
            long missing = values[planning.shortfallOf(line)];
            if (missing > 0) {
                gaps.add(new Plan.Gap(
                        line.phase().id(),
                        line.requirement().id(),
                        line.requirement().capability(),
                        missing,
                        line.requirement().quantity(),
                        line.requirement().isEssential(),
                        line.phase().from()));
            }
        }
        return gaps;
    }

    List<Plan.Assignment> assignments(long[] values) {
        List<Plan.Assignment> assignments = new ArrayList<>();
        for (PlanningModel.Used used : planning.used()) {
            long units = values[used.variable()];
            if (units > 0) {
                Candidate candidate = used.candidate();
                Line line = candidate.line();
                assignments.add(new Plan.Assignment(
                        line.phase().id(),
                        line.requirement().id(),
                        candidate.source().kind(),
                        candidate.source().id(),
                        candidate.source().member(),
                        units,
                        Math.multiplyExact(units, candidate.source().unitCostMinor(line))));
            }
        }
        return assignments;
    }

    /// What is released where no other mission draws on the same pools.
    public List<Plan.Release> releases(long[] values) {
        List<Plan.Release> releases = new ArrayList<>();
        for (PlanningModel.Released released : planning.released()) {
            long units = beyondOwn(released, values);
            if (units > 0) {
                releases.add(new Plan.Release(
                        released.pool(),
                        released.period(),
                        units,
                        Math.multiplyExact(units, released.compensationMinor())));
            }
        }
        return releases;
    }

    /// What is drawn beyond the coalition's own entitlements: that much is released, and no more, also where it costs
    /// nothing and the variable may stand anywhere above.
    private long beyondOwn(PlanningModel.Released released, long[] values) {
        long beyond = 0;
        for (PlanningModel.Used used : planning.used()) {
            Candidate candidate = used.candidate();
            if (candidate.source() instanceof Source.OfPool source
                    && source.id().equals(released.pool())
                    && candidate.period().equals(released.period())) {
                beyond += values[used.variable()];
            }
        }
        Pool pool = alliance.pool(released.pool()).orElseThrow();
        for (String owner : pool.entitlements().keySet()) {
            Integer join = planning.joins().get(owner);
            beyond -= join != null && values[join] > 0 ? pool.availableEntitlement(owner) : 0;
        }
        return Math.max(0, beyond);
    }

    private record Verdict(Plan.Status status, String reason) {}

    private Verdict verdict(List<Plan.Gap> gaps, Optional<DayAfter.FirstGap> firstGap) {
        long mainGaps = gaps.stream()
                .filter(Plan.Gap::essential)
                .filter(gap -> !isFollowUp(gap.phase()))
                .count();
        String main =
                mainGaps == 0 ? "" : Counted.of(mainGaps, "essential line is", "essential lines are") + " not covered";
        if (firstGap.isPresent() && mission.waiver().isEmpty()) {
            return new Verdict(
                    Plan.Status.REFUSED,
                    "day after: " + firstGap.get().words() + (main.isEmpty() ? "" : "; before that, " + main));
        }
        String waived = firstGap.map(gap -> mission.waiver()
                        .map(w -> "the day after is not covered (" + gap.words() + ") and waived by " + w.authority()
                                + " on " + w.date() + ", until the mission's last day, " + lastDay())
                        .orElse(""))
                .orElse("");
        if (mainGaps > 0) {
            return new Verdict(Plan.Status.GAPS, main + (waived.isEmpty() ? "" : "; " + waived));
        }
        return waived.isEmpty()
                ? new Verdict(Plan.Status.COVERED, "every essential line is covered, the day after included")
                : new Verdict(Plan.Status.WAIVED, waived);
    }

    private LocalDate lastDay() {
        return mission.phases().getLast().to();
    }

    private boolean isFollowUp(String phase) {
        return mission.phases().stream().anyMatch(p -> p.id().equals(phase) && p.followUp());
    }

    /// The plan where nothing meets the mission's conditions, or nothing was found: nobody goes, and all is missing.
    public Plan refused(String reason, Sureness sureness) {
        List<Plan.Gap> gaps = eligibility.lines().stream()
                .map(line -> new Plan.Gap(
                        line.phase().id(),
                        line.requirement().id(),
                        line.requirement().capability(),
                        line.requirement().quantity(),
                        line.requirement().quantity(),
                        line.requirement().isEssential(),
                        line.phase().from()))
                .toList();
        return new Plan(
                alliance.id(),
                mission.id(),
                new Plan.Verdict(Plan.Status.REFUSED, reason, DayAfter.firstGap(mission, Map.of())),
                new Plan.Consent(eligibility.mode(), eligibility.objectors()),
                new Plan.Certainty(List.of(), sureness),
                new Plan.Going(List.of(), Optional.empty()),
                new Plan.Supply(List.of(), gaps, List.of()),
                new Bill(alliance.currency(), List.of()),
                new Invented(alliance, mission).lines(List.of()));
    }
}
