package org.muster.web.ask;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.muster.folder.study.StudyFolder;
import org.muster.input.Nearest;
import org.muster.input.Shown;
import org.muster.lab.analysis.Discovery;
import org.muster.lab.analysis.LabAnswer;
import org.muster.lab.design.Design;
import org.muster.lab.join.Settle;
import org.muster.lab.run.Question;
import org.muster.lab.run.Stack;
import org.muster.lab.study.Study;
import org.muster.solve.SolveOptions;
import org.muster.web.http.Code;
import org.muster.web.http.Fault;
import org.muster.web.http.Query;
import org.muster.web.job.Job;
import org.muster.web.shelf.Held;
import org.muster.web.shelf.Studies;

/// A study, as an address asks for it: one that is served, or one that is run here.
///
/// @param served   the study that is opened; empty where one is run
/// @param question the study that is run; empty where one is opened
/// @param query    what says so: without what is discovered in it
public record LabAsked(Held held, Optional<Studies.Study> served, Optional<Question> question, Query query) {
    /// Futures that are run while somebody waits.
    public static final int MOST_FUTURES = 200;

    private static final int USUAL_FUTURES = 50;
    private static final String[] NAMES = {"study", "reforms", "futures", "seed", "reform", "fails", "beaten_by"};

    /// Reads an address or a form; empty where it names no study and no reforms.
    ///
    /// @throws Fault where it is not understood
    public static Optional<LabAsked> of(Held held, Studies studies, Query asked) {
        Query query = asked.only(NAMES)
                .with("reform", List.of())
                .with("fails", List.of())
                .with("beaten_by", List.of());
        Optional<String> name = query.one("study");
        List<String> reforms = query.all("reforms");
        if (name.isPresent()) {
            Studies.Study study = studies.find(held, name.get())
                    .orElseThrow(() -> new Fault(
                            Code.NOT_KNOWN,
                            "no study \"" + Shown.plain(name.get()) + "\" is served. "
                                    + known(held, studies, name.get())));
            return Optional.of(new LabAsked(held, Optional.of(study), Optional.empty(), query));
        }
        if (reforms.isEmpty()) {
            return Optional.empty();
        }
        int futures = query.number("futures", 1, MOST_FUTURES).orElse(USUAL_FUTURES);
        int seed = query.number("seed", 0, Integer.MAX_VALUE).orElse(1);
        List<Stack> stacks = reforms.stream()
                .map(reform -> Stack.of(held.alliance().lab(), reform))
                .toList();
        Question question =
                new Question(held.alliance(), stacks, Design.MC, futures, seed, Question.Reaction.NONE, Settle.TOP);
        return Optional.of(new LabAsked(held, Optional.empty(), Optional.of(question), query));
    }

    private static String known(Held held, Studies studies, String name) {
        List<String> names = studies.of(held).stream().map(Studies.Study::name).toList();
        return names.isEmpty() ? "Start the server with --study" : Nearest.advice(name, names);
    }

    /// What its answer is kept under.
    String key() {
        return "lab " + held.version() + " "
                + served.map(Studies.Study::version).orElse("") + " " + query.text();
    }

    /// What it is, for people.
    public String title() {
        return served.map(study -> "Study " + study.name())
                .orElseGet(() -> "Reforms " + String.join(", ", query.all("reforms")) + " in "
                        + question.map(Question::futures).orElse(0) + " futures");
    }

    /// Its address.
    ///
    /// @param ending of the form that is wanted; empty for the page
    public String address(String ending) {
        return "/a/" + Query.encoded(held.id()) + "/lab" + ending + query.text();
    }

    /// The address of what is discovered in it.
    public String discovered(Query asked) {
        Query all = query.with("reform", asked.all("reform"))
                .with("fails", asked.all("fails"))
                .with("beaten_by", asked.all("beaten_by"));
        return "/a/" + Query.encoded(held.id()) + "/lab/discover.json" + all.text();
    }

    /// The box of futures that an address asks for beside the study; empty where it asks for none.
    public static Optional<Discovery> discovery(LabAnswer answer, Query asked) {
        Optional<String> reform = asked.one("reform");
        Optional<String> fails = asked.one("fails");
        Optional<String> beatenBy = asked.one("beaten_by");
        if (reform.isEmpty() || (fails.isEmpty() && beatenBy.isEmpty())) {
            return Optional.empty();
        }
        if (fails.isPresent() && beatenBy.isPresent()) {
            throw new Fault(Code.PARAMETER, "\"fails\" stands beside \"beaten_by\". Leave one of them out");
        }
        return Optional.of(
                fails.isPresent()
                        ? Discovery.failing(answer.results(), reform.get(), fails.get(), Optional.empty())
                        : Discovery.beaten(answer.results(), reform.get(), beatenBy.orElse(""), Optional.empty()));
    }

    /// The answer: rows of a study that is run are kept in a folder for as long as that takes.
    LabAnswer compared(Job job) {
        try {
            if (served.isPresent()) {
                job.begin("reading the study");
                return Study.open(
                                StudyFolder.open(served.get().folder()),
                                Optional.of(held.folder()),
                                folder -> held.alliance())
                        .compared();
            }
            return run(question.orElseThrow(), job);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private LabAnswer run(Question asked, Job job) throws IOException {
        Path folder = Files.createTempDirectory("muster-study");
        try {
            Study study = Study.begun(StudyFolder.begin(folder, Study.manifest(held.folder(), asked)), asked);
            SolveOptions usual = SolveOptions.defaults();
            study.work(
                    1,
                    new SolveOptions(
                            usual.choice(),
                            usual.relaxation(),
                            usual.threads(),
                            usual.deadline(),
                            job.solverStop(),
                            usual.listener(),
                            usual.check()),
                    job);
            return study.compared();
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
