package org.muster.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muster.alliance.Alliance;
import org.muster.alliance.Member;
import org.muster.alliance.bill.Money;
import org.muster.alliance.mission.Mission;
import org.muster.alliance.mission.Requirement;
import org.muster.alliance.policy.OperationRecord;
import org.muster.plan.Plan;
import org.muster.plan.together.AlsoWanted;
import org.muster.share.InventedTerms;
import org.muster.share.WhoPays;
import org.muster.solve.Lexicographic;
import org.muster.solve.Sureness;

/// What the faces of a plan show.
///
/// @param alliance the alliance
/// @param mission  the mission
/// @param plan     its plan
/// @param whoPays  its bill under every rule
/// @param alsoWanted what of it other missions of the folder could use in the same time, where it was planned alone
public record PlanAnswer(Alliance alliance, Mission mission, Plan plan, WhoPays whoPays, List<AlsoWanted> alsoWanted) {
    public PlanAnswer {
        alsoWanted = List.copyOf(alsoWanted);
    }

    /// Shares the bill of a plan that was made alone.
    public static PlanAnswer of(Alliance alliance, Mission mission, Plan plan) {
        return alone(alliance, mission, plan, whoPays(alliance, mission, plan));
    }

    /// A plan that was made alone, with its bill shared.
    public static PlanAnswer alone(Alliance alliance, Mission mission, Plan plan, WhoPays whoPays) {
        return new PlanAnswer(alliance, mission, plan, whoPays, AlsoWanted.of(alliance, mission, plan));
    }

    /// Shares the bill of a plan that was made together with others.
    static PlanAnswer planned(Alliance alliance, Mission mission, Plan plan) {
        return new PlanAnswer(alliance, mission, plan, whoPays(alliance, mission, plan), List.of());
    }

    private static WhoPays whoPays(Alliance alliance, Mission mission, Plan plan) {
        return WhoPays.of(alliance, mission, plan.coalition(), plan.bill());
    }

    /// What other missions of the folder could use of it, in a sentence each.
    public List<String> alsoWantedInWords() {
        return alsoWanted.stream().map(PlanAnswer::words).toList();
    }

    private static String words(AlsoWanted also) {
        List<String> what = new ArrayList<>();
        if (!also.pools().isEmpty()) {
            what.add("hours of " + String.join(", ", also.pools()));
        }
        if (!also.members().isEmpty()) {
            what.add("units or crews of " + String.join(", ", also.members()) + " in the same weeks");
        }
        if (!also.charters().isEmpty()) {
            what.add("charter " + String.join(", ", also.charters()));
        }
        return "Planned as if alone: " + also.mission() + " could use the same " + String.join("; ", what) + ".";
    }

    /// A member's name; its code where it has none.
    public String nameOf(String code) {
        return alliance.member(code).map(Member::name).orElse(code);
    }

    /// What is asked for on the line that an assignment serves, by its code.
    public String capabilityOf(Plan.Assignment one) {
        return mission.phases().stream()
                .filter(phase -> phase.id().equals(one.phase()))
                .flatMap(phase -> phase.requirements().stream())
                .filter(line -> line.id().equals(one.requirement()))
                .map(Requirement::capability)
                .findFirst()
                .orElseThrow();
    }

    /// What is invented: in the plan, and in how its bill is shared.
    public List<String> illustrative() {
        List<String> phrases = new ArrayList<>(plan.illustrative());
        phrases.addAll(InventedTerms.of(alliance, mission));
        return List.copyOf(phrases);
    }

    /// An amount as a decimal string, for machines.
    public String decimal(long minor) {
        return Money.decimal(minor, alliance.currency());
    }

    /// An amount with thousands apart, for people.
    public String grouped(long minor) {
        return Money.grouped(minor, alliance.currency());
    }

    /// Who really went, where the folder has a record of the mission.
    public Optional<OperationRecord> record() {
        return alliance.recordOf(mission.id());
    }

    /// The unit of a capability.
    public String unitOf(String capability) {
        return alliance.capability(capability).map(c -> c.unit()).orElse("units");
    }

    /// A sentence where the mission's key is younger than its decision; empty else.
    public Optional<String> keyOutOfTime() {
        return alliance.keyOf(mission)
                .filter(key -> key.validFrom().isAfter(mission.decidedOn()))
                .map(key -> "Key " + key.id() + " is valid from " + key.validFrom()
                        + ", after the mission was decided on " + mission.decidedOn()
                        + ": it stands in for a key of that day.");
    }

    /// What is proven of this plan: of one that does not cover its mission not that it is good, but that none does
    /// better.
    public String proofPhrase() {
        boolean covers = plan.status() == Plan.Status.COVERED || plan.status() == Plan.Status.WAIVED;
        if (covers || plan.sureness() == Sureness.BOUNDED) {
            return sharedProofPhrase();
        }
        String none =
                plan.proof().isEmpty() ? "no plan meets the conditions" : "no plan covers more, nor as much for less";
        return plan.sureness() == Sureness.PROVEN
                ? "proven that " + none + "; certificate checked"
                : "as claimed by " + claimant() + ", not checked, " + none;
    }

    /// What is proven of all missions planned together, where this is one of them.
    public String sharedProofPhrase() {
        return switch (plan.sureness()) {
            case PROVEN -> "proven best, certificate checked";
            case CLAIMED -> "best as claimed by " + claimant() + ", not checked";
            case BOUNDED -> "not proven best: stopped early" + gap();
        };
    }

    private String claimant() {
        return plan.proof().stream()
                .filter(level -> level.sureness() == Sureness.CLAIMED)
                .map(Lexicographic.Proof::solver)
                .findFirst()
                .orElse("a solver");
    }

    /// The first level that is not proven, with what it is at and what it cannot be below.
    private String gap() {
        return plan.proof().stream()
                .filter(level -> level.sureness() == Sureness.BOUNDED)
                .map(level -> "; " + level.level() + " is " + level.value() + ", and cannot be below " + level.bound())
                .findFirst()
                .orElse("");
    }
}
