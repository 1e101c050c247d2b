package org.muster.report.write;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaperTest {
    private static Paper paper() {
        return new Paper()
                .title("Flood <2027>", ", as known")
                .verdict("refused", "refused: short of pumps", "  ")
                .heading("Why")
                .sentence("Both of this:")
                .point("nobody has more")
                .point("nobody lends")
                .gap()
                .entry("ARN", "is away")
                .table(Table.of(1, "Member", "Pays").row("ARN", "10").table());
    }

    @Test
    void isTextAsWideAsTheScreen() {
        assertThat(paper().text(new Screen(40, false))).isEqualTo("""
                        Flood <2027>, as known
                        refused: short of pumps

                        Why
                        Both of this:
                        - nobody has more
                        - nobody lends

                        ARN: is away
                         Member  Pays
                         ARN       10
                        """);
    }

    @Test
    void isAPageOfTheSameWords() {
        assertThat(paper().page("Flood")).contains("<title>Flood</title>", """
                        <h1>Flood &lt;2027&gt;, as known</h1>
                        <p class="verdict refused">refused: short of pumps</p>
                        <h2>Why</h2>
                        <p>Both of this:</p>
                        <ul>
                        <li>nobody has more</li>
                        <li>nobody lends</li>
                        </ul>
                        <dl class="entries">
                        <dt>ARN</dt><dd>is away</dd>
                        </dl>
                        <div class="wide"><table class="t1">""");
    }
}
