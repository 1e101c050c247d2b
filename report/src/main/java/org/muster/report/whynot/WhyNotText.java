package org.muster.report.whynot;

import java.util.List;
import java.util.stream.Collectors;
import org.muster.alliance.Alliance;
import org.muster.alliance.bill.Money;
import org.muster.plan.model.Rule;
import org.muster.plan.whynot.Change;
import org.muster.plan.whynot.Conflict;
import org.muster.plan.whynot.WhyNot;
import org.muster.report.bill.InventedText;
import org.muster.report.write.Paper;
import org.muster.report.write.Screen;

/// What stands in the way as text and as a page, with everybody that does not take part.
public final class WhyNotText {
    private final WhyNot.Answer answer;
    private final Alliance alliance;
    private final Paper paper = new Paper();

    private WhyNotText(WhyNot.Answer answer, Alliance alliance) {
        this.answer = answer;
        this.alliance = alliance;
    }

    /// All of it, as wide as the screen.
    public static String write(WhyNot.Answer answer, Alliance alliance, Screen screen) {
        return new WhyNotText(answer, alliance).whole().text(screen);
    }

    /// All of it as a page.
    public static String page(WhyNot.Answer answer, Alliance alliance) {
        String title = alliance.mission(answer.plan().mission()).orElseThrow().title();
        WhyNotText text = new WhyNotText(answer, alliance);
        text.paper.title("What stands in the way of " + title, "");
        Paper paper = text.whole();
        List<String> invented = answer.plan().illustrative();
        if (!invented.isEmpty()) {
            paper.sentence(InventedText.write(invented, new Screen(Integer.MAX_VALUE, false))
                    .strip());
        }
        return paper.page("Why not: " + title);
    }

    private Paper whole() {
        String status = answer.plan().status().word();
        paper.verdict(status, status + ": " + answer.plan().reason(), "  ");
        alliance.recordOf(answer.plan().mission())
                .ifPresent(record -> line(record.beside(answer.plan().coalition())));
        answer.conflicts().forEach(this::conflict);
        changes();
        absences();
        limits();
        return paper;
    }

    /// The answer without the conflicts and absences: what would change it.
    static String changes(WhyNot.Answer answer, Alliance alliance, Screen screen) {
        WhyNotText text = new WhyNotText(answer, alliance);
        text.changes();
        return text.paper.text(screen);
    }

    /// What kept the answer from being whole.
    static String limits(WhyNot.Answer answer, Alliance alliance, Screen screen) {
        WhyNotText text = new WhyNotText(answer, alliance);
        text.limits();
        return text.paper.text(screen);
    }

    private void line(String words) {
        paper.sentence(words, "  ");
    }

    private void conflict(Conflict conflict) {
        paper.gap();
        line(conflict.impossible() + ", because all of this holds (take away any one, and it can):");
        conflict.rules().forEach(rule -> paper.point(rule.sentence()));
    }

    private void changes() {
        answer.unprovided().ifPresent(day -> {
            paper.gap();
            line("What would change that: a follow-up phase with an essential line from " + day
                    + " on, or a waiver of the day after by a named authority, in the mission's file");
        });
        if (!answer.conflicts().isEmpty()) {
            String goal = answer.conflicts().getFirst().impossible().startsWith("line ") ? "it" : "the mission";
            paper.gap();
            line("Cheapest single change: "
                    + answer.single().map(c -> words(c, alliance)).orElse("no single one covers " + goal));
            line("Smallest set of changes: "
                    + answer.smallest().map(c -> words(c, alliance)).orElse("none covers " + goal));
        } else {
            answer.smallest().ifPresent(c -> {
                paper.gap();
                line("To have it take part: " + words(c, alliance));
            });
        }
    }

    private void absences() {
        if (!answer.absent().isEmpty()) {
            paper.gap();
            answer.absent().forEach(paper::entry);
        }
    }

    private void limits() {
        if (!answer.isComplete()) {
            paper.gap();
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
