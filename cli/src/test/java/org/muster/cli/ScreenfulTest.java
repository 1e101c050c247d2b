package org.muster.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.cli.Call.muster;
import static org.muster.cli.Examples.WALES;
import static org.muster.cli.Examples.WILDFIRE;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is printed without `--full`: it fits a screen, and no line is wider than asked for.
class ScreenfulTest {
    private static final int LINES = 40;

    private static Call call(String command, String... more) {
        List<String> words = new ArrayList<>();
        for (String word : command.split(" ")) {
            words.add(word.equals("WALES") ? WALES : word.equals("WILDFIRE") ? WILDFIRE : word);
        }
        words.addAll(Arrays.asList(more));
        return muster(words.toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource({
        "plan-FIRE, plan WILDFIRE FIRE",
        "plan-counter-is, plan WALES counter-is-2014",
        "plan-libya, plan WALES libya-2011",
        "share-FIRE, share WILDFIRE FIRE",
        "why-not-libya, why-not WALES libya-2011",
        "burden-2014, burden WALES --year 2014",
        "pledge-2024, pledge WALES --year 2024 --known-at 2024-06-30",
    })
    void aSummaryFitsTheScreenThatItIsWrittenFor(String name, String command) throws IOException {
        for (int width : new int[] {80, 120}) {
            String text =
                    call(command, "--plain", "--width", String.valueOf(width)).out();
            Golden.isSame(name + "-" + width + ".txt", text);
            assertThat(text.lines().count()).as(name).isBetween(5L, (long) LINES);
            assertThat(text.lines())
                    .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(width));
            assertThat(text).doesNotContain("\u001b");
        }
    }

    /// With many rules whose amounts all differ: those nearest to another one's are told with it.
    @Test
    void theLongestSummaryFitsTheScreenToo() throws IOException {
        String text =
                call("share WALES counter-is-2014", "--plain", "--width", "80").out();
        Golden.isSame("share-counter-is-80.txt", text);
        assertThat(text.lines().count()).isBetween(5L, (long) LINES);
        assertThat(text.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
    }

    @ParameterizedTest
    @CsvSource({
        "plan WILDFIRE FIRE --full",
        "plan WALES counter-is-2014 --full",
        "share WILDFIRE FIRE --full",
        "burden WALES --year 2014 --full",
        "pledge WALES --year 2024 --known-at 2024-06-30 --full",
        "pledge history WALES POL",
        "pledge ledger WALES",
    })
    void noTableIsWiderThanTheScreenAndNoWordIsBroken(String command) {
        for (int width : new int[] {80, 160}) {
            String text =
                    call(command, "--plain", "--width", String.valueOf(width)).out();
            assertThat(text.lines().filter(line -> !line.contains("http")))
                    .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(width));
            assertThat(text).doesNotContainPattern("Netherland\\s*\\n");
        }
    }

    @Test
    void aWidthThatIsNoneIsRefused() {
        Call run = muster("plan", WILDFIRE, "FIRE", "--width", "3");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).startsWith("muster: --width is from 40 to 9999, not 3.");
    }

    @Test
    void whyNotOfAMemberHasItsPriceAlsoAsJson() {
        Call text = muster("why-not", WALES, "counter-is-2014", "ISL", "--plain");
        assertThat(text.code()).isZero();
        assertThat(text.out()).contains("To have it take part: ", "4,895.00 more than the plan as it stands");
        Call json = muster("why-not", WALES, "counter-is-2014", "ISL", "--json");
        assertThat(json.out()).contains("\"smallestSetOfChanges\"", "\"price\" : \"4895.00\"");
    }
}
