package org.muster.share.rule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.muster.alliance.figure.Figure;
import org.muster.alliance.key.Key;
import org.muster.input.Counted;
import org.muster.share.explain.Explanation;
import org.muster.share.key.KeyFromBase;

/// In which proportion members bear what is split among them.
///
/// @param title    what the weights are, for people
/// @param byMember weights, none negative, at least one above zero
/// @param of       why a member has its weight
record Weights(String title, Map<String, BigDecimal> byMember, Function<String, Explanation> of) {
    /// Equal parts.
    static Weights equal(List<String> bearers) {
        Map<String, BigDecimal> weights = new LinkedHashMap<>();
        bearers.forEach(member -> weights.put(member, BigDecimal.ONE));
        return new Weights(
                "equal parts among " + bearers.size(),
                weights,
                member -> Explanation.input("weight of " + member, "1 of " + bearers.size(), "equal parts", ""));
    }

    /// The shares of a key.
    static Weights key(Key key) {
        return new Weights(
                "key \"" + key.title() + "\"",
                key.shares(),
                member -> Explanation.input(
                        "share of " + member + " in key \"" + key.title() + "\"",
                        key.shareOf(member).toPlainString() + " %",
                        key.provenanceOf(member).source() + " ("
                                + key.provenanceOf(member).status().word() + ")",
                        "valid from " + key.validFrom()));
    }

    /// Whole units.
    static Weights units(String title, Map<String, Long> units, String source) {
        Map<String, BigDecimal> weights = new LinkedHashMap<>();
        units.forEach((member, own) -> weights.put(member, BigDecimal.valueOf(own)));
        return new Weights(
                title,
                weights,
                member -> Explanation.input(
                        title + ": " + member, Counted.of(units.getOrDefault(member, 0L), "units"), source, ""));
    }

    /// Figures of `bearers`; nothing where one of them has none, or all are zero.
    static Optional<Weights> figures(String title, Map<String, Figure> figures, List<String> bearers) {
        Map<String, BigDecimal> weights = new LinkedHashMap<>();
        for (String member : bearers) {
            Figure figure = figures.get(member);
            if (figure == null) {
                return Optional.empty();
            }
            weights.put(member, figure.value());
        }
        if (unusable(figures, bearers).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(new Weights(title, weights, member -> {
            Figure figure = figures.get(member);
            return figure == null
                    ? Explanation.input("weight of " + member, "0", "no figure", "")
                    : KeyFromBase.input(figure);
        }));
    }

    /// Why figures of `bearers`, all on record, cannot be weights: there are no bearers, one is below zero, or all are
    /// zero.
    static Optional<String> unusable(Map<String, Figure> figures, List<String> bearers) {
        if (bearers.isEmpty()) {
            return Optional.of("there is nobody whose figures could be weighed");
        }
        boolean any = false;
        for (String member : bearers) {
            Figure figure = figures.get(member);
            if (figure != null && figure.value().signum() < 0) {
                return Optional.of("the " + figure.measure() + " of " + member + " is below zero");
            }
            any |= figure != null && figure.value().signum() > 0;
        }
        return any
                ? Optional.empty()
                : Optional.of("every "
                        + bearers.stream()
                                .flatMap(member -> Optional.ofNullable(figures.get(member)).stream())
                                .findFirst()
                                .map(Figure::measure)
                                .orElse("figure")
                        + " is zero");
    }

    /// The members of `bearers` that have no figure.
    static List<String> without(Map<String, Figure> figures, List<String> bearers) {
        List<String> without = new ArrayList<>(bearers);
        without.removeIf(figures::containsKey);
        return without;
    }

    BigDecimal sum() {
        return byMember.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
