package org.muster.games.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.muster.games.Coalitions;
import org.muster.games.lp.Span;

/// The lexicographic programs behind the whole family: the smallest possible largest excess, then, with everything that
/// this settles kept, the next, until one point is left.
///
/// Rows come as they are needed. First the first level alone is brought to its end: solve over the rows at hand,
/// let the [Separation] find broken rows, add them, solve again. Then all further levels are solved over the rows
/// at hand without looking, and one search with all levels at once finds what is broken at any of them; work goes
/// on from the first level that is not proven. A settled structure of 27 levels thus costs a few scans, not 27.
///
/// Which rows still bind is decided modulo a prime ([Span]). At most `n - 1` levels.
///
/// Sources: B. Peleg in A. Kopelowitz, *Computation of the kernels of simple games and the nucleolus of n-person
/// games*, 1967 (sequence of programs); M. Maschler, B. Peleg, L. S. Shapley, *Geometric properties of the kernel,
/// nucleolus and related solution concepts*, 1979; M. Benedek, J. Fliege, T.-D. Nguyen, *Finding and verifying the
/// nucleolus of cooperative games*, 2021 (settled sets need no further look; minimal tight sets).
final class Lexicographic {
    /// How many levels to solve.
    enum Depth {
        /// The first level only as far as it tells whether it is above 0.
        SIGN_OF_FIRST_LEVEL,
        FIRST_LEVEL,
        ALL_LEVELS
    }

    /// The point and how it came about.
    ///
    /// @param rows      coalitions (or pairs) that took part
    /// @param tolerance how far excesses may be off
    record Result(List<Double> x, List<Stage> stages, int scans, int lps, List<Cut> rows, double tolerance) {
        double[] shares() {
            return x.stream().mapToDouble(Double::doubleValue).toArray();
        }
    }

    private static final double TOLERANCE = 1e-11;
    private static final double FAR_OFF = 100;
    private static final double BELOW_ALL = -1e100;
    private static final long SEED = 0x6d7573746572L;

    private final Separation game;
    private final double[] lower;
    private final int n;
    private final int perSearch;
    private double mostValue;
    private double mostWeight;
    private double scale;
    private double weightScale;
    private double tolerance;
    private final List<Cut> pool = new ArrayList<>();
    private final Set<Sets> known = new HashSet<>();

    private final List<Stage> stages = new ArrayList<>();
    private final List<Level> levels = new ArrayList<>();
    private final List<Span> spans = new ArrayList<>();
    private final List<List<StageProgram.Settled>> settled = new ArrayList<>();
    private double[] x;
    private boolean allTold;
    private int scans;
    private int lps;

    /// @param lower lower bounds of the shares, empty for none
    Lexicographic(Separation game, double[] lower) {
        this.game = game;
        this.lower = lower.clone();
        this.n = game.players();
        this.mostValue = Math.abs(game.grand());
        game.seeds().forEach(this::add);
        fitScales();
        this.perSearch = 30 + 4 * n;
        Span span = new Span(n);
        span.add(Coalitions.grand(n));
        spans.add(span);
        settled.add(List.of(new StageProgram.Settled(Coalitions.grand(n), 0, game.grand())));
        this.x = new double[n];
        Arrays.fill(x, game.grand() / n);
    }

    private boolean add(Cut cut) {
        mostValue = Math.max(mostValue, Math.abs(cut.value()));
        mostWeight = Math.max(mostWeight, cut.weight());
        if (cut.weight() <= 0 || !known.add(Sets.of(cut))) {
            return false;
        }
        pool.add(cut);
        return true;
    }

    /// The programs are solved in parts of the largest value and the largest weight. The rows to start from need not
    /// show how large those are: the grand coalition and single players may be worth nothing.
    private void fitScales() {
        if (tolerance == 0 || mostValue > FAR_OFF * scale) {
            scale = mostValue > 0 ? mostValue : 1;
            tolerance = TOLERANCE * mostValue;
        }
        if (weightScale == 0 || mostWeight > FAR_OFF * weightScale) {
            weightScale = mostWeight > 0 ? mostWeight : 1;
        }
    }

    /// Adds rows until they span everything, where the rows to start from do not: not all coalitions count.
    private void completeRows() {
        Span reach = spans.getFirst().copy();
        pool.forEach(cut -> reach.add(cut.plus(), cut.minus()));
        while (!reach.isFull()) {
            Level all = new Level(BELOW_ALL, reach.nullVector(new Random(SEED)));
            scans++;
            boolean grown = false;
            for (Cut cut : game.broken(x, List.of(all), 0, perSearch)) {
                grown |= add(cut) && reach.add(cut.plus(), cut.minus());
            }
            if (!grown) {
                return; // what is missing may be settled by lower bounds; if not, the program of some level will tell
            }
        }
    }

    Result solve(Depth depth) {
        if (n == 1) {
            return new Result(List.of(game.grand()), List.of(), 0, 0, List.of(), tolerance);
        }
        completeRows();
        solveStage();
        while (!(depth == Depth.SIGN_OF_FIRST_LEVEL && levels.getFirst().e() > tolerance) && addBroken() >= 0) {
            backTo(0);
            solveStage();
        }
        int proven = 1;
        if (depth == Depth.ALL_LEVELS) {
            while (true) {
                while (!spans.getLast().isFull()) {
                    solveStage();
                }
                int broken = addBroken();
                if (broken < 0) {
                    break;
                }
                // rows that were not told may break a level before
                proven = allTold ? Math.max(proven, broken) : proven;
                backTo(Math.max(proven, broken));
            }
        }
        List<Double> shares = new ArrayList<>(n);
        for (double share : x) {
            shares.add(share);
        }
        return new Result(shares, List.copyOf(stages), scans, lps, List.copyOf(pool), tolerance);
    }

    private void backTo(int stage) {
        while (stages.size() > stage) {
            stages.removeLast();
            levels.removeLast();
            spans.removeLast();
            settled.removeLast();
        }
    }

    private void solveStage() {
        fitScales();
        Span span = spans.getLast();
        long[] z = span.nullVector(new Random(SEED + stages.size()));
        Level bind = new Level(0, z);
        List<Cut> outside = new ArrayList<>();
        for (Cut cut : pool) {
            if (bind.binds(cut.plus(), cut.minus())) {
                outside.add(cut);
            }
        }
        if (outside.isEmpty()) {
            throw new ArithmeticException("the coalitions that count do not determine a single point");
        }
        double[] at = x;
        record Pressed(Cut cut, double by) {}
        List<Cut> pressing = outside.stream()
                .map(cut -> new Pressed(cut, cut.missing(at, 0) / cut.weight()))
                .sorted(Comparator.comparingDouble(Pressed::by).reversed())
                .map(Pressed::cut)
                .toList();
        StageProgram program = new StageProgram(
                n, scale, weightScale, settled.getLast(), span, pressing, game.opposite(pressing.getFirst()), lower);
        StageProgram.Outcome outcome = program.solve();
        lps++;
        x = outcome.shares();
        List<Long> fixed =
                settled.getLast().stream().map(StageProgram.Settled::plus).toList();
        levels.add(new Level(outcome.stage().e(), z, fixed));
        stages.add(outcome.stage());
        settle(outcome.stage(), span);
    }

    private void settle(Stage stage, Span span) {
        Span grown = span.copy();
        List<StageProgram.Settled> equalities = new ArrayList<>(settled.getLast());
        for (int i : stage.boundPlayers()) {
            if (grown.add(1L << i)) {
                equalities.add(new StageProgram.Settled(1L << i, 0, lower[i]));
            }
        }
        for (Cut cut : stage.tight()) {
            if (grown.add(cut.plus(), cut.minus())) {
                equalities.add(
                        new StageProgram.Settled(cut.plus(), cut.minus(), cut.value() - cut.weight() * stage.e()));
            }
        }
        if (grown.rank() == span.rank()) {
            throw new ArithmeticException("a level settled nothing: the weights are too small to tell");
        }
        spans.add(grown);
        settled.add(List.copyOf(equalities));
    }

    /// Searches with all levels at hand; adds what is broken.
    ///
    /// @return the first level that a new row breaks, or -1 where none does
    private int addBroken() {
        scans++;
        int first = -1;
        List<Level> falling = Level.falling(levels);
        List<Cut> found = game.broken(x, falling, tolerance, perSearch);
        allTold = found.size() < perSearch;
        for (Cut cut : found) {
            if (add(cut)) {
                int level = firstBroken(cut, falling);
                first = first < 0 ? level : Math.min(first, level);
            }
        }
        return first;
    }

    private int firstBroken(Cut cut, List<Level> falling) {
        for (int k = 0; k < falling.size(); k++) {
            Level level = falling.get(k);
            if (cut.missing(x, level.e()) > tolerance && level.binds(cut.plus(), cut.minus())) {
                return k;
            }
        }
        return falling.size() - 1;
    }
}
