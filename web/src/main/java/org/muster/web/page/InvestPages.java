package org.muster.web.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muster.alliance.bill.Money;
import org.muster.alliance.invest.InvestCandidate;
import org.muster.alliance.invest.InvestPlan;
import org.muster.alliance.mission.Mission;
import org.muster.games.Fraction;
import org.muster.input.Counted;
import org.muster.invest.HowKnown;
import org.muster.invest.InvestAnswer;
import org.muster.invest.InvestQuestion;
import org.muster.invest.Judged;
import org.muster.invest.Portfolio;
import org.muster.report.invest.InvestText;
import org.muster.report.write.Html;
import org.muster.report.write.Json;
import org.muster.report.write.Screen;
import org.muster.report.write.Table;
import org.muster.web.ask.InvestAsked;
import org.muster.web.http.Code;
import org.muster.web.http.Fault;
import org.muster.web.http.Reply;
import org.muster.web.job.Job;

/// What to hold in common: what is asked as controls, the answer, and each step of what is best at every price.
public final class InvestPages {
    /// Wider than any line: text that the page breaks.
    private static final Screen UNBROKEN = new Screen(1_000_000, false);

    private final InvestAsked asked;
    private final InvestPlan plan;
    private final Markup page = new Markup();

    private InvestPages(InvestAsked asked) {
        this.asked = asked;
        this.plan = asked.question().plan();
    }

    /// The page: before, while and after it is worked out.
    ///
    /// @param step of the frontier, the dearest first, from 1; the best where none is given
    public static Reply write(InvestAsked asked, Optional<Job> job, Optional<Integer> step) {
        return new InvestPages(asked).reply(job, step);
    }

    private Reply reply(Optional<Job> job, Optional<Integer> step) {
        Frame frame = Frame.of(asked.held(), "What to hold in common: " + plan.title())
                .under(asked.address(""), "Invest");
        page.element("h1", "What to hold in common: " + plan.title());
        Optional<InvestAnswer> found = job.flatMap(Job::answer).map(InvestAnswer.class::cast);
        if (found.isEmpty()) {
            if (!LongPages.isWorkedOut(page, job)) {
                page.element(
                        "p",
                        "Which assets to hold in common and which rules to ease, so that missions can run whoever is"
                                + " willing. It takes from some seconds to a minute.");
            }
            controls();
            return frame.around(page);
        }
        InvestAnswer answer = found.get();
        said(answer);
        held(answer, answer.best(), "What to hold in common");
        chances(answer, answer.best());
        frontier(answer, step);
        besides(answer);
        controls();
        frame.form(asked.address(".json"), "JSON")
                .form(asked.address("/holdings.csv"), "CSV of what is held")
                .form(asked.address("/chances.csv"), "chances");
        if (!answer.frontier().isEmpty()) {
            frame.form(asked.address("/frontier.csv"), "the best at every price");
        }
        return frame.form(asked.address(".xlsx"), "Excel")
                .form(asked.address(".html"), "one page to send")
                .command(command())
                .around(page);
    }

    /// The sentence and the proof; what is invented, where it is read.
    private void said(InvestAnswer answer) {
        String[] parts = InvestText.summary(answer, UNBROKEN).split("\n\n", -1);
        String[] lines = parts[0].split("\n", -1);
        String status = switch (answer.outcome()) {
            case MET -> "covered";
            case NOT_ATTAINABLE -> "refused";
            case OPEN -> "gaps";
        };
        page.element("p", lines[0], "class", "verdict " + status, "id", "verdict");
        for (int at = 1; at < lines.length; at++) {
            page.element("p", lines[at]);
        }
        for (String part : parts) {
            for (String line : part.split("\n", -1)) {
                if (line.startsWith("Invented")) {
                    page.element("p", line, "class", "invented");
                }
            }
        }
    }

    private String money(long minor) {
        return Money.words(minor, asked.held().alliance().currency());
    }

    private void held(InvestAnswer answer, Portfolio portfolio, String title) {
        page.element("h2", title);
        Table.Draft table = Table.of(1, "What", "How much", "Price a year");
        List<Long> prices = answer.pricesOf(portfolio);
        boolean any = false;
        for (int c = 0; c < answer.candidates().size(); c++) {
            if (portfolio.levels().get(c) > 0) {
                InvestCandidate candidate = answer.candidates().get(c);
                table.row(candidate.title(), howMuch(answer, portfolio, c), money(prices.get(c)));
                any = true;
            }
        }
        if (!any) {
            page.element("p", "Nothing more than there is.");
            return;
        }
        table.row("Together", "", money(answer.priceOf(portfolio)));
        page.raw(table.table().html());
    }

    private String howMuch(InvestAnswer answer, Portfolio portfolio, int candidate) {
        return switch (answer.candidates().get(candidate).what()) {
            case InvestCandidate.Asset asset ->
                Counted.of(
                        answer.unitsOf(portfolio, candidate),
                        asked.held()
                                .alliance()
                                .capability(asset.capability())
                                .map(known -> known.unit())
                                .orElse(asset.capability()));
            case InvestCandidate.RuleChange rule -> "eased";
        };
    }

    private static String percent(Fraction chance) {
        return Json.rounded(chance.times(100).doubleValue())
                .setScale(1, RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    /// A rate to three digits behind the point.
    private static String rate(Fraction perYear) {
        BigDecimal rounded = Json.rounded(perYear.doubleValue()).setScale(3, RoundingMode.HALF_EVEN);
        return rounded.stripTrailingZeros().toPlainString();
    }

    private String mission(String id) {
        return asked.held().alliance().mission(id).map(Mission::title).orElse(id);
    }

    private void chances(InvestAnswer answer, Portfolio portfolio) {
        page.element("h3", "The chance that each mission can run, in percent");
        Table.Draft table = Table.of(1, "Mission", "A year", "Now", "Then", "Then without its weakest", "Not without");
        for (Judged then : portfolio.missions()) {
            if (then.method() == HowKnown.UNKNOWN) {
                table.row(mission(then.mission()), "", "not known", "not known", "", "");
                continue;
            }
            Judged now = answer.before().mission(then.mission()).orElse(then);
            table.row(
                    mission(then.mission()),
                    rate(then.perYear()),
                    now.runs() ? percent(now.chance()) : "cannot run",
                    then.runs() ? percent(then.chance()) : "cannot run",
                    percent(then.weakest()),
                    then.indispensable().isEmpty() ? "nobody" : String.join(", ", then.indispensable()));
        }
        page.raw(table.table().html());
    }

    /// A step is a link, so that it can be sent, and its neighbours are one click away.
    private void frontier(InvestAnswer answer, Optional<Integer> step) {
        List<Portfolio> points = answer.frontier();
        if (points.isEmpty()) {
            return;
        }
        int at = step.orElseGet(() -> Math.max(
                1,
                points.stream()
                                .map(Portfolio::levels)
                                .toList()
                                .indexOf(answer.best().levels())
                        + 1));
        if (at > points.size()) {
            throw new Fault(Code.PARAMETER, "\"step\" is " + at + ", and there are " + points.size());
        }
        page.element("h2", "What is best at every price");
        page.open("ol", "class", "steps");
        for (int p = 1; p <= points.size(); p++) {
            Portfolio point = points.get(p - 1);
            String words = money(answer.priceOf(point)) + ": " + rate(point.failuresPerYear()) + " fail a year";
            page.open("li");
            if (p == at) {
                page.element("strong", words, "aria-current", "step");
            } else {
                page.link(asked.step(p), words);
            }
            page.close("li");
        }
        page.close("ol").open("section", "id", "step");
        page.open("p", "class", "row");
        if (at > 1) {
            page.element("a", "Dearer", "class", "button", "href", asked.step(at - 1));
        }
        if (at < points.size()) {
            page.element("a", "Cheaper", "class", "button", "href", asked.step(at + 1));
        }
        page.close("p");
        Portfolio point = points.get(at - 1);
        String title = "For " + money(answer.priceOf(point)) + " a year (step " + at + " of " + points.size() + ")";
        if (point.levels().equals(answer.best().levels())) {
            page.element("h2", title).element("p", "This is the best within the budget, shown above.");
        } else {
            held(answer, point, title);
            chances(answer, point);
        }
        page.close("section");
    }

    private void controls() {
        page.element("h2", "What is asked")
                .open("form", "method", "post", "action", Frame.address(asked.held()) + "/invest", "class", "fields");
        List<InvestPlan> plans = asked.held().alliance().investments().plans();
        if (plans.size() > 1) {
            page.open("p").open("label").text("Plan ").open("select", "name", "plan");
            for (InvestPlan one : plans) {
                if (one.id().equals(plan.id())) {
                    page.element("option", one.title(), "value", one.id(), "selected", "");
                } else {
                    page.element("option", one.title(), "value", one.id());
                }
            }
            page.close("select").close("label").close("p");
        }
        InvestPlan own = asked.held().alliance().investments().plan(plan.id()).orElse(plan);
        String currency = asked.held().alliance().currency();
        field(
                "Budget a year, " + currency,
                "budget",
                asked.query().one("budget").orElse(""),
                own.budgetMinor()
                        .map(minor -> "the plan's " + Money.decimal(minor, currency))
                        .orElse("open"));
        for (InvestPlan.Recurring one : own.missions()) {
            targets(own, one.mission());
        }
        box("no_targets", "Ask for no chance: the fewest failures that the budget can buy");
        box("frontier", "Also what is best at every price");
        box("who_pays", "Also who pays by several rules");
        box("wait", "Also what it is worth to buy a second time when it is known which world it is");
        box("at_once", "Also with what chance missions whose days meet can run at once");
        explain();
        field(
                "Seed of the random numbers, where coalitions have to be drawn",
                "seed",
                asked.query().one("seed").orElse(""),
                String.valueOf(InvestQuestion.SEED));
        page.open("p").element("button", "Work it out").close("p").close("form");
    }

    private void explain() {
        String chosen = asked.query().one("explain").orElse("");
        page.open("p").open("label").text("Explain ").open("select", "name", "explain");
        page.element("option", "nothing", "value", "");
        page.open("optgroup", "label", "At which numbers a candidate matters");
        asked.held()
                .alliance()
                .investments()
                .candidates()
                .forEach(candidate -> option(candidate.id(), candidate.title(), chosen));
        page.close("optgroup").open("optgroup", "label", "What frees each mission of a member");
        asked.held().alliance().members().forEach(member -> option(member.code(), member.name(), chosen));
        page.close("optgroup").close("select").close("label").close("p");
    }

    private void option(String value, String words, String chosen) {
        if (value.equals(chosen)) {
            page.element("option", words, "value", value, "selected", "");
        } else {
            page.element("option", words, "value", value);
        }
    }

    /// What else was asked, in the words of the command.
    private void besides(InvestAnswer answer) {
        boolean more = Stream.of("who_pays", "wait", "at_once", "explain")
                .anyMatch(name -> asked.query().one(name).isPresent());
        page.open("details", more ? new String[] {"id", "said", "open", ""} : new String[] {"id", "said"})
                .element("summary", "All that was asked, as the command says it")
                .open("div", "class", "wide")
                .raw("<pre>" + Html.text(InvestText.summary(answer, new Screen(Screen.FILE_WIDTH, false))) + "</pre>")
                .close("div")
                .close("details");
    }

    private void targets(InvestPlan own, String mission) {
        InvestPlan.Targets given = own.targets();
        page.open("fieldset").element("legend", mission(mission));
        field(
                "Chance that it can run, 0 to 1",
                "target." + mission,
                said("target", mission),
                placeholder(given.chances().get(mission)));
        field(
                "The same without any one member",
                "without_any." + mission,
                said("without_any", mission),
                placeholder(given.withoutAny().get(mission)));
        field(
                "Members of whom any may stay at home",
                "losing_any." + mission,
                said("losing_any", mission),
                placeholder(given.losingAny().get(mission)));
        page.close("fieldset");
    }

    private static String placeholder(@Nullable Object given) {
        return given == null ? "not asked for" : "the plan's " + given;
    }

    private String said(String name, String mission) {
        return asked.query().all(name).stream()
                .filter(text -> text.startsWith(mission + "="))
                .map(text -> text.substring(mission.length() + 1))
                .findFirst()
                .orElse("");
    }

    private void field(String label, String name, String value, String placeholder) {
        page.open("label")
                .text(label + " ")
                .open("input", "name", name, "value", value, "placeholder", placeholder)
                .close("label");
    }

    private void box(String name, String label) {
        page.open("p").open("label");
        if (asked.query().one(name).isPresent()) {
            page.open("input", "type", "checkbox", "name", name, "value", "1", "checked", "");
        } else {
            page.open("input", "type", "checkbox", "name", name, "value", "1");
        }
        page.text(" " + label).close("label").close("p");
    }

    /// The command that asks the same.
    private String command() {
        List<String> words = new ArrayList<>(List.of("muster invest " + Frame.folder(asked.held())));
        for (Map.Entry<String, List<String>> one : asked.query().values().entrySet()) {
            String flag = "--" + one.getKey().replace('_', '-');
            boolean bare = List.of("no_targets", "frontier", "who_pays", "wait", "at_once")
                    .contains(one.getKey());
            words.add(
                    bare
                            ? flag
                            : one.getValue().stream()
                                    .flatMap(value -> List.of(value.split(",", -1)).stream())
                                    .map(value -> flag + " " + value)
                                    .collect(Collectors.joining(" ")));
        }
        return String.join(" ", words);
    }
}
