package org.muster.report.write;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/// Trees of JSON: what is not known is null, and computed numbers have six digits.
public final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final MathContext SIX_DIGITS = new MathContext(6, RoundingMode.HALF_EVEN);

    private Json() {}

    /// The root of a report, which begins with what it is.
    ///
    /// @param format  its name, such as `muster-plan`
    /// @param version of the format, raised where what was there before means something else
    public static ObjectNode head(String format, String version) {
        return object().put("format", format).put("version", version);
    }

    /// An empty object.
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /// Puts a value that may not be known: then null.
    public static void put(ObjectNode node, String name, Optional<?> value) {
        if (value.isEmpty()) {
            node.putNull(name);
            return;
        }
        switch (value.get()) {
            case Boolean truth -> node.put(name, truth);
            case Integer number -> node.put(name, number);
            case Long number -> node.put(name, number);
            case Double number -> node.put(name, rounded(number));
            case BigDecimal number -> node.put(name, number);
            default -> node.put(name, value.get().toString());
        }
    }

    /// A computed number: six digits, and none of them in an exponent.
    public static BigDecimal rounded(double number) {
        BigDecimal six = BigDecimal.valueOf(number).round(SIX_DIGITS);
        return (six.scale() > 9 ? six.setScale(9, RoundingMode.HALF_EVEN) : six)
                                .stripTrailingZeros()
                                .scale()
                        < 0
                ? six.setScale(0, RoundingMode.HALF_EVEN)
                : (six.scale() > 9 ? six.setScale(9, RoundingMode.HALF_EVEN) : six);
    }

    /// A computed number with two decimals, for charts.
    public static BigDecimal hundredths(double number) {
        return BigDecimal.valueOf(number).setScale(2, RoundingMode.HALF_EVEN);
    }

    /// Without blanks, for programs.
    public static String compact(JsonNode root) {
        return root.toString();
    }

    /// The tree, indented, ending in a line end.
    public static String text(JsonNode root) {
        try {
            return MAPPER.writeValueAsString(root) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of texts and numbers", impossible);
        }
    }
}
