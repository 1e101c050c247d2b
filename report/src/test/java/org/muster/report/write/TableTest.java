package org.muster.report.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class TableTest {
    private static final Table TABLE = Table.of(1, "Member", "Pays")
            .row("A & \"B\"", "1,000")
            .row("C", "20")
            .table();

    @Test
    void oneTableIsTextCsvAndHtml() {
        assertThat(TABLE.text(Screen.of(true, OptionalInt.of(80), new Screen.Environment(false, "", false, "")))
                        .lines()
                        .map(String::strip)
                        .toList())
                .containsExactly("Member    Pays", "A & \"B\"  1,000", "C           20");
        assertThat(TABLE.csv()).isEqualTo("Member,Pays\n\"A & \"\"B\"\"\",\"1,000\"\nC,20\n");
        assertThat(TABLE.html("All"))
                .isEqualTo(
                        "<div class=\"wide\"><table class=\"t1\"><caption>All</caption><thead><tr><th>Member</th><th>Pays</th></tr>"
                                + "</thead><tbody><tr><th>A &amp; &quot;B&quot;</th><td>1,000</td></tr>"
                                + "<tr><th>C</th><td>20</td></tr></tbody></table></div>");
    }

    @Test
    void aRowHasACellForEachHead() {
        assertThatThrownBy(() -> Table.of(1, "Member").row("A", "1").table())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a row of 2 cells under 1 heads");
    }
}
