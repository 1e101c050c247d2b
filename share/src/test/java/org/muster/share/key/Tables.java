package org.muster.share.key;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.muster.alliance.key.Key;
import org.muster.alliance.source.Provenance;
import org.muster.alliance.source.Status;

/// Published and recalled keys.
final class Tables {
    /// NATO cost shares 2018-20, 2021 and 2024-25, **recalled**, not found as a table (NATO, "Cost share
    /// arrangements").
    private static final String NATO = """
            ALB 0.0841 0.0908 0.0882
            BEL 1.9506 2.1043 2.0447
            BGR 0.3390 0.3656 0.3552
            CAN 6.3784 6.8807 6.6858
            HRV 0.2776 0.2995 0.2910
            CZE 0.9788 1.0556 1.0257
            DNK 1.2157 1.3116 1.2745
            EST 0.1157 0.1248 0.1213
            FIN - - 0.9057
            FRA 10.4986 10.4913 10.1940
            DEU 14.7638 16.3444 15.8813
            GRC 0.9801 1.0573 1.0273
            HUN 0.7041 0.7591 0.7376
            ISL 0.0597 0.0642 0.0624
            ITA 8.1400 8.7812 8.5324
            LVA 0.1478 0.1595 0.1550
            LTU 0.2379 0.2566 0.2493
            LUX 0.1569 0.1693 0.1645
            MNE 0.0270 0.0291 0.0283
            NLD 3.1985 3.4506 3.3528
            MKD - 0.0778 0.0756
            NOR 1.6472 1.7770 1.7267
            POL 2.7683 2.9861 2.9015
            PRT 0.9725 1.0491 1.0194
            ROU 1.1384 1.2278 1.1930
            SVK 0.4773 0.5150 0.5004
            SVN 0.2109 0.2276 0.2212
            ESP 5.5534 5.9908 5.8211
            SWE - - 1.9277
            TUR 4.3813 4.7266 4.5927
            GBR 10.4581 11.2823 10.9626
            USA 22.1387 16.3444 15.8813
            """;

    /// Keys of the 9th and 11th European Development Fund in percent: the first fifteen rows from the annex of Council
    /// Decision (EU) 2022/2242, the others recalled (each column sums to exactly 100).
    private static final String EDF = """
            BEL 3.92 3.24927
            BGR - 0.21853
            CZE - 0.79745
            DNK 2.14 1.98045
            DEU 23.36 20.57980
            EST - 0.08635
            IRL 0.62 0.94006
            GRC 1.25 1.50735
            ESP 5.84 7.93248
            FRA 24.30 17.81269
            HRV - 0.22518
            ITA 12.54 12.53009
            CYP - 0.11162
            LVA - 0.11612
            LTU - 0.18077
            LUX 0.29 0.25509
            HUN - 0.61456
            MLT - 0.03801
            NLD 5.22 4.77678
            AUT 2.65 2.39757
            POL - 2.00734
            PRT 0.97 1.19679
            ROU - 0.71815
            SVN - 0.22452
            SVK - 0.37616
            FIN 1.48 1.50909
            SWE 2.73 2.93911
            GBR 12.69 14.67862
            """;

    private Tables() {}

    static Map<String, BigDecimal> nato(int column) {
        return column(NATO, column);
    }

    static Key edf(int column, String id, LocalDate from) {
        return new Key(id, id, from, column(EDF, column), new Provenance(Status.PUBLISHED, "(EU) 2022/2242, annex"));
    }

    private static Map<String, BigDecimal> column(String table, int column) {
        Map<String, BigDecimal> shares = new LinkedHashMap<>();
        table.lines()
                .map(line -> line.split(" "))
                .filter(f -> !f[column].equals("-"))
                .forEach(f -> shares.put(f[0], new BigDecimal(f[column])));
        return shares;
    }
}
