package org.muster.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.muster.alliance.mission.Mission;
import org.muster.answer.JointAnswer;
import org.muster.answer.PlanAnswer;
import org.muster.input.Nearest;
import org.muster.input.Shown;
import org.muster.pledge.PledgeReport;
import org.muster.pledge.PledgeStory;
import org.muster.pledge.forecast.Forecasts;
import org.muster.pledge.known.Knowledge;
import org.muster.report.bill.WhoPaysSection;
import org.muster.report.burden.BurdenJson;
import org.muster.report.burden.BurdenTables;
import org.muster.report.folder.CheckReport;
import org.muster.report.folder.Listings;
import org.muster.report.lab.LabPage;
import org.muster.report.member.MemberAnswer;
import org.muster.report.member.MemberTables;
import org.muster.report.plan.PlanCsv;
import org.muster.report.plan.PlanJson;
import org.muster.report.plan.PlanPage;
import org.muster.report.pledge.PledgeCsv;
import org.muster.report.pledge.PledgeJson;
import org.muster.report.pledge.PledgePage;
import org.muster.report.pool.PoolTables;
import org.muster.report.together.JointJson;
import org.muster.report.together.JointPage;
import org.muster.report.together.JointTables;
import org.muster.report.write.Html;
import org.muster.report.write.Json;
import org.muster.report.write.Tables;
import org.muster.web.ask.Answers;
import org.muster.web.ask.Found;
import org.muster.web.ask.GameAsked;
import org.muster.web.ask.LongAnswers;
import org.muster.web.ask.Remedy;
import org.muster.web.ask.Tried;
import org.muster.web.http.Ask;
import org.muster.web.http.Code;
import org.muster.web.http.Fault;
import org.muster.web.http.Faults;
import org.muster.web.http.Query;
import org.muster.web.http.Reply;
import org.muster.web.job.Job;
import org.muster.web.job.Jobs;
import org.muster.web.page.AlliancePages;
import org.muster.web.page.Burdens;
import org.muster.web.page.Forks;
import org.muster.web.page.GamesPage;
import org.muster.web.page.LongPages;
import org.muster.web.page.MemberPages;
import org.muster.web.page.MissionRoom;
import org.muster.web.page.OwnRules;
import org.muster.web.page.Pledges;
import org.muster.web.page.PoolPages;
import org.muster.web.page.Switches;
import org.muster.web.page.WhyPages;
import org.muster.web.shelf.Held;
import org.muster.web.shelf.Shelf;
import org.muster.web.shelf.Studies;

/// Which address is answered by what: the table that `openapi.yaml` describes, and the only place that joins questions
/// and pages.
final class Routes {
    private static final String MISSION = "/a/{alliance}/missions/{mission}";

    /// An address and its answer.
    ///
    /// @param method GET, POST or DELETE
    /// @param path   with names in braces
    record Route(String method, String path, Function<Ask, Reply> answer) {}

    private final Shelf shelf;
    private final Jobs jobs;
    private final Answers answers = new Answers();
    private final LongAnswers longAnswers;
    private final List<Route> routes = new ArrayList<>();

    /// @param writes whether tables may be saved
    Routes(Shelf shelf, Studies studies, Jobs jobs, boolean writes) {
        this.shelf = shelf;
        this.jobs = jobs;
        this.longAnswers = new LongAnswers(jobs);
        program();
        folders();
        new TableRoutes(this, shelf, writes).all();
        missions();
        questionsOfOneRoom();
        new StudyRoutes(this, shelf, studies, longAnswers).all();
        new ApiRoutes(this, shelf, jobs, answers, longAnswers).all();
        games();
        jobs();
    }

    /// All of them: of two that fit an address, the earlier answers.
    List<Route> all() {
        return List.copyOf(routes);
    }

    void get(String path, Function<Ask, Reply> answer) {
        routes.add(new Route("GET", path, answer));
    }

    void post(String path, Function<Ask, Reply> answer) {
        routes.add(new Route("POST", path, answer));
    }

    void put(String path, Function<Ask, Reply> answer) {
        routes.add(new Route("PUT", path, answer));
    }

    void delete(String path, Function<Ask, Reply> answer) {
        routes.add(new Route("DELETE", path, answer));
    }

    private void program() {
        get("/", ask -> {
            ask.query().only();
            return AlliancePages.all(shelf.all());
        });
        get("/openapi.yaml", ask -> Reply.resource("application/yaml", Html.resource(Routes.class, "openapi.yaml")));
        get("/problem-codes.json", ask -> Faults.codes());
        Map.of("page.css", "text/css", "page.js", "text/javascript")
                .forEach((name, type) ->
                        get("/assets/" + name, ask -> Reply.resource(type, Html.resource(Html.class, name))));
        get("/assets/lab.css", ask -> Reply.resource("text/css", LabPage.CSS));
        Map.of("room.css", "text/css", "room.js", "text/javascript")
                .forEach((name, type) ->
                        get("/assets/" + name, ask -> Reply.resource(type, Html.resource(Routes.class, name))));
    }

    /// The tables of a view by their endings: as CSV the first of them or the one that `table` names, and all of them
    /// as a workbook.
    ///
    /// @param path of the view
    /// @param name of the files that are kept
    void tables(String path, String name, Function<Ask, Tables> view) {
        get(
                path + ".xlsx",
                ask -> Reply.workbook(name + ".xlsx", view.apply(ask).workbook()));
        get(path + ".csv", ask -> {
            Ask asked = new Ask(
                    ask.path(), ask.query().with("table", List.of()), ask.form(), ask.file(), ask.json(), ask.seen());
            Tables tables = view.apply(asked);
            String wanted = ask.query().one("table").orElse(tables.names().getFirst());
            String csv = tables.csv().get(wanted);
            if (csv == null) {
                throw new Fault(
                        Code.NOT_KNOWN,
                        "there is no table \"" + Shown.plain(wanted) + "\" here. "
                                + Nearest.adviceWithAll(wanted, tables.names()));
            }
            return Reply.csv(ask.query().one("table").isPresent() ? name + "-" + wanted + ".csv" : name + ".csv", csv);
        });
    }

    void folder(String path, Function<Held, Reply> answer) {
        get(path, ask -> {
            ask.query().only();
            return answer.apply(Found.held(shelf, ask));
        });
    }

    private void folders() {
        folder("/a/{alliance}.json", held -> AlliancePages.listing(held, Optional.empty()));
        folder("/a/{alliance}", held -> AlliancePages.one(held, answers));
        folder("/a/{alliance}/state.json", AlliancePages::state);
        folder("/a/{alliance}/problems.json", held -> Reply.json(CheckReport.json(held.folder(), held.reading())));
        folder("/a/{alliance}/problems", AlliancePages::problems);
        Listings.KINDS.stream()
                .filter(kind -> !kind.equals("missions"))
                .forEach(kind -> folder(
                        "/a/{alliance}/" + kind + ".json", held -> AlliancePages.listing(held, Optional.of(kind))));
        folder("/a/{alliance}/members", MemberPages::all);
        tables("/a/{alliance}/pools", "pools", ask -> {
            ask.query().only();
            Held held = Found.held(shelf, ask);
            return PoolTables.of(held.alliance(), plans(held));
        });
        folder("/a/{alliance}/pools.html", held -> PoolPages.page(held, plans(held)));
        folder("/a/{alliance}/pools", held -> PoolPages.write(held, plans(held)));
        String member = "/a/{alliance}/members/{member}";
        tables(member, "member", ask -> MemberTables.of(member(ask)));
        get(member + ".json", ask -> Reply.json(MemberTables.json(member(ask))));
        get(member + ".html", ask -> MemberPages.page(Found.held(shelf, ask), member(ask)));
        get(member, ask -> MemberPages.one(Found.held(shelf, ask), member(ask)));
    }

    private MemberAnswer member(Ask ask) {
        ask.query().only();
        Held held = Found.held(shelf, ask);
        return answers.member(held, Found.member(held, ask));
    }

    /// The plans of all missions, each made alone.
    private List<PlanAnswer> plans(Held held) {
        return held.alliance().missions().stream()
                .map(mission -> answers.plan(held, mission))
                .toList();
    }

    private void missions() {
        get("/a/{alliance}/missions.json", ask -> {
            Held held = Found.held(shelf, ask);
            List<Mission> missions = several(held, ask);
            return missions.isEmpty()
                    ? AlliancePages.listing(held, Optional.of("missions"))
                    : Reply.json(JointJson.write(together(held, missions)));
        });
        tables("/a/{alliance}/missions", "missions", ask -> {
            Held held = Found.held(shelf, ask);
            return JointTables.of(together(held, several(held, ask)));
        });
        get("/a/{alliance}/missions.html", ask -> {
            Held held = Found.held(shelf, ask);
            return Reply.page(JointPage.write(together(held, several(held, ask))));
        });
        get("/a/{alliance}/missions", ask -> {
            Held held = Found.held(shelf, ask);
            List<Mission> missions = several(held, ask);
            if (missions.size() == 1) {
                return Reply.see("/a/" + Query.encoded(held.id()) + "/missions/"
                        + Query.encoded(missions.getFirst().id()));
            }
            return AlliancePages.together(held, together(held, missions), ask.query());
        });
        get(MISSION + ".json", ask -> Reply.json(PlanJson.write(plan(ask))));
        get(MISSION + ".html", ask -> Reply.page(PlanPage.write(plan(ask))));
        for (String table : List.of("assignments.csv", "gaps.csv", "bill.csv", "who_pays.csv")) {
            get(
                    MISSION + "/" + table,
                    ask -> Reply.csv(
                            table, String.valueOf(PlanCsv.tables(plan(ask)).get(table))));
        }
        tables(MISSION, "plan", ask -> PlanCsv.all(plan(ask)));
        get(MISSION, ask -> {
            Tried tried = Tried.beside(shelf, ask, answers, "what", "field", "value");
            Optional<String> moved = Switches.set(tried, ask.query());
            if (moved.isPresent()) {
                return Reply.see(moved.get());
            }
            List<Remedy> remedies = longAnswers.found(tried);
            PlanAnswer answer = answers.plan(tried);
            String whoPays = answers.once(
                    tried.key("who pays"),
                    String.class,
                    text -> true,
                    () -> WhoPaysSection.served(answer, (rule, member) -> WhyPages.at(tried, "/why", rule, member)));
            return MissionRoom.write(tried, answer, answers.plan(tried.held(), tried.inFolder()), remedies, whoPays);
        });
        get(MISSION + "/why.json", ask -> {
            Tried tried = Tried.beside(shelf, ask, answers, "rule", "member");
            return Reply.json(Json.text(WhyPages.tree(answers.plan(tried), ask.query())));
        });
        get(MISSION + "/why", ask -> {
            Tried tried = Tried.beside(shelf, ask, answers, "rule", "member");
            return WhyPages.write(tried, answers.plan(tried), ask.query());
        });
        get(MISSION + "/forks.txt", ask -> Reply.resource("text/plain", Forks.lines(forks(ask), answers)));
        get(MISSION + "/forks", ask -> Forks.write(forks(ask), answers));
        share();
        whyNot();
    }

    private List<Tried> forks(Ask ask) {
        Held held = Found.held(shelf, ask);
        return Forks.queries(ask).stream()
                .map(query -> Tried.of(held, ask.named("mission"), query, answers))
                .toList();
    }

    private PlanAnswer plan(Ask ask) {
        return answers.plan(Tried.of(shelf, ask, answers));
    }

    private static List<Mission> several(Held held, Ask ask) {
        return ask.query().only("m").all("m").stream()
                .map(id -> Found.mission(held, id))
                .toList();
    }

    private JointAnswer together(Held held, List<Mission> missions) {
        if (missions.size() < 2) {
            throw new Fault(Code.PARAMETER, "name two missions or more, as m=" + firstMission(held) + "&m=ANOTHER");
        }
        return answers.together(held, missions);
    }

    private static String firstMission(Held held) {
        return held.alliance().missions().stream().map(Mission::id).findFirst().orElse("ONE");
    }

    private void share() {
        get(
                MISSION + "/share.json",
                ask -> Reply.json(
                        LongAnswers.await(longAnswers.share(Tried.of(shelf, ask, answers)), LongAnswers.Shared.class)
                                .json()));
        get(
                MISSION + "/share.html",
                ask -> Reply.page(
                        LongAnswers.await(longAnswers.share(Tried.of(shelf, ask, answers)), LongAnswers.Shared.class)
                                .page()));
        tables(
                MISSION + "/share",
                "share",
                ask -> LongAnswers.await(longAnswers.share(Tried.of(shelf, ask, answers)), LongAnswers.Shared.class)
                        .tables());
        get(MISSION + "/share", ask -> {
            Tried tried = Tried.beside(shelf, ask, answers, "rules");
            Optional<String> moved = OwnRules.tried(tried, ask.query());
            return moved.isPresent() ? Reply.see(moved.get()) : LongPages.share(tried, longAnswers.findShare(tried));
        });
        post(
                MISSION + "/share",
                ask -> Reply.see(
                        longAnswers.share(Tried.of(shelf, ask, answers)).address()));
    }

    private void whyNot() {
        get(
                MISSION + "/why-not.json",
                ask -> Reply.json(LongAnswers.await(
                                longAnswers.whyNot(
                                        Tried.beside(shelf, ask, answers, "about"),
                                        ask.query().one("about")),
                                LongAnswers.InTheWay.class)
                        .json()));
        get(MISSION + "/why-not", ask -> {
            Tried tried = Tried.beside(shelf, ask, answers, "about");
            Optional<String> about = ask.query().one("about");
            return LongPages.whyNot(tried, about, longAnswers.findWhyNot(tried, about));
        });
        post(
                MISSION + "/why-not",
                ask -> Reply.see(longAnswers
                        .whyNot(
                                Tried.of(shelf, ask, answers),
                                ask.form().only("about").one("about"))
                        .address()));
    }

    private void questionsOfOneRoom() {
        get("/a/{alliance}/pledge.json", ask -> Reply.json(PledgeJson.write(pledge(ask), Optional.empty())));
        tables("/a/{alliance}/pledge", "pledge", ask -> PledgeCsv.all(pledge(ask)));
        get("/a/{alliance}/pledge.html", ask -> {
            Pledges.Asked asked = Pledges.Asked.of(Found.held(shelf, ask), ask);
            PledgeReport report = asked.report(answers);
            return Reply.page(answers.once(
                    "pledge page " + asked.held().version() + " "
                            + asked.query().text(),
                    String.class,
                    page -> true,
                    () -> PledgePage.write(PledgeStory.of(
                            report, Knowledge.Replacement.STAND_INS, Forecasts.Settings.USUAL_PATHS, Pledges.SEED))));
        });
        get("/a/{alliance}/pledge", ask -> {
            Pledges.Asked asked = Pledges.Asked.of(Found.held(shelf, ask), ask).shown();
            return Pledges.write(asked, asked.report(answers));
        });
        get("/a/{alliance}/burden.json", ask -> {
            Burdens.Asked asked = Burdens.Asked.of(Found.held(shelf, ask), ask);
            return Reply.json(BurdenJson.write(asked.held().alliance(), asked.report(answers)));
        });
        tables(
                "/a/{alliance}/burden",
                "burden",
                ask -> BurdenTables.of(
                        Burdens.Asked.of(Found.held(shelf, ask), ask).report(answers)));
        get("/a/{alliance}/burden.html", ask -> {
            Burdens.Asked asked = Burdens.Asked.of(Found.held(shelf, ask), ask);
            return Burdens.page(asked, asked.report(answers));
        });
        get("/a/{alliance}/burden", ask -> {
            Burdens.Asked asked = Burdens.Asked.of(Found.held(shelf, ask), ask);
            return Burdens.write(asked, asked.report(answers));
        });
    }

    private PledgeReport pledge(Ask ask) {
        return Pledges.Asked.of(Found.held(shelf, ask), ask).report(answers);
    }

    private GameAsked.Solved solved(GameAsked asked) {
        return answers.once("game " + asked, GameAsked.Solved.class, found -> true, asked::solve);
    }

    private void games() {
        get("/games.json", ask -> {
            GameAsked asked =
                    GameAsked.of(ask.query()).orElseThrow(() -> new Fault(Code.PARAMETER, "give a game, as game=JSON"));
            return ApiRoutes.solved(solved(asked));
        });
        get("/games", ask -> {
            Optional<GameAsked> asked = GameAsked.of(ask.query());
            return GamesPage.write(asked, asked.map(this::solved));
        });
        post("/games", ask -> {
            ask.query().only();
            Optional<GameAsked> asked = GameAsked.of(ask.form());
            return asked.flatMap(GameAsked::query)
                    .map(query -> Reply.see("/games" + query.text()))
                    .orElseGet(() -> GamesPage.write(asked, asked.map(this::solved)));
        });
    }

    private Job job(Ask ask) {
        ask.query().only();
        return Found.job(jobs, ask);
    }

    private void jobs() {
        get("/jobs/{job}.json", ask -> Reply.json(Json.text(ApiRoutes.state(job(ask)))));
        get("/jobs/{job}", ask -> Reply.see(job(ask).address()));
        post("/jobs/{job}/stop", ask -> {
            Job job = job(ask);
            job.stop();
            return Reply.see(job.address());
        });
    }
}
