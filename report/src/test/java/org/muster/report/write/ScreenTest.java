package org.muster.report.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

public class ScreenTest {
    private static Screen of(boolean terminal, String columns, boolean noColor, String term) {
        return Screen.of(false, OptionalInt.empty(), new Screen.Environment(terminal, columns, noColor, term));
    }

    @Test
    void theWidthIsWhatIsAskedForThenWhatTheTerminalSaysThenUsual() {
        assertThat(of(true, "", false, "xterm").width()).isEqualTo(80);
        assertThat(of(false, "", false, "xterm").width()).isEqualTo(100);
        assertThat(of(true, "132", false, "xterm").width()).isEqualTo(132);
        assertThat(of(true, "0x20", false, "xterm").width()).isEqualTo(80);
        assertThat(Screen.of(false, OptionalInt.of(60), new Screen.Environment(true, "132", false, ""))
                        .width())
                .isEqualTo(60);
    }

    @Test
    void colourIsForTerminalsThatTakeIt() {
        assertThat(of(true, "", false, "xterm").bold("a")).isEqualTo("\u001b[1ma\u001b[0m");
        assertThat(of(true, "", false, "dumb").bold("a")).isEqualTo("a");
        assertThat(of(true, "", true, "xterm").red("a")).isEqualTo("a");
        assertThat(of(false, "", false, "xterm").green("a")).isEqualTo("a");
        assertThat(Screen.of(true, OptionalInt.empty(), new Screen.Environment(true, "", false, "xterm"))
                        .amber("a"))
                .isEqualTo("a");
    }

    @Test
    void aTableThatDoesNotFitIsStacked() {
        String table = new Screen(40, false)
                .table(
                        List.of("Member", "First amount", "Second amount"),
                        1,
                        List.of(List.of("Netherlands", "1,000,000,000.00", "22,000,000,000.00")));
        assertThat(table)
                .isEqualTo(
                        "Member: Netherlands\n  First amount: 1,000,000,000.00\n  Second amount: 22,000,000,000.00\n");
    }
}
