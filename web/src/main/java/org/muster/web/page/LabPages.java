package org.muster.web.page;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.muster.alliance.lab.Measure;
import org.muster.alliance.lab.Reform;
import org.muster.input.Counted;
import org.muster.lab.analysis.Discovery;
import org.muster.lab.analysis.LabAnswer;
import org.muster.lab.run.Stack;
import org.muster.report.lab.LabPage;
import org.muster.report.lab.LabText;
import org.muster.report.write.Screen;
import org.muster.web.ask.LabAsked;
import org.muster.web.http.Query;
import org.muster.web.http.Reply;
import org.muster.web.job.Job;
import org.muster.web.shelf.Held;
import org.muster.web.shelf.Studies;

/// The lab: studies that are served, small ones that are run here, and in which futures a reform fails.
public final class LabPages {
    /// Wider than any line: text that the page breaks.
    private static final Screen UNBROKEN = new Screen(1_000_000, false);

    private final Held held;
    private final Markup page = new Markup();

    private LabPages(Held held) {
        this.held = held;
    }

    /// The page.
    ///
    /// @param asked a study, before, while or after it is worked out; empty where none is named
    /// @param query of the address: it may ask for what is to be discovered
    public static Reply write(Held held, Studies studies, Optional<LabAsked> asked, Optional<Job> job, Query query) {
        return new LabPages(held).reply(studies, asked, job, query);
    }

    private String at() {
        return Frame.address(held) + "/lab";
    }

    private Reply reply(Studies studies, Optional<LabAsked> asked, Optional<Job> job, Query query) {
        Frame frame = Frame.of(held, "Lab").under(at(), "Lab").style("lab.css");
        Optional<LabAnswer> found = job.flatMap(Job::answer).map(LabAnswer.class::cast);
        if (asked.isPresent()) {
            frame.under(asked.get().address(""), asked.get().title());
        }
        if (found.isPresent()) {
            page.raw(LabPage.body(found.get()));
            discover(asked.orElseThrow(), found.get(), query);
            frame.form(asked.get().address(".json"), "JSON")
                    .form(asked.get().address(".csv"), "CSV")
                    .form(asked.get().address(".xlsx"), "Excel")
                    .form(asked.get().address(".html"), "one page to send");
            command(frame, asked.get());
        } else {
            page.element("h1", asked.map(LabAsked::title).orElse("Lab: which reform, in which futures"));
            if (asked.isPresent() && !LongPages.isWorkedOut(page, job)) {
                begin(asked.get().query());
            }
        }
        served(studies);
        run(asked.map(LabAsked::query).orElse(Query.NONE));
        return frame.around(page);
    }

    private void command(Frame frame, LabAsked asked) {
        asked.served()
                .ifPresentOrElse(
                        study -> frame.command("muster lab compare " + study.folder()),
                        () -> frame.command("muster lab run " + Frame.folder(held) + " --reforms "
                                + String.join(",", asked.query().all("reforms")) + " --futures "
                                + asked.question().orElseThrow().futures() + " --seed "
                                + asked.question().orElseThrow().seed()
                                + " --out STUDY, then muster lab compare STUDY"));
    }

    private void begin(Query query) {
        page.open("form", "method", "post", "action", at());
        Switches.hidden(page, query, List.of());
        page.element("button", "Work it out").close("form");
    }

    private void served(Studies studies) {
        List<Studies.Study> all = studies.of(held);
        page.element("h2", "Studies that are open");
        if (all.isEmpty()) {
            page.element(
                    "p",
                    "None. Start the server with --study FOLDER to open what \"muster lab run\" has kept.",
                    "class",
                    "hint");
            return;
        }
        page.open("ul");
        all.forEach(study -> page.open("li")
                .link(at() + "?study=" + Query.encoded(study.name()), study.name())
                .close("li"));
        page.close("ul");
    }

    /// Reforms may stand in one another's company: what is typed beside the boxes.
    private void run(Query query) {
        if (held.alliance().lab().futures().isEmpty()) {
            return;
        }
        page.element("h2", "Run a small one here").open("form", "method", "post", "action", at(), "class", "fields");
        List<String> chosen = query.all("reforms");
        box(Stack.AS_WAS, "as it was", chosen);
        held.alliance().lab().reforms().stream()
                .filter(reform -> !reform.id().equals(Stack.AS_WAS))
                .forEach(reform -> box(reform.id(), reform.title(), chosen));
        List<String> typed =
                chosen.stream().filter(name -> name.contains(Reform.STACKED)).toList();
        field("Together, as bigger-pool+common-fund", "reforms", String.join(",", typed), "");
        field(
                "Futures, at most " + LabAsked.MOST_FUTURES,
                "futures",
                query.one("futures").orElse(""),
                "50");
        field("Seed of all draws", "seed", query.one("seed").orElse(""), "1");
        page.open("p").element("button", "Run it").close("p").close("form");
    }

    private void box(String name, String title, List<String> chosen) {
        page.open("p").open("label");
        if (chosen.contains(name)) {
            page.open("input", "type", "checkbox", "name", "reforms", "value", name, "checked", "");
        } else {
            page.open("input", "type", "checkbox", "name", "reforms", "value", name);
        }
        page.text(" " + title).close("label").close("p");
    }

    private void field(String label, String name, String value, String usual) {
        page.open("label")
                .text(label + " ")
                .open("input", "name", name, "value", value, "placeholder", usual)
                .close("label");
    }

    private void discover(LabAsked asked, LabAnswer answer, Query query) {
        page.open("section", "id", "discover").element("h2", "In which futures does a reform fail?");
        Optional<Discovery> found = LabAsked.discovery(answer, query);
        found.ifPresent(box -> {
            LabText.box(box, answer.results().names(), UNBROKEN)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .forEach(line -> page.element("p", line.strip()));
            page.element("h3", LabText.TREE)
                    .raw(LabText.leaves(box, answer.results().names()).html());
            page.open("p").link(asked.discovered(query), "JSON of the box").close("p");
        });
        page.open("form", "method", "get", "action", at() + "#discover", "class", "row");
        Switches.hidden(page, asked.query(), List.of("reform", "fails", "beaten_by"));
        page.open("label").text("Reform ").open("select", "name", "reform");
        answer.results()
                .reforms()
                .forEach(name -> option(name, query.one("reform").orElse("")));
        page.close("select").close("label").raw(" ");
        page.open("label").text("fails when ");
        page.open(
                        "input",
                        "name",
                        "fails",
                        "placeholder",
                        "failed>3",
                        "value",
                        query.one("fails").orElse(""))
                .close("label")
                .raw(" ");
        page.open("label").text("or is beaten by ").open("select", "name", "beaten_by");
        page.element("option", "", "value", "");
        answer.results()
                .reforms()
                .forEach(name -> option(name, query.one("beaten_by").orElse("")));
        page.close("select")
                .close("label")
                .raw(" ")
                .element("button", "Look for a box")
                .close("form");
        page.element(
                "p",
                "Measures: "
                        + String.join(
                                ", ",
                                Arrays.stream(Measure.values())
                                        .map(Measure::word)
                                        .toList())
                        + ". " + Counted.of(answer.results().futures().size(), "futures") + "; a box takes 20.",
                "class",
                "hint");
        page.close("section");
    }

    private void option(String name, String chosen) {
        if (name.equals(chosen)) {
            page.element("option", name, "value", name, "selected", "");
        } else {
            page.element("option", name, "value", name);
        }
    }
}
