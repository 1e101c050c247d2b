package org.muster.cli.key;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.muster.alliance.Alliance;
import org.muster.alliance.figure.Figure;
import org.muster.input.Refusal;
import org.muster.share.key.BaseFigures;
import org.muster.share.key.KeyFromBase;
import org.muster.share.key.UnRegularScale;
import org.muster.share.key.UnScaleInput;
import org.muster.share.key.WorkedKey;
import org.muster.terminal.KnownAtFlag;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `muster key compute FOLDER`: a key from figures.
@Command(
        name = "compute",
        description = "A key in proportion to a measure of the figures, or by the steps of the UN regular scale.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis = {
            "",
            "  muster key compute examples/wales-2014 --measure gni --year 2014",
            "  muster key compute examples/wales-2014 --un 2011-2013,2010-2013 --ceiling 22",
            "",
            "       muster key compute [OPTIONS] FOLDER"
        },
        footer = {"", "Exit code: 0 done, 2 bad input."})
public final class KeyComputeCommand implements Callable<Integer> {
    @Mixin
    private final KeyCall call = new KeyCall();

    @Option(
            names = "--measure",
            paramLabel = "M",
            defaultValue = "gni",
            description = "Measure of figures.csv (default: ${DEFAULT-VALUE}).")
    private String measure;

    @Option(names = "--year", paramLabel = "Y", description = "Year that the figures are for.")
    private @Nullable Integer year;

    @Mixin
    private final KnownAtFlag knownAt = new KnownAtFlag();

    @Option(
            names = "--un",
            paramLabel = "FROM-TO",
            split = ",",
            description = "Base periods of the UN regular scale; gni and population are averaged over each.")
    private List<String> periods = List.of();

    @Option(
            names = "--ceiling",
            paramLabel = "PERCENT",
            defaultValue = "22",
            description = "Ceiling of the UN regular scale (default: ${DEFAULT-VALUE}).")
    private BigDecimal ceiling;

    @Override
    public Integer call() {
        return call.run(this::key);
    }

    private WorkedKey key(Alliance alliance, int decimals) {
        LocalDate day = knownAt.dayOrLast();
        if (!periods.isEmpty()) {
            List<UnScaleInput.Period> bases =
                    periods.stream().map(text -> period(alliance, text, day)).toList();
            return UnRegularScale.of(
                            UnScaleInput.of2025(bases, Set.of(), Set.of()).withCeiling(ceiling))
                    .key();
        }
        if (year == null) {
            throw new Refusal("--year is missing. Write the year that the figures are for");
        }
        Map<String, Figure> base = BaseFigures.of(alliance, measure, year, day);
        return KeyFromBase.of(base, decimals);
    }

    private static UnScaleInput.Period period(Alliance alliance, String text, LocalDate day) {
        if (!text.matches("[0-9]{4}-[0-9]{4}")) {
            throw new Refusal("a base period is \"" + text + "\", not two years. Write it like 2011-2013");
        }
        return BaseFigures.period(
                alliance, Integer.parseInt(text.substring(0, 4)), Integer.parseInt(text.substring(5)), day);
    }
}
