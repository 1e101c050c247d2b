package org.muster.report.plan;

import java.util.Locale;
import org.muster.alliance.bill.Money;
import org.muster.plan.model.Levels;
import org.muster.solve.Progress;

/// Where a solve stands, in words of the mission: what is being looked for, what is best so far, and what nothing
/// can be better than.
public final class ProgressWords {
    private static final double MILLION = 1e6;

    private ProgressWords() {}

    /// What is being looked for, with what is known of it.
    ///
    /// @param currency ISO 4217 code that costs are told in
    public static String of(Progress progress, String currency) {
        if (isOf(progress, Levels.Aim.ESSENTIAL)) {
            return "covering the lines that the mission cannot do without" + lines(progress);
        }
        if (isOf(progress, Levels.Aim.OTHER)) {
            return "covering the other lines" + lines(progress);
        }
        if (isOf(progress, Levels.Aim.COST)) {
            return "looking for the least cost" + costs(progress, currency);
        }
        if (isOf(progress, Levels.Aim.INVENTED) || isOf(progress, Levels.Aim.LIFTED)) {
            return "looking for the smallest change";
        }
        if (isOf(progress, Levels.Aim.DISTANCE)) {
            return "staying as close to the earlier plan as can be";
        }
        return "choosing one of the plans that are equally good";
    }

    private static boolean isOf(Progress progress, Levels.Aim aim) {
        return progress.level().startsWith(aim.title());
    }

    private static String lines(Progress progress) {
        return progress.incumbent().isEmpty()
                ? ""
                : String.format(
                        Locale.ROOT,
                        ": the best so far lacks %.2f of a line",
                        progress.incumbent().getAsLong() / MILLION);
    }

    private static String costs(Progress progress, String currency) {
        StringBuilder words = new StringBuilder();
        progress.incumbent()
                .ifPresent(best -> words.append(": the best so far costs ").append(Money.words(best, currency)));
        progress.bound().stream()
                .filter(bound -> bound > 0)
                .forEach(bound -> words.append(words.isEmpty() ? ": " : ", and ")
                        .append("it cannot be below ")
                        .append(Money.words(bound, currency)));
        return words.toString();
    }
}
