package org.muster.cli.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.cli.Call.muster;
import static org.muster.cli.Examples.WALES;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.muster.cli.Call;

class KeyCommandTest {
    private static BigDecimal share(Call call, String member) {
        return call.out()
                .lines()
                .filter(line -> line.startsWith(member + " "))
                .map(line -> new BigDecimal(line.substring(member.length() + 1)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theFoldersIncomeKeyFollowsFromItsFigures() {
        Call computed = muster("key", "compute", WALES, "--measure", "gni", "--year", "2014", "--explain", "DEU");
        Call stored = muster("key", "explain", WALES, "gni-2014");
        assertThat(computed.code()).isZero();
        for (String member : new String[] {"USA", "DEU", "ALB", "ISL", "TUR"}) {
            assertThat(share(computed, member)).isEqualByComparingTo(share(stored, member));
        }
        assertThat(computed.out()).contains("sum 100; rounding each share by itself would leave", "; WDI-2025-07]");
    }

    @Test
    void nothingThatWasNotKnownYetIsUsed() {
        Call run = muster("key", "compute", WALES, "--year", "2014", "--known-at", "2014-09-05");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).startsWith("muster: no gni of 2014 is on record as known on 2014-09-05 for ALB,");
    }

    @Test
    void theUnStepsHoldTheCeiling() {
        Call run = muster("key", "compute", WALES, "--un", "2011-2013,2010-2013", "--json", "--explain", "ALB");
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("\"USA\" : \"22.000\"")
                .contains("3 after the low-income adjustment")
                .contains("base period of 2010 to 2013");
    }

    @Test
    void rescalesAndAccedes() {
        Call rescaled = muster(
                "key",
                "rescale",
                WALES,
                "nato-2018",
                "--tie",
                "USA,DEU",
                "--tied-share",
                "16.35",
                "--fix",
                "FRA=10.4913");
        assertThat(rescaled.code()).isZero();
        assertThat(share(rescaled, "USA")).isEqualTo(new BigDecimal("16.3500"));
        Call acceded = muster("key", "accede", WALES, "nato-2018", "--join", "FIN=0.9057", "--join", "SWE=1.9277");
        assertThat(share(acceded, "SWE")).isEqualTo(new BigDecimal("1.9277"));
        assertThat(acceded.out()).contains("constrained rescale, version 1");
    }

    @Test
    void badInputGetsASentence() {
        assertThat(muster("key", "compute", WALES).err())
                .isEqualTo("muster: --year is missing. Write the year that the figures are for.\n");
        assertThat(muster("key", "accede", WALES, "nato", "--join", "FIN=1").err())
                .isEqualTo("muster: no key is called \"nato\". Known: gni-2014, un-2013, nato-2018.\n");
        assertThat(muster("key", "accede", WALES, "nato-2018", "--join", "FIN=one")
                        .err())
                .isEqualTo("muster: the share of FIN is \"one\", not a percentage. Write it like FIN=10.4913.\n");
        assertThat(muster("key", "accede", WALES, "nato-2018", "--join", "USA=1")
                        .code())
                .isEqualTo(2);
        assertThat(muster("key", "compute", WALES, "--un", "2011").err())
                .isEqualTo("muster: a base period is \"2011\", not two years. Write it like 2011-2013.\n");
    }
}
