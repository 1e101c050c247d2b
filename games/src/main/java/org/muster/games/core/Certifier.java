package org.muster.games.core;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.muster.games.Coalitions;
import org.muster.games.Fraction;
import org.muster.games.Game;
import org.muster.games.lp.Span;
import org.muster.games.scan.Kernel;

/// Makes and checks a [NucleolusCertificate] for what the floating-point solver found.
///
/// 1. The tight rows of all levels are solved exactly for the shares and the levels.
/// 2. For each level the weights are solved exactly and must be positive.
/// 3. One pass over all coalitions: whatever comes within the rounding error of a level is compared in whole
///    numbers, and must not exceed the level unless it lies in the span of the levels before, which is decided over
///    the rational numbers.
///
/// O(2^n) and a few small linear systems: about the cost of one more scan.
final class Certifier {
    private final NucleolusResult result;
    private final Game game;
    private final int n;
    private final int threads;

    private Certifier(NucleolusResult result, int threads) {
        this.result = result;
        this.game = result.game();
        this.n = game.players();
        this.threads = threads;
    }

    /// The certificate.
    ///
    /// @throws ArithmeticException where the proof fails, saying at what; the point then stays numerical
    static NucleolusCertificate certify(NucleolusResult result, int threads) {
        return new Certifier(result, threads).run();
    }

    private NucleolusCertificate run() {
        List<Stage> stages = result.stages();
        TightRows rows = new TightRows(
                n,
                game.exactly(Coalitions.grand(n)),
                game::exactly,
                cut -> game.exactly(cut.plus()),
                cut -> result.excess().exactWeight(game, cut.plus()),
                stages);
        List<Fraction> unknowns = rows.pointAndLevels();
        List<Fraction> x = unknowns.subList(0, n);
        List<Fraction> levels = unknowns.subList(n, unknowns.size());
        boolean bounded = result.over() == Nucleolus.Over.IMPUTATIONS;
        for (int i = 0; bounded && i < n; i++) {
            if (x.get(i).compareTo(game.exactly(1L << i)) < 0) {
                throw new ArithmeticException(
                        String.format(Locale.ROOT, "not proven: player %d is below the value alone", i));
            }
        }
        List<NucleolusCertificate.LevelProof> proofs = new ArrayList<>();
        List<Sets> settled = new ArrayList<>(List.of(Sets.of(Coalitions.grand(n))));
        List<NullSpace> spaces = new ArrayList<>();
        List<Level> modular = new ArrayList<>();
        Span span = new Span(n);
        span.add(Coalitions.grand(n));
        for (int k = 0; k < stages.size(); k++) {
            Stage stage = stages.get(k);
            boolean closing = stage.tight().isEmpty();
            if (closing && (!bounded || k < levels.size())) {
                throw new ArithmeticException("not proven: a level without coalitions is not the last");
            }
            if (!closing && k > 0 && levels.get(k).compareTo(levels.get(k - 1)) > 0) {
                throw new ArithmeticException(
                        String.format(Locale.ROOT, "not proven: level %d is above the level before", k + 1));
            }
            spaces.add(NullSpace.of(n, settled));
            modular.add(new Level(stage.e(), span.nullVector(new Random(k))));
            proofs.add(proof(stage, closing ? Fraction.ZERO : levels.get(k), rows.weights(k, settled)));
            for (long mask : stage.boundPlayers().stream().map(i -> 1L << i).toList()) {
                if (span.add(mask)) {
                    settled.add(Sets.of(mask));
                }
            }
            for (Cut cut : stage.tight()) {
                if (span.add(cut.plus())) {
                    settled.add(Sets.of(cut));
                }
            }
        }
        if (!span.isFull()) {
            throw new ArithmeticException("not proven: the levels leave more than one point");
        }
        checkAllCoalitions(x, levels, spaces, modular);
        return new NucleolusCertificate(x, proofs, result.scans() + 1, result.lps());
    }

    private static NucleolusCertificate.LevelProof proof(Stage stage, Fraction level, List<Fraction> weights) {
        int tight = stage.tight().size();
        return new NucleolusCertificate.LevelProof(
                level,
                stage.tight().stream().map(Cut::plus).toList(),
                weights.subList(0, tight),
                stage.boundPlayers(),
                weights.subList(tight, weights.size()));
    }

    private void checkAllCoalitions(
            List<Fraction> x, List<Fraction> levels, List<NullSpace> spaces, List<Level> modular) {
        if (spaces.isEmpty()) {
            return;
        }
        double[] shares = x.stream().mapToDouble(Fraction::doubleValue).toArray();
        boolean closed = spaces.size() > levels.size();
        double lowest = levels.isEmpty() ? 0 : levels.getLast().doubleValue();
        double slack = closed ? Double.POSITIVE_INFINITY : slack(game, result.excess(), shares, levels);
        ExactExcess exact = ExactExcess.of(game, result.excess(), x, levels);
        AtomicLong broken = new AtomicLong();
        new TableSeparation(game, result.excess(), threads).near(shares, lowest, slack, () -> (mask, value, share) -> {
            // what no level binds must be settled before the bounds settle the rest
            if (closed && !spaces.get(levels.size()).isInside(mask)) {
                broken.set(mask);
                return;
            }
            for (int k = levels.size() - 1; k >= 0; k--) {
                if (!exact.isAbove(mask, value, k)) {
                    return;
                }
                if (modular.get(k).binds(mask, 0) || !spaces.get(k).isInside(mask)) {
                    broken.set(mask);
                    return;
                }
            }
        });
        if (broken.get() != 0) {
            throw new ArithmeticException("not proven: coalition %s has a larger excess than its level"
                    .formatted(Coalitions.players(broken.get())));
        }
    }

    /// More than all rounding errors of an excess in floating point can add up to.
    static double slack(Game game, Excess excess, double[] shares, List<Fraction> levels) {
        double most = largestValue(game);
        double sum = 0;
        for (double share : shares) {
            sum += Math.abs(share);
        }
        double weight = switch (excess) {
            case PLAIN -> 1;
            case PER_CAPITA -> game.players();
            case PROPORTIONAL -> most;
            case DISRUPTION -> 3 * most;
        };
        double level = Math.max(
                Math.abs(levels.getFirst().doubleValue()),
                Math.abs(levels.getLast().doubleValue()));
        return 1e-13 * (most + sum + weight * level) + 4 * game.rounding() * Math.max(1, level);
    }

    private static double largestValue(Game game) {
        double bound = game.wholeBound();
        if (!Double.isNaN(bound)) {
            return bound;
        }
        long coalitions = Coalitions.count(game.players());
        int block = (int) Math.min(Kernel.BLOCK, coalitions);
        double[] values = new double[block];
        double most = 0;
        for (long first = 0; first < coalitions; first += block) {
            game.read(first, block, values, 0);
            for (double value : values) {
                most = Math.max(most, Math.abs(value));
            }
        }
        return most;
    }

    /// Excesses compared with levels without rounding: in longs where everything fits, else in fractions.
    private record ExactExcess(Game game, Excess excess, List<Fraction> x, List<Fraction> levels, Scaled scaled) {
        /// Numerators over a common denominator, empty where they do not fit.
        private record Scaled(long denominator, List<Long> shares, List<Long> levels) {}

        static ExactExcess of(Game game, Excess excess, List<Fraction> x, List<Fraction> levels) {
            BigInteger common = BigInteger.ONE;
            for (Fraction f : IntStream.range(0, x.size() + levels.size())
                    .mapToObj(i -> i < x.size() ? x.get(i) : levels.get(i - x.size()))
                    .toList()) {
                common = common.divide(common.gcd(f.denominator())).multiply(f.denominator());
            }
            BigInteger d = common;
            double most = game.wholeBound() * 3 * (excess == Excess.PLAIN ? 1 : 32);
            double sum = most;
            for (Fraction f : x) {
                sum += Math.abs(f.doubleValue());
            }
            double weight = excess == Excess.PLAIN ? 1 : excess == Excess.PER_CAPITA ? 32 : most;
            for (Fraction f : levels) {
                sum += weight * Math.abs(f.doubleValue());
            }
            boolean fits = !Double.isNaN(sum) && sum * d.doubleValue() < 0x1p61;
            Scaled scaled = fits
                    ? new Scaled(d.longValueExact(), over(x, d), over(levels, d))
                    : new Scaled(0, List.of(), List.of());
            return new ExactExcess(game, excess, x, levels, scaled);
        }

        private static List<Long> over(List<Fraction> parts, BigInteger d) {
            return parts.stream()
                    .map(f -> f.numerator().multiply(d.divide(f.denominator())).longValueExact())
                    .toList();
        }

        boolean isAbove(long mask, double value, int k) {
            if (scaled.denominator() > 0) {
                double weight = excess.weight(game, mask, value);
                long missing = scaled.denominator() * ((long) value)
                        - ((long) weight) * scaled.levels().get(k);
                for (long rest = mask; rest != 0; rest &= rest - 1) {
                    missing -= scaled.shares().get(Long.numberOfTrailingZeros(rest));
                }
                return missing > 0;
            }
            Fraction missing = game.exactly(mask).minus(levels.get(k).times(excess.exactWeight(game, mask)));
            for (long rest = mask; rest != 0; rest &= rest - 1) {
                missing = missing.minus(x.get(Long.numberOfTrailingZeros(rest)));
            }
            return missing.sign() > 0;
        }
    }
}
