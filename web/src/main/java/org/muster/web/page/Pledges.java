package org.muster.web.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.muster.alliance.Member;
import org.muster.alliance.pledge.Pledge;
import org.muster.input.Nearest;
import org.muster.input.Refusal;
import org.muster.input.Shown;
import org.muster.pledge.PledgeReport;
import org.muster.pledge.forecast.Forecasts;
import org.muster.pledge.known.Knowledge;
import org.muster.pledge.standing.Standing;
import org.muster.pledge.standing.Standings;
import org.muster.report.write.Table;
import org.muster.web.ask.Answers;
import org.muster.web.http.Ask;
import org.muster.web.http.Code;
import org.muster.web.http.Fault;
import org.muster.web.http.Query;
import org.muster.web.http.Reply;
import org.muster.web.shelf.Held;

/// Where a pledge stands, in a year, as known on a day.
public final class Pledges {
    /// The seed of the command where none is given.
    public static final long SEED = 1;

    private static final int MOST_YEARS_BACK = 10;

    private Pledges() {}

    /// What an address asks for.
    ///
    /// @param year  the year; the latest with a figure where none is asked for
    /// @param query as it stands in the address
    public record Asked(Held held, Pledge pledge, Knowledge knowledge, Optional<Integer> year, Query query) {
        /// Reads an address.
        ///
        /// @throws Fault where no pledge is called so
        /// @throws Refusal where nothing was known of it on the day
        public static Asked of(Held held, Ask ask) {
            Query query = ask.query().only("pledge", "known_at", "year");
            List<Pledge> pledges = held.alliance().pledges();
            if (pledges.isEmpty()) {
                throw new Refusal(held.id() + " has no pledge: write one in pledges.yaml");
            }
            Pledge pledge = query.one("pledge")
                    .map(id -> held.alliance()
                            .pledge(id)
                            .orElseThrow(() -> new Fault(
                                    Code.PARAMETER,
                                    "pledge \"" + Shown.plain(id) + "\" is not known in " + held.id() + ". "
                                            + Nearest.advice(
                                                    id,
                                                    pledges.stream()
                                                            .map(Pledge::id)
                                                            .toList()))))
                    .orElseGet(pledges::getFirst);
            if (held.alliance().vintages().isEmpty()) {
                throw new Refusal(held.id() + " has no release of figures: nothing is known");
            }
            Optional<Integer> year = query.number("year", 1800, 2200);
            LocalDate day = query.day("known_at").orElseGet(() -> Knowledge.newest(held.alliance()));
            if (day.isBefore(pledge.made())) {
                throw new Refusal("pledge " + pledge.id() + " was made on " + pledge.made() + ", after " + day
                        + ": there was nothing to know of it");
            }
            return new Asked(
                    held, pledge, Knowledge.at(held.alliance(), day, Knowledge.Replacement.STAND_INS), year, query);
        }

        /// What the page shows where no year is asked for: the latest in which the figures of most members are known,
        /// said in the address of its other forms.
        public Asked shown() {
            if (year.isPresent()) {
                return this;
            }
            int latest = Standings.latestYear(pledge, knowledge);
            for (int back = 0; back <= MOST_YEARS_BACK; back++) {
                Standings.Counts counts =
                        Standings.of(pledge, latest - back, knowledge).counts();
                int known = counts.met() + counts.notMet();
                if (known >= counts.notKnown()) {
                    return back == 0
                            ? this
                            : new Asked(
                                    held,
                                    pledge,
                                    knowledge,
                                    Optional.of(latest - back),
                                    query.with("year", List.of(String.valueOf(latest - back))));
                }
            }
            return this;
        }

        /// The answer.
        public PledgeReport report(Answers answers) {
            return answers.once(
                    "pledge " + held.version() + " " + pledge.id() + " " + knowledge.day() + " " + year,
                    PledgeReport.class,
                    report -> true,
                    () -> PledgeReport.of(
                            held.alliance(), pledge, year, knowledge, Forecasts.Settings.USUAL_PATHS, SEED));
        }
    }

    /// The page.
    public static Reply write(Asked asked, PledgeReport report) {
        Held held = asked.held();
        Markup page = new Markup();
        Standings standings = report.standings();
        Standings.Counts counts = standings.counts();
        page.element("h1", report.pledge().title())
                .open("p", "class", "verdict", "id", "verdict")
                .element("strong", "met " + counts.met())
                .text(", not met " + counts.notMet() + ", not known " + counts.notKnown() + " in " + standings.year()
                        + ", as known on " + report.knowledge().day())
                .close("p")
                .element(
                        "p",
                        words(report.pledge().measure()) + " "
                                + report.pledge().comparison().word().replace('_', ' ') + " "
                                + report.pledge().target().toPlainString() + " "
                                + report.pledge().unit() + ", due in "
                                + report.pledge().dueYear() + ". Source: "
                                + report.pledge().provenance().source());
        controls(page, asked, report);
        bars(page, report);
        page.raw(table(report).html());
        String at = Frame.address(held) + "/pledge";
        String query = asked.query().text();
        return Frame.of(held, report.pledge().title())
                .under(at + query, report.pledge().title())
                .form(at + ".json" + query, "JSON")
                .form(at + ".csv" + query, "CSV")
                .form(at + ".xlsx" + query, "Excel")
                .form(at + ".html" + query, "one page with charts (takes some seconds)")
                .command("muster pledge " + Frame.folder(held) + " --pledge "
                        + report.pledge().id() + " --year " + standings.year() + " --known-at "
                        + report.knowledge().day() + " --full")
                .around(page);
    }

    /// A measure as people call it: the folder's name of it without its marks.
    private static String words(String measure) {
        String words = measure.replace('_', ' ').replace("gdp", "GDP").replace("gni", "GNI");
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static void controls(Markup page, Asked asked, PledgeReport report) {
        page.open("form", "method", "get", "class", "row");
        List<Pledge> pledges = asked.held().alliance().pledges();
        if (pledges.size() > 1) {
            page.open("label").text("Pledge ").open("select", "name", "pledge");
            for (Pledge one : pledges) {
                if (one.equals(report.pledge())) {
                    page.element("option", one.title(), "value", one.id(), "selected", "");
                } else {
                    page.element("option", one.title(), "value", one.id());
                }
            }
            page.close("select").close("label").raw(" ");
        }
        page.raw("<label>Year <input name=\"year\" type=\"number\" min=\"1800\" max=\"2200\" value=\"")
                .text(String.valueOf(report.standings().year()))
                .raw("\"></label> <label>As known on <input name=\"known_at\" type=\"date\" value=\"")
                .text(report.knowledge().day().toString())
                .raw("\"></label> <button>Show</button>")
                .close("form");
    }

    /// The figures of the year as bars, the largest first, with the target among them.
    private static void bars(Markup page, PledgeReport report) {
        Map<String, BigDecimal> values = new LinkedHashMap<>();
        for (Standing standing : report.standings().members()) {
            standing.figure()
                    .ifPresent(figure -> values.put(
                            report.alliance()
                                    .member(standing.member())
                                    .map(Member::name)
                                    .orElse(standing.member()),
                            figure.value()));
        }
        if (values.isEmpty()) {
            return;
        }
        String target = "the target";
        values.put(target, report.pledge().target());
        BigDecimal most = values.values().stream().max(BigDecimal::compareTo).orElseThrow();
        page.open("section", "id", "bars")
                .element(
                        "h2", report.standings().year() + ", " + report.pledge().unit());
        values.entrySet().stream()
                .sorted(Map.Entry.<String, BigDecimal>comparingByValue().reversed())
                .forEach(bar -> page.open("div", "class", bar.getKey().equals(target) ? "bar others" : "bar")
                        .element("span", bar.getKey())
                        .open("div")
                        .open("i", "style", "width:" + width(bar.getValue(), most) + "%")
                        .close("i")
                        .element("span", bar.getValue().toPlainString())
                        .close("div")
                        .close("div"));
        page.close("section");
    }

    /// Of the width that there is, some is left for the figure beside the bar.
    private static String width(BigDecimal value, BigDecimal most) {
        return most.signum() <= 0
                ? "0"
                : value.max(BigDecimal.ZERO)
                        .multiply(BigDecimal.valueOf(60))
                        .divide(most, 2, RoundingMode.HALF_EVEN)
                        .toPlainString();
    }

    private static Table table(PledgeReport report) {
        int due = report.pledge().dueYear();
        Table.Draft table = Table.of(
                8,
                "Member",
                "Release",
                "Met",
                "Rising",
                "Gap closes",
                "On track",
                "First met (middle forecast)",
                "Chance in " + due,
                report.standings().year() + ", " + report.pledge().unit());
        for (Standing standing : report.standings().members()) {
            var forecast = report.forecast(standing.member());
            table.row(
                    report.alliance()
                            .member(standing.member())
                            .map(Member::name)
                            .orElse(standing.member()),
                    standing.figure().map(figure -> figure.vintage()).orElse(standing.status()),
                    Standing.word(standing.met()),
                    Standing.word(standing.verdicts().risingInReal()),
                    Standing.word(standing.verdicts().gapClosing()),
                    Standing.word(standing.verdicts().onTrack()),
                    forecast.map(one ->
                                    one.crossing().median().map(String::valueOf).orElse("later"))
                            .orElse(""),
                    forecast.map(one -> one.metIn().get(due))
                            .map(chance -> Math.round(chance * 100) + " %")
                            .orElse(""),
                    standing.figure()
                            .map(figure -> figure.value().toPlainString())
                            .orElse("not known"));
        }
        return table.table();
    }
}
