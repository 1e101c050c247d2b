package org.muster.report.pledge;

import java.util.List;
import java.util.Optional;

/// A row of values as a line of blocks, one a value.
public final class Sparkline {
    private static final String BLOCKS = "\u2581\u2582\u2583\u2584\u2585\u2586\u2587\u2588";

    private Sparkline() {}

    /// @param values what is shown; a value that is not known is a blank
    /// @param least  the value of the lowest block
    /// @param most   the value of the highest one
    static String of(List<Optional<Double>> values, double least, double most) {
        StringBuilder line = new StringBuilder();
        for (Optional<Double> value : values) {
            line.append(value.map(v -> block(v, least, most)).orElse(' '));
        }
        return line.toString();
    }

    private static char block(double value, double least, double most) {
        double share = most > least ? (value - least) / (most - least) : 0.5;
        int index = (int) Math.floor(share * BLOCKS.length());
        return BLOCKS.charAt(Math.clamp(index, 0, BLOCKS.length() - 1));
    }
}
