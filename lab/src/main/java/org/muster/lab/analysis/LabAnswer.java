package org.muster.lab.analysis;

import java.util.ArrayList;
import java.util.List;
import org.muster.alliance.lab.Stakes;
import org.muster.alliance.pool.Pool;
import org.muster.input.Counted;
import org.muster.lab.run.Hindcasts;
import org.muster.lab.run.Question;

/// What the faces of a comparison show.
///
/// @param results    the rows
/// @param comparison what follows from them
/// @param hindcast   how well the model tells who went on what happened
/// @param hash       of the study's files
/// @param manifest   what the study is, field by field
public record LabAnswer(
        Results results,
        Comparison comparison,
        Hindcasts hindcast,
        String hash,
        java.util.Map<String, String> manifest) {
    public LabAnswer {
        manifest = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(manifest));
    }

    /// The same, where differences of means up to these do not count.
    ///
    /// @param epsilon by measure, money in minor units
    public LabAnswer ignoring(java.util.Map<org.muster.alliance.lab.Measure, Double> epsilon) {
        return new LabAnswer(results, comparison.ignoring(epsilon), hindcast, hash, manifest);
    }

    /// What a unit of a pool that counts by the year is worth to its owner outside missions.
    ///
    /// @param worthMinor in minor units
    /// @param isDeclared whether `futures.yaml` says so; else it is what drawing it costs
    public record Hour(String pool, long worthMinor, boolean isDeclared) {}

    /// By pool that somebody owns.
    public List<Hour> hours() {
        Stakes stakes = results.question().setting().stakes();
        return results.question().alliance().pools().stream()
                .filter(pool -> !pool.entitlements().isEmpty() && pool.period() == Pool.Period.YEAR)
                .map(pool -> new Hour(pool.id(), stakes.worthOutside(pool), stakes.isDeclared(pool)))
                .toList();
    }

    /// What of the study is invented, as lines for readers.
    public List<String> invented() {
        List<String> invented = new ArrayList<>();
        var setting = results.question().setting();
        if (setting.provenance().isIllustrative()) {
            invented.add("futures.yaml: how often missions come, "
                    + setting.provenance().source());
        }
        long factors = setting.factors().stream()
                .filter(factor -> factor.provenance().isIllustrative())
                .count();
        if (factors > 0) {
            invented.add(factors + " of " + Counted.of(setting.factors().size(), "factors"));
        }
        results.question().stacks().stream()
                .flatMap(stack -> stack.reforms().stream())
                .distinct()
                .filter(reform -> reform.provenance().isIllustrative()
                        && !reform.changes().isEmpty())
                .forEach(reform -> invented.add("reform " + reform.id()));
        if (setting.worlds()
                && results.question().alliance().investments().worlds().stream()
                        .anyMatch(world -> world.provenance().isIllustrative())) {
            invented.add("the worlds of invest.yaml: with what chance members are willing");
        }
        if (results.question().reaction() == Question.Reaction.REPLY) {
            long worths = setting.stakes().worth().stream()
                    .filter(one -> one.worth().orElseThrow().provenance().isIllustrative())
                    .count();
            if (worths > 0) {
                invented.add(
                        "futures.yaml: what " + Counted.of(worths, "mission is", "missions are") + " worth to whom");
            }
            long going = setting.stakes().going().stream()
                    .filter(one -> one.provenance().isIllustrative())
                    .count();
            if (going > 0) {
                invented.add("futures.yaml: what going is worth beyond the mission to " + Counted.of(going, "members"));
            }
        }
        List<String> hours = setting.stakes().hours().stream()
                .filter(one -> one.provenance().isIllustrative())
                .map(Stakes.Hour::pool)
                .toList();
        if (!hours.isEmpty()) {
            invented.add("futures.yaml: what hours are worth outside missions, of " + String.join(", ", hours));
        }
        return invented;
    }
}
