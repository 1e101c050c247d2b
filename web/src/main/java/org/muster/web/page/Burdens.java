package org.muster.web.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.muster.alliance.Alliance;
import org.muster.alliance.Member;
import org.muster.report.burden.BurdenSummary;
import org.muster.report.write.Screen;
import org.muster.report.write.Table;
import org.muster.share.burden.BurdenReport;
import org.muster.web.ask.Answers;
import org.muster.web.http.Ask;
import org.muster.web.http.Query;
import org.muster.web.http.Reply;
import org.muster.web.shelf.Held;

/// Who carries, in a year, as known on a day.
public final class Burdens {
    private static final Screen UNBROKEN = new Screen(1_000_000, false);
    private static final int LEAST_MEMBERS = 3;

    private Burdens() {}

    /// The last year of which burdens can be told; empty where the folder has no such figures.
    static Optional<Integer> years(Alliance alliance) {
        TreeMap<Integer, java.util.Set<String>> byYear = new TreeMap<>();
        alliance.figures().stream()
                .filter(figure -> figure.measure().equals(BurdenReport.BURDEN))
                .forEach(figure -> byYear.computeIfAbsent(figure.year(), year -> new java.util.TreeSet<>())
                        .add(figure.member()));
        return byYear.descendingMap().entrySet().stream()
                .filter(year -> year.getValue().stream()
                                .filter(member -> alliance.figures().stream()
                                        .anyMatch(figure -> figure.measure().equals("gdp")
                                                && figure.year() == year.getKey()
                                                && figure.member().equals(member)))
                                .count()
                        >= LEAST_MEMBERS)
                .map(java.util.Map.Entry::getKey)
                .findFirst();
    }

    /// What an address asks for.
    ///
    /// @param year    the year
    /// @param knownAt the day of knowledge; the last of all where none is asked for
    public record Asked(Held held, int year, Optional<LocalDate> knownAt, Query query) {
        /// Reads an address.
        public static Asked of(Held held, Ask ask) {
            Query query = ask.query().only("year", "known_at");
            return new Asked(
                    held,
                    query.number("year", 1800, 2200)
                            .orElseGet(() -> years(held.alliance()).orElse(2014)),
                    query.day("known_at"),
                    query);
        }

        /// The answer.
        public BurdenReport report(Answers answers) {
            return answers.once(
                    "burden " + held.version() + " " + year + " " + knownAt,
                    BurdenReport.class,
                    report -> true,
                    () -> BurdenReport.of(
                            held.alliance(), year, knownAt.orElse(LocalDate.MAX), BigDecimal.valueOf(2), 1));
        }
    }

    /// The page.
    public static Reply write(Asked asked, BurdenReport report) {
        return frame(asked, report).around(body(asked, report, new Markup()));
    }

    /// The same as a page to keep or to send.
    public static Reply page(Asked asked, BurdenReport report) {
        return frame(asked, report).alone(body(asked, report, Markup.alone()));
    }

    private static Markup body(Asked asked, BurdenReport report, Markup page) {
        Alliance alliance = asked.held().alliance();
        page.element("h1", "Who carries, in " + report.year());
        String[] parts = BurdenSummary.write(alliance, report, UNBROKEN).split("\n\n", -1);
        for (String line : parts[0].split("\n", -1)) {
            page.element("p", line);
        }
        if (!page.isAlone()) {
            controls(page, asked, report);
        }
        Table.Draft table = Table.of(
                2,
                "Member",
                "Release",
                "Burden, % of GDP",
                "% of all defence",
                "% of all GDP",
                "The first less the second",
                "Short of the target, million USD");
        List<BurdenReport.Carried> ranked = report.members().stream()
                .sorted(Comparator.comparing(
                                (BurdenReport.Carried one) -> one.country().burdenPercent())
                        .reversed())
                .toList();
        ranked.forEach(one -> table.row(
                alliance.member(one.country().member())
                        .map(Member::name)
                        .orElse(one.country().member()),
                one.burden().vintage(),
                one.country().burdenPercent().toPlainString(),
                one.shareOfDefence().toPlainString(),
                one.shareOfGdp().toPlainString(),
                one.gap().toPlainString(),
                one.shortfall().setScale(0, RoundingMode.HALF_EVEN).toPlainString()));
        page.raw(table.table().html());
        for (int at = 2; at < parts.length; at++) {
            for (String line : parts[at].split("\n", -1)) {
                if (!line.startsWith("More: ") && !line.isBlank()) {
                    page.element("p", line);
                }
            }
        }
        return page;
    }

    private static void controls(Markup page, Asked asked, BurdenReport report) {
        page.open("form", "method", "get", "class", "row")
                .raw("<label>Year <input name=\"year\" type=\"number\" min=\"1800\" max=\"2200\" value=\"")
                .text(String.valueOf(report.year()))
                .raw("\"></label> <label>As known on <input name=\"known_at\" type=\"date\" value=\"")
                .text(asked.knownAt().map(LocalDate::toString).orElse(""))
                .raw("\"></label> <button>Show</button>")
                .close("form");
    }

    private static Frame frame(Asked asked, BurdenReport report) {
        Held held = asked.held();
        String at = Frame.address(held) + "/burden";
        return Frame.of(held, "Burden")
                .under(at + asked.query().text(), "Burden")
                .form(at + ".json" + asked.query().text(), "JSON")
                .form(at + ".csv" + asked.query().text(), "CSV")
                .form(at + ".xlsx" + asked.query().text(), "Excel")
                .form(at + ".html" + asked.query().text(), "one page to send")
                .command("muster burden " + Frame.folder(held) + " --year " + report.year()
                        + asked.knownAt().map(day -> " --known-at " + day).orElse("") + " --full");
    }
}
