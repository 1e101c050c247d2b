package org.muster.share.burden;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.muster.alliance.Alliance;
import org.muster.alliance.Member;
import org.muster.alliance.figure.Figure;
import org.muster.alliance.figure.Figures;
import org.muster.alliance.figure.Vintage;
import org.muster.input.Refusal;

/// Who carries, by many measures, in one year and as known on a day.
///
/// @param year         the year that the figures are for
/// @param knownAt      the date of knowledge
/// @param target       defence in percent of GDP that members are measured against
/// @param releases     the rank test and the totals by release, oldest first; the last is the one that the rest goes by
/// @param members      single measures by member, in the alliance's order
/// @param concordance  whether burden and benefit shares differ; empty where people are missing
/// @param index        an index of the measures with the ranges of its ranks; empty where there is nothing to combine
/// @param notMeasured  measures for which the folder has no figures, by name, with what they would take
public record BurdenReport(
        int year,
        LocalDate knownAt,
        BigDecimal target,
        List<Release> releases,
        List<Carried> members,
        Optional<Concordance> concordance,
        Optional<BurdenIndex> index,
        Map<String, String> notMeasured) {
    /// The measure of burden in the figures table.
    public static final String BURDEN = "defence_share_of_gdp";

    private static final String EQUIPMENT = "equipment_share_of_defence";
    private static final int DRAWS = 2000;

    /// One release's view.
    public record Release(Vintage vintage, Sensitivity rank, Totals totals) {}

    /// One member's measures.
    ///
    /// @param country        its figures
    /// @param burden         the figure of the burden, with source and release
    /// @param shareOfDefence percent of all defence, two decimals
    /// @param shareOfGdp     percent of all GDP, two decimals
    /// @param gap            the first less the second, in points: above zero where it carries more than its income
    /// @param shortfall      what it lacks to the target, in millions
    public record Carried(
            Country country,
            Figure burden,
            BigDecimal shareOfDefence,
            BigDecimal shareOfGdp,
            BigDecimal gap,
            BigDecimal shortfall) {}

    public BurdenReport {
        releases = List.copyOf(releases);
        members = List.copyOf(members);
    }

    /// Measures the allies.
    ///
    /// GDP is `gdp` in the newest release known, in US dollars, turned to millions; defence follows from the published
    /// share, so that releases are compared on one and the same GDP.
    ///
    /// @param seed of resamples and weights
    /// @throws Refusal with a sentence, where fewer than 3 allies have figures
    public static BurdenReport of(Alliance alliance, int year, LocalDate knownAt, BigDecimal target, long seed) {
        Figures figures = Figures.knownAt(alliance.figures(), alliance.vintages(), knownAt);
        List<Release> releases = new ArrayList<>();
        List<Vintage> vintages = alliance.vintages().stream()
                .sorted(Comparator.comparing(Vintage::knownFrom))
                .toList();
        Map<String, Figure> newest = new LinkedHashMap<>();
        List<Country> countries = List.of();
        for (Vintage vintage : vintages) {
            Map<String, Figure> burdens = burdens(alliance, figures, year, vintage);
            // What a release says of a member is counted by that release alone; a member is measured by the newest
            // figures.
            List<Country> seen = countries(
                    figures,
                    year,
                    burdens,
                    burden -> figures.history(burden.member(), EQUIPMENT, year).stream()
                            .filter(figure -> figure.vintage().equals(burden.vintage()))
                            .findFirst());
            if (seen.size() >= 3) {
                Sensitivity rank = Sensitivity.of(seen, seed);
                releases.add(new Release(
                        vintage,
                        rank,
                        Totals.of(
                                seen,
                                burdens.values().stream().map(Figure::value).toList(),
                                rank.largest(),
                                target)));
                newest = burdens;
                countries =
                        countries(figures, year, burdens, burden -> figures.latest(burden.member(), EQUIPMENT, year));
            }
        }
        if (releases.isEmpty()) {
            throw new Refusal(String.format(
                    Locale.ROOT,
                    "fewer than 3 allies have both %s and gdp of %d on record%s",
                    BURDEN,
                    year,
                    knownAt.equals(LocalDate.MAX) ? "" : " as known on " + knownAt));
        }
        return new BurdenReport(
                year,
                knownAt,
                target,
                releases,
                carried(countries, newest, target),
                Concordance.of(countries),
                index(countries, seed),
                notMeasured(figures, year));
    }

    private static Map<String, Figure> burdens(Alliance alliance, Figures figures, int year, Vintage vintage) {
        Map<String, Figure> burdens = new LinkedHashMap<>();
        for (Member member : alliance.members()) {
            if (member.isAlly()) {
                figures.history(member.code(), BURDEN, year).stream()
                        .filter(figure -> figure.vintage().equals(vintage.id()))
                        .forEach(figure -> burdens.put(member.code(), figure));
            }
        }
        return burdens;
    }

    private interface Equipment {
        Optional<Figure> of(Figure burden);
    }

    private static List<Country> countries(
            Figures figures, int year, Map<String, Figure> burdens, Equipment equipment) {
        List<Country> countries = new ArrayList<>();
        for (Figure burden : burdens.values()) {
            Optional<Figure> gdp = figures.history(burden.member(), "gdp", year).stream()
                    .filter(f -> f.value().signum() > 0)
                    .reduce((older, newer) -> newer);
            gdp.ifPresent(found -> {
                Country plain = Country.of(burden.member(), millions(found), burden.value());
                countries.add(new Country(
                        plain.member(),
                        plain.gdp(),
                        plain.defence(),
                        plain.burdenPercent(),
                        equipment.of(burden).map(Figure::value),
                        figures.latest(burden.member(), "population", year).map(Figure::value)));
            });
        }
        return countries;
    }

    private static BigDecimal millions(Figure gdp) {
        return switch (gdp.unit()) {
            case "billion USD" -> gdp.value().movePointRight(3);
            case "million USD" -> gdp.value();
            default -> gdp.value().movePointLeft(6);
        };
    }

    private static List<Carried> carried(List<Country> countries, Map<String, Figure> burdens, BigDecimal target) {
        BigDecimal gdp = countries.stream().map(Country::gdp).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal defence = countries.stream().map(Country::defence).reduce(BigDecimal.ZERO, BigDecimal::add);
        List<Carried> carried = new ArrayList<>();
        for (Country country : countries) {
            Figure burden = burdens.get(country.member());
            if (burden != null) {
                BigDecimal ofDefence = percent(country.defence(), defence);
                BigDecimal ofGdp = percent(country.gdp(), gdp);
                carried.add(new Carried(
                        country, burden, ofDefence, ofGdp, ofDefence.subtract(ofGdp), country.shortfall(target)));
            }
        }
        return carried;
    }

    private static BigDecimal percent(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0
                ? BigDecimal.ZERO
                : part.movePointRight(2).divide(whole, MathContext.DECIMAL128).setScale(2, RoundingMode.HALF_EVEN);
    }

    /// Of burden, equipment and the share of defence above that of income; members without equipment on record are left
    /// out.
    private static Optional<BurdenIndex> index(List<Country> countries, long seed) {
        List<Country> whole =
                countries.stream().filter(c -> c.equipmentPercent().isPresent()).toList();
        if (whole.size() < 3) {
            return Optional.empty();
        }
        double gdp = whole.stream().mapToDouble(c -> c.gdp().doubleValue()).sum();
        double defence =
                whole.stream().mapToDouble(c -> c.defence().doubleValue()).sum();
        Map<String, double[]> measures = new LinkedHashMap<>();
        measures.put("defence in percent of GDP", Sensitivity.burden(whole));
        measures.put(
                "equipment in percent of defence",
                whole.stream()
                        .mapToDouble(c ->
                                c.equipmentPercent().orElse(BigDecimal.ZERO).doubleValue())
                        .toArray());
        measures.put(
                "share of all defence less share of all GDP",
                whole.stream()
                        .mapToDouble(c ->
                                c.defence().doubleValue() / defence - c.gdp().doubleValue() / gdp)
                        .toArray());
        return Optional.of(BurdenIndex.of(whole.stream().map(Country::member).toList(), measures, DRAWS, seed));
    }

    private static Map<String, String> notMeasured(Figures figures, int year) {
        Map<String, String> not = new LinkedHashMap<>();
        not.put(
                "broad security burden",
                "(defence + UN peacekeeping + foreign aid) / GDP takes figures that this folder does not have");
        not.put(
                "responsibility sharing",
                "(defence + public order + aid to Ukraine + energy divestment) / GDP takes figures that this folder does not have");
        not.put("RAND Burdensharing Index", "its weights are not published");
        if (figures.all().stream().noneMatch(f -> f.measure().equals(EQUIPMENT) && f.year() == year)) {
            not.put("equipment", EQUIPMENT + " of " + year + " is not on record");
        }
        return not;
    }
}
