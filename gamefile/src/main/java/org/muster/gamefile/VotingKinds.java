package org.muster.gamefile;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.muster.games.Coalitions;
import org.muster.games.Fraction;
import org.muster.games.concept.GameContent;
import org.muster.games.voting.VotingRule;
import org.muster.games.voting.WeightedVoting;
import org.muster.games.voting.WinsExpression;

/// Voting rules.
final class VotingKinds {
    static final List<String> KINDS = List.of("weighted_voting", "voting_rule");

    private final JsonFields fields;

    VotingKinds(JsonFields fields) {
        this.fields = fields;
    }

    /// The game of that kind; empty where flaws were found.
    Optional<SizedContent> read(String kind) {
        return switch (kind) {
            case "weighted_voting" -> weightedVoting();
            default -> votingRule();
        };
    }

    private Optional<SizedContent> weightedVoting() {
        List<Fraction> weights = fields.numbers("weights");
        Fraction quota = fields.number(fields.node("quota"), "quota", "quota");
        return fields.flaws().isEmpty()
                ? SizedContent.of(weights.size(), new GameContent.Voting(rule(weights, quota, "")))
                : Optional.empty();
    }

    private Optional<SizedContent> votingRule() {
        JsonNode criteria = fields.node("criteria");
        if (!criteria.isArray() || criteria.isEmpty()) {
            fields.flaw("criteria", "criteria is missing or empty", "Give a list of objects with weights and quota");
            return Optional.empty();
        }
        List<WeightedVoting> rules = new ArrayList<>();
        for (int k = 0; k < criteria.size(); k++) {
            String where = String.format(Locale.ROOT, "criteria[%d].", k);
            List<Fraction> weights = new ArrayList<>();
            for (JsonNode weight : criteria.get(k).path("weights")) {
                weights.add(fields.number(
                        weight, where + String.format(Locale.ROOT, "weights[%d]", weights.size()), "criteria"));
            }
            Fraction quota = fields.number(criteria.get(k).path("quota"), where + "quota", "criteria");
            rules.add(rule(weights, quota, where));
        }
        JsonNode text = fields.node("wins");
        if (!text.isTextual() && !text.isIntegralNumber()) {
            fields.flaw(
                    "wins",
                    "wins is missing",
                    "Give an expression over the numbers of the criteria, such as \"(1 and 2) or 3\"");
            return Optional.empty();
        }
        VotingRule rule = new VotingRule(rules, WinsExpression.parse(text.asText(), rules.size()));
        if (rule.voters() > Coalitions.MOST_PLAYERS) {
            fields.flaw(
                    "criteria",
                    String.format(Locale.ROOT, "a voting rule over several criteria has %d voters", rule.voters()),
                    "All coalitions are looked at: at most " + Coalitions.MOST_PLAYERS);
            return Optional.empty();
        }
        return SizedContent.of(rule.voters(), new GameContent.Rule(rule));
    }

    private WeightedVoting rule(List<Fraction> weights, Fraction quota, String where) {
        BigInteger common = quota.denominator();
        for (int i = 0; i < weights.size(); i++) {
            if (weights.get(i).sign() < 0) {
                fields.flaw(
                        where.isEmpty() ? "weights" : "criteria",
                        String.format(Locale.ROOT, "%sweights[%d] is negative: %s", where, i, weights.get(i)),
                        "Weights are not negative");
            }
            common = common.divide(common.gcd(weights.get(i).denominator()))
                    .multiply(weights.get(i).denominator());
        }
        if (!fields.flaws().isEmpty()) {
            return new WeightedVoting(1, List.of(1L));
        }
        Fraction unit = Fraction.of(common);
        return new WeightedVoting(
                quota.times(unit).numerator().longValueExact(),
                weights.stream()
                        .map(w -> w.times(unit).numerator().longValueExact())
                        .toList());
    }
}
