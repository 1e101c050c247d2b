package org.muster.invest;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.muster.games.Fraction;

/// What a share of draws says of a chance, by the exact interval of the binomial distribution, to six decimals and
/// rounded outwards.
///
/// Source: C. J. Clopper, E. S. Pearson, *The use of confidence or fiducial limits illustrated in the case of the
/// binomial*, Biometrika 26 (1934).
final class Binomial {
    private static final int PARTS = 1_000_000;
    private static final Map<Asked, Fraction> KNOWN = new ConcurrentHashMap<>();

    private record Asked(int times, int draws, double err) {}

    private Binomial() {}

    /// The least chance with which so many of the draws are not too many: beyond it less than half of `err` would be.
    static Fraction least(int times, int draws, double err) {
        return times == 0 ? Fraction.ZERO : KNOWN.computeIfAbsent(new Asked(times, draws, err), Binomial::searched);
    }

    private static Fraction searched(Asked asked) {
        double[] logs = new double[asked.draws() + 1];
        for (int k = 1; k <= asked.draws(); k++) {
            logs[k] = logs[k - 1] + StrictMath.log(k);
        }
        int low = 0;
        int high = PARTS;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (atLeast(asked.times(), asked.draws(), (double) middle / PARTS, logs) < asked.err() / 2) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Fraction.of(low, PARTS);
    }

    /// The chance of at least so many of the draws, each with the chance `p`, strictly between 0 and 1.
    private static double atLeast(int times, int draws, double p, double[] logs) {
        double sum = 0;
        for (int k = times; k <= draws; k++) {
            sum += StrictMath.exp(logs[draws]
                    - logs[k]
                    - logs[draws - k]
                    + k * StrictMath.log(p)
                    + (draws - k) * StrictMath.log(1 - p));
        }
        return sum;
    }
}
