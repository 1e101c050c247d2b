package org.muster.share.key;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.muster.alliance.key.Apportionment;
import org.muster.alliance.key.Key;
import org.muster.share.explain.Explanation;

/// Calls and refunds, each by its own key, and what every member pays on balance.
///
/// Parts of every movement add up to it to the minor unit (largest remainder).
///
/// Source: Council Decision (EU) 2022/2242, annex: calls on the 11th EDF key less a refund on the key of the 9th EDF.
public final class Settlement {
    /// Money that moves by a key.
    ///
    /// @param id          its name
    /// @param amountMinor minor units, not negative
    /// @param direction   whether members pay it or receive it
    /// @param key         for a call the key of its agreement; for a refund the key under which the money came in
    public record Movement(String id, long amountMinor, Direction direction, Key key) {
        public Movement {
            if (amountMinor < 0) {
                throw new IllegalArgumentException("movement " + id + " is below zero: a refund is a direction");
            }
        }
    }

    /// Which way money goes.
    public enum Direction {
        CALL,
        REFUND
    }

    /// What members pay.
    ///
    /// @param byMovement   minor units per movement and member, refunds below zero
    /// @param total        minor units per member on balance; below zero where it receives
    /// @param explanations why
    public record Settled(
            Map<String, Map<String, Long>> byMovement, Map<String, Long> total, Map<String, Explanation> explanations) {
        public Settled {
            byMovement = Collections.unmodifiableMap(new LinkedHashMap<>(byMovement));
            total = Collections.unmodifiableMap(new LinkedHashMap<>(total));
            explanations = Collections.unmodifiableMap(new LinkedHashMap<>(explanations));
        }
    }

    private Settlement() {}

    /// Settles movements; a key's members that another key does not have take no part in that other key's movements.
    public static Settled of(List<Movement> movements) {
        Set<String> members = new LinkedHashSet<>();
        movements.forEach(movement -> members.addAll(movement.key().shares().keySet()));
        Map<String, Map<String, Long>> byMovement = new LinkedHashMap<>();
        Map<String, Long> total = new LinkedHashMap<>();
        members.forEach(member -> total.put(member, 0L));
        Map<String, List<Explanation>> parts = new LinkedHashMap<>();
        for (Movement movement : movements) {
            Map<String, Long> amounts = amounts(movement);
            byMovement.put(movement.id(), amounts);
            amounts.forEach((member, minor) -> {
                total.merge(member, minor, Math::addExact);
                parts.computeIfAbsent(member, m -> new ArrayList<>()).add(explain(movement, member, minor));
            });
        }
        Map<String, Explanation> explanations = new LinkedHashMap<>();
        total.forEach((member, minor) -> explanations.put(
                member,
                Explanation.worked(
                        "what " + member + " pays on balance",
                        minor + " minor units",
                        "sum of its parts",
                        parts.getOrDefault(member, List.of()))));
        return new Settled(byMovement, total, explanations);
    }

    private static Map<String, Long> amounts(Movement movement) {
        List<String> members = List.copyOf(movement.key().shares().keySet());
        List<BigDecimal> weights = List.copyOf(movement.key().shares().values());
        List<Long> parts = Apportionment.byLargestRemainder(movement.amountMinor(), weights);
        Map<String, Long> amounts = new LinkedHashMap<>();
        for (int i = 0; i < members.size(); i++) {
            long part = parts.get(i);
            amounts.put(members.get(i), movement.direction() == Direction.CALL ? part : -part);
        }
        return amounts;
    }

    private static Explanation explain(Movement movement, String member, long minor) {
        Key key = movement.key();
        return Explanation.worked(
                        movement.id(),
                        minor + " minor units",
                        String.format(
                                Locale.ROOT,
                                "%s of %d x %s %%, largest remainder",
                                movement.direction() == Direction.CALL ? "call" : "refund",
                                movement.amountMinor(),
                                key.shareOf(member).toPlainString()),
                        Explanation.input(
                                "share of " + member + " in " + key.title(),
                                key.shareOf(member).toPlainString() + " %",
                                key.provenanceOf(member).source(),
                                "valid from " + key.validFrom()))
                .by(
                        movement.direction() == Direction.CALL
                                ? "key of the agreement"
                                : "key under which the money came in");
    }
}
