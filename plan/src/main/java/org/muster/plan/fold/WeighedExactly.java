package org.muster.plan.fold;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.muster.games.Fraction;

/// One backward and one forward pass over a diagram in whole numbers: every player has a weight for being in and
/// one for being out, and a coalition weighs the product. Weights 1 and 1 count coalitions; the numerators of
/// chances give chances.
final class WeighedExactly {
    private final Diagram diagram;
    private final BigInteger[] in;
    private final BigInteger[] out;
    /// By step: what all that come from there on weigh, whatever they do.
    private final BigInteger[] rest;
    /// Players that change nothing.
    private final BigInteger idle;

    private final BigInteger[] with;
    private final BigInteger[] without;
    private final BigInteger total;

    /// @param members whether it is told with and without each player, too
    private WeighedExactly(Diagram diagram, BigInteger[] in, BigInteger[] out, boolean members) {
        this.diagram = diagram;
        this.in = in;
        this.out = out;
        this.rest = new BigInteger[diagram.steps() + 1];
        this.rest[diagram.steps()] = BigInteger.ONE;
        boolean[] walked = new boolean[diagram.players()];
        for (int step = diagram.steps() - 1; step >= 0; step--) {
            walked[diagram.player(step)] = true;
            rest[step] = rest[step + 1].multiply(both(diagram.player(step)));
        }
        BigInteger others = BigInteger.ONE;
        for (int i = 0; i < walked.length; i++) {
            others = walked[i] ? others : others.multiply(both(i));
        }
        this.idle = others;
        this.with = new BigInteger[diagram.players()];
        this.without = new BigInteger[diagram.players()];
        BigInteger[] from = backward();
        this.total = diagram.isEverDone() ? from[0].multiply(idle) : BigInteger.ZERO;
        for (int i = 0; i < walked.length; i++) {
            if (!walked[i]) {
                with[i] = without[i] = total.divide(both(i));
            }
        }
        if (members) {
            forward(from);
        }
    }

    /// Every coalition weighs 1.
    static WeighedExactly evenly(Diagram diagram) {
        BigInteger[] ones = new BigInteger[diagram.players()];
        Arrays.fill(ones, BigInteger.ONE);
        return new WeighedExactly(diagram, ones, ones, true);
    }

    /// @param willing from 0 to 1
    static WeighedExactly of(Diagram diagram, List<Fraction> willing) {
        return of(diagram, willing, true);
    }

    /// The chance that all can together, without the pass that tells it for each player.
    ///
    /// @param willing from 0 to 1
    static Fraction overall(Diagram diagram, List<Fraction> willing) {
        WeighedExactly weighed = of(diagram, willing, false);
        return new Fraction(weighed.total, weighed.rest[0].multiply(weighed.idle));
    }

    private static WeighedExactly of(Diagram diagram, List<Fraction> willing, boolean members) {
        return new WeighedExactly(
                diagram,
                willing.stream().map(Fraction::numerator).toArray(BigInteger[]::new),
                willing.stream()
                        .map(q -> q.denominator().subtract(q.numerator()))
                        .toArray(BigInteger[]::new),
                members);
    }

    private BigInteger both(int player) {
        return in[player].add(out[player]);
    }

    /// What all coalitions that can weigh together.
    BigInteger total() {
        return total;
    }

    /// What coalitions of the others weigh together that can with the player.
    BigInteger with(int player) {
        return with[player];
    }

    /// What coalitions of the others weigh together that can without the player.
    BigInteger without(int player) {
        return without[player];
    }

    Fold.ExactChances chances() {
        BigInteger whole = rest[0].multiply(idle);
        return new Fold.ExactChances(new Fraction(total, whole), shares(with, whole), shares(without, whole));
    }

    private List<Fraction> shares(BigInteger[] weights, BigInteger whole) {
        return IntStream.range(0, weights.length)
                .mapToObj(i -> new Fraction(weights[i], whole.divide(both(i))))
                .toList();
    }

    private BigInteger[] backward() {
        BigInteger[] from = new BigInteger[diagram.states()];
        for (int step = diagram.steps() - 1; step >= 0; step--) {
            int player = diagram.player(step);
            for (int s = diagram.first(step); s < diagram.first(step + 1); s++) {
                from[s] = value(from, diagram.out(s), step)
                        .multiply(out[player])
                        .add(value(from, diagram.in(s), step).multiply(in[player]));
            }
        }
        return from;
    }

    private BigInteger value(BigInteger[] from, int target, int step) {
        return target >= 0 ? from[target] : target == Diagram.DONE ? rest[step + 1] : BigInteger.ZERO;
    }

    private void forward(BigInteger[] from) {
        BigInteger[] to = new BigInteger[diagram.states()];
        Arrays.fill(to, BigInteger.ZERO);
        if (diagram.isEverDone()) {
            to[0] = idle;
        }
        BigInteger done = BigInteger.ZERO;
        for (int step = 0; step < diagram.steps(); step++) {
            int player = diagram.player(step);
            BigInteger before = done.multiply(rest[step + 1]);
            BigInteger whenIn = before;
            BigInteger whenOut = before;
            done = done.multiply(both(player));
            for (int s = diagram.first(step); s < diagram.first(step + 1); s++) {
                whenOut = whenOut.add(to[s].multiply(value(from, diagram.out(s), step)));
                whenIn = whenIn.add(to[s].multiply(value(from, diagram.in(s), step)));
                done = done.add(pass(to, diagram.out(s), to[s].multiply(out[player])))
                        .add(pass(to, diagram.in(s), to[s].multiply(in[player])));
            }
            with[player] = whenIn;
            without[player] = whenOut;
        }
    }

    private static BigInteger pass(BigInteger[] to, int target, BigInteger weight) {
        if (target >= 0) {
            to[target] = to[target].add(weight);
            return BigInteger.ZERO;
        }
        return target == Diagram.DONE ? weight : BigInteger.ZERO;
    }
}
