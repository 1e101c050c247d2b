package org.muster.report.bill;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.muster.answer.PlanAnswer;
import org.muster.report.write.Screen;
import org.muster.share.WhoPays;

/// Who pays under the rules as a short table: a line for each that comes to other amounts than those before it.
public final class RulesText {
    /// Rules that have nothing to go by are named up to so many.
    private static final int MOST_NAMED = 4;

    private final PlanAnswer report;
    private final WhoPays whoPays;
    private final Screen screen;
    private final Map<Map<String, Long>, String> seen = new HashMap<>();
    private final Map<String, List<String>> alike = new LinkedHashMap<>();

    private RulesText(PlanAnswer report, Screen screen) {
        this.report = report;
        this.whoPays = report.whoPays();
        this.screen = screen;
    }

    /// The table of rules, as wide as the screen.
    ///
    /// @param withWorth whether to say from what worth of the mission on all gain
    public static String write(PlanAnswer report, boolean withWorth, Screen screen) {
        return write(report, withWorth, Integer.MAX_VALUE, screen);
    }

    /// The table of at most so many rules, as wide as the screen.
    ///
    /// @param most rules that have a line; of more, those that are nearest to another one's are told with it
    public static String write(PlanAnswer report, boolean withWorth, int most, Screen screen) {
        return new RulesText(report, screen).text(withWorth, most);
    }

    private String text(boolean withWorth, int most) {
        if (whoPays.totalMinor() == 0) {
            return "There is nothing to pay.\n";
        }
        List<WhoPays.Column> different = new ArrayList<>();
        for (WhoPays.Column column : whoPays.columns()) {
            String rule = column.rule().id();
            String before = seen.putIfAbsent(column.amounts(), rule);
            if (before == null) {
                different.add(column);
            } else {
                alike.computeIfAbsent(before, k -> new ArrayList<>()).add(rule);
            }
        }
        while (different.size() > most) {
            fold(different);
        }
        List<List<String>> rows =
                different.stream().map(column -> row(column, withWorth)).toList();
        List<String> header = List.of("Rule", withWorth ? "Gain*" : "Those who go", "The others", "Pays most");
        return (rows.isEmpty() ? "" : screen.table(header, 1, rows)) + notes(withWorth && !rows.isEmpty());
    }

    /// Takes out the rule whose amounts are nearest to those of one before it.
    private void fold(List<WhoPays.Column> different) {
        int kept = 0;
        int taken = 1;
        BigInteger least = apart(different.get(kept), different.get(taken));
        for (int i = 0; i < different.size(); i++) {
            for (int j = i + 1; j < different.size(); j++) {
                BigInteger apart = apart(different.get(i), different.get(j));
                if (apart.compareTo(least) < 0) {
                    least = apart;
                    kept = i;
                    taken = j;
                }
            }
        }
        String rule = different.remove(taken).rule().id();
        List<String> under = alike.computeIfAbsent(different.get(kept).rule().id(), k -> new ArrayList<>());
        under.add(rule);
        under.addAll(Optional.ofNullable(alike.remove(rule)).orElse(List.of()));
    }

    /// Twice what is paid by others under the one rule than under the other, in minor units.
    private static BigInteger apart(WhoPays.Column one, WhoPays.Column other) {
        Set<String> members = new TreeSet<>(one.amounts().keySet());
        members.addAll(other.amounts().keySet());
        BigInteger apart = BigInteger.ZERO;
        for (String member : members) {
            apart = apart.add(BigInteger.valueOf(one.amounts().getOrDefault(member, 0L))
                    .subtract(BigInteger.valueOf(other.amounts().getOrDefault(member, 0L)))
                    .abs());
        }
        return apart;
    }

    /// How far rules are from the one that they are told with: the part of the bill that others pay, rounded up to a
    /// tenth of a percent; empty where all are the same.
    private String within() {
        Map<String, WhoPays.Column> byRule = new HashMap<>();
        whoPays.columns().forEach(column -> byRule.put(column.rule().id(), column));
        BigInteger most = BigInteger.ZERO;
        for (Map.Entry<String, List<String>> same : alike.entrySet()) {
            for (String rule : same.getValue()) {
                most = most.max(apart(
                        Objects.requireNonNull(byRule.get(rule)), Objects.requireNonNull(byRule.get(same.getKey()))));
            }
        }
        return most.signum() == 0
                ? ""
                : " but for "
                        + new BigDecimal(most.multiply(BigInteger.valueOf(50)))
                                .divide(BigDecimal.valueOf(whoPays.totalMinor()), 1, RoundingMode.CEILING)
                                .toPlainString()
                        + " % of the bill at most";
    }

    private List<String> row(WhoPays.Column column, boolean withWorth) {
        return List.of(
                column.rule().id(),
                withWorth ? GainWords.timesTheBill(column, whoPays) : report.grouped(column.participantsTotal()),
                report.grouped(column.nonParticipantsTotal()),
                column.amounts().entrySet().stream()
                        .filter(entry -> entry.getValue() > 0)
                        .max(Map.Entry.comparingByValue())
                        .map(entry -> entry.getKey() + " " + report.grouped(entry.getValue()))
                        .orElse("nobody"));
    }

    private String notes(boolean withWorth) {
        List<String> says = new ArrayList<>();
        if (withWorth) {
            says.add("* All gain from a worth of so many bills on.");
        }
        if (!alike.isEmpty()) {
            says.add("The same" + within() + ": "
                    + alike.entrySet().stream()
                            .map(same -> String.join(", ", same.getValue()) + " as " + same.getKey())
                            .collect(Collectors.joining("; "))
                    + ".");
        }
        if (!whoPays.notApplicable().isEmpty()) {
            int without = whoPays.notApplicable().size();
            says.add(
                    without > MOST_NAMED
                            ? without + " more rules have nothing to go by here: --full says why."
                            : "Nothing to go by: "
                                    + String.join(", ", whoPays.notApplicable().keySet()) + ".");
        }
        return says.isEmpty() ? "" : screen.wrapped(String.join(" ", says), "  ");
    }
}
