package org.muster.web.ask;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muster.input.Nearest;
import org.muster.input.Place;
import org.muster.input.Problem;
import org.muster.input.Shown;
import org.muster.web.http.Ask;
import org.muster.web.http.Code;
import org.muster.web.http.Fault;
import org.muster.web.http.Query;
import org.muster.web.shelf.Held;

/// A question sent as JSON: what an address says of a variant, field by field.
///
/// @param root an object
public record VariantAsked(JsonNode root) {
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(com.fasterxml.jackson.core.JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    /// Reads what was sent.
    ///
    /// @param names fields that it may have
    /// @throws Fault where it is no JSON object, or has another field
    public static VariantAsked sent(Ask ask, String... names) {
        String text = ask.json()
                .orElseThrow(() -> new Fault(
                        Code.PARAMETER,
                        "send JSON, with the header Content-Type: application/json. {} asks for nothing"
                                + " beside the folder"));
        JsonNode root;
        try {
            root = JSON.readTree(text.isBlank() ? "{}" : text);
        } catch (JsonProcessingException broken) {
            Place place = new Place(
                    "body",
                    broken.getLocation().getLineNr(),
                    broken.getLocation().getColumnNr());
            throw Fault.at(
                    Code.PARAMETER,
                    List.of(new Problem(place, "this is not valid JSON", "Send one JSON object.")),
                    "the JSON cannot be read: line " + place.line() + ", column " + place.column() + " is not valid");
        }
        if (!root.isObject()) {
            throw new Fault(Code.PARAMETER, "a question is a JSON object. {} asks for nothing beside the folder");
        }
        for (Map.Entry<String, JsonNode> field : root.properties()) {
            if (!Arrays.asList(names).contains(field.getKey())) {
                throw new Fault(
                        Code.PARAMETER,
                        "no field is called \"" + Shown.plain(field.getKey()) + "\". "
                                + Nearest.advice(field.getKey(), Arrays.asList(names)));
            }
        }
        return new VariantAsked(root);
    }

    /// Refuses what was meant for a folder as it was.
    ///
    /// @throws Fault where the question names another revision
    public VariantAsked of(Held held) {
        JsonNode revision = root.path("revision");
        if (!revision.isMissingNode() && (!revision.isIntegralNumber() || revision.asLong() != held.revision())) {
            throw new Fault(
                    Code.STALE,
                    "the folder is at revision " + held.revision() + " now. Look at it again, and ask with that");
        }
        return this;
    }

    /// What it tries, as an address says it.
    public Query query() {
        Query query = Query.NONE
                .with("must", texts("must"))
                .with("mustNot", texts("mustNot"))
                .with("free", texts("free"))
                .with("off", texts("off"))
                .with("set", settings())
                .with("known_at", text("known_at").stream().toList());
        JsonNode seconds = root.path("seconds");
        if (seconds.isIntegralNumber()) {
            query = query.with("seconds", List.of(seconds.asText()));
        } else if (!seconds.isMissingNode() && !seconds.isNull()) {
            throw new Fault(Code.PARAMETER, "\"seconds\" is a whole number");
        }
        JsonNode waiver = root.path("waiver");
        if (waiver.isObject()) {
            query = query.with("waive", List.of(waiver.path("authority").asText("")))
                    .with("waiveDate", List.of(waiver.path("date").asText("")))
                    .with("waiveReason", List.of(waiver.path("reason").asText("")));
        } else if (!waiver.isMissingNode() && !waiver.isNull()) {
            throw new Fault(Code.PARAMETER, "\"waiver\" is an object with authority, date and reason");
        }
        return query;
    }

    /// A text that it holds.
    public Optional<String> text(String name) {
        JsonNode node = root.path(name);
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        if (!node.isTextual()) {
            throw new Fault(Code.PARAMETER, "\"" + name + "\" is a text");
        }
        return Optional.of(node.asText());
    }

    /// Texts that it holds.
    public List<String> texts(String name) {
        JsonNode node = root.path(name);
        List<String> texts = new ArrayList<>();
        if (!node.isArray() && !node.isMissingNode()) {
            throw new Fault(Code.PARAMETER, "\"" + name + "\" is a list of texts");
        }
        for (JsonNode one : node) {
            if (!one.isTextual() || one.asText().contains(",")) {
                throw new Fault(Code.PARAMETER, "\"" + name + "\" is a list of texts without commas");
            }
            texts.add(one.asText());
        }
        return texts;
    }

    private List<String> settings() {
        JsonNode node = root.path("set");
        List<String> settings = new ArrayList<>();
        if (!node.isArray() && !node.isMissingNode()) {
            throw new Fault(Code.PARAMETER, "\"set\" is a list of objects with thing, id, field and value");
        }
        for (JsonNode one : node) {
            List<String> parts = new ArrayList<>();
            for (String part : List.of("thing", "id", "field", "value")) {
                JsonNode value = one.path(part);
                if (!value.isValueNode()) {
                    throw new Fault(Code.PARAMETER, "\"set\" is a list of objects with thing, id, field and value");
                }
                parts.add(value.asText());
            }
            settings.add(String.join(":", parts));
        }
        return settings;
    }
}
