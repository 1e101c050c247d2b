package org.muster.invest;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.muster.alliance.Alliance;
import org.muster.alliance.Member;
import org.muster.alliance.bill.Money;
import org.muster.alliance.invest.InvestPlan;
import org.muster.input.Nearest;
import org.muster.input.Refusal;
import org.muster.input.Shown;

/// A plan of `invest.yaml` with what somebody asks for in its place, written as text: the same words on the command
/// line and in an address.
///
/// @param plan       the plan's id; empty where there is only one
/// @param targets    `MISSION=CHANCE`
/// @param withoutAny `MISSION=CHANCE`
/// @param losingAny  `MISSION=MEMBERS`
/// @param noTargets  whether no chance is asked for
/// @param budget     an amount in the folder's currency; empty for the plan's own
public record AskedPlan(
        Optional<String> plan,
        List<String> targets,
        List<String> withoutAny,
        List<String> losingAny,
        boolean noTargets,
        Optional<String> budget) {
    public AskedPlan {
        targets = List.copyOf(targets);
        withoutAny = List.copyOf(withoutAny);
        losingAny = List.copyOf(losingAny);
    }

    /// What a face calls the places in which it is asked, so that a sentence can name them.
    ///
    /// @param name  of `target`, `without_any`, `losing_any`, `no_targets`, `budget`, `known_at`, `plan`
    /// @param gives what stands between a name and its value
    public record Called(UnaryOperator<String> name, String gives) {
        private String place(String what) {
            return name.apply(what);
        }

        private String written(String what) {
            return place(what).replace("\"", "") + gives;
        }
    }

    /// The plan.
    ///
    /// @throws Refusal naming the place that cannot be understood
    public InvestPlan of(Alliance alliance, Called called) {
        InvestPlan own = named(alliance, called);
        InvestPlan.Targets given = new InvestPlan.Targets(
                chances(alliance, own, called, "target", targets),
                chances(alliance, own, called, "without_any", withoutAny),
                losing(alliance, own, called));
        if (noTargets && !given.isEmpty()) {
            throw new Refusal(called.place("no_targets") + " stands beside a target. Leave one of them out");
        }
        InvestPlan asked = noTargets || !given.isEmpty() ? own.withTargets(given) : own;
        return budget.map(amount -> asked.withBudget(Optional.of(minor(alliance, called, amount))))
                .orElse(asked);
    }

    /// The day on which it is ordered: as asked, else the plan's first.
    ///
    /// @throws Refusal where that is after the plan's last
    public static LocalDate orderedOn(InvestPlan plan, Optional<LocalDate> asked, Called called) {
        LocalDate ordered = asked.orElse(plan.from());
        if (ordered.isAfter(plan.to())) {
            throw new Refusal(
                    called.place("known_at") + " " + ordered + " lies after the plan's last day, " + plan.to());
        }
        return ordered;
    }

    private InvestPlan named(Alliance alliance, Called called) {
        List<String> known =
                alliance.investments().plans().stream().map(InvestPlan::id).toList();
        if (known.isEmpty()) {
            throw new Refusal(alliance.id() + " has no invest.yaml: docs/invest.md says what it holds");
        }
        if (plan.isEmpty() && known.size() > 1) {
            throw new Refusal("name a plan with " + called.place("plan") + ": " + String.join(", ", known));
        }
        String id = plan.orElse(known.getFirst());
        return alliance.investments()
                .plan(id)
                .orElseThrow(() -> new Refusal(
                        "no plan is called \"" + Shown.plain(id) + "\". " + Nearest.adviceWithAll(id, known)));
    }

    private static Map<String, BigDecimal> chances(
            Alliance alliance, InvestPlan own, Called called, String name, List<String> texts) {
        Map<String, BigDecimal> chances = new LinkedHashMap<>();
        numbers(alliance, own, called.place(name), texts).forEach((mission, number) -> {
            if (!number.matches("0(\\.[0-9]{1,9})?|1(\\.0{1,9})?")) {
                throw new Refusal(called.place(name) + " " + mission + " is \"" + Shown.plain(number)
                        + "\", not a chance from 0 to 1. Write " + called.written(name) + mission
                        + "=0.9");
            }
            chances.put(mission, new BigDecimal(number));
        });
        return chances;
    }

    private Map<String, Integer> losing(Alliance alliance, InvestPlan own, Called called) {
        long most =
                Math.max(1, alliance.members().stream().filter(Member::isAlly).count() - 1);
        String place = called.place("losing_any");
        Map<String, Integer> losing = new LinkedHashMap<>();
        numbers(alliance, own, place, losingAny).forEach((mission, number) -> {
            if (!number.matches("[1-9][0-9]{0,3}") || Integer.parseInt(number) > most) {
                throw new Refusal(place + " " + mission + " is \"" + Shown.plain(number)
                        + "\", not a number of members from 1 to " + most + ". Write " + called.written("losing_any")
                        + mission + "=1");
            }
            losing.put(mission, Integer.parseInt(number));
        });
        return losing;
    }

    /// What stands behind `MISSION=`, by mission.
    private static Map<String, String> numbers(Alliance alliance, InvestPlan own, String place, List<String> texts) {
        Map<String, String> numbers = new LinkedHashMap<>();
        List<String> known =
                own.missions().stream().map(InvestPlan.Recurring::mission).toList();
        for (String text : texts) {
            int sign = text.indexOf('=');
            String mission = sign < 0 ? text : text.substring(0, sign);
            if (!known.contains(mission)) {
                throw new Refusal("the plan has no mission \"" + Shown.plain(mission) + "\" for " + place + " in "
                        + alliance.id() + ". " + Nearest.adviceWithAll(mission, known));
            }
            numbers.put(mission, sign < 0 ? "" : text.substring(sign + 1));
        }
        return numbers;
    }

    private static long minor(Alliance alliance, Called called, String text) {
        String place = called.place("budget");
        if (!text.matches("[0-9]{1,15}(\\.[0-9]{1,4})?")) {
            throw new Refusal(
                    place + " is \"" + Shown.plain(text) + "\", not an amount. Write digits, for example 250000");
        }
        try {
            return Money.minor(text, alliance.currency());
        } catch (ArithmeticException tooFine) {
            throw new Refusal(place + " " + text + " has more decimals than " + alliance.currency());
        }
    }
}
