package org.muster.report.invest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muster.alliance.bill.Money;
import org.muster.games.Fraction;
import org.muster.invest.InvestAnswer;
import org.muster.invest.Judged;
import org.muster.invest.Portfolio;
import org.muster.report.write.Csv;
import org.muster.report.write.Json;

/// What to hold in common as tables, by file name.
public final class InvestCsv {
    private InvestCsv() {}

    /// The tables.
    public static Map<String, String> tables(InvestAnswer answer) {
        Map<String, String> tables = new LinkedHashMap<>();
        tables.put("invest-holdings.csv", Csv.table(holdings(answer)));
        tables.put("invest-chances.csv", Csv.table(chances(answer)));
        if (!answer.frontier().isEmpty()) {
            tables.put("invest-frontier.csv", Csv.table(frontier(answer)));
        }
        return tables;
    }

    private static List<List<String>> holdings(InvestAnswer answer) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("candidate", "kind", "blocks", "units", "price_per_year"));
        List<Long> prices = answer.pricesOf(answer.best());
        for (int c = 0; c < answer.candidates().size(); c++) {
            rows.add(List.of(
                    answer.candidates().get(c).id(),
                    answer.candidates().get(c).what().word(),
                    String.valueOf(answer.best().levels().get(c)),
                    String.valueOf(answer.unitsOf(answer.best(), c)),
                    amount(answer, prices.get(c))));
        }
        return rows;
    }

    /// One row a mission and member; the row without a member is the mission's own chance.
    private static List<List<String>> chances(InvestAnswer answer) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("mission", "without", "now", "then"));
        for (Judged then : answer.best().missions()) {
            Judged now = answer.before().mission(then.mission()).orElse(then);
            rows.add(List.of(then.mission(), "", chance(now.chance()), chance(then.chance())));
            for (String member : then.players()) {
                rows.add(List.of(then.mission(), member, chance(now.without(member)), chance(then.without(member))));
            }
        }
        return rows;
    }

    private static List<List<String>> frontier(InvestAnswer answer) {
        List<List<String>> rows = new ArrayList<>();
        List<String> head =
                new ArrayList<>(List.of("price_per_year", "failures_per_year", "not_runnable", "hanging", "weakest"));
        answer.candidates().forEach(candidate -> head.add(candidate.id()));
        rows.add(head);
        for (Portfolio point : answer.frontier()) {
            List<String> row = new ArrayList<>(List.of(
                    amount(answer, answer.priceOf(point)),
                    chance(point.failuresPerYear()),
                    String.valueOf(point.notRunnable().size()),
                    String.valueOf(point.hanging()),
                    chance(answer.weakest(point))));
            point.levels().forEach(level -> row.add(String.valueOf(level)));
            rows.add(row);
        }
        return rows;
    }

    private static String chance(Fraction chance) {
        return Json.rounded(chance.doubleValue()).toPlainString();
    }

    private static String amount(InvestAnswer answer, long minor) {
        return Money.decimal(minor, answer.question().alliance().currency());
    }
}
