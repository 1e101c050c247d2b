package org.muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muster.terminal.Failure;

class MusterTest {
    @Test
    void helpNamesEveryCommandWhetherItsOptionsAreReadOrNot() {
        String titles = Call.muster("--help").out();

        Call whole = Call.muster("--help", "completion");

        assertThat(whole.out()).isEqualTo(titles).contains("why-not", "bench", "completion", "show");
    }

    @Test
    void aCommandKnowsItsOptionsWhateverStandsBeforeIt() {
        assertThat(Call.muster("plan", "--help").out()).contains("--export-mps");
        assertThat(Call.muster("bench", "games", "--help").out()).contains("--threads");
    }

    @Test
    void aNameThatIsNoCommandGetsTheNearest() {
        Call call = Call.muster("plam", "examples/wales-2014");

        assertThat(call.code()).isEqualTo(2);
        assertThat(call.err()).contains("plan");
    }

    private static String run(java.io.OutputStream to, int expected, String... args) {
        StringWriter err = new StringWriter();
        int code = Muster.run(to, StandardCharsets.UTF_8, new PrintWriter(err, true), args);
        assertThat(code).isEqualTo(expected);
        return err.toString();
    }

    private static OutputStream failingWith(String why) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(why);
            }
        };
    }

    @Test
    void anOutputThatCannotBeWrittenIsNoSuccess() {
        assertThat(run(failingWith("No space left on device"), 74, "--help"))
                .isEqualToIgnoringNewLines("muster: standard output cannot be written: No space left on device.");
    }

    @Test
    void aReaderThatHasGoneNeedsNoWords() {
        assertThat(run(failingWith("Broken pipe"), 74, "--help")).isEmpty();
    }

    @Test
    void numbersAreTheSameInEveryLanguage() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            String wildfire = Examples.WILDFIRE;
            ByteArrayOutputStream arabic = new ByteArrayOutputStream();
            run(arabic, 0, "check", wildfire);
            assertThat(arabic.toString(StandardCharsets.UTF_8)).contains("8 members");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void whatTheMachineRefusesIsASentenceAndAMistakeShowsItsPlace() {
        StringWriter err = new StringWriter();
        PrintWriter to = new PrintWriter(err, true);
        assertThat(Failure.tell(new OutOfMemoryError("Java heap space"), to)).isEqualTo(74);
        assertThat(Failure.tell(new ExceptionInInitializerError(new UnsatisfiedLinkError("noexec")), to))
                .isEqualTo(74);
        assertThat(Failure.tell(new IllegalStateException(new IOException("No space left")), to))
                .isEqualTo(74);
        assertThat(err.toString().lines()).hasSize(3).allMatch(line -> line.startsWith("muster: "));
        assertThat(Failure.tell(new StackOverflowError(), to)).isEqualTo(70);
        assertThat(err.toString()).contains("a mistake in muster itself");
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.ValueSource(
            strings = {"plan", "share", "why-not", "likely", "verify-proof proof.txt"})
    void aMissingMissionListsTheMissions(String command) {
        Call call = Call.muster((command + " " + Examples.WILDFIRE).split(" "));
        assertThat(call.code()).isEqualTo(2);
        assertThat(call.err()).isEqualToIgnoringNewLines("muster: name a mission: FIRE, FLOOD, HEAT.");
    }

    @Test
    void namesNearToWhatIsKnownGetTheNearest() {
        String wales = Examples.WALES;
        assertThat(Call.muster("share", wales, "baltic-2015", "--explain", "Denmark")
                        .err())
                .startsWith("muster: no member is called \"Denmark\". Did you mean \"DNK\"? Known: ");
        assertThat(Call.muster("share", wales, "baltic-2015", "--explain", "dnk")
                        .err())
                .contains("Did you mean \"DNK\"?");
        assertThat(Call.muster("share", wales, "baltic-2015", "--rule", "shaply")
                        .err())
                .startsWith("muster: no rule is called \"shaply\". Did you mean \"shapley\"? Known: ");
        assertThat(Call.muster("why-not", wales, "baltic-2015", "Denmark").err())
                .contains("Did you mean member \"DNK\"");
    }

    @Test
    void completionKnowsTheOptionsOfEveryCommand() {
        assertThat(Call.muster("completion").out()).contains("--export-mps", "--known-at", "--certify");
    }

    @Test
    void completionOffersTheNamesOfTheFoldersNamed() {
        assertThat(Call.muster("completion").out())
                .contains("\"shapley\"", "\"missions\" \"members\"")
                .doesNotContain("baltic-2015");
        assertThat(Call.muster("completion", Examples.WALES, Examples.WILDFIRE).out())
                .contains("\"baltic-2015\"", "\"FIRE\" \"FLOOD\" \"HEAT\"", "\"DNK\"", "\"fighters\"");
        Call none = Call.muster("completion", "no-such-folder");
        assertThat(none.code()).isEqualTo(2);
        assertThat(none.out()).isEmpty();
    }

    /// Which words the user may write, and no class of the program's.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--known-at|1970-13-01|Invalid value for option '--known-at': \"1970-13-01\" is not a day, as YYYY-MM-DD",
                "--target|#|Invalid value for option '--target': \"#\" is not a number",
                "--year|2e3|Invalid value for option '--year': \"2e3\" is not a whole number",
            })
    void aWordThatIsNoneOfItsKindIsRefusedInASentence(String option, String word, String sentence) {
        Call run = Call.muster("burden", Examples.WALES, "--year", "2014", option, word);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err().lines()).contains("muster: " + sentence + ".", "Try `muster burden --help`.");
    }
}
