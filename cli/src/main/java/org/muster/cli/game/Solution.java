package org.muster.cli.game;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.muster.games.Answer;
import org.muster.games.Fraction;
import org.muster.games.Label;

/// The answer to one concept.
///
/// @param value       a number, a truth value or a list
/// @param fraction    the same exactly, missing where it is not known
/// @param certificate what proves it, missing where nothing was asked for or needed
/// @param drawn       how it was estimated, missing where it was not
/// @param why         why there is no value, empty where there is one
/// @param outcome     whether there is a value, and if not whether that is a fact about the game
record Solution(
        String concept,
        JsonNode value,
        Optional<JsonNode> fraction,
        Label label,
        double seconds,
        int scans,
        int lps,
        Optional<JsonNode> certificate,
        String why,
        Outcome outcome,
        Optional<ObjectNode> drawn) {
    /// What became of a question.
    enum Outcome {
        ANSWERED,
        /// The concept does not exist for this game, which is proved.
        UNDEFINED,
        /// It could not be worked out: a limit was met, or a proof failed.
        FAILED
    }

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /// One number per player, or a single one.
    static Solution of(String concept, Answer answer, boolean single) {
        return new Solution(
                concept,
                single ? NODES.numberNode(answer.values().getFirst()) : numbers(answer.values()),
                answer.fractions().map(f -> single ? NODES.textNode(f.getFirst().toString()) : fractions(f)),
                answer.label(),
                0,
                answer.scans(),
                answer.lps(),
                Optional.empty(),
                "",
                Outcome.ANSWERED,
                Optional.empty());
    }

    static Solution of(String concept, JsonNode value, Label label, int scans, int lps) {
        return new Solution(
                concept,
                value,
                Optional.empty(),
                label,
                0,
                scans,
                lps,
                Optional.empty(),
                "",
                Outcome.ANSWERED,
                Optional.empty());
    }

    /// The concept does not exist for this game.
    static Solution undefined(String concept, String why) {
        return none(concept, why, Outcome.UNDEFINED);
    }

    /// No answer was found that holds.
    static Solution failed(String concept, String why) {
        return none(concept, why, Outcome.FAILED);
    }

    private static Solution none(String concept, String why, Outcome outcome) {
        return new Solution(
                concept,
                NODES.nullNode(),
                Optional.empty(),
                new Label.Exact(),
                0,
                0,
                0,
                Optional.empty(),
                why,
                outcome,
                Optional.empty());
    }

    boolean answered() {
        return outcome == Outcome.ANSWERED;
    }

    /// The same numbers where the game that was solved holds them rounded only: no fractions, and no proof.
    ///
    /// @param tolerance how far the values of the game may be off
    Solution rounded(double tolerance) {
        boolean exact = label instanceof Label.Exact || label instanceof Label.Certified;
        return !answered() || !exact
                ? this
                : new Solution(
                        concept,
                        value,
                        Optional.empty(),
                        new Label.Numerical(tolerance),
                        seconds,
                        scans,
                        lps,
                        Optional.empty(),
                        why,
                        outcome,
                        drawn);
    }

    Solution with(JsonNode proof) {
        return new Solution(
                concept, value, fraction, label, seconds, scans, lps, Optional.of(proof), why, outcome, drawn);
    }

    Solution named(String name, double took) {
        return new Solution(name, value, fraction, label, took, scans, lps, certificate, why, outcome, drawn);
    }

    Solution drawn(ObjectNode how) {
        return new Solution(
                concept, value, fraction, label, seconds, scans, lps, certificate, why, outcome, Optional.of(how));
    }

    static JsonNode numbers(List<Double> values) {
        var array = NODES.arrayNode(values.size());
        values.forEach(array::add);
        return array;
    }

    /// Null where too few coalitions were looked at for a bound.
    private static JsonNode bounds(List<Double> values) {
        var array = NODES.arrayNode(values.size());
        values.forEach(x -> array.add(Double.isFinite(x) ? NODES.numberNode(x) : NODES.nullNode()));
        return array;
    }

    static JsonNode fractions(List<Fraction> fractions) {
        var array = NODES.arrayNode(fractions.size());
        fractions.forEach(f -> array.add(f.toString()));
        return array;
    }

    /// As it stands in the JSON answer.
    ObjectNode json() {
        ObjectNode node = NODES.objectNode();
        node.put("concept", concept);
        node.set("value", value);
        fraction.ifPresent(f -> node.set("fraction", f));
        if (answered()) {
            node.put("label", label.word());
            switch (label) {
                case Label.Numerical n -> node.put("tolerance", n.tolerance());
                case Label.Estimated e -> {
                    node.set("lower", bounds(e.lower()));
                    node.set("upper", bounds(e.upper()));
                    node.put("confidence", e.confidence());
                }
                case Label.Exact e -> {}
                case Label.Certified c -> {}
            }
        } else {
            node.put("label", outcome == Outcome.FAILED ? "failed" : "undefined");
            node.put("why", why);
        }
        drawn.ifPresent(node::setAll);
        node.put("seconds", seconds);
        node.put("scans", scans);
        node.put("lps", lps);
        node.set("certificate", certificate.orElseGet(NODES::nullNode));
        return node;
    }
}
