package org.muster.cli.lab;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.muster.alliance.bill.Money;
import org.muster.alliance.lab.Measure;
import org.muster.cli.PrintFlags;
import org.muster.input.Refusal;
import org.muster.input.Shown;
import org.muster.lab.analysis.Bound;
import org.muster.lab.analysis.Box;
import org.muster.lab.analysis.Prim;
import org.muster.lab.analysis.Results;
import org.muster.report.lab.DiscoverJson;
import org.muster.report.lab.LabText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `muster lab discover STUDY`: in which futures a reform fails.
@Command(
        name = "discover",
        description = "Finds a box of futures in which a reform fails, or another one beats it.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class LabDiscoverCommand implements Callable<Integer> {
    private static final Pattern EXPRESSION = Pattern.compile("([a-z-]+)(<=|>=|<|>)(-?[0-9]+(?:\\.[0-9]+)?)");
    private static final int FEWEST = 20;

    @Spec
    private CommandSpec spec;

    @Mixin
    private final StudyArgument study = new StudyArgument();

    @Option(names = "--reform", paramLabel = "A", required = true, description = "The reform that is looked at.")
    private String reform;

    @Option(
            names = "--fails",
            paramLabel = "EXPR",
            description = "What counts as failing, for example failed>3; money in the folder's currency.")
    private @Nullable String fails;

    @Option(names = "--beaten-by", paramLabel = "B", description = "Or: that fewer missions fail under this reform.")
    private @Nullable String beatenBy;

    @Option(names = "--box", paramLabel = "K", description = "The K-th box of the trajectory instead of the best.")
    private @Nullable Integer k;

    @Mixin
    private final PrintFlags printing = new PrintFlags();

    @Override
    public Integer call() throws IOException {
        if ((fails == null) == (beatenBy == null)) {
            throw new Refusal("say what is looked for with one of --fails and --beaten-by");
        }
        Results results = study.open().results();
        LabCompareCommand.reform(results, reform);
        int n = results.futures().size();
        if (n < FEWEST) {
            throw new Refusal("a box is looked for in at least " + FEWEST + " futures, and the study has " + n);
        }
        boolean[] interest = fails != null ? failing(results, fails) : beaten(results, String.valueOf(beatenBy));
        String what = fails != null ? "fails (" + fails + ")" : "is beaten by " + beatenBy;
        // Every second future is kept back: a box flatters itself on those that it was found on.
        List<double[]> seen = new ArrayList<>();
        List<Boolean> seenOf = new ArrayList<>();
        List<double[]> held = new ArrayList<>();
        List<Boolean> heldOf = new ArrayList<>();
        for (int f = 0; f < n; f++) {
            (f % 2 == 0 ? seen : held).add(results.futures().get(f));
            (f % 2 == 0 ? seenOf : heldOf).add(interest[f]);
        }
        Prim prim = new Prim(seen.toArray(double[][]::new), bits(seenOf), 0.1, 0.05);
        List<Box> trajectory = prim.trajectory();
        if (k != null && (k < 0 || k >= trajectory.size())) {
            throw new Refusal("--box is from 0 to " + (trajectory.size() - 1) + ", not " + k);
        }
        Box box = k == null ? Prim.best(trajectory) : trajectory.get(k);
        Box on = box.on(held.toArray(double[][]::new), bits(heldOf));
        Map<Bound, Double> chance = new LinkedHashMap<>();
        box.bounds().forEach(bound -> chance.put(bound, prim.quasiP(box, bound)));
        PrintWriter out = spec.commandLine().getOut();
        printing.print(
                () -> DiscoverJson.write(reform, what, results.names(), box, on, chance, trajectory),
                screen -> LabText.box(reform, what, results.names(), box, on, chance, screen));
        out.flush();
        return 0;
    }

    private static boolean[] bits(List<Boolean> some) {
        boolean[] bits = new boolean[some.size()];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = some.get(i);
        }
        return bits;
    }

    private boolean[] failing(Results results, String expression) {
        Matcher matcher = EXPRESSION.matcher(expression);
        if (!matcher.matches()) {
            throw new Refusal("--fails is \"" + Shown.plain(expression)
                    + "\", not a measure, a sign and a number. Write --fails failed>3, for example");
        }
        Measure measure = LabCompareCommand.measure(matcher.group(1));
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
        return interest;
    }

    private boolean[] beaten(Results results, String other) {
        LabCompareCommand.reform(results, other);
        double[] own = results.values(reform, Measure.FAILED);
        double[] others = results.values(other, Measure.FAILED);
        boolean[] interest = new boolean[own.length];
        for (int f = 0; f < own.length; f++) {
            interest[f] = others[f] < own[f];
        }
        return interest;
    }
}
