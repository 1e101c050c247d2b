package org.muster.share.rule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muster.alliance.bill.CostLine;
import org.muster.alliance.key.Apportionment;
import org.muster.input.Counted;
import org.muster.share.explain.Explanation;

/// Collects what members pay, line by line, and why.
///
/// Lines that are split by the same weights carry each member's rounding error from line to line, so that over the
/// whole bill nobody is ever a full minor unit from the unrounded share.
final class Ledger {
    private final SharingCase sharing;
    private final Map<Map<String, BigDecimal>, Split> splits = new LinkedHashMap<>();
    private final Map<String, List<Own>> own = new LinkedHashMap<>();

    /// An amount that one member bears by itself.
    private record Own(CostLine line, String how, long amountMinor) {}

    /// Lines that are split by the same weights.
    private record Split(Weights weights, List<CostLine> lines, Map<String, Long> parts) {
        long total() {
            return lines.stream().mapToLong(CostLine::amountMinor).sum();
        }
    }

    Ledger(SharingCase sharing) {
        this.sharing = sharing;
    }

    /// One member bears a line.
    void toMember(String member, CostLine line, String how) {
        transfer(member, line, how, line.amountMinor());
    }

    /// One member bears an amount on account of a line, or receives it where it is below zero.
    void transfer(String member, CostLine line, String how, long amountMinor) {
        own.computeIfAbsent(member, m -> new ArrayList<>()).add(new Own(line, how, amountMinor));
    }

    /// Members bear a line in proportion to weights; members without a weight bear nothing.
    void byWeights(Weights weights, CostLine line) {
        splits.computeIfAbsent(weights.byMember(), w -> new Split(weights, new ArrayList<>(), new LinkedHashMap<>()))
                .lines()
                .add(line);
    }

    /// The line where it falls: on the member that incurs it, on those for whom a pool was drawn, or else on the case's
    /// bearers in equal parts.
    void whereItFalls(CostLine line) {
        switch (line.incurredBy()) {
            case CostLine.Incurrer.OfMember by -> toMember(by.member(), line, "runs it up");
            case CostLine.Incurrer.OfPool by -> {
                if (by.shares().isEmpty()) {
                    byWeights(Weights.equal(sharing.bearers()), line);
                } else {
                    byWeights(Weights.units("for whom pool " + by.pool() + " was drawn", by.shares(), "bill"), line);
                }
            }
            case CostLine.Incurrer.OfAll by -> byWeights(Weights.equal(sharing.bearers()), line);
        }
    }

    /// What each member pays.
    SharingRule.Outcome.Shared shared(SharingRule rule) {
        Map<String, Long> amounts = new LinkedHashMap<>();
        sharing.members()
                .forEach(member -> amounts.put(
                        member,
                        own.getOrDefault(member, List.of()).stream()
                                .mapToLong(Own::amountMinor)
                                .sum()));
        splits.values().forEach(split -> {
            // in the order of codes, so that the odd minor unit does not hang on the order of rows in the folder
            List<String> bearers =
                    split.weights().byMember().keySet().stream().sorted().toList();
            List<Long> lines = split.lines().stream().map(CostLine::amountMinor).toList();
            for (List<Long> parts : Apportionment.withCarriedError(
                    lines,
                    bearers.stream()
                            .map(bearer -> split.weights().byMember().getOrDefault(bearer, BigDecimal.ZERO))
                            .toList())) {
                for (int i = 0; i < bearers.size(); i++) {
                    split.parts().merge(bearers.get(i), parts.get(i), Math::addExact);
                }
            }
            split.parts().forEach((member, part) -> amounts.merge(member, part, Math::addExact));
        });
        return new SharingRule.Outcome.Shared(
                amounts, member -> explain(rule, member, amounts.getOrDefault(member, 0L)));
    }

    private Explanation explain(SharingRule rule, String member, long amount) {
        List<Explanation> parts = new ArrayList<>();
        for (Own one : own.getOrDefault(member, List.of())) {
            parts.add(Explanation.worked(one.line().text(), sharing.money(one.amountMinor()), one.how())
                    .by(one.line().illustrative() ? "bill line, illustrative" : "bill line"));
        }
        for (Split split : splits.values()) {
            Long part = split.parts().get(member);
            if (part != null) {
                parts.add(explain(split, member, part));
            }
        }
        return root(rule, sharing, member, amount, "sum of its parts", parts);
    }

    private Explanation explain(Split split, String member, long part) {
        Map<String, Long> byCategory = new LinkedHashMap<>();
        Map<String, Integer> count = new LinkedHashMap<>();
        for (CostLine line : split.lines()) {
            byCategory.merge(line.category(), line.amountMinor(), Math::addExact);
            count.merge(line.category(), 1, Integer::sum);
        }
        List<Explanation> parts = new ArrayList<>();
        parts.add(split.weights().of().apply(member));
        parts.add(Explanation.worked(
                "sum of the weights",
                split.weights().sum().toPlainString(),
                "over " + Counted.of(split.weights().byMember().size(), "members")));
        byCategory.forEach((category, minor) -> parts.add(Explanation.input(
                category + ", lines: " + count.getOrDefault(category, 0), sharing.money(minor), "bill", "")));
        return Explanation.worked(
                "its part of " + sharing.money(split.total()) + " by "
                        + split.weights().title(),
                sharing.money(part),
                "amount x weight / sum of the weights, line by line, largest remainder with the error carried on",
                parts);
    }

    /// The root of every explanation of an amount.
    static Explanation root(
            SharingRule rule, SharingCase sharing, String member, long amount, String how, List<Explanation> parts) {
        return new Explanation(
                "what " + member + " pays by \"" + rule.title() + "\"",
                sharing.money(amount),
                how,
                "rule " + rule.id() + ", version " + rule.version() + "; " + rule.source(),
                "",
                parts);
    }
}
