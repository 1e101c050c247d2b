package org.muster.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.muster.alliance.Alliance;
import org.muster.answer.Telling;
import org.muster.folder.AllianceFolder;
import org.muster.folder.study.StudyFolder;
import org.muster.lab.design.Design;
import org.muster.lab.join.Settle;
import org.muster.lab.run.Question;
import org.muster.lab.run.Stack;
import org.muster.lab.study.LocalWorkers;
import org.muster.lab.study.Study;
import org.muster.lab.study.Workers;
import org.muster.solve.SolveOptions;

/// Studies of the example to be worked out in several ways.
final class Studies {
    private static final Path WALES =
            Path.of(Objects.requireNonNull(System.getProperty("muster.root"))).resolve("examples/wales-2014");

    private Studies() {}

    static Question question(int futures) {
        Alliance alliance = AllianceFolder.read(WALES).alliance().orElseThrow();
        return new Question(
                alliance,
                List.of(
                        Stack.of(alliance.lab(), "as-was"),
                        Stack.of(alliance.lab(), "bigger-pool+willing-only"),
                        Stack.of(alliance.lab(), "common-fund")),
                Design.MC,
                futures,
                7,
                Question.Reaction.NONE,
                Settle.TOP);
    }

    /// Works out a study in a new folder.
    ///
    /// @return the SHA-256 of its files
    static String hash(Question question, Path folder, Workers workers) throws IOException {
        return Study.begun(StudyFolder.begin(folder, Study.manifest("wales", question)), question)
                .work(workers, Telling.nobody())
                .hash();
    }

    static String localHash(Question question, Path folder) throws IOException {
        String hash = hash(question, folder, new LocalWorkers(1, SolveOptions.defaults()));
        assertThat(hash).hasSize(64);
        return hash;
    }
}
