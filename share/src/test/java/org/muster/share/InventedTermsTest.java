package org.muster.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.muster.alliance.Alliance;
import org.muster.folder.AllianceFolder;

/// Terms of sharing that are invented are named, whatever they are.
class InventedTermsTest {
    private static Alliance example(String name) {
        return AllianceFolder.read(Path.of("..", "examples", name)).alliance().orElseThrow();
    }

    private static List<String> of(String folder, String mission) {
        Alliance alliance = example(folder);
        return InventedTerms.of(alliance, alliance.mission(mission).orElseThrow());
    }

    @Test
    void worthAndBenefitsByLine() {
        assertThat(of("wales-2014", "counter-is-2014"))
                .contains("worth of the mission")
                .anyMatch(phrase -> phrase.startsWith("worth and benefits of line "));
    }

    @Test
    void optOutsCreditsAndAgreements() {
        assertThat(of("wales-2014", "counter-is-2014"))
                .anyMatch(phrase -> phrase.startsWith("opt-out of "))
                .anyMatch(phrase -> phrase.startsWith("credit of "))
                .anyMatch(phrase -> phrase.startsWith("agreement "));
    }

    @Test
    void nothingIsNamedWhereNothingIsAgreed() {
        assertThat(of("wildfire-pool", "FIRE")).noneMatch(phrase -> phrase.startsWith("benefit"));
    }
}
