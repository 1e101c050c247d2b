package org.muster.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.muster.alliance.key.Key;
import org.muster.alliance.mission.Mission;
import org.muster.input.Shown;
import org.muster.report.burden.BurdenJson;
import org.muster.report.folder.CheckReport;
import org.muster.report.plan.PlanJson;
import org.muster.report.pledge.PledgeJson;
import org.muster.report.together.JointJson;
import org.muster.report.write.Json;
import org.muster.web.ask.Answers;
import org.muster.web.ask.Found;
import org.muster.web.ask.GameAsked;
import org.muster.web.ask.LongAnswers;
import org.muster.web.ask.Tried;
import org.muster.web.ask.VariantAsked;
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
import org.muster.web.page.Pledges;
import org.muster.web.shelf.Held;
import org.muster.web.shelf.Shelf;

/// The same answers for programs: questions as JSON, answers as the commands print them.
final class ApiRoutes {
    private static final String API = "/api/v1";
    private static final String ALLIANCE = API + "/alliances/{alliance}";
    private static final String[] VARIANT = {
        "must", "mustNot", "free", "off", "set", "waiver", "known_at", "seconds", "revision"
    };

    private final Routes routes;
    private final Shelf shelf;
    private final Jobs jobs;
    private final Answers answers;
    private final LongAnswers longAnswers;

    ApiRoutes(Routes routes, Shelf shelf, Jobs jobs, Answers answers, LongAnswers longAnswers) {
        this.routes = routes;
        this.shelf = shelf;
        this.jobs = jobs;
        this.answers = answers;
        this.longAnswers = longAnswers;
    }

    void all() {
        routes.get(API + "/problem-codes", ask -> Faults.codes());
        routes.get(API + "/alliances", ask -> {
            ask.query().only();
            return alliances();
        });
        folder("", held -> AlliancePages.listing(held, Optional.empty()));
        for (String kind : List.of("members", "pools", "missions")) {
            folder("/" + kind, held -> AlliancePages.listing(held, Optional.of(kind)));
        }
        folder("/problems", held -> Reply.json(CheckReport.json(held.folder(), held.reading())));
        folder("/keys", ApiRoutes::keys);
        routes.get(ALLIANCE + "/pledge", ask -> {
            Pledges.Asked asked = Pledges.Asked.of(Found.held(shelf, ask), ask);
            return Reply.json(PledgeJson.write(asked.report(answers), Optional.empty()));
        });
        routes.get(ALLIANCE + "/burden", ask -> {
            Burdens.Asked asked = Burdens.Asked.of(Found.held(shelf, ask), ask);
            return Reply.json(BurdenJson.write(asked.held().alliance(), asked.report(answers)));
        });
        questions();
        jobs();
    }

    private void folder(String path, Function<Held, Reply> answer) {
        routes.get(ALLIANCE + path, ask -> {
            ask.query().only();
            return answer.apply(Found.held(shelf, ask));
        });
    }

    private Reply alliances() {
        ObjectNode root = Json.object();
        ArrayNode all = root.putArray("alliances");
        shelf.all()
                .forEach(held -> all.addObject()
                        .put("id", held.id())
                        .put("title", held.alliance().title())
                        .put("currency", held.alliance().currency())
                        .put("revision", held.revision())
                        .put("problems", held.reading().problems().size()));
        return Reply.json(Json.text(root));
    }

    /// Shares as decimal strings, since they are exact.
    private static Reply keys(Held held) {
        ObjectNode root = Json.object();
        ArrayNode all = root.putArray("keys");
        for (Key key : held.alliance().keys()) {
            ObjectNode node = all.addObject();
            node.put("id", key.id())
                    .put("title", key.title())
                    .put("validFrom", key.validFrom().toString());
            ObjectNode shares = node.putObject("percent");
            key.shares().forEach((member, percent) -> shares.put(member, percent.toPlainString()));
        }
        return Reply.json(Json.text(root));
    }

    private void questions() {
        String mission = ALLIANCE + "/missions/{mission}";
        routes.post(mission + "/plan", ask -> Reply.json(PlanJson.write(answers.plan(tried(ask)))));
        routes.post(mission + "/share", ask -> {
            Job job = longAnswers.share(tried(ask));
            return Reply.json(LongAnswers.await(job, LongAnswers.Shared.class).json());
        });
        routes.post(mission + "/why-not", ask -> {
            Tried tried = tried(ask, "about");
            Job job = longAnswers.whyNot(
                    tried, VariantAsked.sent(ask, named("about")).text("about"));
            return Reply.json(LongAnswers.await(job, LongAnswers.InTheWay.class).json());
        });
        routes.post(ALLIANCE + "/plan", ask -> {
            Held held = Found.held(shelf, ask);
            List<Mission> missions = VariantAsked.sent(ask, "missions", "revision").of(held).texts("missions").stream()
                    .distinct()
                    .map(id -> Found.mission(held, id))
                    .toList();
            if (missions.size() < 2) {
                throw new Fault(Code.PARAMETER, "name two missions or more, as {\"missions\": [\"ONE\", \"ANOTHER\"]}");
            }
            return Reply.json(JointJson.write(answers.together(held, missions)));
        });
        routes.post(API + "/games/solve", ask -> {
            VariantAsked sent = VariantAsked.sent(ask, "game", "concepts");
            GameAsked asked = new GameAsked(Json.compact(sent.root().path("game")), sent.texts("concepts"));
            return solved(answers.once("game " + asked, GameAsked.Solved.class, found -> true, asked::solve));
        });
    }

    /// The JSON of games that were solved.
    ///
    /// @throws Fault with what is wrong with the game
    static Reply solved(GameAsked.Solved found) {
        if (!found.problems().isEmpty()) {
            throw Fault.at(Code.REFUSED, found.problems(), "the game cannot be read");
        }
        return Reply.json(String.join("\n", found.lines()) + "\n");
    }

    private static String[] named(String... more) {
        String[] names = java.util.Arrays.copyOf(VARIANT, VARIANT.length + more.length);
        System.arraycopy(more, 0, names, VARIANT.length, more.length);
        return names;
    }

    private Tried tried(Ask ask, String... more) {
        Held held = Found.held(shelf, ask);
        Query query = VariantAsked.sent(ask, named(more)).of(held).query();
        return Tried.of(held, ask.named("mission"), query, answers);
    }

    private void jobs() {
        routes.post(API + "/jobs", ask -> {
            VariantAsked sent = VariantAsked.sent(ask, named("alliance", "mission", "question", "about"));
            String id = sent.text("alliance").orElse("");
            Held held = shelf.find(id)
                    .orElseThrow(() -> new Fault(
                            Code.NOT_KNOWN,
                            "alliance \"" + Shown.plain(id) + "\" is not served. There are "
                                    + String.join(", ", shelf.ids())));
            Tried tried = Tried.of(
                    held, sent.text("mission").orElse(""), sent.of(held).query(), answers);
            Job job = switch (sent.text("question").orElse("")) {
                case "share" -> longAnswers.share(tried);
                case "why-not" -> longAnswers.whyNot(tried, sent.text("about"));
                default -> throw new Fault(Code.PARAMETER, "\"question\" is \"share\" or \"why-not\"");
            };
            return new Reply(
                    202,
                    "application/json; charset=utf-8",
                    Json.text(state(job)),
                    java.util.Map.of("Location", API + "/jobs/" + job.id()));
        });
        routes.get(API + "/jobs/{job}", ask -> Reply.json(Json.text(state(job(ask)))));
        routes.delete(API + "/jobs/{job}", ask -> {
            Job job = job(ask);
            if (job.state().isOver()) {
                throw new Fault(Code.CONFLICT, "the job is " + job.state().word() + " already");
            }
            job.stop();
            return Reply.json(Json.text(state(job)));
        });
    }

    private Job job(Ask ask) {
        ask.query().only();
        return Found.job(jobs, ask);
    }

    /// Where a job stands.
    static ObjectNode state(Job job) {
        return Json.object()
                .put("job", job.id())
                .put("title", job.title())
                .put("address", job.address())
                .put("state", job.state().word())
                .put("words", job.words());
    }
}
