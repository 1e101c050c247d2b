package org.muster.report.bill;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.muster.report.write.Screen;

/// How much of a plan is invented, by kind and count.
public final class InventedText {
    /// How a phrase of a plan begins, and what such phrases are called, one and many of them.
    private record Kind(String before, String one, String many) {}

    private static final List<Kind> KINDS = List.of(
            new Kind("mission ", "the mission as a whole", "missions as a whole"),
            new Kind("quantity of line ", "the quantity of a line", "quantities of %d lines"),
            new Kind("quantity of offer ", "the quantity of an offer", "quantities of %d offers"),
            new Kind("costs of offer ", "the costs of an offer", "costs of %d offers"),
            new Kind("shares of pool ", "the shares of a pool", "shares of %d pools"),
            new Kind("costs of pool ", "the costs of a pool", "costs of %d pools"),
            new Kind(
                    "compensation for released units of pool ",
                    "what released units of a pool are paid",
                    "what released units of %d pools are paid"),
            new Kind("price of charter ", "the price of a charter", "prices of %d charters"),
            new Kind("amount of cost ", "the amount of a cost", "amounts of %d costs"),
            new Kind("policy ", "a policy", "%d policies"),
            new Kind("stance of ", "a stance", "%d stances"),
            new Kind("caveat ", "a caveat", "%d caveats"),
            new Kind("key ", "a key", "%d keys"),
            new Kind("share of ", "shares of a key", "shares of %d keys"),
            new Kind("worth of the mission", "the mission's worth", "%d worths"),
            new Kind("worth and benefits of line ", "the worth of a line", "the worth of %d lines"),
            new Kind("benefit of ", "a benefit", "%d benefits"),
            new Kind("opt-out of ", "an opt-out", "%d opt-outs"),
            new Kind("credit of ", "a credit", "%d credits"),
            new Kind("agreement ", "an agreement", "%d agreements"));

    private InventedText() {}

    /// One sentence that counts them by kind; empty where nothing is invented.
    ///
    /// @param illustrative what rests on invented figures, each a kind and then a name (see `Plan.illustrative`)
    public static String write(List<String> illustrative, Screen screen) {
        if (illustrative.isEmpty()) {
            return "";
        }
        List<String> words = new ArrayList<>();
        Set<String> told = new HashSet<>();
        for (Kind kind : KINDS) {
            List<String> of = illustrative.stream()
                    .filter(phrase -> phrase.startsWith(kind.before()))
                    .toList();
            told.addAll(of);
            if (!of.isEmpty()) {
                words.add(of.size() == 1 ? kind.one() : String.format(Locale.ROOT, kind.many(), of.size()));
            }
        }
        illustrative.stream().filter(phrase -> !told.contains(phrase)).forEach(words::add);
        return screen.wrapped("Invented (illustrative), not published: " + String.join(", ", words) + ".", "  ");
    }
}
