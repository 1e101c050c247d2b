package org.muster.folder;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.muster.alliance.Alliance;
import org.muster.alliance.figure.Figure;
import org.muster.alliance.invest.Rate;
import org.muster.alliance.lab.Factor;
import org.muster.alliance.lab.Futures;
import org.muster.alliance.lab.Measure;
import org.muster.alliance.source.Provenance;
import org.muster.input.Nearest;
import org.muster.input.Refusal;

/// `futures.yaml`: in which years, with which missions and what unknowns reforms are tried.
final class FuturesFile {
    static final int MOST_FACTORS = 60;
    private static final int MOST_TEMPLATES = 20;
    private static final int MOST_YEARS = 100;
    private static final int MOST_THRESHOLDS = 20;
    private static final int MOST_VALUES = 100;
    /// Years after the last figure in which futures begin at most: no forecast tells more of them.
    private static final int MOST_AHEAD = 5;
    /// Decimals of a factor's numbers.
    private static final int DECIMALS = 9;
    private static final long MOST = 1_000_000;

    private final Known known;
    private final Values values;
    private final Alliance alliance;
    private final InvestFile rates;

    /// @param alliance all that the other files hold: what stands here is checked against it
    FuturesFile(Known known, Values values, Alliance alliance) {
        this.known = known;
        this.values = values;
        this.alliance = alliance;
        this.rates = new InvestFile(known, values, Currency.getInstance(alliance.currency()), alliance);
    }

    Optional<Futures> read(Optional<Tree> document) {
        return document.flatMap(tree -> Block.of(
                        "the file",
                        tree,
                        values.findings(),
                        "from",
                        "years",
                        "missions",
                        "worlds",
                        "factors",
                        "thresholds",
                        "going",
                        "worth",
                        "hours",
                        "status",
                        "source"))
                .map(this::futures);
    }

    private Futures futures(Block file) {
        Scalar from = file.required("from", "2027");
        int firstYear = (int) values.whole(from, TableParts.FIRST_YEAR, TableParts.LAST_YEAR);
        int years = (int) values.whole(file.required("years", "10"), 1, MOST_YEARS);
        horizon(from, firstYear);
        List<Factor> factors = factors(file);
        List<Futures.Template> templates = templates(file, factors);
        boolean worlds = worlds(file);
        willing(file, worlds, factors);
        return new Futures(
                firstYear,
                Math.max(1, years),
                templates,
                worlds,
                factors,
                thresholds(file),
                new StakesBlock(known, values, alliance).read(file),
                provenance(file));
    }

    /// A horizon that begins long before or after all figures asks for years of which nothing is known.
    private void horizon(Scalar from, int firstYear) {
        if (!from.present()
                || alliance.figures().isEmpty()
                || alliance.pledges().isEmpty()) {
            return;
        }
        int first = alliance.figures().stream().mapToInt(Figure::year).min().orElse(firstYear);
        int last = alliance.figures().stream().mapToInt(Figure::year).max().orElse(firstYear);
        if (firstYear <= first || firstYear > last + MOST_AHEAD) {
            values.report(
                    from,
                    "the futures begin in %s, and figures go from %s to %s"
                            .formatted(Integer.toString(firstYear), Integer.toString(first), Integer.toString(last)),
                    "Begin in a year from %s to %s."
                            .formatted(Integer.toString(first + 1), Integer.toString(last + MOST_AHEAD)));
        }
    }

    private List<Futures.Template> templates(Block file, List<Factor> factors) {
        Register once = new Register("mission", true);
        List<Futures.Template> templates = new ArrayList<>();
        for (Block block : file.blocks("missions", "the mission", "mission", "per_year")) {
            Scalar mission = block.required("mission", "flood-2027");
            once.define(mission, values.findings());
            Scalar perYear = block.required("per_year", "1/3");
            Rate rate = rates.rate(perYear);
            boolean never = factors.stream()
                    .anyMatch(one -> one.target() == Factor.Target.OCCURS
                            && one.isAbout(mission.text())
                            && one.to().signum() == 0);
            if (perYear.present() && (rate.equals(Rate.NEVER) || never)) {
                values.report(
                        perYear,
                        "the mission is never drawn: %s"
                                .formatted(never ? "a factor on how often it comes is always 0" : "per_year is 0"),
                        "Write how often it comes, for example 1/3, or leave the mission out.");
            }
            templates.add(new Futures.Template(values.reference(mission, known.missions), rate));
        }
        if (templates.isEmpty() && !file.has("missions")) {
            values.findings()
                    .add(
                            file.place(),
                            "no mission stands here that may come",
                            "Write missions: with {mission: ID, per_year: 1/3}, one an entry.");
        }
        limit(file, "missions", templates.size(), MOST_TEMPLATES, "missions");
        return templates;
    }

    private void limit(Block file, String key, int there, int most, String what) {
        if (there > most) {
            values.findings()
                    .add(
                            file.placeOf(key),
                            String.format(Locale.ROOT, "there are %d %s, more than %d", there, what, most),
                            "Leave out those that matter least.");
        }
    }

    private boolean worlds(Block file) {
        Optional<Scalar> worlds = file.optional("worlds");
        if (worlds.isEmpty()) {
            return false;
        }
        if (!worlds.get().text().equals(Documents.INVEST)) {
            values.report(
                    worlds.get(),
                    "worlds is \"%s\", not invest.yaml"
                            .formatted(Values.shortened(worlds.get().text())),
                    "Write worlds: invest.yaml, or leave it out and write a factor with target willing.");
            return false;
        }
        if (alliance.investments().worlds().isEmpty()) {
            values.report(
                    worlds.get(),
                    "there are no worlds in invest.yaml",
                    "Write worlds there, or leave this out and write a factor with target willing.");
        }
        return true;
    }

    /// Nobody's willingness is guessed.
    private void willing(Block file, boolean worlds, List<Factor> factors) {
        if (worlds) {
            return;
        }
        alliance.members().stream()
                .filter(member -> member.isAlly()
                        && factors.stream()
                                .noneMatch(one -> one.target() == Factor.Target.WILLING && one.isAbout(member.code())))
                .findFirst()
                .ifPresent(silent -> values.findings()
                        .add(
                                file.place(),
                                "nothing says with what chance %s is willing".formatted(silent.code()),
                                "Write worlds: invest.yaml, or a factor with applies_to: {willing: \"*\"}."));
    }

    private List<Factor> factors(Block file) {
        Register ids = new Register("factor", true);
        List<Factor> factors = new ArrayList<>();
        for (Block block : file.blocks(
                "factors",
                "the factor",
                "id",
                "kind",
                "range",
                "values",
                "distribution",
                "applies_to",
                "group",
                "status",
                "source")) {
            Scalar id = block.required("id", "price-of-charter");
            ids.define(id, values.findings());
            factor(block, id).ifPresent(factors::add);
        }
        limit(file, "factors", factors.size(), MOST_FACTORS, "factors");
        return factors;
    }

    private record Range(BigDecimal from, BigDecimal to) {}

    private Optional<Factor> factor(Block block, Scalar id) {
        String name = values.id(id);
        Scalar word = block.required("kind", "real");
        Map<String, Factor.Kind> kinds = Values.words(Factor.Kind.class, Factor.Kind::word);
        Factor.Kind kind = values.choice(word, kinds, Factor.Kind.REAL);
        if (!kinds.containsKey(word.text())) {
            return Optional.empty();
        }
        List<BigDecimal> choices = new ArrayList<>();
        Range range = switch (kind) {
            case SWITCH -> bare(block, kind);
            case CHOICE -> choices(block, choices);
            case REAL, WHOLE -> range(block, kind);
        };
        Factor.Distribution distribution = distribution(block, kind, range);
        Optional<Target> target = target(block, kind, range);
        Optional<String> group = block.optional("group").map(values::id);
        Provenance provenance = provenance(block);
        return target.map(one -> new Factor(
                name,
                kind,
                range.from(),
                range.to().max(range.from()),
                choices,
                distribution,
                one.target(),
                one.name(),
                group,
                provenance));
    }

    private Range bare(Block block, Factor.Kind kind) {
        for (String key : List.of("range", "values", "distribution")) {
            if (block.has(key)) {
                values.findings()
                        .add(
                                block.placeOf(key),
                                "a %s has no %s".formatted(kind.word(), key),
                                "Leave it out: a switch is 0 or 1, one as likely as the other.");
            }
        }
        return new Range(BigDecimal.ZERO, BigDecimal.ONE);
    }

    private Range choices(Block block, List<BigDecimal> choices) {
        if (block.has("range")) {
            values.findings()
                    .add(block.placeOf("range"), "a choice has no range", "Write values: [1, 1.5, 2] instead.");
        }
        block.list("values").forEach(one -> choices.add(number(one)));
        if (choices.size() < 2) {
            values.findings()
                    .add(
                            block.has("values") ? block.placeOf("values") : block.place(),
                            choices.isEmpty() ? "the choice has no values" : "the choice has one value only",
                            "Write at least two, for example values: [1, 1.5, 2].");
            return new Range(BigDecimal.ZERO, BigDecimal.ZERO);
        }
        if (choices.size() > MOST_VALUES) {
            limit(block, "values", choices.size(), MOST_VALUES, "values");
        }
        BigDecimal least = choices.stream().min(BigDecimal::compareTo).orElseThrow();
        return new Range(least, choices.stream().max(BigDecimal::compareTo).orElseThrow());
    }

    private Range range(Block block, Factor.Kind kind) {
        if (block.has("values")) {
            values.findings()
                    .add(
                            block.placeOf("values"),
                            "a %s factor has no values".formatted(kind.word()),
                            "Write range: [FROM, TO], or kind: choice.");
        }
        List<Scalar> ends = block.list("range");
        if (ends.size() != 2) {
            values.findings()
                    .add(
                            block.has("range") ? block.placeOf("range") : block.place(),
                            ends.isEmpty()
                                    ? "the factor has no range"
                                    : String.format(Locale.ROOT, "the range has %d ends, not 2", ends.size()),
                            "Write range: [0.8, 1.2].");
            return new Range(BigDecimal.ZERO, BigDecimal.ZERO);
        }
        BigDecimal from = kind == Factor.Kind.WHOLE ? whole(ends.get(0)) : number(ends.get(0));
        BigDecimal to = kind == Factor.Kind.WHOLE ? whole(ends.get(1)) : number(ends.get(1));
        if (from.compareTo(to) > 0) {
            values.report(
                    ends.get(1),
                    "the range goes from %s down to %s".formatted(plain(from), plain(to)),
                    "Write the lower one first: range: [%s, %s].".formatted(plain(to), plain(from)));
            return new Range(to, from);
        }
        return new Range(from, to);
    }

    private BigDecimal whole(Scalar value) {
        return BigDecimal.valueOf(values.whole(value, 0, MOST));
    }

    private BigDecimal number(Scalar value) {
        BigDecimal number = values.decimal(value, 0, MOST);
        if (number.stripTrailingZeros().scale() > DECIMALS) {
            values.report(
                    value,
                    String.format(Locale.ROOT, "%s has more than %d decimals", value.name(), DECIMALS),
                    "Round it.");
            return BigDecimal.ZERO;
        }
        return number;
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private Factor.Distribution distribution(Block block, Factor.Kind kind, Range range) {
        if (!block.has("distribution")) {
            return new Factor.Distribution.Uniform();
        }
        if (kind == Factor.Kind.CHOICE) {
            values.findings()
                    .add(
                            block.placeOf("distribution"),
                            "a choice has no distribution",
                            "Leave it out: every value is as likely as the others; write a value twice to double it.");
            return new Factor.Distribution.Uniform();
        }
        return block.choice("distribution", "uniform")
                .map(choice -> distribution(choice, range))
                .orElseGet(Factor.Distribution.Uniform::new);
    }

    private Factor.Distribution distribution(Block.Choice choice, Range range) {
        Scalar word = choice.word();
        switch (word.text()) {
            case "uniform" -> choice.refuseDetails();
            case "triangular" -> {
                Optional<Block> details = choice.block("mode");
                if (details.isPresent()) {
                    Scalar mode = details.get().required("mode", "1");
                    return new Factor.Distribution.Triangular(within(mode, range));
                }
            }
            case "normal" -> {
                Optional<Block> details = choice.block("mean", "deviation");
                if (details.isPresent()) {
                    Scalar mean = details.get().required("mean", "1");
                    Scalar deviation = details.get().required("deviation", "0.1");
                    return new Factor.Distribution.Normal(within(mean, range), above(deviation));
                }
            }
            case "beta" -> {
                Optional<Block> details = choice.block("alpha", "beta");
                if (details.isPresent()) {
                    return new Factor.Distribution.Beta(
                            above(details.get().required("alpha", "2")),
                            above(details.get().required("beta", "3")));
                }
            }
            case "empirical" -> {
                return choice.block("measure", "vintage", "as")
                        .flatMap(details -> empirical(details, range))
                        .orElseGet(Factor.Distribution.Uniform::new);
            }
            default ->
                values.report(
                        word,
                        "distribution is \"%s\", not a word known here".formatted(Values.shortened(word.text())),
                        Nearest.among(word.text(), DISTRIBUTIONS)
                                        .map("Did you mean \"%s\"? "::formatted)
                                        .orElse("")
                                + "One of: " + String.join(", ", DISTRIBUTIONS) + ".");
        }
        return new Factor.Distribution.Uniform();
    }

    /// Figures of a vintage, all of which have to lie in the range: nothing is cut off unsaid.
    private Optional<Factor.Distribution> empirical(Block details, Range range) {
        Scalar measure = details.required("measure", "gdp");
        Scalar vintage = details.required("vintage", "2026-spring");
        Optional<Scalar> as = details.optional("as");
        if (!measure.present() || !vintage.present()) {
            return Optional.empty();
        }
        if (as.isPresent() && !isKnown(as.get(), List.of(FIGURES, GROWTH), "as is \"%s\", not a word known here")) {
            return Optional.empty();
        }
        boolean growth = as.filter(one -> one.text().equals(GROWTH)).isPresent();
        List<String> vintages = named(alliance.figures(), Figure::vintage);
        List<String> measures = named(
                alliance.figures().stream()
                        .filter(one -> one.vintage().equals(vintage.text()))
                        .toList(),
                Figure::measure);
        if (!isKnown(vintage, vintages, "no figure is of vintage \"%s\"")
                || !isKnown(measure, measures, "vintage " + vintage.text() + " has no figure of \"%s\"")) {
            return Optional.empty();
        }
        return drawn(measure, vintage, growth, range);
    }

    private static List<String> named(List<Figure> figures, Function<Figure, String> name) {
        return figures.stream().map(name).distinct().sorted().toList();
    }

    /// Whether a word is one of those known; told where it is not.
    ///
    /// @param wrong the sentence, with `%s` for the word
    private boolean isKnown(Scalar word, List<String> known, String wrong) {
        if (known.contains(word.text())) {
            return true;
        }
        values.report(
                word,
                wrong.replace("%s", Values.shortened(word.text())),
                Refusal.ended(Nearest.adviceWithAll(word.text(), known)));
        return false;
    }

    private Optional<Factor.Distribution> drawn(Scalar measure, Scalar vintage, boolean growth, Range range) {
        List<BigDecimal> some =
                Factor.Distribution.Empirical.values(alliance.figures(), measure.text(), vintage.text(), growth);
        if (some.isEmpty()) {
            values.report(
                    measure,
                    "no member has figures of %s of two years one after the other in vintage %s"
                            .formatted(measure.text(), vintage.text()),
                    "Leave out as: growth, or name another measure.");
            return Optional.empty();
        }
        if (some.getFirst().compareTo(range.from()) < 0 || some.getLast().compareTo(range.to()) > 0) {
            values.report(
                    measure,
                    "what %s was in vintage %s goes from %s to %s, outside of the range from %s to %s"
                            .formatted(
                                    measure.text(),
                                    vintage.text(),
                                    plain(some.getFirst()),
                                    plain(some.getLast()),
                                    plain(range.from()),
                                    plain(range.to())),
                    "Widen the range, so that no figure is cut off.");
            return Optional.empty();
        }
        return Optional.of(new Factor.Distribution.Empirical(measure.text(), vintage.text(), growth, some));
    }

    static final String GROWTH = "growth";
    private static final String FIGURES = "figures";

    private static final List<String> DISTRIBUTIONS = List.of("beta", "empirical", "normal", "triangular", "uniform");

    private BigDecimal within(Scalar value, Range range) {
        BigDecimal number = number(value);
        if (value.present() && (number.compareTo(range.from()) < 0 || number.compareTo(range.to()) > 0)) {
            values.report(
                    value,
                    "%s is %s, outside of the range from %s to %s"
                            .formatted(value.name(), plain(number), plain(range.from()), plain(range.to())),
                    "Write a number of the range, or widen it.");
            return range.from();
        }
        return number;
    }

    private BigDecimal above(Scalar value) {
        BigDecimal number = number(value);
        if (value.present() && number.signum() <= 0) {
            values.report(value, "%s is not above 0".formatted(value.name()), "Write a number above 0.");
        }
        return number.signum() <= 0 ? BigDecimal.ONE : number;
    }

    private record Target(Factor.Target target, String name) {}

    private Optional<Target> target(Block block, Factor.Kind kind, Range range) {
        if (!block.has("applies_to")) {
            values.findings()
                    .add(
                            block.place(),
                            "\"applies_to\" is missing from the factor",
                            "Write applies_to: {price: airlift-hours}, for example.");
            return Optional.empty();
        }
        Map<Scalar, Scalar> entries = block.entries("applies_to", "price: airlift-hours");
        if (entries.size() != 1) {
            if (!entries.isEmpty()) {
                values.findings()
                        .add(
                                block.placeOf("applies_to"),
                                "the factor applies to several things",
                                "Write one factor for each, with the same group.");
            }
            return Optional.empty();
        }
        Scalar word = entries.keySet().iterator().next();
        Scalar name = entries.values().iterator().next();
        Map<String, Factor.Target> words = Values.words(Factor.Target.class, Factor.Target::word);
        Factor.Target target = values.choice(word, words, Factor.Target.OCCURS);
        if (!words.containsKey(word.text())) {
            return Optional.empty();
        }
        if (!name.text().equals(Factor.ALL)) {
            values.reference(name, register(target));
        }
        mayBe(block, target, kind, range);
        return Optional.of(new Target(target, name.text()));
    }

    private Register register(Factor.Target target) {
        return switch (target.about()) {
            case MISSION -> known.missions;
            case CAPABILITY -> known.capabilities;
            case POOL -> known.pools;
            case MEMBER -> known.members;
        };
    }

    /// Values that mean nothing for what the factor changes.
    private void mayBe(Block block, Factor.Target target, Factor.Kind kind, Range range) {
        boolean chance = target == Factor.Target.WILLING
                || target == Factor.Target.OVERLAP
                || target == Factor.Target.COMPLIANCE;
        String key = block.has("values") ? "values" : "range";
        if (chance && range.to().compareTo(BigDecimal.ONE) > 0) {
            values.findings()
                    .add(
                            block.placeOf(key),
                            "%s is a chance, and goes up to %s".formatted(target.word(), plain(range.to())),
                            "Write numbers from 0 to 1.");
        }
        if (target == Factor.Target.LEAVES && kind != Factor.Kind.SWITCH) {
            values.findings().add(block.placeOf("kind"), "whether a member leaves is yes or no", "Write kind: switch.");
        }
        if (target == Factor.Target.DURATION && kind == Factor.Kind.REAL) {
            values.findings().add(block.placeOf("kind"), "days are whole", "Write kind: whole.");
        }
    }

    private List<Futures.Threshold> thresholds(Block file) {
        List<Futures.Threshold> thresholds = new ArrayList<>();
        for (Block block : file.blocks("thresholds", "the threshold", "measure", "at_least", "at_most")) {
            Scalar measure = block.required("measure", "ran");
            Map<String, Measure> words = Values.words(Measure.class, Measure::word);
            values.choice(measure, words, Measure.RAN);
            Optional<Scalar> least = block.optional("at_least");
            Optional<Scalar> most = block.optional("at_most");
            if (least.isPresent() == most.isPresent()) {
                values.findings()
                        .add(
                                block.place(),
                                least.isPresent()
                                        ? "at_least and at_most stand beside one another"
                                        : "at_least or at_most is missing from the threshold",
                                "Write one of the two; two thresholds may be about one measure.");
                continue;
            }
            BigDecimal value = threshold(least.orElseGet(most::orElseThrow), words.get(measure.text()));
            thresholds.add(new Futures.Threshold(measure.text(), least.isPresent(), value));
        }
        limit(file, "thresholds", thresholds.size(), MOST_THRESHOLDS, "thresholds");
        return thresholds;
    }

    private BigDecimal threshold(Scalar value, @Nullable Measure measure) {
        BigDecimal number = values.decimal(value);
        if (measure != null
                && measure.unit() == Measure.Unit.PERCENT
                && (number.signum() < 0 || number.compareTo(BigDecimal.valueOf(100)) > 0)) {
            values.report(value, "%s is no percentage".formatted(value.name()), "Write a number from 0 to 100.");
        }
        return number;
    }

    private Provenance provenance(Block block) {
        return values.provenance(block.required("status", "illustrative"), AllianceFile.source(block, "source"));
    }
}
