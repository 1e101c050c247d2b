package org.muster.web.ask;

import java.util.List;
import java.util.Optional;
import org.muster.alliance.Alliance;
import org.muster.answer.ShareAnswer;
import org.muster.answer.WhyNotQuestion;
import org.muster.invest.Invest;
import org.muster.plan.whynot.WhyNot;
import org.muster.report.bill.SpareSection;
import org.muster.report.bill.WhoPaysSection;
import org.muster.report.plan.PlanPage;
import org.muster.report.plan.ProgressWords;
import org.muster.report.share.ShareJson;
import org.muster.report.share.ShareTables;
import org.muster.report.whynot.WhyNotJson;
import org.muster.report.whynot.WhyNotText;
import org.muster.report.write.Screen;
import org.muster.report.write.Tables;
import org.muster.share.rule.Rules;
import org.muster.solve.Deadline;
import org.muster.solve.SolveOptions;
import org.muster.web.http.Code;
import org.muster.web.http.Fault;
import org.muster.web.http.Query;
import org.muster.web.job.Job;
import org.muster.web.job.Jobs;

/// Answers that take longer than anybody waits for a page, each a job. What is kept of one is what is shown of it: the
/// tables behind a shared bill may be large.
public final class LongAnswers {
    /// Wider than any line: text that the page breaks.
    private static final Screen UNBROKEN = new Screen(1_000_000, false);
    private static final long MILLIS = 600_000;

    private final Jobs jobs;

    public LongAnswers(Jobs jobs) {
        this.jobs = jobs;
    }

    /// A shared bill as it is shown.
    ///
    /// @param verdict what the plan comes to, with how sure that is
    /// @param status  the plan's, as a word
    /// @param json    as the command prints it
    /// @param page    as the command exports it
    /// @param whoPays the section of a page
    /// @param spared  the sections on who can be spared and who gains
    /// @param tables  for spreadsheets
    public record Shared(
            String verdict, String status, String json, String page, String whoPays, String spared, Tables tables) {}

    /// What stands in the way, as it is shown.
    ///
    /// @param json as the command prints it
    /// @param text a line a sentence, blank lines between parts
    /// @param tries changes that can be tried
    public record InTheWay(String status, String json, String text, List<Remedy> tries) {
        public InTheWay {
            tries = List.copyOf(tries);
        }
    }

    private static String shareKey(Tried tried) {
        return tried.key("share");
    }

    /// Shares a bill, or finds the job that does.
    public Job share(Tried tried) {
        Alliance alliance = tried.alliance();
        return jobs.start(shareKey(tried), "Who pays for " + tried.mission().title(), tried.address("/share"), job -> {
            ShareAnswer share = ShareAnswer.of(
                    alliance,
                    tried.mission(),
                    Rules.of(alliance.sharing()),
                    Optional.empty(),
                    options(job, alliance, tried.seconds()),
                    job);
            return new Shared(
                    share.plan().plan().reason() + " \u00b7 " + share.plan().proofPhrase(),
                    share.plan().plan().status().word(),
                    ShareJson.write(share),
                    PlanPage.write(share),
                    WhoPaysSection.write(share.plan()),
                    SpareSection.write(share),
                    ShareTables.of(share));
        });
    }

    /// The job that shares a bill, where there is one.
    public Optional<Job> findShare(Tried tried) {
        return jobs.find(shareKey(tried));
    }

    private static String whyNotKey(Tried tried, Optional<String> about) {
        return tried.key("why-not") + " about " + about.orElse("");
    }

    /// Looks for what stands in the way, or finds the job that does.
    ///
    /// @param about a member, a pool or a line; empty for the whole mission
    public Job whyNot(Tried tried, Optional<String> about) {
        Alliance alliance = tried.alliance();
        String address = tried.address("/why-not");
        String with = about.map(word -> (address.contains("?") ? "&" : "?") + "about=" + Query.encoded(word))
                .orElse("");
        return jobs.start(
                whyNotKey(tried, about),
                "What stands in the way of "
                        + about.map(word -> word + " in ").orElse("")
                        + tried.mission().title(),
                address + with,
                job -> {
                    job.begin("planning the mission, then looking for what stands in the way");
                    WhyNot.Answer answer = WhyNotQuestion.ask(
                            alliance, tried.mission(), about, options(job, alliance, tried.seconds()));
                    return new InTheWay(
                            answer.plan().status().word(),
                            WhyNotJson.write(answer, alliance),
                            WhyNotText.write(answer, alliance, UNBROKEN),
                            Remedy.of(tried, answer));
                });
    }

    /// The job that looks for what stands in the way, where there is one.
    public Optional<Job> findWhyNot(Tried tried, Optional<String> about) {
        return jobs.find(whyNotKey(tried, about));
    }

    /// What was found that would cover the mission, where that was asked.
    public List<Remedy> found(Tried tried) {
        return findWhyNot(tried, Optional.empty())
                .flatMap(Job::answer)
                .map(InTheWay.class::cast)
                .map(InTheWay::tries)
                .orElse(List.of());
    }

    /// Looks for what to hold in common, or finds the job that does.
    public Job invest(InvestAsked asked) {
        Alliance alliance = asked.held().alliance();
        return jobs.start(
                asked.key(),
                "What to hold in common: " + asked.question().plan().title(),
                asked.address(""),
                job -> Invest.ask(asked.question(), longer(options(job, alliance, 60)), job));
    }

    /// The job that looks for what to hold in common, where there is one.
    public Optional<Job> findInvest(InvestAsked asked) {
        return jobs.find(asked.key());
    }

    /// Opens a study or runs one, or finds the job that does.
    public Job lab(LabAsked asked) {
        return jobs.start(asked.key(), asked.title(), asked.address(""), job -> asked.compared(job));
    }

    /// The job that opens or runs a study, where there is one.
    public Optional<Job> findLab(LabAsked asked) {
        return jobs.find(asked.key());
    }

    /// As long as anybody waits for a job: a search through portfolios that is cut short has another answer.
    private static SolveOptions longer(SolveOptions usual) {
        return new SolveOptions(
                usual.choice(),
                usual.relaxation(),
                usual.threads(),
                Deadline.in(MILLIS / 1000.0),
                usual.stop(),
                usual.listener(),
                usual.check());
    }

    private static SolveOptions options(Job job, Alliance alliance, int seconds) {
        return Answers.options(
                job.solverStop(), progress -> job.now(ProgressWords.of(progress, alliance.currency())), seconds);
    }

    /// Waits for a job's answer.
    ///
    /// @throws Fault where there is none: stopped, failed, or not in time
    public static <T> T await(Job job, Class<T> type) {
        try {
            if (!job.await(MILLIS)) {
                throw new Fault(Code.BUSY, "\"" + job.title() + "\" is still being worked out. Come back in a while");
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            throw new Fault(Code.BUSY, "the server is being stopped");
        }
        Throwable failure = job.failure().orElse(null);
        if (failure instanceof RuntimeException thrown) {
            throw thrown;
        }
        if (failure instanceof Error thrown) {
            throw thrown;
        }
        return job.answer()
                .map(type::cast)
                .orElseThrow(() -> new Fault(Code.BUSY, "\"" + job.title() + "\" was stopped. Ask again"));
    }
}
