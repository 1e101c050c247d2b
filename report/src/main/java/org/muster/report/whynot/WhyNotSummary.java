package org.muster.report.whynot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muster.alliance.Alliance;
import org.muster.plan.model.Rule;
import org.muster.plan.whynot.Conflict;
import org.muster.plan.whynot.WhyNot;
import org.muster.report.write.Screen;

/// What stands in the way as text that fits a screen: the first conflicts, what would change it, and who is absent for
/// the same reason in one line.
public final class WhyNotSummary {
    private static final int MOST_CONFLICTS = 2;
    private static final int MOST_RULES = 5;
    private static final int MOST_REASONS = 6;

    private final WhyNot.Answer answer;
    private final Screen screen;
    private final StringBuilder out = new StringBuilder();

    private WhyNotSummary(WhyNot.Answer answer, Screen screen) {
        this.answer = answer;
        this.screen = screen;
    }

    /// The summary, as wide as the screen.
    public static String write(WhyNot.Answer answer, Alliance alliance, Screen screen) {
        WhyNotSummary text = new WhyNotSummary(answer, screen);
        text.line(answer.plan().status().word() + ": " + answer.plan().reason());
        alliance.recordOf(answer.plan().mission())
                .ifPresent(record -> text.line(record.beside(answer.plan().coalition())));
        answer.conflicts().stream().limit(MOST_CONFLICTS).forEach(text::conflict);
        text.more(answer.conflicts().size() - MOST_CONFLICTS, "that cannot be covered");
        text.out.append(WhyNotText.changes(answer, alliance, screen));
        text.absences();
        text.out.append(WhyNotText.limits(answer, alliance, screen));
        return text.out.toString();
    }

    private void line(String words) {
        out.append(screen.wrapped(words, "  "));
    }

    private void more(int left, String what) {
        if (left > 0) {
            line("And " + left + " more " + what + ": see --full.");
        }
    }

    private void conflict(Conflict conflict) {
        out.append('\n');
        line(conflict.impossible() + ", because all of this holds (take away any one, and it can):");
        conflict.rules().stream().limit(MOST_RULES).map(Rule::sentence).forEach(rule -> line("- " + rule));
        more(conflict.rules().size() - MOST_RULES, "that all have to hold");
    }

    private void absences() {
        if (answer.absent().isEmpty()) {
            return;
        }
        Map<String, List<String>> byReason = new LinkedHashMap<>();
        answer.absent()
                .forEach((id, reason) -> byReason.computeIfAbsent(withoutName(id, reason), k -> new ArrayList<>())
                        .add(id));
        out.append('\n');
        List<Map.Entry<String, List<String>>> reasons = byReason.entrySet().stream()
                .sorted((a, b) ->
                        Integer.compare(b.getValue().size(), a.getValue().size()))
                .toList();
        reasons.stream()
                .limit(MOST_REASONS)
                .forEach(reason -> line(String.join(", ", reason.getValue()) + ": " + reason.getKey()));
        more(
                reasons.stream()
                        .skip(MOST_REASONS)
                        .mapToInt(reason -> reason.getValue().size())
                        .sum(),
                "absent for other reasons");
    }

    /// The reason without the name of whom it is about, so that equal reasons are told once.
    private static String withoutName(String id, String reason) {
        String bare = reason.startsWith("pool ") ? reason.substring("pool ".length()) : reason;
        return bare.startsWith(id + " ") ? bare.substring(id.length() + 1) : reason;
    }
}
