package org.muster.alliance.key;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Splits a whole amount in proportion to weights so that the parts add up to it exactly.
///
/// Largest remainder (Hamilton): everyone gets the quota rounded down, the units left over go to the largest
/// fractions; equal fractions go to the earlier place in the list. No part is ever a full unit from its quota.
/// O(n log n). Not house monotone (the Alabama paradox).
///
/// Source: M. Balinski, H. P. Young, *Fair Representation*, 2nd ed. 2001, chapter 3.
public final class Apportionment {
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
    /// The quota of each turn is the exact cumulated quota less what was handed out so far; the parts of every turn
    /// still add up to that turn's amount, and none is negative.
    ///
    /// @param amounts the amounts in turn, none negative
    /// @param weights one per member, as in [#byLargestRemainder]
    /// @return        one list of parts per amount
    public static List<List<Long>> withCarriedError(List<Long> amounts, List<BigDecimal> weights) {
        List<BigInteger> whole = wholeWeights(weights);
        long cumulated = 0;
        List<Long> soFar = new ArrayList<>(java.util.Collections.nCopies(weights.size(), 0L));
        List<List<Long>> turns = new ArrayList<>(amounts.size());
        for (long amount : amounts) {
            requireNotNegative(amount);
            cumulated = Math.addExact(cumulated, amount);
            List<Long> parts = splitTowards(cumulated, amount, whole, soFar);
            for (int i = 0; i < parts.size(); i++) {
                soFar.set(i, soFar.get(i) + parts.get(i));
            }
            turns.add(parts);
        }
        return List.copyOf(turns);
    }

    private static List<Long> split(long amount, List<BigInteger> weights) {
        requireNotNegative(amount);
        return splitTowards(amount, amount, weights, java.util.Collections.nCopies(weights.size(), 0L));
    }

    /// Hands out `amount` more units so that everyone comes closest to the quota of `cumulated`.
    private static List<Long> splitTowards(long cumulated, long amount, List<BigInteger> weights, List<Long> soFar) {
        BigInteger sum = weights.stream().reduce(BigInteger.ZERO, BigInteger::add);
        int n = weights.size();
        long[] parts = new long[n];
        BigInteger[] remainder = new BigInteger[n];
        long handedOut = 0;
        for (int i = 0; i < n; i++) {
            BigInteger[] quota =
                    BigInteger.valueOf(cumulated).multiply(weights.get(i)).divideAndRemainder(sum);
            parts[i] = Math.max(0, quota[0].longValueExact() - soFar.get(i));
            // One who already holds more than the quota rounded down comes last in the queue for the units left over.
            remainder[i] = quota[1].subtract(
                    sum.multiply(BigInteger.valueOf(Math.max(0, soFar.get(i) - quota[0].longValueExact()))));
            handedOut += parts[i];
        }
        List<Integer> queue = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            if (weights.get(i).signum() > 0) {
                queue.add(i);
            }
        }
        queue.sort(Comparator.comparing((Integer i) -> remainder[i]).reversed());
        int next = 0;
        while (handedOut < amount) {
            parts[queue.get(next % queue.size())]++;
            handedOut++;
            next++;
        }
        for (int k = queue.size() - 1; handedOut > amount; k = k == 0 ? queue.size() - 1 : k - 1) {
            int i = queue.get(k);
            if (parts[i] > 0) {
                parts[i]--;
                handedOut--;
            }
        }
        List<Long> out = new ArrayList<>(n);
        for (long part : parts) {
            out.add(part);
        }
        return List.copyOf(out);
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
