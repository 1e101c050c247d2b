package org.muster.alliance.key;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Splits a whole amount in proportion to weights so that the parts add up to it exactly.
///
/// Largest remainder (Hamilton): everyone gets the quota rounded down, the units left over go to the largest
/// fractions; equal fractions go to the earlier place in the list. No part is ever a full unit from its quota.
/// O(n log n). Not house monotone (the Alabama paradox).
///
/// Source: M. Balinski, H. P. Young, *Fair Representation*, 2nd ed. 2001, chapter 3.
public final class Apportionment {
    /// Behind every cumulated amount.
    private static final BigInteger NEVER = BigInteger.ONE.shiftLeft(512);

    /// Bits of an amount and of the sum of weights up to which no product leaves a machine word: the next unit of
    /// everybody lies at most one sum beyond its quota.
    private static final int MOST_BITS = Long.SIZE - 3;

    private Apportionment() {}

    /// Splits one amount.
    ///
    /// @param amount  minor units of one currency (or any whole units) to share out, not negative
    /// @param weights one per member, not negative, at least one above zero; any scale
    /// @return        whole units, one per weight, in the same order, adding up to `amount`
    /// @throws IllegalArgumentException naming the first argument that breaks these conditions
    public static List<Long> byLargestRemainder(long amount, List<BigDecimal> weights) {
        return split(amount, wholeWeights(weights));
    }

    /// Splits several amounts, one after the other, carrying each member's rounding error from one to the next, so that
    /// over the whole run nobody is ever a full unit from what the unrounded shares add up to.
    ///
    /// In every turn each member gets what lifts it to its cumulated quota rounded down; the units left over go to
    /// those below their cumulated quota whose next unit falls due first, that is, whose unrounded share reaches
    /// the next whole unit at the lowest cumulated amount; of these to the largest fraction, then to the earlier
    /// place. The parts of every turn add up to its amount, and none is negative. (Largest fractions alone do not
    /// keep the bound: with the Alabama paradox a member can be two units ahead of another's claim, and the next
    /// turn is too small for both.) O(n log n) a turn.
    ///
    /// Source: R. Tijdeman, *The chairman assignment problem*, Discrete Mathematics 32 (1980): earliest due first keeps
    /// every prefix within one unit.
    ///
    /// @param amounts the amounts in turn, none negative
    /// @param weights one per member, as in [#byLargestRemainder]
    /// @return        one list of parts per amount
    public static List<List<Long>> withCarriedError(List<Long> amounts, List<BigDecimal> weights) {
        List<BigInteger> whole = wholeWeights(weights);
        BigInteger sum = sum(whole);
        BigInteger all = amounts.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        // Where every quota fits a machine word, as most do: a study of reforms shares some ten thousand bills.
        Optional<long[]> words = all.bitLength() + sum.bitLength() <= MOST_BITS
                ? Optional.of(
                        whole.stream().mapToLong(BigInteger::longValueExact).toArray())
                : Optional.empty();
        long cumulated = 0;
        List<Long> soFar = Collections.nCopies(weights.size(), 0L);
        List<List<Long>> turns = new ArrayList<>(amounts.size());
        for (long amount : amounts) {
            requireNotNegative(amount);
            cumulated = Math.addExact(cumulated, amount);
            List<Long> now = words.isPresent()
                    ? totals(cumulated, words.get(), sum.longValueExact(), soFar)
                    : totals(cumulated, whole, sum, soFar);
            List<Long> parts = new ArrayList<>(now.size());
            for (int i = 0; i < now.size(); i++) {
                parts.add(now.get(i) - soFar.get(i));
            }
            turns.add(List.copyOf(parts));
            soFar = now;
        }
        return List.copyOf(turns);
    }

    private static List<Long> split(long amount, List<BigInteger> weights) {
        requireNotNegative(amount);
        BigInteger sum = sum(weights);
        List<Long> parts = new ArrayList<>();
        List<BigInteger> fractions = new ArrayList<>();
        for (BigInteger weight : weights) {
            BigInteger[] quota = BigInteger.valueOf(amount).multiply(weight).divideAndRemainder(sum);
            parts.add(quota[0].longValueExact());
            fractions.add(quota[1]);
        }
        handOut(
                amount,
                parts,
                Comparator.comparing((Integer i) -> fractions.get(i)).reversed());
        return List.copyOf(parts);
    }

    /// What everyone holds once `cumulated` units are handed out, nobody less than before.
    private static List<Long> totals(long cumulated, long[] weights, long sum, List<Long> before) {
        long[] due = new long[weights.length];
        long[] fraction = new long[weights.length];
        List<Long> totals = new ArrayList<>(weights.length);
        for (int i = 0; i < weights.length; i++) {
            long quota = cumulated * weights[i] / sum;
            fraction[i] = cumulated * weights[i] % sum;
            long total = Math.max(before.get(i), quota);
            totals.add(total);
            due[i] = total == quota && fraction[i] > 0 ? Math.ceilDiv((total + 1) * sum, weights[i]) : Long.MAX_VALUE;
        }
        handOut(
                cumulated,
                totals,
                (one, other) -> due[one] == due[other]
                        ? Long.compare(fraction[other], fraction[one])
                        : Long.compare(due[one], due[other]));
        return List.copyOf(totals);
    }

    /// The same for numbers of any length.
    private static List<Long> totals(long cumulated, List<BigInteger> weights, BigInteger sum, List<Long> before) {
        List<Long> totals = new ArrayList<>();
        List<BigInteger> due = new ArrayList<>();
        List<BigInteger> fractions = new ArrayList<>();
        for (int i = 0; i < weights.size(); i++) {
            BigInteger weight = weights.get(i);
            BigInteger[] quota = BigInteger.valueOf(cumulated).multiply(weight).divideAndRemainder(sum);
            long total = Math.max(before.get(i), quota[0].longValueExact());
            boolean below = total == quota[0].longValueExact() && quota[1].signum() > 0;
            totals.add(total);
            fractions.add(quota[1]);
            // The cumulated amount at which the unrounded share reaches the next whole unit, rounded up. One that
            // is not below its quota has no claim now: it is put behind every amount that there can be.
            due.add(
                    below
                            ? BigInteger.valueOf(total + 1)
                                    .multiply(sum)
                                    .add(weight)
                                    .subtract(BigInteger.ONE)
                                    .divide(weight)
                            : NEVER);
        }
        handOut(
                cumulated,
                totals,
                Comparator.comparing((Integer i) -> due.get(i))
                        .thenComparing(Comparator.comparing((Integer i) -> fractions.get(i))
                                .reversed()));
        return List.copyOf(totals);
    }

    /// Adds one unit each, in the queue's order, until the parts add up to the amount.
    private static void handOut(long amount, List<Long> parts, Comparator<Integer> order) {
        long left = amount - parts.stream().mapToLong(Long::longValue).sum();
        if (left == 0) {
            return;
        }
        List<Integer> queue = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            queue.add(i);
        }
        queue.sort(order);
        for (int next = 0; next < left; next++) {
            int i = queue.get(next);
            parts.set(i, parts.get(i) + 1);
        }
    }

    private static BigInteger sum(List<BigInteger> weights) {
        return weights.stream().reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static void requireNotNegative(long amount) {
        if (amount < 0) {
            throw new IllegalArgumentException("amount is " + amount + ", below zero");
        }
    }

    private static List<BigInteger> wholeWeights(List<BigDecimal> weights) {
        int scale = 0;
        boolean any = false;
        for (BigDecimal weight : weights) {
            if (weight.signum() < 0) {
                throw new IllegalArgumentException("weight " + weight.toPlainString() + " is below zero");
            }
            any |= weight.signum() > 0;
            scale = Math.max(scale, weight.scale());
        }
        if (!any) {
            throw new IllegalArgumentException("no weight is above zero");
        }
        int common = scale;
        return weights.stream()
                .map(weight -> weight.setScale(common).unscaledValue())
                .toList();
    }
}
