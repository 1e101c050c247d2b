package org.muster.folder;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// Broken `futures.yaml` and `reforms/*.yaml` beside the starter example: files that are right, with one named thing
/// done to them each.
final class BrokenLab {
    /// A file in which nothing is wrong; [LabFilesTest] reads it.
    static final String FUTURES = """
            from: 2027
            years: 5
            missions:
            - {mission: flood-2027, per_year: 1/3}
            worlds: invest.yaml
            factors:
            - {id: dear-boats, kind: real, range: [0.8, 1.6], applies_to: {price: boats}, group: prices,
               status: illustrative, source: invented}
            - {id: high-water, kind: choice, values: [1, 1.5, 2], applies_to: {quantity: flood-2027},
               status: illustrative, source: invented}
            - {id: longer, kind: whole, range: [0, 10], applies_to: {duration: flood-2027},
               status: illustrative, source: invented}
            - {id: arnfeld-leaves, kind: switch, applies_to: {leaves: ARN}, status: illustrative, source: invented}
            - {id: usual, kind: real, range: [0, 1], distribution: {beta: {alpha: 2, beta: 3}},
               applies_to: {overlap: "*"}, status: illustrative, source: invented}
            thresholds:
            - {measure: failed, at_most: 0.5}
            - {measure: worst-net, at_least: -100}
            going:
            - {member: ARN, worth: 120.00, veto: 5.00, status: illustrative, source: invented}
            - {member: BRO, cost: 20.00, status: illustrative, source: invented}
            worth:
            - {mission: flood-2027, amount: 900.00, benefits: {ARN: 60, BRO: 40}, status: illustrative, source: invented}
            hours:
            - {pool: pumps, worth: 30.00, status: illustrative, source: invented}
            status: illustrative
            source: invented
            """;

    static final String MORE_PUMPS = """
            id: more-pumps
            title: More of the pumps
            from: 2028-01-01
            changes:
            - pool: {id: pumps, capacity: 900, levy_percent: 5}
            - purchase: {own-boats: 2}
            - share: {missions: [flood-2027], rule: agreed-key}
            status: illustrative
            source: invented
            """;

    static final String WILLING = """
            id: willing-only
            title: Those who go decide
            changes:
            - mode: {missions: [flood-2027], is: coalition}
            - pledge: {id: dikes-2031, firm: true, compliance: 0.9}
            - release: {pool: pumps, compensation: 12.50}
            status: illustrative
            source: invented
            """;

    private BrokenLab() {}

    /// Writes the files in which nothing is wrong.
    static void right(Path folder) throws java.io.IOException {
        Files.createDirectories(folder.resolve("reforms"));
        Files.writeString(folder.resolve("invest.yaml"), BrokenInvest.RIGHT);
        Files.writeString(folder.resolve("futures.yaml"), FUTURES);
        Files.writeString(folder.resolve("reforms/more-pumps.yaml"), MORE_PUMPS);
        Files.writeString(folder.resolve("reforms/willing-only.yaml"), WILLING);
    }

    static Map<String, BrokenFolders.Mutation> all() {
        Map<String, BrokenFolders.Mutation> all = new LinkedHashMap<>();
        futures(all, "factor-without-range", "kind: real, range: [0.8, 1.6],", "kind: real,");
        futures(all, "range-of-three-ends", "[0.8, 1.6]", "[0.8, 1.2, 1.6]");
        futures(all, "range-that-falls", "[0.8, 1.6]", "[1.6, 0.8]");
        futures(all, "factor-without-status", "{leaves: ARN}, status: illustrative", "{leaves: ARN}");
        futures(all, "choice-without-values", "values: [1, 1.5, 2], ", "");
        futures(all, "choice-of-one-value", "values: [1, 1.5, 2]", "values: [1]");
        futures(all, "choice-with-range", "values: [1, 1.5, 2]", "values: [1, 2], range: [1, 2]");
        futures(all, "real-with-values", "range: [0.8, 1.6]", "range: [0.8, 1.6], values: [1, 2]");
        futures(all, "switch-with-range", "kind: switch,", "kind: switch, range: [0, 1],");
        futures(all, "unknown-kind", "kind: switch", "kind: swich");
        futures(all, "unknown-target", "{price: boats}", "{prize: boats}");
        futures(all, "target-of-two", "{price: boats}", "{price: boats, pool: pumps}");
        futures(all, "no-target", ", applies_to: {price: boats}", "");
        futures(all, "unknown-capability", "{price: boats}", "{price: boat}");
        futures(all, "unknown-member", "{leaves: ARN}", "{leaves: ARM}");
        futures(all, "factor-twice", "id: longer", "id: high-water");
        futures(all, "days-in-parts", "kind: whole", "kind: real");
        futures(all, "leaves-by-halves", "kind: switch, applies_to", "kind: real, range: [0, 1], applies_to");
        futures(all, "chance-above-one", "range: [0, 1], distribution", "range: [0, 2], distribution");
        futures(all, "unknown-distribution", "{beta: {alpha", "{betta: {alpha");
        String beta = "{beta: {alpha: 2, beta: 3}}";
        futures(all, "empirical-of-no-vintage", beta, "{empirical: {measure: population, vintage: census-2062}}");
        futures(all, "empirical-of-no-measure", beta, "{empirical: {measure: populaton, vintage: census-2026}}");
        futures(all, "empirical-without-vintage", beta, "{empirical: {measure: population}}");
        futures(all, "empirical-out-of-range", beta, "{empirical: {measure: population, vintage: census-2026}}");
        futures(
                all,
                "empirical-growth-of-one-year",
                beta,
                "{empirical: {measure: population, vintage: census-2026, as: growth}}");
        futures(
                all,
                "empirical-as-nothing-known",
                beta,
                "{empirical: {measure: population, vintage: census-2026, as: grwth}}");
        futures(all, "beta-of-nothing", "alpha: 2", "alpha: 0");
        futures(all, "mode-out-of-range", "{beta: {alpha: 2, beta: 3}}", "{triangular: {mode: 2}}");
        futures(all, "unknown-measure", "measure: failed", "measure: fialed");
        futures(all, "threshold-both-ways", "at_most: 0.5", "at_most: 0.5, at_least: 0.1");
        futures(all, "threshold-without-value", ", at_most: 0.5", "");
        futures(all, "horizon-after-all-figures", "from: 2027", "from: 2077");
        futures(all, "mission-never-drawn", "per_year: 1/3", "per_year: 0");
        futures(
                all,
                "mission-never-drawn-by-a-factor",
                "kind: whole, range: [0, 10], applies_to: {duration: flood-2027}",
                "kind: whole, range: [0, 0], applies_to: {occurs: flood-2027}");
        futures(all, "no-mission", "missions:\n- {mission: flood-2027, per_year: 1/3}\n", "");
        futures(all, "unknown-mission", "{mission: flood-2027", "{mission: flood-2026");
        futures(all, "willingness-unknown", "worlds: invest.yaml\n", "");
        futures(all, "other-worlds", "worlds: invest.yaml", "worlds: here");
        futures(all, "too-many-factors", "factors:\n", "factors:\n" + many());
        futures(all, "unknown-key", "thresholds:", "treshold:");
        reform(all, "more-pumps", "id-of-another-file", "id: more-pumps", "id: more-pump");
        reform(all, "more-pumps", "twice", "id: more-pumps", "id: willing-only");
        reform(all, "more-pumps", "unknown-pool", "id: pumps", "id: pump");
        reform(all, "more-pumps", "same-capacity", "capacity: 900", "capacity: 1000");
        reform(all, "more-pumps", "nothing-about-the-pool", ", capacity: 900, levy_percent: 5", "");
        reform(all, "more-pumps", "unknown-candidate", "own-boats: 2", "own-boat: 2");
        reform(all, "more-pumps", "too-many-blocks", "own-boats: 2", "own-boats: 9");
        reform(all, "more-pumps", "unknown-rule", "rule: agreed-key", "rule: agred-key");
        reform(
                all,
                "more-pumps",
                "contradicts-itself",
                "- purchase: {own-boats: 2}",
                "- pool: {id: pumps, capacity: 1100}");
        reform(
                all,
                "more-pumps",
                "two-in-one",
                "- purchase: {own-boats: 2}",
                "- purchase: {own-boats: 2}\n  release: {pool: pumps, compensation: 1}");
        reform(all, "more-pumps", "unknown-change", "- purchase:", "- purchse:");
        reform(all, "willing-only", "same-mode", "is: coalition", "is: collective");
        reform(all, "willing-only", "unknown-pledge", "id: dikes-2031", "id: dikes-2013");
        reform(all, "willing-only", "not-firm", "firm: true", "firm: false");
        reform(all, "willing-only", "compliance-above-one", "compliance: 0.9", "compliance: 90");
        futures(all, "worth-and-cost-of-going", "worth: 120.00, veto", "worth: 120.00, cost: 1.00, veto");
        futures(all, "going-says-nothing", "cost: 20.00, ", "");
        futures(all, "going-twice", "{member: BRO, cost", "{member: ARN, cost");
        futures(all, "veto-below-zero", "veto: 5.00", "veto: -5.00");
        futures(all, "benefits-not-whole", "{ARN: 60, BRO: 40}", "{ARN: 60, BRO: 30}");
        futures(all, "worth-without-benefits", "benefits: {ARN: 60, BRO: 40}, ", "");
        futures(all, "benefit-of-nobody", "{ARN: 60, BRO: 40}", "{ARN: 60, BRX: 40}");
        String hour = "- {pool: pumps, worth: 30.00, status: illustrative, source: invented}\n";
        futures(all, "hours-of-unknown-pool", "{pool: pumps, worth", "{pool: pomps, worth");
        futures(all, "hours-of-a-pool-twice", hour, hour + hour);
        futures(all, "hours-below-zero", "worth: 30.00", "worth: -30.00");
        futures(all, "hours-without-worth", "pumps, worth: 30.00", "pumps");
        all.put("lab-hours-of-a-phase", folder -> {
            right(folder);
            edit(folder.resolve("pools.yaml"), "period: year", "period: phase");
        });
        all.put("lab-hours-of-nobody", folder -> {
            right(folder);
            edit(folder.resolve("pools.yaml"), " *shares_sum: .*\n", "");
            edit(folder.resolve("pool_shares.csv"), "pumps,[A-Z]+,entitlement,.*\n", "");
        });
        all.put("lab-futures-empty", files("futures.yaml", "# nothing yet\n"));
        all.put("lab-reform-yml", files("reforms/other.yml", MORE_PUMPS));
        all.put("lab-futures-yml", folder -> {
            right(folder);
            Files.move(folder.resolve("futures.yaml"), folder.resolve("futures.yml"));
        });
        all.put("lab-many-at-once", folder -> {
            right(folder);
            Files.writeString(
                    folder.resolve("futures.yaml"),
                    FUTURES.replace("years: 5", "years: 0")
                            .replace("{price: boats}", "{price: bots}")
                            .replace("measure: failed", "measure: lost"));
            Files.writeString(folder.resolve("reforms/more-pumps.yaml"), MORE_PUMPS.replace("id: pumps", "id: pomps"));
        });
        return all;
    }

    private static String many() {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            many.append("- {id: more-")
                    .append(i)
                    .append(", kind: real, range: [1, 2], applies_to: {price: boats},")
                    .append(" status: illustrative, source: invented}\n");
        }
        return many.toString();
    }

    private static void edit(Path file, String right, String wrong) throws java.io.IOException {
        String text = Files.readString(file);
        String edited = text.replaceAll(right, wrong);
        if (edited.equals(text)) {
            throw new IllegalStateException(file + ": there is no " + right);
        }
        Files.writeString(file, edited);
    }

    private static BrokenFolders.Mutation files(String file, String text) {
        return folder -> {
            right(folder);
            Files.writeString(folder.resolve(file), text);
        };
    }

    private static void futures(Map<String, BrokenFolders.Mutation> all, String name, String right, String wrong) {
        put(all, "lab-" + name, "futures.yaml", FUTURES, right, wrong);
    }

    private static void reform(
            Map<String, BrokenFolders.Mutation> all, String file, String name, String right, String wrong) {
        put(
                all,
                "lab-reform-" + name,
                "reforms/" + file + ".yaml",
                file.equals("more-pumps") ? MORE_PUMPS : WILLING,
                right,
                wrong);
    }

    private static void put(
            Map<String, BrokenFolders.Mutation> all,
            String name,
            String file,
            String text,
            String right,
            String wrong) {
        if (!text.contains(right)) {
            throw new IllegalStateException(name + ": there is no " + right);
        }
        all.put(name, files(file, text.replace(right, wrong)));
    }
}
