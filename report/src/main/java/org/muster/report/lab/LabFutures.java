package org.muster.report.lab;

import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.muster.lab.analysis.Box;
import org.muster.lab.analysis.Discovery;
import org.muster.lab.analysis.LabAnswer;
import org.muster.lab.analysis.Results;
import org.muster.report.write.Html;

/// In which futures reforms fall short: a box as a sentence, and all futures as a strip, those in the box first.
final class LabFutures {
    private static final int WIDTH = 720;

    /// Pieces of a strip at most; with more futures a piece is several of them, shaded by how many fall short.
    private static final int MOST_PIECES = 240;

    private LabFutures() {}

    static String section(LabAnswer answer) {
        Results results = answer.results();
        int decimals = Math.max(
                0,
                Currency.getInstance(results.question().alliance().currency()).getDefaultFractionDigits());
        StringBuilder out = new StringBuilder();
        for (String reform : results.reforms()) {
            Optional<Discovery> found = Discovery.unsatisfactory(results, reform, decimals);
            if (found.isEmpty()) {
                return "<p>So few futures tell of no box.</p>\n";
            }
            out.append("<section class=\"futures\"><h3>")
                    .append(Html.text(reform))
                    .append("</h3>\n<p>")
                    .append(Html.text(sentence(found.get(), results.names())))
                    .append("</p>\n")
                    .append(strip(
                            found.get().box(),
                            results.futures(),
                            Discovery.isUnsatisfactory(results, reform, decimals)))
                    .append("</section>\n");
        }
        return out.toString();
    }

    private static String sentence(Discovery found, List<String> names) {
        Box box = found.box();
        int all = box.all() + found.heldBack().all();
        int hits = box.allHits() + found.heldBack().allHits();
        String often =
                String.format(Locale.ROOT, "%s %s in %,d of %,d futures", found.reform(), found.what(), hits, all);
        if (hits == 0 || hits == all) {
            return often + ".";
        }
        if (box.bounds().isEmpty()) {
            return often + "; no box of futures tells in which.";
        }
        return often
                + String.format(
                        Locale.ROOT,
                        ", mostly when %s: %s %% of those futures lie there, and %s %% of what lies there is such (%s and"
                                + " %s %% on the half that the box was not found on).",
                        LabText.rule(box, names),
                        LabWords.percent(box.coverage()),
                        LabWords.percent(box.density()),
                        LabWords.percent(found.heldBack().coverage()),
                        LabWords.percent(found.heldBack().density()));
    }

    private static String strip(Box box, List<double[]> futures, boolean[] isShort) {
        int[] order = IntStream.range(0, isShort.length)
                .boxed()
                .sorted((one, other) -> Boolean.compare(box.holds(futures.get(other)), box.holds(futures.get(one))))
                .mapToInt(Integer::intValue)
                .toArray();
        int inside = (int) IntStream.of(order)
                .filter(f -> !box.bounds().isEmpty() && box.holds(futures.get(f)))
                .count();
        StringBuilder out = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg class=\"strip\" viewBox=\"0 0 %d 30\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"%d"
                        + " futures, the first %d of them in the box\">",
                WIDTH,
                order.length,
                inside));
        pieces(out, order, isShort, 0, inside);
        pieces(out, order, isShort, inside, order.length);
        if (inside > 0) {
            out.append(String.format(
                    Locale.ROOT,
                    "<rect class=\"box\" x=\"0\" y=\"24\" width=\"%.1f\" height=\"4\"/>",
                    WIDTH * inside / (double) order.length));
        }
        return out.append("</svg>\n").toString();
    }

    /// Pieces of futures that are all in the box, or all outside of it.
    private static void pieces(StringBuilder out, int[] order, boolean[] isShort, int from, int to) {
        int step = Math.max(1, (order.length + MOST_PIECES - 1) / MOST_PIECES);
        for (int at = from; at < to; ) {
            int end = Math.min(to, at + step);
            long shade = shade(order, isShort, at, end);
            // pieces of one shade that stand side by side are one
            while (end < to && shade(order, isShort, end, Math.min(to, end + step)) == shade) {
                end = Math.min(to, end + step);
            }
            out.append(String.format(
                    Locale.ROOT,
                    "<rect class=\"f%d\" x=\"%.2f\" y=\"2\" width=\"%.2f\" height=\"20\"/>",
                    shade,
                    WIDTH * at / (double) order.length,
                    WIDTH * (end - at) / (double) order.length));
            at = end;
        }
    }

    /// How many of some futures fall short, from 0 to 4.
    private static long shade(int[] order, boolean[] isShort, int from, int to) {
        int count = 0;
        for (int f = from; f < to; f++) {
            count += isShort[order[f]] ? 1 : 0;
        }
        return Math.round(4 * count / (double) (to - from));
    }
}
