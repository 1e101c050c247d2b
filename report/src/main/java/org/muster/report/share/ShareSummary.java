package org.muster.report.share;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.muster.answer.PlanAnswer;
import org.muster.answer.ShareAnswer;
import org.muster.input.Counted;
import org.muster.plan.spare.Spare;
import org.muster.report.bill.GainWords;
import org.muster.report.bill.InventedText;
import org.muster.report.bill.RulesText;
import org.muster.report.bill.SpareWords;
import org.muster.report.plan.PlanSummary;
import org.muster.report.write.Screen;
import org.muster.share.WhoPays;

/// A shared bill as text that fits a screen: the bill, who pays under the rules, who can be spared, who gains.
public final class ShareSummary {
    private static final int MOST_NAMED = 6;

    /// What fits a screen.
    private static final int MOST_LINES = 40;

    /// So many rules have a line on any screen.
    private static final int LEAST_RULES = 6;

    private final ShareAnswer share;
    private final PlanAnswer report;
    private final Screen screen;
    private final StringBuilder out = new StringBuilder();

    private ShareSummary(ShareAnswer share, Screen screen) {
        this.share = share;
        this.report = share.plan();
        this.screen = screen;
    }

    /// The summary; what one member pays and why stands in it whole, where that is asked, and counts for nothing in
    /// whether the rest fits a screen.
    public static String write(ShareAnswer share, Screen screen) {
        String explanation = ShareText.explanation(share, screen);
        for (int rules = share.plan().whoPays().columns().size(); ; rules--) {
            ShareSummary text = new ShareSummary(share, screen);
            text.answer(rules);
            int after = text.out.length();
            text.rest();
            if (rules <= LEAST_RULES || text.out.chars().filter(c -> c == '\n').count() <= MOST_LINES) {
                return text.out.insert(after, explanation).toString();
            }
        }
    }

    private void answer(int rules) {
        out.append(PlanSummary.verdict(report, screen)).append('\n');
        bill(rules);
        spares();
        gains();
    }

    private void heading(String title) {
        out.append('\n').append(screen.bold(title)).append('\n');
    }

    /// @param rules that have a line, at most
    private void bill(int rules) {
        WhoPays whoPays = report.whoPays();
        int going = whoPays.participants().size();
        out.append(screen.wrapped(
                "The bill is " + whoPays.currency() + " " + report.grouped(whoPays.totalMinor()) + "; "
                        + Counted.of(going, "member goes", "members go")
                        + (going == 0 ? "" : ": " + String.join(", ", whoPays.participants())) + ".",
                "  "));
        if (!share.noGame().isEmpty()) {
            out.append(screen.wrapped("Costs of coalitions are not known: " + share.noGame() + ".", "  "));
        }
        heading("Who pays, by rule (" + whoPays.currency() + ")");
        out.append(RulesText.write(report, new GainWords(report).isDeclared(), rules, screen));
    }

    /// Without whom it fails, and who can be spared; many are counted, not named.
    private void spares() {
        out.append('\n');
        Map<Spare.Kept, List<String>> by = new EnumMap<>(Spare.Kept.class);
        share.spares()
                .singles()
                .forEach(spare ->
                        by.computeIfAbsent(spare.kept(), k -> new ArrayList<>()).add(report.nameOf(spare.member())));
        List<String> says = new ArrayList<>();
        for (Spare.Kept kept : List.of(Spare.Kept.NO, Spare.Kept.YES, Spare.Kept.LESS, Spare.Kept.UNKNOWN)) {
            List<String> names = by.getOrDefault(kept, List.of());
            if (!names.isEmpty()) {
                says.add(spared(kept, names));
            }
        }
        out.append(screen.wrapped(
                says.isEmpty() ? "Nobody goes, so there is nobody to spare." : String.join(" ", says), "  "));
    }

    private String spared(Spare.Kept kept, List<String> names) {
        return switch (kept) {
            case NO -> "Without " + named(names, "or") + " it fails.";
            case YES ->
                capitalised(named(names, "or")) + " can be spared, one at a time"
                        + (asks() ? ", if those asked say yes" : "") + ".";
            case LESS -> "Without " + named(names, "or") + " it goes on with less.";
            case UNKNOWN -> "Not found out in the time allowed: " + named(names, "and") + ".";
        };
    }

    private static String capitalised(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private boolean asks() {
        return share.spares().singles().stream()
                .anyMatch(spare -> !spare.asked().isEmpty());
    }

    private static String named(List<String> names, String last) {
        return names.size() <= MOST_NAMED ? SpareWords.listed(names, last) : "any of " + names.size() + " members";
    }

    private void gains() {
        GainWords words = new GainWords(report);
        if (!words.isDeclared()) {
            out.append(screen.wrapped(GainWords.UNDECLARED, "  "));
            return;
        }
        if (words.unknownLeavers().isPresent()) {
            out.append(screen.wrapped(words.unknownLeavers().get(), "  "));
            return;
        }
        List<String> leaving = words.leaving();
        List<String> staying = report.whoPays().columns().stream()
                .map(column -> column.rule().id())
                .filter(rule -> !leaving.contains(rule))
                .toList();
        out.append(screen.wrapped(
                leaving.isEmpty()
                        ? "Under no rule would somebody rather do only what is worth it to itself."
                        : "Under " + leaving.size() + " of " + (leaving.size() + staying.size())
                                + " rules somebody would rather do only what is worth it to itself"
                                + (staying.isEmpty()
                                        ? "."
                                        : "; under these nobody: " + String.join(", ", staying) + "."),
                "  "));
    }

    private void rest() {
        out.append(InventedText.write(report.illustrative(), screen))
                .append(screen.wrapped(
                        "More: --full for every amount and what is said beside it, --explain MEMBER, --html FILE, --json.",
                        "  "));
    }
}
