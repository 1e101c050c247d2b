package org.muster.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ProblemTest {
    @Test
    void aSentenceHasPlaceWhatIsWrongAndWhatWouldBeRight() {
        assertThat(new Problem(new Place("members.csv", 7, 3), "member is \"GRE\"", "Did you mean \"GRC\"?").sentence())
                .isEqualTo("members.csv:7:3: member is \"GRE\". Did you mean \"GRC\"?");
        assertThat(new Problem(new Place("g.json", 0, 0), "it is empty", "Give a game.").sentence("warning: "))
                .isEqualTo("g.json: warning: it is empty. Give a game.");
    }

    /// A tag character outside of the first 65,536 hides as well as a bell does.
    @Test
    void whatATerminalActsOnIsShownAsItsNumber() {
        assertThat(Shown.plain("a\u0007b\u202ec\n")).isEqualTo("a\\u0007b\\u202ec\\u000a");
        assertThat(Shown.plain("x" + Character.toString(0xE0041) + "y")).isEqualTo("x\\u{e0041}y");
        assertThat(Shown.plain("\ud800")).isEqualTo("\\ud800");
        assertThat(Shown.plain("Łódź 東京 " + Character.toString(0x1F600)))
                .isEqualTo("Łódź 東京 " + Character.toString(0x1F600));
    }

    @Test
    void digitsAreTheSameWhateverTheLanguage() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(new Problem(new Place("f", 12, 3), "w", "R.").sentence()).isEqualTo("f:12:3: w. R.");
            assertThat(Shown.plain("\u0007")).isEqualTo("\\u0007");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void findingsComeByPlaceEachOnce() {
        Findings findings = new Findings();
        findings.warn(new Place("a", 9, 1), "may be", "Look.");
        assertThat(findings.isEmpty()).isTrue();
        findings.add(new Place("b", 2, 1), "w", "R.");
        findings.add(new Place("a", 10, 1), "w", "R.");
        findings.add(new Place("a", 9, 1), "w", "R.");
        findings.add(new Place("b", 2, 1), "w", "R.");
        assertThat(findings.isEmpty()).isFalse();
        assertThat(findings.inOrder().stream().map(p -> p.place().text()).toList())
                .isEqualTo(List.of("a:9:1", "a:10:1", "b:2:1"));
        assertThat(findings.warnings()).hasSize(1);
    }
}
