package org.muster.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muster.invest.InvestAnswer;
import org.muster.report.invest.InvestCsv;
import org.muster.report.invest.InvestJson;
import org.muster.report.invest.InvestPage;
import org.muster.web.ask.Found;
import org.muster.web.ask.InvestAsked;
import org.muster.web.ask.LongAnswers;
import org.muster.web.http.Ask;
import org.muster.web.http.Code;
import org.muster.web.http.Fault;
import org.muster.web.http.Reply;
import org.muster.web.page.InvestPages;
import org.muster.web.shelf.Shelf;

/// The addresses of what is studied over years: what to hold in common.
final class StudyRoutes {
    private static final String INVEST = "/a/{alliance}/invest";
    private static final int MOST_STEPS = 10_000;

    private final Routes routes;
    private final Shelf shelf;
    private final LongAnswers longAnswers;

    StudyRoutes(Routes routes, Shelf shelf, LongAnswers longAnswers) {
        this.routes = routes;
        this.shelf = shelf;
        this.longAnswers = longAnswers;
    }

    void invest() {
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
}
