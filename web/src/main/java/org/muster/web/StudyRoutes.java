package org.muster.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muster.invest.InvestAnswer;
import org.muster.lab.analysis.LabAnswer;
import org.muster.report.invest.InvestCsv;
import org.muster.report.invest.InvestJson;
import org.muster.report.invest.InvestPage;
import org.muster.report.lab.DiscoverJson;
import org.muster.report.lab.LabCsv;
import org.muster.report.lab.LabJson;
import org.muster.report.lab.LabPage;
import org.muster.report.write.Tables;
import org.muster.web.ask.Found;
import org.muster.web.ask.InvestAsked;
import org.muster.web.ask.LabAsked;
import org.muster.web.ask.LongAnswers;
import org.muster.web.http.Ask;
import org.muster.web.http.Code;
import org.muster.web.http.Fault;
import org.muster.web.http.Reply;
import org.muster.web.job.Job;
import org.muster.web.page.InvestPages;
import org.muster.web.page.LabPages;
import org.muster.web.shelf.Held;
import org.muster.web.shelf.Shelf;
import org.muster.web.shelf.Studies;

/// The addresses of what is studied over years: what to hold in common, and reforms in futures.
final class StudyRoutes {
    private static final String INVEST = "/a/{alliance}/invest";
    private static final String LAB = "/a/{alliance}/lab";
    private static final int MOST_STEPS = 10_000;

    private final Routes routes;
    private final Shelf shelf;
    private final Studies studies;
    private final LongAnswers longAnswers;

    StudyRoutes(Routes routes, Shelf shelf, Studies studies, LongAnswers longAnswers) {
        this.studies = studies;
        this.routes = routes;
        this.shelf = shelf;
        this.longAnswers = longAnswers;
    }

    void all() {
        invest();
        lab();
    }

    private void invest() {
        routes.get(INVEST + ".json", ask -> Reply.json(InvestJson.write(answer(ask))));
        routes.get(INVEST + ".html", ask -> Reply.page(InvestPage.write(answer(ask))));
        for (String table : List.of("holdings", "chances", "frontier")) {
            routes.get(INVEST + "/" + table + ".csv", ask -> {
                Map<String, String> tables = InvestCsv.tables(answer(ask));
                String name = "invest-" + table + ".csv";
                return Reply.csv(
                        name,
                        Optional.ofNullable(tables.get(name))
                                .orElseThrow(() -> new Fault(
                                        Code.PARAMETER,
                                        "what is best at every price was not asked for. Add frontier=1")));
            });
        }
        routes.tables(INVEST, "invest", ask -> {
            Map<String, String> tables = InvestCsv.tables(answer(ask));
            return new Tables(tables.entrySet().stream()
                    .map(table -> Tables.Named.read(table.getKey().replaceAll("invest-|\\.csv", ""), table.getValue())
                            .numbersBut("candidate", "kind", "mission", "without"))
                    .toList());
        });
        routes.get(INVEST, ask -> {
            InvestAsked asked = asked(ask);
            return InvestPages.write(
                    asked, longAnswers.findInvest(asked), ask.query().number("step", 1, MOST_STEPS));
        });
        routes.post(INVEST, ask -> {
            ask.query().only();
            return Reply.see(longAnswers
                    .invest(InvestAsked.sent(Found.held(shelf, ask), ask.form()))
                    .address());
        });
    }

    private InvestAsked asked(Ask ask) {
        return InvestAsked.of(Found.held(shelf, ask), ask.query());
    }

    private InvestAnswer answer(Ask ask) {
        return LongAnswers.await(longAnswers.invest(asked(ask)), InvestAnswer.class);
    }

    private void lab() {
        routes.get(LAB + ".json", ask -> Reply.json(LabJson.write(study(ask))));
        routes.tables(
                LAB,
                "lab",
                ask -> Tables.of(Tables.Named.read("lab", LabCsv.write(study(ask)))
                        .numbersBut("reform", "measure", "unit", "money")));
        routes.get(LAB + ".html", ask -> Reply.page(LabPage.write(study(ask))));
        routes.get(LAB + "/discover.json", ask -> {
            LabAnswer answer = study(ask);
            return Reply.json(DiscoverJson.write(
                    LabAsked.discovery(answer, ask.query())
                            .orElseThrow(() -> new Fault(
                                    Code.PARAMETER, "say what is looked for: reform, and fails or beaten_by")),
                    answer.results().names(),
                    answer.hindcast()));
        });
        routes.get(LAB, ask -> {
            Held held = Found.held(shelf, ask);
            Optional<LabAsked> asked = LabAsked.of(held, studies, ask.query());
            return LabPages.write(held, studies, asked, asked.flatMap(this::begun), ask.query());
        });
        routes.post(LAB, ask -> {
            ask.query().only();
            return Reply.see(LabAsked.of(Found.held(shelf, ask), studies, ask.form())
                    .map(asked -> longAnswers.lab(asked).address())
                    .orElseThrow(StudyRoutes::nothingNamed));
        });
    }

    /// A study that is served is read at once; one that is run waits until somebody says so.
    private Optional<Job> begun(LabAsked asked) {
        return asked.served().isPresent() ? Optional.of(longAnswers.lab(asked)) : longAnswers.findLab(asked);
    }

    private LabAnswer study(Ask ask) {
        LabAsked asked =
                LabAsked.of(Found.held(shelf, ask), studies, ask.query()).orElseThrow(StudyRoutes::nothingNamed);
        return LongAnswers.await(longAnswers.lab(asked), LabAnswer.class);
    }

    private static Fault nothingNamed() {
        return new Fault(Code.PARAMETER, "name a study with study, or reforms to be run, as reforms=as-was");
    }
}
