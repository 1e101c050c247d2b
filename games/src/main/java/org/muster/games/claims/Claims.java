package org.muster.games.claims;

import java.util.Arrays;
import java.util.List;
import java.util.function.LongToDoubleFunction;
import org.muster.games.Coalitions;
import org.muster.games.Fraction;
import org.muster.games.Game;

/// A claims (bankruptcy) problem.
///
/// @param endowment what there is, between 0 and the sum of the claims
/// @param claims    one per claimant, not negative
public record Claims(Fraction endowment, List<Fraction> claims) {
    public Claims {
        claims = List.copyOf(claims);
        if (claims.isEmpty()) {
            throw new IllegalArgumentException("a claims problem needs at least one claim");
        }
        for (Fraction claim : claims) {
            if (claim.sign() < 0) {
                throw new IllegalArgumentException("a claim is not negative, but one is " + claim);
            }
        }
        if (endowment.sign() < 0) {
            throw new IllegalArgumentException("the endowment is not negative, but is " + endowment);
        }
        Fraction sum = claims.stream().reduce(Fraction.ZERO, Fraction::plus);
        if (endowment.compareTo(sum) > 0) {
            throw new IllegalArgumentException(
                    "the endowment %s is more than the claims on it, %s: nothing to ration".formatted(endowment, sum));
        }
    }

    /// A problem in whole numbers.
    public static Claims of(long endowment, long... claims) {
        return new Claims(
                Fraction.of(endowment),
                Arrays.stream(claims).mapToObj(Fraction::of).toList());
    }

    /// The sum of the claims.
    public Fraction sum() {
        return claims.stream().reduce(Fraction.ZERO, Fraction::plus);
    }

    /// The game in which a coalition gets what is left once all others have their full claims: convex, with the Talmud
    /// rule as its nucleolus and random arrival as its Shapley value.
    ///
    /// Source: B. O'Neill, *A problem of rights arbitration from the Talmud*, 1982; R. J. Aumann, M. Maschler, 1985.
    public Game game() {
        double e = endowment.doubleValue();
        boolean whole = claims.stream().allMatch(f -> f.doubleValue() == Math.rint(f.doubleValue()))
                && e == Math.rint(e)
                && sum().doubleValue() < 1L << 53;
        return Game.streamedWhole(claims.size(), whole ? e : Double.NaN, worth());
    }

    /// What one coalition gets in that game, for up to 62 claimants.
    public LongToDoubleFunction worth() {
        double[] c = claims.stream().mapToDouble(Fraction::doubleValue).toArray();
        double e = endowment.doubleValue();
        long all = Coalitions.grand(c.length);
        return mask -> Math.max(0, e - Coalitions.sum(c, all & ~mask));
    }
}
