package org.muster.games.property;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.muster.games.Coalitions;
import org.muster.games.Fraction;
import org.muster.games.Game;
import org.muster.games.core.Core;

/// What a game is, with coalitions that show it where it is not.
///
/// Comparisons are exact for whole values and for those that only fractions hold; for others a difference of 1e-9
/// of the largest value met is no difference.
public final class Properties {
    /// The verdict on one property.
    public enum Verdict {
        HOLDS,
        FAILS,
        /// Too many coalitions to look at all.
        NOT_CHECKED
    }

    /// A property with its verdict.
    ///
    /// @param name     `monotone`, `superadditive`, `convex`, `balanced`, `essential`, `simple` or `constant_sum`
    /// @param witness  coalitions that show the failure, in the order in which `sentence` names them
    /// @param sentence what fails, in numbers; empty where it holds
    public record Finding(String name, Verdict verdict, List<Long> witness, String sentence) {
        public Finding {
            witness = List.copyOf(witness);
        }
    }

    private final Game game;
    private final List<String> names;
    private final int n;
    private final double tolerance;
    private final boolean inFractions;
    private final Fraction unit;

    private Properties(Game game, List<String> names, Fraction unit) {
        this.game = game;
        this.names = List.copyOf(names);
        this.unit = unit;
        this.inFractions = game.rounding() > 0;
        this.n = game.players();
        double most = Math.abs(game.grandValue());
        for (int i = 0; i < n; i++) {
            most = Math.max(most, Math.abs(game.value(1L << i)));
        }
        this.tolerance = Double.isNaN(game.wholeBound()) ? 1e-9 * most : 0;
    }

    /// All properties; those over pairs of coalitions only for games small enough: superadditive up to 17 players (or
    /// where convexity implies it), convex and monotone up to 24. Sentences call players by their number from 0.
    public static List<Finding> of(Game game, int threads) {
        return of(game, numbers(game), Fraction.ONE, threads);
    }

    private static List<String> numbers(Game game) {
        return IntStream.range(0, game.players()).mapToObj(String::valueOf).toList();
    }

    /// All properties, in sentences that call players by their names.
    ///
    /// @param names one a player
    /// @param unit  what a value of 1 stands for: numbers in sentences are in that unit
    public static List<Finding> of(Game game, List<String> names, Fraction unit, int threads) {
        Properties properties = new Properties(game, names, unit);
        Finding convex = properties.convex();
        return List.of(
                properties.monotone(),
                properties.superadditive(convex),
                convex,
                properties.balanced(threads),
                properties.essential(),
                properties.simple(),
                properties.constantSum());
    }

    /// Nobody is worth more for being with fewer.
    public Finding monotone() {
        if (n > 24) {
            return unchecked("monotone");
        }
        for (long s = 0; s < Coalitions.count(n); s++) {
            double value = game.value(s);
            for (int i = 0; i < n; i++) {
                long more = s | 1L << i;
                if (more != s && (inFractions ? compare(more, s) < 0 : game.value(more) < value - tolerance)) {
                    return fails(
                            "monotone",
                            List.of(s, more),
                            "v(%s) = %s is more than v(%s) = %s"
                                    .formatted(name(s), number(s), name(more), number(more)));
                }
            }
        }
        return holds("monotone");
    }

    private Finding superadditive(Finding convex) {
        if (convex.verdict() == Verdict.HOLDS) {
            return holds("superadditive");
        }
        return n > 17 ? unchecked("superadditive") : superadditive();
    }

    /// Two coalitions without a common player are worth no more apart than together.
    public Finding superadditive() {
        for (long union = 1; union < Coalitions.count(n); union++) {
            double together = game.value(union);
            long lowest = Long.lowestOneBit(union);
            long others = union ^ lowest;
            for (long part = others; part != 0; part = (part - 1) & others) {
                boolean better = inFractions
                        ? compare(part, union ^ part, union, 0) > 0
                        : game.value(part) + game.value(union ^ part) > together + tolerance;
                if (better) {
                    long rest = union ^ part;
                    return fails(
                            "superadditive",
                            List.of(rest, part),
                            "v(%s) + v(%s) = %s + %s is more than v(%s) = %s"
                                    .formatted(
                                            name(rest),
                                            name(part),
                                            number(rest),
                                            number(part),
                                            name(union),
                                            number(union)));
                }
            }
        }
        return holds("superadditive");
    }

    /// The larger the coalition, the more a player adds to it.
    public Finding convex() {
        if (n > 24) {
            return unchecked("convex");
        }
        for (long s = 0; s < Coalitions.count(n); s++) {
            double value = game.value(s);
            for (int i = 0; i < n; i++) {
                if (Coalitions.has(s, i)) {
                    continue;
                }
                double gain = game.value(s | 1L << i) - value;
                for (int j = i + 1; j < n; j++) {
                    long a = s | 1L << i;
                    long b = s | 1L << j;
                    if (Coalitions.has(s, j)) {
                        continue;
                    }
                    boolean less = inFractions
                            ? compare(a | b, s, a, b) < 0
                            : game.value(a | b) - game.value(b) < gain - tolerance;
                    if (less) {
                        return fails(
                                "convex",
                                List.of(a, b),
                                "v(%s) + v(%s) = %s + %s is more than v(%s) + v(%s) = %s + %s"
                                        .formatted(
                                                name(a),
                                                name(b),
                                                number(a),
                                                number(b),
                                                name(a | b),
                                                name(a & b),
                                                number(a | b),
                                                number(a & b)));
                    }
                }
            }
        }
        return holds("convex");
    }

    /// The core is not empty.
    public Finding balanced(int threads) {
        Core.Verdict verdict = Core.test(game, threads);
        if (verdict.nonEmpty()) {
            return holds("balanced");
        }
        StringBuilder sentence = new StringBuilder();
        for (Core.Weighed w : verdict.collection()) {
            sentence.append(sentence.isEmpty() ? "" : " + ")
                    .append("%s v(%s)".formatted(w.weight(), name(w.coalition())));
        }
        return fails(
                "balanced",
                verdict.collection().stream().map(Core.Weighed::coalition).toList(),
                sentence + " is more than v(N) = " + number(Coalitions.grand(n)) + ", and counts every player once");
    }

    /// Together all get more than each alone.
    public Finding essential() {
        double sum = 0;
        Fraction exactly = Fraction.ZERO;
        for (int i = 0; i < n; i++) {
            sum += game.value(1L << i);
            exactly = exactly.plus(game.exactly(1L << i));
        }
        long all = Coalitions.grand(n);
        boolean more = inFractions ? game.exactly(all).compareTo(exactly) > 0 : game.grandValue() > sum + tolerance;
        return more
                ? holds("essential")
                : fails(
                        "essential",
                        List.of(Coalitions.grand(n)),
                        "v(N) = %s is no more than the values alone, %s"
                                .formatted(number(Coalitions.grand(n)), text(exactly)));
    }

    /// Every coalition is worth 0 or 1.
    public Finding simple() {
        if (n > 24) {
            return unchecked("simple");
        }
        for (long s = 1; s < Coalitions.count(n); s++) {
            if (game.value(s) != 0 && game.value(s) != 1) {
                return fails("simple", List.of(s), "v(%s) = %s is neither 0 nor 1".formatted(name(s), number(s)));
            }
        }
        return holds("simple");
    }

    /// What a coalition and all others get adds up to what all get together.
    public Finding constantSum() {
        if (n > 24) {
            return unchecked("constant_sum");
        }
        long all = Coalitions.grand(n);
        double grand = game.grandValue();
        for (long s = 1; s <= all >> 1; s++) {
            boolean differs = inFractions
                    ? compare(s, all & ~s, all, 0) != 0
                    : Math.abs(game.value(s) + game.value(all & ~s) - grand) > tolerance;
            if (differs) {
                return fails(
                        "constant_sum",
                        List.of(s, all & ~s),
                        "v(%s) + v(%s) = %s + %s is not v(N) = %s"
                                .formatted(name(s), name(all & ~s), number(s), number(all & ~s), number(all)));
            }
        }
        return holds("constant_sum");
    }

    private static Finding holds(String name) {
        return new Finding(name, Verdict.HOLDS, List.of(), "");
    }

    private static Finding fails(String name, List<Long> witness, String sentence) {
        return new Finding(name, Verdict.FAILS, witness, sentence);
    }

    private static Finding unchecked(String name) {
        return new Finding(name, Verdict.NOT_CHECKED, List.of(), "");
    }

    private String name(long s) {
        return Coalitions.players(s).stream().map(names::get).collect(Collectors.joining(",", "{", "}"));
    }

    private int compare(long a, long b) {
        return game.exactly(a).compareTo(game.exactly(b));
    }

    /// `v(a) + v(b)` against `v(c) + v(d)`.
    private int compare(long a, long b, long c, long d) {
        return game.exactly(a).plus(game.exactly(b)).compareTo(game.exactly(c).plus(game.exactly(d)));
    }

    private String number(long s) {
        return text(game.exactly(s));
    }

    /// As a decimal number where it is one, in the unit of the game.
    private String text(Fraction value) {
        Fraction inUnit = value.times(unit);
        try {
            return new BigDecimal(inUnit.numerator())
                    .divide(new BigDecimal(inUnit.denominator()))
                    .toPlainString();
        } catch (ArithmeticException noFiniteDecimal) {
            return inUnit.toString();
        }
    }

    /// The properties of one game, one by one.
    public static Properties of(Game game) {
        return new Properties(game, numbers(game), Fraction.ONE);
    }
}
