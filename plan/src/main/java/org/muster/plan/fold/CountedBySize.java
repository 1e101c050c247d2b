package org.muster.plan.fold;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/// How many coalitions of each size can: one backward pass in which a state keeps a count for every number of players
/// that may yet join. Only two steps are held at a time.
final class CountedBySize {
    private final Diagram diagram;
    /// Row `n` of Pascal's triangle, for all `n` up to the number of players.
    private final BigInteger[][] binomials;

    private CountedBySize(Diagram diagram) {
        this.diagram = diagram;
        this.binomials = new BigInteger[diagram.players() + 1][];
        for (int n = 0; n < binomials.length; n++) {
            binomials[n] = new BigInteger[n + 1];
            for (int k = 0; k <= n; k++) {
                binomials[n][k] = k == 0 || k == n ? BigInteger.ONE : binomials[n - 1][k - 1].add(binomials[n - 1][k]);
            }
        }
    }

    static List<BigInteger> of(Diagram diagram) {
        return new CountedBySize(diagram).run();
    }

    private List<BigInteger> run() {
        BigInteger[][] after = new BigInteger[0][];
        for (int step = diagram.steps() - 1; step >= 0; step--) {
            int first = diagram.first(step);
            BigInteger[][] here = new BigInteger[diagram.first(step + 1) - first][];
            for (int s = 0; s < here.length; s++) {
                here[s] =
                        joined(counts(after, diagram.out(first + s), step), counts(after, diagram.in(first + s), step));
            }
            after = here;
        }
        int walked = diagram.steps();
        BigInteger[] ofWalked = diagram.isEverDone() ? after[0] : none(walked);
        BigInteger[] idle = binomials[diagram.players() - walked];
        BigInteger[] all = none(diagram.players());
        for (int k = 0; k < ofWalked.length; k++) {
            for (int j = 0; j < idle.length; j++) {
                all[k + j] = all[k + j].add(ofWalked[k].multiply(idle[j]));
            }
        }
        return List.of(all);
    }

    private static BigInteger[] none(int players) {
        BigInteger[] none = new BigInteger[players + 1];
        Arrays.fill(none, BigInteger.ZERO);
        return none;
    }

    private BigInteger[] counts(BigInteger[][] after, int target, int step) {
        int left = diagram.steps() - step - 1;
        if (target >= 0) {
            return after[target - diagram.first(step + 1)];
        }
        return target == Diagram.DONE ? binomials[left] : none(left);
    }

    private static BigInteger[] joined(BigInteger[] out, BigInteger[] in) {
        BigInteger[] both = none(out.length);
        for (int k = 0; k < out.length; k++) {
            both[k] = both[k].add(out[k]);
            both[k + 1] = both[k + 1].add(in[k]);
        }
        return both;
    }
}
