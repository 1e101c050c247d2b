package org.muster.report.game;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.muster.games.Fraction;
import org.muster.games.Label;
import org.muster.games.concept.Concept;
import org.muster.games.concept.Outcome;
import org.muster.games.concept.Value;

/// The answer to one concept as it is shown.
///
/// @param concept the name by which it was asked for
/// @param seconds that it took
/// @param outcome what became of the question
public record Solution(String concept, double seconds, Outcome outcome) {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /// Answers a concept under a name that it was asked for by.
    public static Solution of(Concept concept, String askedAs) {
        long start = System.nanoTime();
        Outcome outcome = concept.answer();
        return new Solution(askedAs, (System.nanoTime() - start) / 1e9, outcome);
    }

    private Optional<Outcome.Answered> found() {
        return outcome instanceof Outcome.Answered answered ? Optional.of(answered) : Optional.empty();
    }

    /// Whether there is a value.
    public boolean answered() {
        return found().isPresent();
    }

    /// Why there is no value, empty where there is one.
    public String why() {
        return switch (outcome) {
            case Outcome.Answered answered -> "";
            case Outcome.NotDefined none -> none.why();
            case Outcome.Failed failed -> failed.why();
        };
    }

    /// A number, a truth value or a list; null where there is none.
    JsonNode value() {
        return found().map(answered -> value(answered.value())).orElseGet(NODES::nullNode);
    }

    private static JsonNode value(Value value) {
        return switch (value) {
            case Value.PerPlayer each ->
                each.fractions().map(exact -> numbers(each.numbers(), exact)).orElseGet(() -> numbers(each.numbers()));
            case Value.Single one ->
                one.fraction()
                        .map(exact -> number(one.number(), exact))
                        .orElseGet(() -> NODES.numberNode(one.number() + 0.0));
            case Value.Truth truth -> NODES.booleanNode(truth.holds());
            case Value.Points points ->
                points.fractions().map(exact -> rows(points.points(), exact)).orElseGet(() -> rows(points.points()));
            case Value.OfPairs pairs -> rows(pairs.rows());
            case Value.OfCoalitions all -> numbers(all.numbers());
        };
    }

    private static JsonNode rows(List<List<Double>> rows) {
        ArrayNode array = NODES.arrayNode();
        rows.forEach(row -> array.add(numbers(row)));
        return array;
    }

    private static JsonNode rows(List<List<Double>> rows, List<List<Fraction>> exact) {
        ArrayNode array = NODES.arrayNode();
        for (int i = 0; i < rows.size(); i++) {
            array.add(numbers(rows.get(i), exact.get(i)));
        }
        return array;
    }

    private static JsonNode numbers(List<Double> values, List<Fraction> exact) {
        ArrayNode array = NODES.arrayNode();
        for (int i = 0; i < values.size(); i++) {
            array.add(number(values.get(i), exact.get(i)));
        }
        return array;
    }

    /// The number itself where it is a decimal that ends, else the double next to it.
    private static JsonNode number(double nearest, Fraction exact) {
        Optional<BigDecimal> decimal = Fraction.exactly(nearest).equals(exact)
                ? Optional.empty()
                : ShownFraction.of(exact.toString()).ending();
        return decimal.<JsonNode>map(NODES::numberNode).orElseGet(() -> NODES.numberNode(nearest + 0.0));
    }

    /// The value exactly, missing where it is not known.
    Optional<JsonNode> fraction() {
        return found().flatMap(answered -> fraction(answered.value()));
    }

    private static Optional<JsonNode> fraction(Value value) {
        return switch (value) {
            case Value.PerPlayer each -> each.fractions().map(Solution::fractions);
            case Value.Single one -> one.fraction().map(f -> NODES.textNode(f.toString()));
            case Value.Points points ->
                points.fractions().map(all -> {
                    ArrayNode array = NODES.arrayNode();
                    all.forEach(row -> array.add(fractions(row)));
                    return array;
                });
            case Value.Truth truth -> Optional.empty();
            case Value.OfPairs pairs -> Optional.empty();
            case Value.OfCoalitions all -> Optional.empty();
        };
    }

    /// How sure the value is; exact where there is none.
    Label label() {
        return found().map(Outcome.Answered::label).orElseGet(Label.Exact::new);
    }

    /// Passes over all coalitions that it took.
    public int scans() {
        return found().map(Outcome.Answered::scans).orElse(0);
    }

    /// Linear programs that it took.
    public int lps() {
        return found().map(Outcome.Answered::lps).orElse(0);
    }

    /// What proves the value, missing where nothing was asked for or needed.
    public Optional<ObjectNode> certificate() {
        return found().flatMap(Outcome.Answered::proof).map(Proofs::of);
    }

    static JsonNode numbers(List<Double> values) {
        var array = NODES.arrayNode(values.size());
        values.forEach(x -> array.add(x + 0.0)); // no -0.0
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
    public ObjectNode json() {
        ObjectNode node = NODES.objectNode();
        node.put("concept", concept);
        node.set("value", value());
        fraction().ifPresent(f -> node.set("fraction", f));
        if (answered()) {
            node.put("label", label().word());
            switch (label()) {
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
            node.put("label", outcome instanceof Outcome.Failed ? "failed" : "undefined");
            node.put("why", why());
        }
        found().flatMap(Outcome.Answered::drawn).ifPresent(drawn -> {
            node.put("evaluations", drawn.evaluations());
            node.put("seed", drawn.seed());
        });
        node.put("seconds", seconds);
        node.put("scans", scans());
        node.put("lps", lps());
        node.set("certificate", certificate().<JsonNode>map(c -> c).orElseGet(NODES::nullNode));
        return node;
    }
}
