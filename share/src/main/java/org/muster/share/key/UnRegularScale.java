package org.muster.share.key;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muster.games.Fraction;
import org.muster.share.exact.Decimals;
import org.muster.share.explain.Explanation;

/// The United Nations' scale for the regular budget: per base period income shares, debt burden, low income per head,
/// floor, ceiling of the least developed and ceiling; then the mean of the periods, rounded to three decimals.
///
/// Source: A/RES/79/249, paragraph 7; steps as outlined by the Committee on Contributions (recalled). How the Committee
/// fixes the last unit of rounding is not published: here by largest remainder.
public final class UnRegularScale {
    /// Its name in explanations.
    public static final String METHOD = "UN regular scale, version 1 (A/RES/79/249)";

    /// Places of the published scale.
    public static final int DECIMALS = 3;

    private static final List<String> STEPS = List.of(
            "1 share of income",
            "2 after the debt-burden adjustment",
            "3 after the low-income adjustment",
            "4 after the floor",
            "5 after the ceiling of the least developed",
            "6 after the ceiling");

    /// A scale with every step.
    ///
    /// @param key        the rates
    /// @param steps      percent per base period, step and member, exactly
    /// @param thresholds average income per head by base period
    public record Scale(WorkedKey key, List<List<Map<String, Fraction>>> steps, List<Fraction> thresholds) {
        public Scale {
            steps = List.copyOf(steps);
            thresholds = List.copyOf(thresholds);
        }
    }

    private UnRegularScale() {}

    /// The scale.
    ///
    /// @throws IllegalArgumentException with a sentence, where freed points find no taker
    public static Scale of(UnScaleInput input) {
        List<UnScale.Track> tracks = input.periods().stream()
                .map(period -> UnScale.of(input, period.members()))
                .toList();
        Map<String, Fraction> mean = new LinkedHashMap<>();
        for (UnScale.Track track : tracks) {
            track.steps().getLast().forEach((member, share) -> mean.merge(member, share, Fraction::plus));
        }
        mean.replaceAll((member, sum) -> sum.over(tracks.size()));
        WorkedKey key = WorkedKey.rounded(METHOD, mean, DECIMALS, m -> explain(input, tracks, mean, m));
        return new Scale(
                key,
                tracks.stream().map(UnScale.Track::steps).toList(),
                tracks.stream().map(UnScale.Track::threshold).toList());
    }

    private static Explanation explain(
            UnScaleInput input, List<UnScale.Track> tracks, Map<String, Fraction> mean, String member) {
        List<Explanation> periods = new ArrayList<>();
        for (int p = 0; p < tracks.size(); p++) {
            List<Explanation> steps = new ArrayList<>();
            UnScaleInput.Economy economy = input.periods().get(p).members().get(member);
            if (economy != null) {
                steps.add(Explanation.input(
                        "income, population, debt",
                        economy.income().toPlainString() + ", "
                                + economy.population().toPlainString() + ", "
                                + economy.debt().toPlainString(),
                        "base period of " + input.periods().get(p).title(),
                        ""));
            }
            for (int s = 0; s < STEPS.size(); s++) {
                Fraction share = tracks.get(p).steps().get(s).getOrDefault(member, Fraction.ZERO);
                steps.add(Explanation.worked(STEPS.get(s), Decimals.text(share, 6) + " %", ""));
            }
            Fraction last = tracks.get(p).steps().getLast().getOrDefault(member, Fraction.ZERO);
            periods.add(Explanation.worked(
                    "base period of " + input.periods().get(p).title(),
                    Decimals.text(last, 6) + " %",
                    "six steps; average income per head "
                            + Decimals.text(tracks.get(p).threshold(), 6),
                    steps));
        }
        return Explanation.worked(
                "mean of the base periods",
                Decimals.text(mean.getOrDefault(member, Fraction.ZERO), 9) + " %",
                "sum / " + tracks.size(),
                periods);
    }
}
