package org.muster.report.invest;

import java.util.List;
import java.util.Locale;
import org.muster.invest.NeedInCommon;
import org.muster.report.write.Html;

/// How often how much is needed, as a drawing: falling steps, what is held in common up to a line, beyond it what is
/// dearer and what nobody has.
final class NeedChart {
    private static final int WIDTH = 480;
    private static final int HEIGHT = 220;
    private static final int LEFT = 46;
    private static final int TOP = 24;
    private static final int RIGHT = 12;
    private static final int BOTTOM = 34;

    private final NeedInCommon need;
    private final double units;
    private final double times;

    private NeedChart(NeedInCommon need) {
        this.need = need;
        long last = Math.max(
                need.needed().getLast().units(),
                need.missing().isEmpty() ? 0 : need.missing().getLast().units());
        this.units = (double) Math.max(last, Math.min(need.held(), 2 * last));
        double most = need.needed().getFirst().times().doubleValue();
        this.times = need.missing().isEmpty()
                ? most
                : Math.max(most, need.missing().getFirst().times().doubleValue());
    }

    /// @param unit in the plural
    static String svg(NeedInCommon need, String unit) {
        return new NeedChart(need).drawn(unit);
    }

    private String drawn(String unit) {
        StringBuilder out = new StringBuilder();
        out.append(String.format(
                Locale.ROOT,
                "<svg class=\"need\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">\n",
                WIDTH,
                HEIGHT,
                Html.text("How often at least so many " + unit + " are needed in a year")));
        double held = Math.min((double) need.held(), units);
        area(out, "held", need.needed(), 0, held);
        area(out, "dearer", need.needed(), held, units);
        area(out, "gap", need.missing(), held, units);
        if (need.held() > 0) {
            out.append(String.format(
                    Locale.ROOT,
                    "<line class=\"mark\" x1=\"%1$.1f\" x2=\"%1$.1f\" y1=\"%2$d\" y2=\"%3$d\"/>\n",
                    x(held),
                    TOP,
                    HEIGHT - BOTTOM));
        }
        axes(out, unit);
        return out.append("</svg>\n").toString();
    }

    /// What lies under the steps between two numbers of units.
    private void area(StringBuilder out, String kind, List<NeedInCommon.Tail> tails, double from, double to) {
        if (tails.isEmpty() || from >= to) {
            return;
        }
        StringBuilder path = new StringBuilder(String.format(Locale.ROOT, "M%.1f %.1f", x(from), y(0)));
        double at = from;
        for (NeedInCommon.Tail tail : tails) {
            if (tail.units() > at) {
                double next = Math.min((double) tail.units(), to);
                double height = y(tail.times().doubleValue());
                path.append(String.format(Locale.ROOT, "L%.1f %.1fL%.1f %.1f", x(at), height, x(next), height));
                at = next;
            }
        }
        path.append(String.format(Locale.ROOT, "L%.1f %.1fZ", x(at), y(0)));
        out.append("<path class=\"").append(kind).append("\" d=\"").append(path).append("\"/>\n");
    }

    private void axes(StringBuilder out, String unit) {
        out.append(String.format(
                Locale.ROOT, "<path class=\"axis\" d=\"M%d %dV%dH%d\"/>\n", LEFT, TOP, HEIGHT - BOTTOM, WIDTH - RIGHT));
        for (int k = 0; k <= 2; k++) {
            double value = times * k / 2;
            label(out, LEFT - 5, y(value) + 4, "end", String.format(Locale.ROOT, "%.2f", value));
        }
        for (int k = 0; k <= 4; k++) {
            // Marks stand at whole units.
            double value = Math.rint(units * k / 4);
            if (k == 0 || k == 4 || units >= 4) {
                label(
                        out,
                        x(value),
                        HEIGHT - BOTTOM + 14,
                        k == 4 ? "end" : "middle",
                        String.format(Locale.ROOT, "%,.0f", value));
            }
        }
        label(out, WIDTH - RIGHT, HEIGHT - 4, "end", unit);
        label(out, 2, 11, "start", "times a year");
    }

    private static void label(StringBuilder out, double x, double y, String anchor, String text) {
        out.append(String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>\n",
                x,
                y,
                anchor,
                Html.text(text)));
    }

    private double x(double some) {
        return LEFT + some / units * (WIDTH - LEFT - RIGHT);
    }

    private double y(double some) {
        return HEIGHT - BOTTOM - some / times * (HEIGHT - TOP - BOTTOM);
    }
}
