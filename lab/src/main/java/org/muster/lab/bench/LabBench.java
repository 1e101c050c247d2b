package org.muster.lab.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.muster.alliance.lab.Measure;
import org.muster.lab.analysis.Comparison;
import org.muster.lab.analysis.Discovery;
import org.muster.lab.analysis.Prim;
import org.muster.lab.analysis.Results;
import org.muster.lab.analysis.WhatMatters;
import org.muster.lab.run.Question;
import org.muster.lab.run.Row;
import org.muster.lab.run.Runs;
import org.muster.lab.run.Stack;
import org.muster.solve.SolveOptions;

/// Measures a study without its files: its rows beside what they have to ask, and the analysis of many rows.
public final class LabBench {
    /// Reforms of the made-up rows.
    public static final int REFORMS = 6;

    private static final int FACTORS = 20;
    private static final int ROUNDS = 5;
    private static final double NANO = 1e9;

    private final Question question;
    private final Consumer<String> say;

    /// @param say is told each figure, a line
    public LabBench(Question question, Consumer<String> say) {
        this.question = question;
        this.say = say;
    }

    /// The rows and nothing else, and of these what they could not do without: the questions to the planner and the
    /// fold. Both are taken by the same clock in the same run, since two runs one after the other differ by more than
    /// what is measured here; the median of the turns counts. Beside them the same questions, and the bills to share,
    /// once more by themselves.
    public void bare() {
        List<Double> rows = new ArrayList<>();
        List<Double> asking = new ArrayList<>();
        List<Double> again = new ArrayList<>();
        List<Double> sharing = new ArrayList<>();
        List<Double> rest = new ArrayList<>();
        long questions = 0;
        long bills = 0;
        double remembered = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Runs runs = new Runs(question, SolveOptions.defaults());
            long start = System.nanoTime();
            for (Stack stack : question.stacks()) {
                for (int f = 0; f < question.futures(); f++) {
                    runs.row(stack, f);
                }
            }
            rows.add(since(start));
            asking.add(runs.secondsAsking());
            rest.add(100 * (rows.getLast() / asking.getLast() - 1));
            remembered = runs.hitRate();
            long ran = System.nanoTime();
            questions = runs.askAgain();
            again.add(since(ran));
            long asked = System.nanoTime();
            bills = runs.shareAgain();
            sharing.add(since(asked));
        }
        say.accept(String.format(
                Locale.ROOT,
                "%-30s %8.2f s %8.1f runs/s; %.1f %% of settlements were remembered",
                "1 thread, again",
                median(rows),
                question.futures() * question.stacks().size() / median(rows),
                100 * remembered));
        say.accept(String.format(
                Locale.ROOT,
                "%-30s %8.2f s of these; the rest is %.0f %% of that (%.0f to %.0f in %d turns)",
                "planner and fold",
                median(asking),
                median(rest),
                Collections.min(rest),
                Collections.max(rest),
                ROUNDS));
        say.accept(String.format(
                Locale.ROOT,
                "%-30s %8.2f s (%.2f to %.2f), %,d of them",
                "the same questions, bare",
                median(again),
                Collections.min(again),
                Collections.max(again),
                questions));
        say.accept(String.format(
                Locale.ROOT, "%-30s %8.2f s of that rest, %,d of them", "bills shared, bare", median(sharing), bills));
    }

    private static double median(List<Double> some) {
        return some.stream().sorted().toList().get(some.size() / 2);
    }

    /// The whole analysis of made-up rows, and its parts: PRIM by itself, and then what `compare`, `discover` and
    /// `matters` work out.
    ///
    /// @param rows futures of each reform
    public void analysis(int rows) {
        SplittableRandom random = new SplittableRandom(1);
        double[][] points = new double[rows][FACTORS];
        boolean[] interest = new boolean[rows];
        for (int r = 0; r < rows; r++) {
            for (int f = 0; f < FACTORS; f++) {
                points[r][f] = random.nextDouble();
            }
            interest[r] = (points[r][0] > 0.7 && points[r][1] < 0.4) || random.nextDouble() < 0.02;
        }
        long start = System.nanoTime();
        int boxes = new Prim(points, interest, 0.1, 0.05).trajectory().size();
        say.accept(String.format(
                Locale.ROOT, "%-30s %8.2f s, %,d by %d, %d boxes", "PRIM", since(start), rows, FACTORS, boxes));
        Results results = madeUp(points, random);

        long whole = System.nanoTime();
        Comparison comparison = Comparison.of(results, 2);
        String compared = String.format(
                Locale.ROOT,
                "compare %.2f s (%d pairs)",
                since(whole),
                comparison.pairs().size());
        long discovered = System.nanoTime();
        Discovery discovery = Discovery.failing(results, "reform-0", "failed>0.7", Optional.empty());
        String found = String.format(
                Locale.ROOT,
                "discover %.2f s (%d boxes, %d leaves)",
                since(discovered),
                discovery.trajectory().size(),
                discovery.leaves().size());
        long mattered = System.nanoTime();
        // blocks of Saltelli's design: what is left over is none
        int together = rows / (FACTORS + 2) * (FACTORS + 2);
        for (String reform : results.reforms()) {
            double[] output = Arrays.copyOf(results.values(reform, Measure.FAILED), together);
            WhatMatters.sobol(FACTORS, output, 1);
        }
        say.accept(String.format(
                Locale.ROOT,
                "%-30s %8.2f s, %,d made-up rows: %s, %s, matters %.2f s (%d reforms)",
                "analysis",
                since(whole),
                (long) rows * REFORMS,
                compared,
                found,
                since(mattered),
                REFORMS));
    }

    private Results madeUp(double[][] points, SplittableRandom random) {
        Map<String, List<Row>> made = new LinkedHashMap<>();
        int members = question.alliance().memberCodes().size();
        for (int reform = 0; reform < REFORMS; reform++) {
            List<Row> ofReform = new ArrayList<>();
            for (int r = 0; r < points.length; r++) {
                List<Long> values = new ArrayList<>();
                for (int m = 0; m < Measure.values().length; m++) {
                    values.add((long) (1e9 * (points[r][m % FACTORS] + 0.1 * reform * random.nextDouble())));
                }
                List<Long> goes = Collections.nCopies(members, values.getFirst());
                ofReform.add(new Row(r, values, goes, Row.Replied.NONE));
            }
            made.put("reform-" + reform, ofReform);
        }
        List<String> names = new ArrayList<>();
        for (int f = 0; f < FACTORS; f++) {
            names.add("factor-" + f);
        }
        return new Results(question, names, List.of(points), made);
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / NANO;
    }
}
