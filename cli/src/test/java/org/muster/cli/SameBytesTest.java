package org.muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the commands print as JSON is what a second face prints (`SecondFaceTest` of `report` writes the files).
class SameBytesTest {
    @ParameterizedTest
    @CsvSource({
        "plan-FIRE, plan wildfire-pool FIRE",
        "plan-HEAT, plan wildfire-pool HEAT",
        "plan-baltic-2015, plan wales-2014 baltic-2015",
        "plan-libya-2011, plan wales-2014 libya-2011",
        "share-FIRE, share wildfire-pool FIRE",
        "share-baltic-2015, share wales-2014 baltic-2015",
        "pledge-wales-2014, pledge wales-2014 --known-at 2024-06-30 --paths 1000"
    })
    void aCommandPrintsTheAnswerOfTheSecondFace(String file, String command) throws IOException {
        String[] words = (command + " --json").split(" ", -1);
        words[1] = Examples.ROOT.resolve("examples").resolve(words[1]).toString();
        assertThat(Call.muster(words).out())
                .isEqualTo(Files.readString(
                        Examples.ROOT.resolve("report/src/test/golden").resolve(file + ".json")));
    }
}
