package org.muster.web.page;

import java.util.Optional;
import org.muster.web.ask.LongAnswers;
import org.muster.web.ask.Tried;
import org.muster.web.http.Fault;
import org.muster.web.http.Faults;
import org.muster.web.http.Query;
import org.muster.web.http.Reply;
import org.muster.web.job.Job;

/// Pages whose answers are jobs: before, while and after they are worked out, at one address.
public final class LongPages {
    private LongPages() {}

    /// Who pays, with who can be spared and who gains.
    public static Reply share(Tried tried, Optional<Job> job) {
        Frame frame = frame(tried, "Who pays for ", "/share", "Who pays");
        Optional<LongAnswers.Shared> found = job.flatMap(Job::answer).map(LongAnswers.Shared.class::cast);
        Markup page = new Markup();
        if (found.isEmpty()) {
            page.element("h1", "Who pays for " + tried.mission().title());
            open(page, job, tried.address("/share"), "Share the bill under every rule", Optional.empty());
            OwnRules.write(page, tried);
            return frame.around(page);
        }
        LongAnswers.Shared shared = found.get();
        page.element("h1", "Who pays for " + tried.mission().title());
        Answered.verdict(page, shared.status(), shared.verdict());
        page.open("section", "id", "who-pays")
                .element("h2", "Who pays")
                .raw(shared.whoPays())
                .close("section")
                .raw(shared.spared());
        OwnRules.write(page, tried);
        frame.form(tried.address("/share.json"), "JSON")
                .form(tried.address("/share.csv"), "CSV")
                .form(tried.address("/share.xlsx"), "Excel")
                .form(tried.address("/share.html"), "one page to send");
        if (tried.isPlain()) {
            frame.command("muster share " + Frame.folder(tried.held()) + " "
                    + tried.inFolder().id() + " --full");
        }
        return frame.script("page.js").around(page);
    }

    /// What stands in the way.
    public static Reply whyNot(Tried tried, Optional<String> about, Optional<Job> job) {
        Frame frame = frame(tried, "Why not: ", "/why-not", "Why not");
        Markup page = new Markup();
        String what = about.orElse("the mission as a whole");
        page.element("h1", "What stands in the way of " + tried.mission().title())
                .element("p", "Asked about " + what + ".", "class", "where");
        Optional<LongAnswers.InTheWay> found = job.flatMap(Job::answer).map(LongAnswers.InTheWay.class::cast);
        if (found.isEmpty()) {
            open(page, job, tried.address("/why-not"), "Ask why", about);
            return frame.around(page);
        }
        lines(page, tried, found.get());
        String json = tried.address("/why-not.json");
        frame.form(
                json
                        + about.map(word -> (json.contains("?") ? "&" : "?") + "about=" + Query.encoded(word))
                                .orElse(""),
                "JSON");
        if (tried.isPlain()) {
            frame.command("muster why-not " + Frame.folder(tried.held()) + " "
                    + tried.inFolder().id() + about.map(word -> " " + word).orElse("") + " --full");
        }
        return frame.around(page);
    }

    /// The first line is the verdict; lines that begin with a dash belong to the one before them.
    private static void lines(Markup page, Tried tried, LongAnswers.InTheWay found) {
        boolean first = true;
        boolean listing = false;
        for (String line : found.text().split("\n", -1)) {
            boolean item = line.startsWith("- ");
            if (listing && !item) {
                page.close("ul");
            } else if (!listing && item) {
                page.open("ul");
            }
            listing = item;
            if (item) {
                page.element("li", line.substring(2));
            } else if (first) {
                int colon = line.indexOf(": ");
                Answered.verdict(page, found.status(), colon < 0 ? line : line.substring(colon + 2));
                page.raw(Switches.remedies(tried, found.tries()));
                first = false;
            } else if (!line.isBlank()) {
                page.element("p", line);
            }
        }
        if (listing) {
            page.close("ul");
        }
    }

    private static Frame frame(Tried tried, String title, String what, String step) {
        return Frame.of(tried.held(), title + tried.mission().title())
                .under(tried.address(), tried.mission().title())
                .under(tried.address(what), step);
    }

    /// A job that is not done: what it is at, or how to begin.
    private static void open(Markup page, Optional<Job> job, String address, String button, Optional<String> about) {
        if (isWorkedOut(page, job)) {
            return;
        }
        page.open("form", "method", "post", "action", address);
        about.ifPresent(word -> page.open("input", "type", "hidden", "name", "about", "value", word));
        page.element("p", "This is worked out on request; it takes some seconds, or a minute for a large mission.")
                .element("button", button)
                .close("form");
    }

    /// Says where a job without an answer stands.
    ///
    /// @return whether it is being worked out
    static boolean isWorkedOut(Markup page, Optional<Job> job) {
        if (job.isPresent() && !job.get().state().isOver()) {
            running(page, job.get());
            return true;
        }
        job.flatMap(Job::failure).ifPresent(thrown -> {
            Fault fault = Faults.of(thrown);
            page.element("p", fault.sentence(), "class", "verdict refused", "role", "alert");
            fault.findings().forEach(line -> page.element("p", line));
        });
        if (job.isPresent() && job.get().state() == Job.State.STOPPED) {
            page.element("p", "Stopped: there is no answer.", "class", "notice", "role", "status");
        }
        return false;
    }

    private static void running(Markup page, Job job) {
        String address = "/jobs/" + job.id();
        page.open(
                        "div",
                        "class",
                        "job",
                        "id",
                        "job",
                        "data-events",
                        address + "/events",
                        "role",
                        "status",
                        "aria-live",
                        "polite")
                .open("p")
                .element("strong", job.state().word(), "id", "job-state")
                .text(": ")
                .element("span", job.words(), "id", "job-words")
                .close("p")
                .open("progress", "aria-label", job.title())
                .close("progress")
                .open("form", "method", "post", "action", address + "/stop")
                .element("button", "Stop")
                .close("form")
                .element("p", "You may leave and come back: the work goes on. Without scripts, load this page again.")
                .close("div");
    }
}
