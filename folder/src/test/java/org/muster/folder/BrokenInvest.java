package org.muster.folder;

import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;

/// Broken `invest.yaml` beside the starter example: one that is right, with one named thing done to it each.
final class BrokenInvest {
    /// A file in which nothing is wrong; [InvestFileTest] reads it.
    static final String RIGHT = """
            plans:
            - id: five-years
              title: What the towns should own together
              currency_year: 2026
              rate_percent: 3
              from: 2027-01-01
              years: 5
              worlds_known_from: 2028-07-01
              budget_per_year: 90000.00
              missions:
              - {mission: flood-2027, per_year: 1/3, price_of_failure: 250000.00}
              targets:
                missions: {flood-2027: 0.9}
                without_any: {flood-2027: 0.6}
                losing_any: {flood-2027: 1}
                worse_off_by_at_most: 20000.00
                cvar: [{mission: flood-2027, beta: 0.9, at_most: 40000.00}]
              status: illustrative
              source: invented
            candidates:
            - {id: own-boats, title: Boats of our own, kind: buy, capability: boats, unit: boats, period: phase,
               block: 2, max_blocks: 3, one_of: boats, price_once: 50000.00, life_years: 10, price_per_year: 1000.00,
               draw_cost_per_day: 20.00, notice_days: 1, lead_days: 200, access: open, owners: {key: people-2026},
               status: illustrative, source: invented}
            - {id: more-pumps, title: More of the pumps, kind: extend, pool: pumps, capability: pump-hours,
               unit: pump hours, period: year, block: 100, max_blocks: 5, price_per_year: 900.00, draw_cost: 60.00,
               notice_days: 1, lead_days: 100, status: illustrative, source: invented}
            - {id: fewer, title: Two members are enough, kind: rule, price_per_year: 0,
               change: {floor: {mission: flood-2027, members: 1, share_percent: 50}},
               status: illustrative, source: invented}
            worlds:
            - id: ordinary
              probability: 0.7
              willing: [{member: "*", chance: 0.8}]
              status: illustrative
              source: invented
            - id: high-water-everywhere
              probability: 0.3
              willing: [{member: "*", from: 0.5, to: 0.6}, {member: ARN, mission: flood-2027, chance: 0.9}]
              occurs: [{mission: flood-2027, per_year: 2}]
              prices: [{capability: boats, factor: 1.5}, {candidate: own-boats, factor: 2}]
              pools: [{pool: pumps, factor: 0.5}]
              status: illustrative
              source: invented
            """;

    private BrokenInvest() {}

    static Map<String, BrokenFolders.Mutation> all() {
        Map<String, BrokenFolders.Mutation> all = new LinkedHashMap<>();
        put(all, "probabilities-below-one", "probability: 0.3", "probability: 0.25");
        put(all, "probabilities-above-one", "probability: 0.3", "probability: 0.4");
        put(all, "probability-above-one", "probability: 0.7", "probability: 1.7");
        put(all, "chance-above-one", "chance: 0.9}", "chance: 90}");
        put(all, "chance-upside-down", "from: 0.5, to: 0.6", "from: 0.6, to: 0.5");
        put(all, "chance-beside-from", "from: 0.5, to: 0.6", "chance: 0.5, from: 0.5");
        put(all, "no-chance", "{member: \"*\", chance: 0.8}", "{member: \"*\"}");
        put(all, "somebody-left-out", "{member: \"*\", chance: 0.8}", "{member: ARN, chance: 0.8}");
        put(all, "unknown-member", "{member: ARN, mission: flood-2027", "{member: ARM, mission: flood-2027");
        put(all, "unknown-mission", "{mission: flood-2027, per_year: 1/3,", "{mission: flod-2027, per_year: 1/3,");
        put(all, "unknown-pool", "pool: pumps, capability", "pool: pump, capability");
        put(all, "unknown-capability", "capability: boats, unit: boats", "capability: boots, unit: boats");
        put(all, "unknown-key", "{key: people-2026}", "{key: people-2025}");
        put(all, "unknown-candidate", "{candidate: own-boats", "{candidate: our-boats");
        put(all, "unknown-kind", "kind: buy", "kind: by");
        put(all, "unknown-access", "access: open", "access: all");
        put(all, "another-unit", "capability: boats, unit: boats", "capability: boats, unit: ships");
        put(all, "extend-without-pool", "kind: extend, pool: pumps", "kind: extend");
        put(all, "pool-without-extend", "kind: buy, capability", "kind: buy, pool: pumps, capability");
        put(all, "pool-of-another-capability", "pump-hours,\n   unit: pump hours", "boats,\n   unit: boats");
        put(all, "block-of-nothing", "block: 2,", "block: 0,");
        put(all, "too-many-blocks", "max_blocks: 3", "max_blocks: 51");
        put(all, "life-of-nothing", "life_years: 10", "life_years: 0");
        put(all, "once-without-life", "life_years: 10, ", "");
        put(all, "life-without-once", "price_once: 50000.00, ", "");
        put(all, "price-below-zero", "price_per_year: 1000.00", "price_per_year: -1000.00");
        put(all, "price-in-another-currency", "budget_per_year: 90000.00", "budget_per_year: USD 90000");
        put(all, "lead-after-the-end", "lead_days: 200", "lead_days: 2000");
        put(all, "day-rate-of-hours", "draw_cost: 60.00", "draw_cost_per_day: 60.00");
        put(all, "never-comes", "per_year: 1/3", "per_year: 0");
        put(all, "rate-by-nothing", "per_year: 1/3", "per_year: 1/0");
        put(all, "rate-in-words", "per_year: 1/3", "per_year: one/three");
        put(all, "rate-of-many-decimals", "per_year: 1/3", "per_year: 0.33333333333");
        put(all, "comes-every-hour", "per_year: 1/3", "per_year: 8760/1");
        put(all, "target-above-one", "missions: {flood-2027: 0.9}", "missions: {flood-2027: 90}");
        put(all, "target-of-unknown-mission", "missions: {flood-2027: 0.9}", "missions: {flood-2026: 0.9}");
        put(all, "target-without-number", "missions: {flood-2027: 0.9}", "missions: {flood-2027: [0.9]}");
        put(all, "targets-as-list", "missions: {flood-2027: 0.9}", "missions: [flood-2027]");
        put(all, "failure-below-zero", "price_of_failure: 250000.00", "price_of_failure: -1.00");
        put(all, "failure-in-words", "price_of_failure: 250000.00", "price_of_failure: a lot");
        put(all, "losing-nobody", "losing_any: {flood-2027: 1}", "losing_any: {flood-2027: 0}");
        put(all, "losing-everybody", "losing_any: {flood-2027: 1}", "losing_any: {flood-2027: 9}");
        put(all, "losing-of-unknown-mission", "losing_any: {flood-2027: 1}", "losing_any: {flood: 1}");
        put(all, "losing-as-list", "losing_any: {flood-2027: 1}", "losing_any: [1]");
        put(all, "worse-off-below-zero", "worse_off_by_at_most: 20000.00", "worse_off_by_at_most: -1.00");
        put(all, "worse-off-in-words", "worse_off_by_at_most: 20000.00", "worse_off_by_at_most: nobody");
        put(all, "worse-off-as-list", "worse_off_by_at_most: 20000.00", "worse_off_by_at_most: [20000.00]");
        put(all, "cvar-of-all", "beta: 0.9, at_most: 40000.00", "beta: 1, at_most: 40000.00");
        put(all, "cvar-above-one", "beta: 0.9, at_most: 40000.00", "beta: 90, at_most: 40000.00");
        put(all, "cvar-below-zero", "beta: 0.9, at_most: 40000.00", "beta: 0.9, at_most: -1.00");
        put(all, "cvar-without-amount", "beta: 0.9, at_most: 40000.00", "beta: 0.9");
        put(all, "cvar-of-unknown-mission", "cvar: [{mission: flood-2027", "cvar: [{mission: flood");
        put(all, "cvar-as-number", "cvar: [{mission: flood-2027, beta: 0.9, at_most: 40000.00}]", "cvar: 40000.00");
        put(
                all,
                "cvar-twice",
                "at_most: 40000.00}]",
                "at_most: 40000.00}, {mission: flood-2027, beta: 0.90, at_most: 1.00}]");
        put(all, "mission-twice", "failure: 250000.00}", "failure: 250000.00}\n  - {mission: flood-2027, per_year: 1}");
        put(all, "candidate-twice", "id: more-pumps", "id: own-boats");
        put(all, "candidate-called-as-an-offer", "id: more-pumps", "id: arn-boats");
        put(all, "worlds-known-too-late", "worlds_known_from: 2028-07-01", "worlds_known_from: 2032-01-01");
        put(all, "worlds-known-in-words", "worlds_known_from: 2028-07-01", "worlds_known_from: next year");
        put(all, "no-years", "years: 5", "years: 0");
        put(all, "budget-below-zero", "budget_per_year: 90000.00", "budget_per_year: -1");
        put(all, "unknown-change", "change: {floor: {", "change: {flor: {");
        put(all, "floor-that-rises", "members: 1, share_percent: 50", "members: 3, share_percent: 60");
        put(all, "rule-with-blocks", "kind: rule, price_per_year", "kind: rule, max_blocks: 2, price_per_year");
        put(all, "change-of-an-asset", "kind: extend,", "kind: extend, change: {drop_policy: delta-not-alone},");
        change(all, "lead-where-none-is-needed", "{lead: {mission: flood-2027, members: [ARN]}}");
        change(all, "vote-on-no-vote", "{vote: {pool: pumps, threshold_percent: 50}}");
        change(all, "crews-not-needed", "{needed_crews: {pool: pumps, without: [ARN]}}");
        change(all, "crews-of-nobody", "{needed_crews: {pool: pumps}}");
        change(all, "approval-that-takes-longer", "{approval: {caveat: cornford-council, days: 15}}");
        change(all, "unknown-caveat", "{drop_caveat: cornford}");
        change(all, "unknown-policy", "{drop_policy: delta-alone}");
        put(all, "factor-below-zero", "factor: 1.5", "factor: -1.5");
        put(
                all,
                "one-factor-for-two",
                "{candidate: own-boats, factor",
                "{candidate: own-boats, capability: boats, factor");
        put(
                all,
                "factor-of-a-capability-twice",
                "prices: [{capability: boats, factor: 1.5},",
                "prices: [{capability: boats, factor: 1.5}, {capability: boats, factor: 100},");
        put(
                all,
                "factor-of-a-candidate-twice",
                "{candidate: own-boats, factor: 2}]",
                "{candidate: own-boats, factor: 100}, {candidate: own-boats, factor: 100}]");
        put(all, "unknown-key-in-world", "  pools: [{pool", "  pool: [{pool");
        all.put(
                "invest-draw-beyond-all-sums",
                folder -> Files.writeString(
                        folder.resolve("invest.yaml"),
                        RIGHT.replace("draw_cost_per_day: 20.00", "draw_cost_per_day: 9999999999999.00")
                                .replace("{candidate: own-boats, factor: 2}", "{candidate: own-boats, factor: 100}")));
        all.put("invest-empty", BrokenFolders.write("invest.yaml", "# nothing yet\n"));
        all.put("invest-yml", folder -> Files.writeString(folder.resolve("invest.yml"), RIGHT));
        all.put(
                "invest-without-worlds",
                folder ->
                        Files.writeString(folder.resolve("invest.yaml"), RIGHT.substring(0, RIGHT.indexOf("worlds:"))));
        all.put(
                "invest-of-worlds-alone",
                folder -> Files.writeString(
                        folder.resolve("invest.yaml"),
                        RIGHT.substring(RIGHT.indexOf("worlds:")).replace("own-boats", "x")));
        return all;
    }

    private static void change(Map<String, BrokenFolders.Mutation> all, String name, String change) {
        put(all, name, "{floor: {mission: flood-2027, members: 1, share_percent: 50}}", change);
    }

    private static void put(Map<String, BrokenFolders.Mutation> all, String name, String right, String wrong) {
        if (!RIGHT.contains(right)) {
            throw new IllegalStateException(name + ": there is no " + right);
        }
        all.put(
                "invest-" + name,
                folder -> Files.writeString(folder.resolve("invest.yaml"), RIGHT.replace(right, wrong)));
    }
}
