package org.muster.lab.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muster.alliance.Alliance;
import org.muster.alliance.invest.Rate;
import org.muster.alliance.lab.Futures;
import org.muster.alliance.lab.Lab;
import org.muster.alliance.lab.Stakes;
import org.muster.alliance.source.Provenance;
import org.muster.answer.Telling;
import org.muster.folder.study.StudyFolder;
import org.muster.games.Parallel;
import org.muster.lab.design.Design;
import org.muster.lab.join.Settle;
import org.muster.lab.run.Question;
import org.muster.lab.run.Stack;
import org.muster.plan.world.RandomWorld;

/// A study of many chunks whose process is killed (SIGKILL) while it writes them. Its rows are made
/// up, so that next to all of its time goes into files; `LabCommandTest` kills one whose rows are worked out.
class KilledTest {
    /// `-Dkills=20` kills as often as the design asks; each begins a JVM.
    private static final int KILLS = Integer.getInteger("kills", 6);

    private static final int FUTURES = 15_000 * KILLS;
    private static final String BEGUN = "begun";

    /// Parts after which a child tells that it is at work: one chunk is kept by then, and what that needs is loaded.
    private static final int TOLD_AFTER = 15;

    @TempDir
    Path temp;

    private static Question question() {
        Alliance pool = RandomWorld.of(new RandomWorld.Size(8, 14, 3, 2, 1, 2, 3, 5, 4, 6, true), 1)
                .alliance();
        Futures futures = new Futures(
                2027,
                1,
                List.of(new Futures.Template(pool.missions().getFirst().id(), new Rate(1, 1))),
                true,
                List.of(),
                List.of(),
                Stakes.NONE,
                Provenance.illustrative("invented for this test"));
        Alliance alliance = pool.withLab(new Lab(Optional.of(futures), List.of()));
        return new Question(
                alliance,
                List.of(Stack.of(alliance.lab(), Stack.AS_WAS)),
                Design.MC,
                FUTURES,
                1,
                Question.Reaction.NONE,
                Settle.TOP);
    }

    /// As many lines as there are rows, which hang on their part alone.
    private static void madeUp(List<Part> parts, Workers.Taker taker) {
        Parallel.inOrder(parts.size(), 2, p -> {
            Part part = parts.get(p);
            taker.take(part, (part.reforms() + part.from() + "\n").repeat(part.rows()));
            return p;
        });
    }

    /// The process that is killed: begins the study, or goes on with it.
    static final class Child {
        private Child() {}

        public static void main(String[] folder) throws IOException {
            Path study = Path.of(folder[0]);
            Question question = question();
            StudyFolder files = Files.exists(study.resolve(StudyFolder.MANIFEST))
                    ? StudyFolder.open(study)
                    : StudyFolder.begin(study, Study.manifest("pool", question));
            Study.begun(files, question)
                    .work(
                            (asked, parts, taker) -> {
                                AtomicInteger taken = new AtomicInteger();
                                madeUp(parts, (part, lines) -> {
                                    taker.take(part, lines);
                                    if (taken.incrementAndGet() == TOLD_AFTER) {
                                        System.out.println(BEGUN);
                                        System.out.flush();
                                    }
                                });
                            },
                            Telling.nobody());
        }
    }

    @Test
    void aStudyOfManyChunksThatIsKilledAgainAndAgainHasTheBytesOfOneThatWasNot() throws Exception {
        Question question = question();
        Path whole = temp.resolve("whole");
        String hash = Study.begun(StudyFolder.begin(whole, Study.manifest("pool", question)), question)
                .work((asked, parts, taker) -> madeUp(parts, taker), Telling.nobody())
                .hash();

        Path study = temp.resolve("killed");
        Random random = new Random(20);
        long before = 0;
        int moved = 0;
        for (int k = 0; k < KILLS; k++) {
            Process child = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-Dkills=" + KILLS,
                            "-cp",
                            System.getProperty("java.class.path"),
                            Child.class.getName(),
                            study.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (BufferedReader said = child.inputReader(StandardCharsets.UTF_8)) {
                assertThat(said.readLine()).isEqualTo(BEGUN);
                assertThat(child.waitFor(random.nextInt(60), TimeUnit.MILLISECONDS))
                        .as("it was over before it was killed")
                        .isFalse();
            } finally {
                child.destroyForcibly().waitFor();
            }
            long there = files(study);
            moved += there > before ? 1 : 0;
            before = there;
        }
        assertThat(moved).as("kills between which chunks were written").isGreaterThan(KILLS / 3);

        Study.Done end = Study.begun(StudyFolder.open(study), question)
                .work((asked, parts, taker) -> madeUp(parts, taker), Telling.nobody());
        assertThat(end.reused()).isPositive();
        assertThat(end.made()).isPositive();
        assertThat(end.hash()).isEqualTo(hash);
    }

    private static long files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> path.toString().endsWith(".csv")).count();
        }
    }
}
