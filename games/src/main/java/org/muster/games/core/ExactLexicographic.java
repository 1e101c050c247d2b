package org.muster.games.core;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.muster.games.Coalitions;
import org.muster.games.Fraction;
import org.muster.games.Game;
import org.muster.games.Undefined;
import org.muster.games.lp.Span;
import org.muster.games.lp.WholeProgram;

/// The lexicographic programs of the nucleolus family in fractions: what decides where floating point cannot.
///
/// The same sequence as [Lexicographic], but the points that are still possible are kept as `base + directions t`, so
/// that a level's program has no more unknowns than there are directions, and what is settled is told without rounding.
/// Up to 8 players all coalitions stand in every program; beyond, rows come as they are needed from passes that compare
/// exactly whatever floating point leaves open.
///
/// Coalitions without a positive weight do not count. Where no coalition that counts is left and the point is not yet
/// the only one, lower bounds that all points left meet with equality settle the rest; if that is not enough, the
/// concept is not defined.
final class ExactLexicographic {
    /// What was found: levels with their tight coalitions, the first levels only where no more were asked for.
    ///
    /// @param x      the point, or a point of the last level
    /// @param levels from the highest to the lowest, as many as stages with tight rows
    /// @param stages the same for the certificate
    record Found(List<Fraction> x, List<Fraction> levels, List<Stage> stages, int scans, int lps, int rows) {}

    /// Players up to whom all coalitions stand in every program.
    static final int ALL_AT_ONCE = 8;

    private static final long MOST_STEPS = 60_000;
    private static final double BELOW_ALL = -1e100;
    private static final long SEED = 0x6d7573746572L;

    private final Game game;
    private final Excess excess;
    private final boolean bounded;
    private final int n;
    private final long all;
    private final TableSeparation scan;
    private final List<Long> pool = new ArrayList<>();
    private final Set<Long> known = new HashSet<>();
    private final List<PointsLeft> points = new ArrayList<>();
    private final List<Fraction> levels = new ArrayList<>();
    private final List<Stage> stages = new ArrayList<>();
    private List<Fraction> x;
    private long steps;
    private int scans;
    private int lps;

    /// @param bounded whether nobody may get less than alone
    /// @param seeds   coalitions to begin with
    ExactLexicographic(Game game, Excess excess, boolean bounded, List<Long> seeds, int threads) {
        this.game = game;
        this.excess = excess;
        this.bounded = bounded;
        this.n = game.players();
        this.all = Coalitions.grand(n);
        this.scan = new TableSeparation(game, excess, threads);
        if (n <= ALL_AT_ONCE) {
            for (long mask = 1; mask < all; mask++) {
                add(mask);
            }
        } else {
            seeds.forEach(this::add);
            scan.seeds().forEach(cut -> add(cut.plus()));
        }
        points.add(PointsLeft.efficient(n, game.exactly(all)));
        this.x = points.getFirst().base();
    }

    private boolean add(long mask) {
        if (mask <= 0 || mask >= all || known.contains(mask)) {
            return false;
        }
        known.add(mask);
        return excess.exactWeight(game, mask).sign() > 0 && pool.add(mask);
    }

    /// Solves the first level, or all.
    ///
    /// @throws Undefined           where more than one point is left when no coalition that counts is
    /// @throws ArithmeticException where it takes too many steps
    Found solve(Lexicographic.Depth depth) {
        int most = depth == Lexicographic.Depth.ALL_LEVELS ? Integer.MAX_VALUE : 1;
        while (true) {
            while (!points.getLast().directions().isEmpty() && stages.size() < most) {
                solveStage();
            }
            int broken = n <= ALL_AT_ONCE ? -1 : addBroken();
            if (broken < 0) {
                return new Found(x, List.copyOf(levels), List.copyOf(stages), scans, lps, pool.size());
            }
            backTo(broken);
        }
    }

    private void backTo(int stage) {
        while (stages.size() > stage) {
            stages.removeLast();
            points.removeLast();
            if (levels.size() > stages.size()) {
                levels.removeLast();
            }
        }
    }

    private void solveStage() {
        PointsLeft left = points.getLast();
        List<Long> outside = pool.stream().filter(mask -> !left.isSettled(mask)).toList();
        if (outside.isEmpty()) {
            if (n > ALL_AT_ONCE && addOutside(left)) {
                solveStage();
            } else {
                close(left);
            }
            return;
        }
        WholeProgram program = new WholeProgram(left.directions().size() + 1, MOST_STEPS - steps);
        for (long mask : outside) {
            program.add(
                    coefficients(left.along(mask), excess.exactWeight(game, mask)),
                    game.exactly(mask).minus(PointsLeft.sum(left.base(), mask)));
        }
        List<Integer> free = addBounds(program, left, Fraction.ZERO);
        var optimum = program.solve();
        lps++;
        steps += program.steps();
        if (optimum.isEmpty()) {
            boolean grown = false;
            for (long mask : outside) {
                grown |= add(all & ~mask);
            }
            if (!grown) {
                throw new Undefined(
                        "the coalitions that count leave the largest dissatisfaction without a lower bound");
            }
            solveStage();
            return;
        }
        Fraction level = optimum.get().y().getLast();
        x = left.at(optimum.get().y());
        List<Fraction> weights = optimum.get().weights();
        List<Cut> tight = new ArrayList<>();
        List<Double> weightsOfTight = new ArrayList<>();
        List<Integer> atBound = new ArrayList<>();
        PointsLeft settled = left;
        for (int k = 0; k < weights.size(); k++) {
            if (weights.get(k).sign() > 0) {
                long mask = k < outside.size() ? outside.get(k) : 1L << free.get(k - outside.size());
                if (k < outside.size()) {
                    double value = game.value(mask);
                    tight.add(Cut.of(mask, value, excess.weight(game, mask, value)));
                    weightsOfTight.add(weights.get(k).doubleValue());
                } else {
                    atBound.add(free.get(k - outside.size()));
                }
                if (!settled.isSettled(mask)) {
                    settled = settled.with(mask, PointsLeft.sum(x, mask));
                }
            }
        }
        levels.add(level);
        stages.add(new Stage(level.doubleValue(), tight, weightsOfTight, atBound));
        points.add(settled);
    }

    /// Rows `x_i + inLevel e >= v({i})` for the players whose share is not settled.
    private List<Integer> addBounds(WholeProgram program, PointsLeft left, Fraction inLevel) {
        List<Integer> free = new ArrayList<>();
        for (int i = 0; bounded && i < n; i++) {
            List<Fraction> along = left.along(1L << i);
            if (!left.isSettled(1L << i)) {
                free.add(i);
                program.add(
                        coefficients(along, inLevel),
                        game.exactly(1L << i).minus(left.base().get(i)));
            }
        }
        return free;
    }

    /// No coalition that counts is left: bounds that all points left meet with equality settle the rest, or nothing
    /// does. They are the tight rows of the program that gives everybody as much above the bound as can be.
    private void close(PointsLeft left) {
        if (!bounded) {
            throw new Undefined("the coalitions that count do not determine a single point");
        }
        WholeProgram program = new WholeProgram(left.directions().size() + 1, MOST_STEPS - steps);
        List<Integer> free = addBounds(program, left, Fraction.ONE);
        var optimum = program.solve();
        lps++;
        steps += program.steps();
        if (optimum.isEmpty() || optimum.get().y().getLast().sign() < 0) {
            throw new Undefined("the coalitions that count do not determine a single point: all of them are as"
                    + " dissatisfied at several");
        }
        x = left.at(optimum.get().y());
        List<Integer> atBound = new ArrayList<>();
        PointsLeft settled = left;
        for (int k = 0; k < free.size(); k++) {
            if (optimum.get().weights().get(k).sign() > 0) {
                atBound.add(free.get(k));
                long mask = 1L << free.get(k);
                if (!settled.isSettled(mask)) {
                    settled = settled.with(mask, game.exactly(mask));
                }
            }
        }
        stages.add(new Stage(BELOW_ALL, List.of(), List.of(), atBound));
        points.add(settled);
    }

    /// Adds coalitions that nothing settled determines, where any of those counts.
    private boolean addOutside(PointsLeft left) {
        boolean grown = false;
        scans++;
        for (Cut cut : scan.broken(shares(), List.of(level(BELOW_ALL, left)), 0, perSearch())) {
            grown |= add(cut.plus());
        }
        return grown;
    }

    private int perSearch() {
        return 30 + 4 * n;
    }

    private double[] shares() {
        return x.stream().mapToDouble(Fraction::doubleValue).toArray();
    }

    private Level level(double e, PointsLeft before) {
        Span span = new Span(n);
        before.settled().forEach(span::add);
        return new Level(e, span.nullVector(new Random(SEED + before.settled().size())), before.settled());
    }

    /// Adds what breaks a level: what floating point is sure of, or else what turns out to when compared exactly.
    ///
    /// @return the first level that a new row breaks, or -1 where none does
    private int addBroken() {
        if (levels.isEmpty()) {
            return -1;
        }
        List<Level> rounded = new ArrayList<>();
        for (int k = 0; k < levels.size(); k++) {
            rounded.add(level(levels.get(k).doubleValue(), points.get(k)));
        }
        List<Level> falling = Level.falling(rounded);
        double slack = Certifier.slack(game, excess, shares(), levels);
        scans++;
        List<Long> found = new ArrayList<>();
        for (Cut cut : scan.broken(shares(), falling, slack, perSearch())) {
            if (!known.contains(cut.plus())) {
                found.add(cut.plus());
            }
        }
        if (found.isEmpty()) {
            found.addAll(nearAndBroken(falling.getLast().e(), slack));
        }
        int first = -1;
        for (long mask : found) {
            add(mask);
            int level = firstBroken(mask);
            first = first < 0 ? level : Math.min(first, level);
        }
        return first;
    }

    private List<Long> nearAndBroken(double lowest, double slack) {
        scans++;
        ConcurrentLinkedQueue<Long> broken = new ConcurrentLinkedQueue<>();
        scan.near(shares(), lowest, slack, () -> (mask, value, share) -> {
            if (!known.contains(mask) && firstBroken(mask) < levels.size()) {
                broken.add(mask);
            }
        });
        return broken.stream().sorted().limit(perSearch()).toList();
    }

    /// The first level that a coalition breaks; their number where it breaks none.
    private int firstBroken(long mask) {
        Fraction missing = game.exactly(mask).minus(PointsLeft.sum(x, mask));
        Fraction weight = excess.exactWeight(game, mask);
        for (int k = 0; k < levels.size(); k++) {
            if (points.get(k).isSettled(mask)) {
                return levels.size(); // and settled at all levels that follow
            }
            if (missing.compareTo(weight.times(levels.get(k))) > 0) {
                return k;
            }
        }
        return levels.size();
    }

    private static List<Fraction> coefficients(List<Fraction> along, Fraction inLevel) {
        List<Fraction> row = new ArrayList<>(along);
        row.add(inLevel);
        return row;
    }
}
