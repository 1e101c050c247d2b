package org.muster.games.claims;

import java.util.ArrayList;
import java.util.List;
import org.muster.games.Fraction;

/// The minimal overlap rule in closed form.
///
/// Claims share the parts `[0, t]` from the left (claims nested in each other) and each has the rest of its claim
/// beyond `t` to itself, with `t + sum of (c_i - t)+ = E`; where the largest claim covers the endowment `t = E`.
///
/// Source: B. O'Neill 1982; Y. Chun, W. Thomson, *Convergence under replication of rules to adjudicate conflicting
/// claims*, 2005.
final class MinimalOverlap {
    private MinimalOverlap() {}

    static List<Fraction> divide(Claims problem) {
        List<Fraction> claims = problem.claims();
        Fraction shared = sharedPart(problem);
        List<Fraction> parts = new ArrayList<>(claims);
        Fraction inherited = Fraction.ZERO;
        Fraction below = Fraction.ZERO;
        int claimants = claims.size();
        for (int i : ClaimsRule.ascending(claims)) {
            Fraction upTo = claims.get(i).min(shared);
            inherited = inherited.plus(upTo.minus(below).over(claimants));
            below = upTo;
            claimants--;
            boolean alone = problem.endowment().compareTo(shared) > 0;
            Fraction own = alone ? claims.get(i).minus(shared).max(Fraction.ZERO) : Fraction.ZERO;
            parts.set(i, inherited.plus(own));
        }
        return parts;
    }

    /// `t`: falls from the largest claim until the parts fill the endowment.
    private static Fraction sharedPart(Claims problem) {
        List<Fraction> claims = problem.claims();
        List<Integer> order = ClaimsRule.ascending(claims);
        Fraction most = claims.get(order.getLast());
        if (most.compareTo(problem.endowment()) >= 0) {
            return problem.endowment();
        }
        Fraction sumOfLarger = Fraction.ZERO;
        for (int k = order.size() - 1; k >= 0; k--) {
            sumOfLarger = sumOfLarger.plus(claims.get(order.get(k)));
            int larger = order.size() - k;
            Fraction next = k == 0 ? Fraction.ZERO : claims.get(order.get(k - 1));
            // t + sum - larger * t = E for t between the next smaller claim and this one
            if (larger > 1) {
                Fraction t = sumOfLarger.minus(problem.endowment()).over(larger - 1);
                if (t.compareTo(next) >= 0) {
                    return t;
                }
            }
        }
        return Fraction.ZERO;
    }
}
