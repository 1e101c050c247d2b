package org.muster.lab.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muster.alliance.bill.Money;
import org.muster.alliance.lab.Measure;
import org.muster.input.Nearest;
import org.muster.input.Refusal;
import org.muster.input.Shown;

/// A box of futures in which a reform fails, or another one beats it.
///
/// @param reform     the reform that is looked at
/// @param what       what counts, in words
/// @param box        on the futures that it was found on
/// @param heldBack   the same box on those that were kept back
/// @param chance     of each bound of it, that it is there by chance
/// @param trajectory all boxes that were come by, the widest first
public record Discovery(
        String reform, String what, Box box, Box heldBack, Map<Bound, Double> chance, List<Box> trajectory) {
    private static final Pattern EXPRESSION = Pattern.compile("([a-z-]+)(<=|>=|<|>)(-?[0-9]+(?:\\.[0-9]+)?)");
    private static final int FEWEST = 20;

    public Discovery {
        chance = Collections.unmodifiableMap(new LinkedHashMap<>(chance));
        trajectory = List.copyOf(trajectory);
    }

    /// Looks for a box in which a measure of a reform counts as failing.
    ///
    /// @param fails for example `failed>3`; money in the folder's currency
    /// @param k     the k-th box of the trajectory; the best where none is asked for
    /// @throws Refusal where there is no such reform, measure or box, or there are too few futures
    public static Discovery failing(Results results, String reform, String fails, Optional<Integer> k) {
        check(results, reform);
        Matcher matcher = EXPRESSION.matcher(fails);
        if (!matcher.matches()) {
            throw new Refusal("--fails is \"" + Shown.plain(fails)
                    + "\", not a measure, a sign and a number. Write --fails failed>3, for example");
        }
        Measure measure = measure(matcher.group(1));
        double limit = Double.parseDouble(matcher.group(3));
        double major = measure.unit() == Measure.Unit.MONEY
                ? Money.minor("1", results.question().alliance().currency())
                : 1;
        double[] values = results.values(reform, measure);
        boolean[] interest = new boolean[values.length];
        for (int f = 0; f < values.length; f++) {
            double value = values[f] / major;
            interest[f] = switch (matcher.group(2)) {
                case "<" -> value < limit;
                case "<=" -> value <= limit;
                case ">" -> value > limit;
                default -> value >= limit;
            };
        }
        return of(results, reform, "fails (" + fails + ")", interest, k);
    }

    /// Looks for a box in which fewer missions fail under another reform.
    ///
    /// @param k the k-th box of the trajectory; the best where none is asked for
    /// @throws Refusal where there is no such reform or box, or there are too few futures
    public static Discovery beaten(Results results, String reform, String other, Optional<Integer> k) {
        check(results, reform);
        double[] own = results.values(reform, Measure.FAILED);
        double[] others = results.values(reform(results, other), Measure.FAILED);
        boolean[] interest = new boolean[own.length];
        for (int f = 0; f < own.length; f++) {
            interest[f] = others[f] < own[f];
        }
        return of(results, reform, "is beaten by " + other, interest, k);
    }

    /// The measure of this name.
    ///
    /// @throws Refusal where there is none
    public static Measure measure(String word) {
        List<String> known = Arrays.stream(Measure.values()).map(Measure::word).toList();
        return Measure.of(word)
                .orElseThrow(() -> new Refusal(
                        "no measure is called \"" + Shown.plain(word) + "\". " + Nearest.adviceWithAll(word, known)));
    }

    /// The name of a reform of the study.
    ///
    /// @throws Refusal where there is none
    public static String reform(Results results, String name) {
        if (!results.reforms().contains(name)) {
            throw new Refusal("the study has no reform \"" + Shown.plain(name) + "\". "
                    + Nearest.adviceWithAll(name, results.reforms()));
        }
        return name;
    }

    private static void check(Results results, String reform) {
        reform(results, reform);
        int n = results.futures().size();
        if (n < FEWEST) {
            throw new Refusal("a box is looked for in at least " + FEWEST + " futures, and the study has " + n);
        }
    }

    /// Every second future is kept back: a box flatters itself on those that it was found on.
    private static Discovery of(Results results, String reform, String what, boolean[] interest, Optional<Integer> k) {
        List<double[]> seen = new ArrayList<>();
        List<Boolean> seenOf = new ArrayList<>();
        List<double[]> held = new ArrayList<>();
        List<Boolean> heldOf = new ArrayList<>();
        for (int f = 0; f < interest.length; f++) {
            (f % 2 == 0 ? seen : held).add(results.futures().get(f));
            (f % 2 == 0 ? seenOf : heldOf).add(interest[f]);
        }
        Prim prim = new Prim(seen.toArray(double[][]::new), bits(seenOf), 0.1, 0.05);
        List<Box> trajectory = prim.trajectory();
        if (k.isPresent() && (k.get() < 0 || k.get() >= trajectory.size())) {
            throw new Refusal("--box is from 0 to " + (trajectory.size() - 1) + ", not " + k.get());
        }
        Box box = k.map(trajectory::get).orElseGet(() -> Prim.best(trajectory));
        Box on = box.on(held.toArray(double[][]::new), bits(heldOf));
        Map<Bound, Double> chance = new LinkedHashMap<>();
        box.bounds().forEach(bound -> chance.put(bound, prim.quasiP(box, bound)));
        return new Discovery(reform, what, box, on, chance, trajectory);
    }

    private static boolean[] bits(List<Boolean> some) {
        boolean[] bits = new boolean[some.size()];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = some.get(i);
        }
        return bits;
    }
}
