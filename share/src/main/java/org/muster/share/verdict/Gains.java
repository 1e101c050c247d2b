package org.muster.share.verdict;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.muster.alliance.sharing.MissionTerms;
import org.muster.games.Fraction;
import org.muster.share.exact.Decimals;

/// At what worth of the mission members gain under a rule: a member with declared share `b` of the worth `V` gains
/// while `V b` is at least what it pays.
///
/// @param allFrom    the least worth at which every member with a declared share gains, in minor units; empty where
///                   none of them pays anything
/// @param last       those that gain last: whose own least worth is within one percent of it, dearest first
/// @param notJudged  what members without a declared share pay, in minor units by member; only those that pay
/// @param at         who loses at single worths
public record Gains(OptionalLong allFrom, List<String> last, Map<String, Long> notJudged, List<At> at) {
    /// Who loses at one worth.
    ///
    /// @param words      what worth it is, for people
    /// @param worthMinor the worth in minor units
    /// @param losers     what each member that loses pays beyond its benefit, in minor units, rounded up; largest first
    public record At(String words, long worthMinor, Map<String, Long> losers) {
        public At {
            losers = Collections.unmodifiableMap(new LinkedHashMap<>(losers));
        }

        /// What the losers lose together, in minor units.
        public long sumMinor() {
            return losers.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    public Gains {
        last = List.copyOf(last);
        notJudged = Collections.unmodifiableMap(new LinkedHashMap<>(notJudged));
        at = List.copyOf(at);
    }

    /// What a rule's amounts come to.
    ///
    /// @param terms   with benefits
    /// @param amounts minor units by member; below zero where a member receives
    /// @param bill    the bill in minor units; where no worth is declared, once, twice and five times it are looked at
    public static Gains of(MissionTerms terms, Map<String, Long> amounts, long bill) {
        Map<String, BigInteger> least = new LinkedHashMap<>();
        Map<String, Long> notJudged = new LinkedHashMap<>();
        amounts.forEach((member, pays) -> {
            BigDecimal share = terms.benefitOf(member);
            if (share.signum() == 0) {
                if (pays > 0) {
                    notJudged.put(member, pays);
                }
            } else if (pays > 0) {
                least.put(member, ceiling(Fraction.of(pays).times(100).over(Fraction.of(share))));
            }
        });
        BigInteger all = least.values().stream().reduce(BigInteger.ZERO, BigInteger::max);
        List<String> last = least.entrySet().stream()
                .filter(e ->
                        e.getValue().multiply(BigInteger.valueOf(100)).compareTo(all.multiply(BigInteger.valueOf(99)))
                                >= 0)
                .sorted(Map.Entry.<String, BigInteger>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
        List<At> at = new ArrayList<>();
        if (terms.worth().isPresent()) {
            at.add(at("the declared worth", terms.worth().get().amountMinor(), terms, amounts));
        } else {
            at.add(at("a worth of the bill", bill, terms, amounts));
            at.add(at("a worth of twice the bill", Math.multiplyExact(2, bill), terms, amounts));
            at.add(at("a worth of five times the bill", Math.multiplyExact(5, bill), terms, amounts));
        }
        boolean tellable = all.bitLength() < Long.SIZE;
        return new Gains(
                least.isEmpty() || !tellable ? OptionalLong.empty() : OptionalLong.of(all.longValueExact()),
                last,
                notJudged,
                at);
    }

    private static BigInteger ceiling(Fraction fraction) {
        return Decimals.floor(fraction.negated()).negate();
    }

    private static At at(String words, long worth, MissionTerms terms, Map<String, Long> amounts) {
        Map<String, Long> losses = new LinkedHashMap<>();
        amounts.forEach((member, pays) -> {
            BigDecimal share = terms.benefitOf(member);
            if (share.signum() > 0) {
                Fraction benefit = Fraction.of(share).times(worth).over(100);
                Fraction loss = Fraction.of(pays).minus(benefit);
                if (loss.sign() > 0) {
                    losses.put(member, ceiling(loss).longValueExact());
                }
            }
        });
        Map<String, Long> largestFirst = new LinkedHashMap<>();
        losses.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, Long> e) -> -e.getValue())
                        .thenComparing(Map.Entry::getKey))
                .forEach(e -> largestFirst.put(e.getKey(), e.getValue()));
        return new At(words, worth, largestFirst);
    }
}
