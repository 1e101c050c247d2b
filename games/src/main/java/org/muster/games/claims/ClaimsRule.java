package org.muster.games.claims;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.muster.games.Fraction;

/// Rules that divide an endowment among claims: nobody gets less than nothing or more than the claim, and the parts
/// add up to the endowment exactly. O(n log n) in exact fractions, random arrival apart.
///
/// Survey: W. Thomson, *How to Divide When There Isn't Enough*, 2019.
public enum ClaimsRule {
    /// In proportion to the claims.
    PROPORTIONAL {
        @Override
        public List<Fraction> divide(Claims problem) {
            return proportional(problem.endowment(), problem.claims());
        }
    },

    /// Everyone the same, but nobody more than the claim (Maimonides).
    CONSTRAINED_EQUAL_AWARDS {
        @Override
        public List<Fraction> divide(Claims problem) {
            return equalAwards(problem.endowment(), problem.claims());
        }
    },

    /// Everyone loses the same, but nobody more than the claim.
    CONSTRAINED_EQUAL_LOSSES {
        @Override
        public List<Fraction> divide(Claims problem) {
            Fraction loss = problem.sum().minus(problem.endowment());
            return minus(problem.claims(), equalAwards(loss, problem.claims()));
        }
    },

    /// Equal awards up to half the claims, equal losses beyond: the nucleolus of the claims game.
    ///
    /// Source: R. J. Aumann, M. Maschler, *Game theoretic analysis of a bankruptcy problem from the Talmud*, 1985.
    TALMUD {
        @Override
        public List<Fraction> divide(Claims problem) {
            List<Fraction> half = halves(problem.claims());
            Fraction halfSum = problem.sum().over(2);
            if (problem.endowment().compareTo(halfSum) <= 0) {
                return equalAwards(problem.endowment(), half);
            }
            return minus(problem.claims(), equalAwards(problem.sum().minus(problem.endowment()), half));
        }
    },

    /// Equal awards up to half the claims, and equal awards again for the other half.
    ///
    /// Source: H. M. Piniles, *Darkah shel Torah*, 1861.
    PINILES {
        @Override
        public List<Fraction> divide(Claims problem) {
            List<Fraction> half = halves(problem.claims());
            Fraction halfSum = problem.sum().over(2);
            if (problem.endowment().compareTo(halfSum) <= 0) {
                return equalAwards(problem.endowment(), half);
            }
            return plus(half, equalAwards(problem.endowment().minus(halfSum), half));
        }
    },

    /// Claims are laid on numbered parts of the endowment so that as few parts as possible are claimed by several; each
    /// part is split equally among those who claim it. Ibn Ezra's rule where one claim covers the whole endowment.
    ///
    /// Source: B. O'Neill, *A problem of rights arbitration from the Talmud*, 1982.
    MINIMAL_OVERLAP {
        @Override
        public List<Fraction> divide(Claims problem) {
            return MinimalOverlap.divide(problem);
        }
    },

    /// The mean over all orders of first come, first served: the Shapley value of the claims game.
    RANDOM_ARRIVAL {
        @Override
        public List<Fraction> divide(Claims problem) {
            return RandomArrival.divide(problem);
        }
    },

    /// The smallest claim to everyone as far as there is enough (else equal parts), the rest in proportion to what is
    /// still claimed.
    ///
    /// Source: J.-M. Gimenez-Gomez, J. E. Peris, *A proportional approach to claims problems with a guaranteed
    /// minimum*, 2014.
    ALPHA_MIN {
        @Override
        public List<Fraction> divide(Claims problem) {
            int n = problem.claims().size();
            Fraction least = problem.claims().stream().reduce(Fraction::min).orElseThrow();
            if (least.times(n).compareTo(problem.endowment()) > 0) {
                return repeat(problem.endowment().over(n), n);
            }
            List<Fraction> base = repeat(least, n);
            return plus(base, proportional(problem.endowment().minus(least.times(n)), minus(problem.claims(), base)));
        }
    },

    /// First what nobody else disputes, then in proportion to what is left of the claims, cut at what is left.
    ///
    /// Source: I. Curiel, M. Maschler, S. Tijs, *Bankruptcy games*, 1987.
    ADJUSTED_PROPORTIONAL {
        @Override
        public List<Fraction> divide(Claims problem) {
            Fraction excess = problem.sum().minus(problem.endowment());
            List<Fraction> undisputed = problem.claims().stream()
                    .map(c -> c.minus(excess).max(Fraction.ZERO))
                    .toList();
            Fraction rest = problem.endowment().minus(sum(undisputed));
            List<Fraction> open = minus(problem.claims(), undisputed).stream()
                    .map(c -> c.min(rest))
                    .toList();
            return plus(undisputed, proportional(rest, open));
        }
    };

    /// The parts, one per claimant, adding up to the endowment.
    public abstract List<Fraction> divide(Claims problem);

    static List<Fraction> proportional(Fraction amount, List<Fraction> claims) {
        Fraction sum = sum(claims);
        return claims.stream()
                .map(c -> sum.isZero() ? Fraction.ZERO : c.times(amount).over(sum))
                .toList();
    }

    /// `min(c_i, l)` with `l` such that they add up to the amount.
    static List<Fraction> equalAwards(Fraction amount, List<Fraction> claims) {
        List<Fraction> parts = new ArrayList<>(claims);
        Fraction left = amount;
        int waiting = claims.size();
        for (int i : ascending(claims)) {
            Fraction part = claims.get(i).min(left.over(waiting));
            parts.set(i, part);
            left = left.minus(part);
            waiting--;
        }
        return parts;
    }

    static List<Integer> ascending(List<Fraction> claims) {
        return IntStream.range(0, claims.size())
                .boxed()
                .sorted(Comparator.comparing(claims::get))
                .toList();
    }

    private static List<Fraction> halves(List<Fraction> claims) {
        return claims.stream().map(c -> c.over(2)).toList();
    }

    private static List<Fraction> repeat(Fraction part, int n) {
        return IntStream.range(0, n).mapToObj(i -> part).toList();
    }

    static Fraction sum(List<Fraction> parts) {
        return parts.stream().reduce(Fraction.ZERO, Fraction::plus);
    }

    static List<Fraction> plus(List<Fraction> a, List<Fraction> b) {
        return IntStream.range(0, a.size())
                .mapToObj(i -> a.get(i).plus(b.get(i)))
                .toList();
    }

    private static List<Fraction> minus(List<Fraction> a, List<Fraction> b) {
        return IntStream.range(0, a.size())
                .mapToObj(i -> a.get(i).minus(b.get(i)))
                .toList();
    }
}
