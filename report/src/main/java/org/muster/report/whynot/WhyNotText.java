package org.muster.report.whynot;

import java.util.stream.Collectors;
import org.muster.alliance.Alliance;
import org.muster.alliance.bill.Money;
import org.muster.plan.model.Rule;
import org.muster.plan.whynot.Change;
import org.muster.plan.whynot.Conflict;
import org.muster.plan.whynot.WhyNot;
import org.muster.report.write.Screen;

/// What stands in the way as text, with everybody that does not take part.
public final class WhyNotText {
    private final WhyNot.Answer answer;
    private final Alliance alliance;
    private final Screen screen;
    private final StringBuilder out = new StringBuilder();

    private WhyNotText(WhyNot.Answer answer, Alliance alliance, Screen screen) {
        this.answer = answer;
        this.alliance = alliance;
        this.screen = screen;
    }

    /// All of it, as wide as the screen.
    public static String write(WhyNot.Answer answer, Alliance alliance, Screen screen) {
        WhyNotText text = new WhyNotText(answer, alliance, screen);
        text.line(answer.plan().status().word() + ": " + answer.plan().reason());
        alliance.recordOf(answer.plan().mission())
                .ifPresent(record -> text.line(record.beside(answer.plan().coalition())));
        answer.conflicts().forEach(text::conflict);
        text.changes();
        text.absences();
        text.limits();
        return text.out.toString();
    }

    /// The answer without the conflicts and absences: what would change it.
    static String changes(WhyNot.Answer answer, Alliance alliance, Screen screen) {
        WhyNotText text = new WhyNotText(answer, alliance, screen);
        text.changes();
        return text.out.toString();
    }

    /// What kept the answer from being whole.
    static String limits(WhyNot.Answer answer, Alliance alliance, Screen screen) {
        WhyNotText text = new WhyNotText(answer, alliance, screen);
        text.limits();
        return text.out.toString();
    }

    private void line(String words) {
        out.append(screen.wrapped(words, "  "));
    }

    private void conflict(Conflict conflict) {
        out.append('\n');
        line(conflict.impossible() + ", because all of this holds (take away any one, and it can):");
        conflict.rules().forEach(rule -> line("- " + rule.sentence()));
    }

    private void changes() {
        answer.unprovided().ifPresent(day -> {
            out.append('\n');
            line("What would change that: a follow-up phase with an essential line from " + day
                    + " on, or a waiver of the day after by a named authority, in the mission's file");
        });
        if (!answer.conflicts().isEmpty()) {
            String goal = answer.conflicts().getFirst().impossible().startsWith("line ") ? "it" : "the mission";
            out.append('\n');
            line("Cheapest single change: "
                    + answer.single().map(c -> words(c, alliance)).orElse("no single one covers " + goal));
            line("Smallest set of changes: "
                    + answer.smallest().map(c -> words(c, alliance)).orElse("none covers " + goal));
        } else {
            answer.smallest().ifPresent(c -> {
                out.append('\n');
                line("To have it take part: " + words(c, alliance));
            });
        }
    }

    private void absences() {
        if (!answer.absent().isEmpty()) {
            out.append('\n');
            answer.absent().forEach((id, reason) -> line(id + ": " + reason));
        }
    }

    private void limits() {
        if (!answer.isComplete()) {
            out.append('\n');
            line("The time allowed is over: this is what was found until then. Allow more with --seconds.");
        }
    }

    /// A change in words, with its price and who would pay it.
    static String words(Change change, Alliance alliance) {
        StringBuilder words = new StringBuilder();
        for (Rule rule : change.lifts()) {
            words.append(words.isEmpty() ? "" : "; and ")
                    .append("lift \"")
                    .append(rule.sentence())
                    .append('"');
        }
        change.added()
                .forEach((line, units) -> words.append(", finding ")
                        .append(units)
                        .append(" more for ")
                        .append(line));
        change.beyond()
                .forEach((pool, units) -> words.append(", ")
                        .append(units)
                        .append(" more than pool ")
                        .append(pool)
                        .append(" has"));
        String currency = alliance.currency();
        if (words.isEmpty()) {
            words.append("nothing has to be lifted");
        }
        if (!change.isPriced()) {
            return words + ": nobody asks a price for what nobody offers, so what the mission then costs is not known";
        }
        return words + ": the mission then costs " + Money.words(change.costMinor(), currency) + ", "
                + Money.words(Math.abs(change.priceMinor()), currency)
                + (change.priceMinor() >= 0 ? " more" : " less") + " than the plan as it stands"
                + payers(change, currency);
    }

    private static String payers(Change change, String currency) {
        if (change.payers().isEmpty()) {
            return "";
        }
        return "; where costs lie where they fall, "
                + change.payers().entrySet().stream()
                        .map(e -> e.getKey() + " " + Money.words(Math.abs(e.getValue()), currency)
                                + (e.getValue() > 0 ? " more" : " less"))
                        .collect(Collectors.joining(", "));
    }
}
