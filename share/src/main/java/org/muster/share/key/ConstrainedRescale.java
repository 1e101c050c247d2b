package org.muster.share.key;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.muster.alliance.key.Key;
import org.muster.games.Fraction;
import org.muster.input.Refusal;
import org.muster.share.exact.Decimals;
import org.muster.share.explain.Explanation;

/// A new key from an old one, with some shares negotiated and all others stretched by one factor:
/// `k = (100 - fixed - tied - newcomers) / (sum of the old shares of the rest)`, and `new_i = k old_i` for the rest.
///
/// Source: reproduces NATO's cost shares of 2021 from those of 2018-20 (agreed in November 2019) to 0.0006 points.
public final class ConstrainedRescale {
    /// Its name in explanations.
    public static final String METHOD = "constrained rescale, version 1";

    /// What was negotiated.
    ///
    /// @param fixed     new shares of members of the old key, in percent
    /// @param tied      members of the old key that all get the same share
    /// @param tiedShare that share, in percent; not used where nobody is tied
    /// @param newcomers shares of members that the old key does not have, in percent
    public record Terms(
            Map<String, BigDecimal> fixed, Set<String> tied, BigDecimal tiedShare, Map<String, BigDecimal> newcomers) {
        public Terms {
            fixed = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(fixed));
            tied = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(tied));
            newcomers = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(newcomers));
        }
    }

    /// A rescaled key.
    ///
    /// @param key    the new key
    /// @param factor `k`, exactly
    public record Rescaled(WorkedKey key, Fraction factor) {}

    private ConstrainedRescale() {}

    /// The new key.
    ///
    /// @param old      shares in percent; need not sum to exactly 100, since published tables do not always
    /// @param decimals places, 0 to 12
    /// @throws Refusal with a sentence, where the terms name a member twice or wrongly, leave nothing
    ///                                  for the rest, or leave no rest to take the remainder
    public static Rescaled of(Map<String, BigDecimal> old, Terms terms, int decimals) {
        KeyFromBase.requireDecimals(decimals);
        check(old, terms);
        Fraction given = Fraction.ZERO;
        for (BigDecimal share : terms.fixed().values()) {
            given = given.plus(Fraction.of(share));
        }
        for (BigDecimal share : terms.newcomers().values()) {
            given = given.plus(Fraction.of(share));
        }
        given = given.plus(Fraction.of(terms.tiedShare()).times(terms.tied().size()));
        Fraction rest = Fraction.ZERO;
        for (Map.Entry<String, BigDecimal> share : old.entrySet()) {
            if (isFree(share.getKey(), terms)) {
                rest = rest.plus(Fraction.of(share.getValue()));
            }
        }
        Fraction left = Fraction.of(Key.WHOLE).minus(given);
        if (left.sign() < 0) {
            throw new Refusal(
                    "the negotiated shares add up to %s, more than 100".formatted(Decimals.text(given, decimals)));
        }
        if (rest.isZero()) {
            throw new Refusal(
                    "no member is left to take the remaining %s percent".formatted(Decimals.text(left, decimals)));
        }
        Fraction factor = left.over(rest);
        Map<String, Fraction> exact = new LinkedHashMap<>();
        old.forEach((member, share) -> exact.put(member, newShare(member, share, terms, factor)));
        terms.newcomers().forEach((member, share) -> exact.put(member, Fraction.of(share)));
        String k = "(100 - %s) / %s".formatted(Decimals.text(given, decimals), Decimals.text(rest, decimals));
        return new Rescaled(
                WorkedKey.rounded(METHOD, exact, decimals, m -> explain(m, old, terms, factor, k, decimals)), factor);
    }

    private static boolean isFree(String member, Terms terms) {
        return !terms.fixed().containsKey(member) && !terms.tied().contains(member);
    }

    private static Fraction newShare(String member, BigDecimal old, Terms terms, Fraction factor) {
        BigDecimal fixed = terms.fixed().get(member);
        if (fixed != null) {
            return Fraction.of(fixed);
        }
        return terms.tied().contains(member)
                ? Fraction.of(terms.tiedShare())
                : Fraction.of(old).times(factor);
    }

    private static Explanation explain(
            String member, Map<String, BigDecimal> old, Terms terms, Fraction factor, String k, int decimals) {
        BigDecimal before = old.get(member);
        if (before == null) {
            return Explanation.input(
                    "share of a newcomer",
                    terms.newcomers().getOrDefault(member, BigDecimal.ZERO).toPlainString(),
                    "given",
                    "");
        }
        Explanation was = Explanation.input("old share", before.toPlainString() + " %", "the old key", "");
        if (!isFree(member, terms)) {
            BigDecimal share = terms.fixed().getOrDefault(member, terms.tiedShare());
            String how = terms.tied().contains(member) ? "negotiated, the same for all tied" : "negotiated";
            return Explanation.worked("negotiated share", share.toPlainString() + " %", how, was);
        }
        return Explanation.worked(
                "rescaled share",
                Decimals.text(Fraction.of(before).times(factor), decimals + 6) + " %",
                "k x old share",
                was,
                Explanation.worked("k", Decimals.text(factor, 8), k));
    }

    private static void check(Map<String, BigDecimal> old, Terms terms) {
        for (String member : terms.fixed().keySet()) {
            if (!old.containsKey(member)) {
                throw new Refusal(member + " is to be fixed and is not in the old key");
            }
            if (terms.tied().contains(member)) {
                throw new Refusal(member + " is both fixed and tied");
            }
        }
        for (String member : terms.tied()) {
            if (!old.containsKey(member)) {
                throw new Refusal(member + " is to be tied and is not in the old key");
            }
        }
        for (String member : terms.newcomers().keySet()) {
            if (old.containsKey(member)) {
                throw new Refusal(member + " is to join and is in the old key already");
            }
        }
        java.util.stream.Stream.of(terms.fixed(), terms.newcomers())
                .flatMap(m -> m.entrySet().stream())
                .filter(share -> share.getValue().signum() < 0)
                .findFirst()
                .ifPresent(share -> {
                    throw new Refusal("the share of " + share.getKey() + " is below zero");
                });
        if (terms.tiedShare().signum() < 0) {
            throw new Refusal("the tied share is below zero");
        }
    }
}
