package org.muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RehearsalTest {
    /// A command that fails would leave the archive without the classes that it is made for, and nobody would notice.
    @ParameterizedTest
    @ValueSource(strings = {"games", "shares", "plans"})
    void everyCommandRuns(String kind) {
        for (List<String> command : Rehearsal.commands(kind, Examples.ROOT.resolve("examples"))) {
            Call run = Call.muster(command.toArray(String[]::new));
            assertThat(run.err()).as("%s", command).isEmpty();
            assertThat(run.code()).as("%s", command).isZero();
            assertThat(run.out()).as("%s", command).isNotEmpty();
        }
    }
}
