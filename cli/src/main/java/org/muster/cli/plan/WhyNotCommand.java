package org.muster.cli.plan;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muster.alliance.Alliance;
import org.muster.alliance.bill.Money;
import org.muster.alliance.folder.Shown;
import org.muster.alliance.mission.Mission;
import org.muster.cli.Folders;
import org.muster.cli.MissionArguments;
import org.muster.cli.Terminal;
import org.muster.plan.Plan;
import org.muster.plan.model.Rule;
import org.muster.plan.solve.SolveOptions;
import org.muster.plan.whynot.Change;
import org.muster.plan.whynot.Conflict;
import org.muster.plan.whynot.WhyNot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `muster why-not FOLDER MISSION [MEMBER|REQUIREMENT]`: what stands in the way, and the cheapest change.
@Command(
        name = "why-not",
        description = "Says what stands in the way of a mission, a line, a member or a pool, and the cheapest change.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis = {
            "",
            "  muster why-not examples/wales-2014 libya-2011",
            "  muster why-not examples/wales-2014 libya-2011 DEU",
            "",
            "       muster why-not [OPTIONS] FOLDER MISSION [MEMBER|POOL|LINE]"
        },
        footer = {"", "Exit code: 0 nothing essential is missing, 1 something is, 2 bad input."})
public final class WhyNotCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private CommandSpec spec;

    @Mixin
    private final MissionArguments arguments = new MissionArguments();

    @Parameters(index = "2", arity = "0..1", paramLabel = "MEMBER|POOL|LINE", description = "What to ask about.")
    private @Nullable String about;

    @Mixin
    private final SolveFlags flags = new SolveFlags();

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        Optional<MissionArguments.Found> found = arguments.find(err);
        if (found.isEmpty()) {
            return Folders.BAD_INPUT;
        }
        try {
            Alliance alliance = found.get().alliance();
            SolveOptions options = flags.options(err, Terminal.isTerminal());
            Interrupt interrupt = Interrupt.asks(options.stop());
            try {
                WhyNot.Answer answer = ask(alliance, found.get().mission(), options);
                print(answer, alliance);
                boolean missing = answer.plan().gaps().stream().anyMatch(g -> g.essential())
                        || answer.plan().status() == Plan.Status.REFUSED;
                return missing ? 1 : 0;
            } finally {
                interrupt.told();
            }
        } catch (IllegalArgumentException e) {
            return Folders.refused(err, e.getMessage());
        }
    }

    private WhyNot.Answer ask(Alliance alliance, Mission wanted, SolveOptions options) {
        if (about == null) {
            return WhyNot.mission(alliance, wanted, options);
        }
        if (alliance.member(about).isPresent() || alliance.pool(about).isPresent()) {
            return WhyNot.source(alliance, wanted, about, options);
        }
        boolean line = wanted.phases().stream()
                .anyMatch(phase -> phase.requirements().stream()
                        .anyMatch(r -> r.id().equals(about) || (phase.id() + "/" + r.id()).equals(about)));
        if (!line) {
            String named = Folders.memberMeant(alliance, about)
                    .map(code -> " Did you mean member \"" + code + "\"?")
                    .orElse("");
            throw new IllegalArgumentException("\"" + Shown.plain(about) + "\" is no member, pool or line of "
                    + wanted.id() + ". A line is PHASE/LINE, for "
                    + "example " + wanted.phases().getFirst().id() + "/"
                    + wanted.phases().getFirst().requirements().stream()
                            .map(r -> r.id())
                            .findFirst()
                            .orElse("LINE") + (named.isEmpty() ? "" : "." + named.substring(0, named.length() - 1)));
        }
        return WhyNot.line(alliance, wanted, about, options);
    }

    private void print(WhyNot.Answer answer, Alliance alliance) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(answer.plan().status().word() + ": " + answer.plan().reason());
        for (Conflict conflict : answer.conflicts()) {
            out.println();
            out.println(conflict.impossible() + ", because all of this holds (take away any one, and it can):");
            conflict.rules().forEach(rule -> out.println("- " + rule.sentence()));
        }
        if (!answer.absent().isEmpty()) {
            out.println();
            answer.absent().forEach((id, reason) -> out.println(id + ": " + reason));
        }
        answer.unprovided().ifPresent(day -> {
            out.println();
            out.println("What would change that: a follow-up phase with an essential line from " + day
                    + " on, or a waiver of the day after by a named authority, in the mission's file");
        });
        if (!answer.conflicts().isEmpty()) {
            String goal = answer.conflicts().getFirst().impossible().startsWith("line ") ? "it" : "the mission";
            out.println();
            out.println("Cheapest single change: "
                    + answer.single().map(c -> words(c, alliance)).orElse("no single one covers " + goal));
            out.println("Smallest set of changes: "
                    + answer.smallest().map(c -> words(c, alliance)).orElse("none covers " + goal));
        } else if (about != null) {
            answer.smallest().ifPresent(c -> out.println("To have it take part: " + words(c, alliance)));
        }
        if (!answer.isComplete()) {
            out.println();
            out.println("The time allowed is over: this is what was found until then. Allow more with --seconds.");
        }
        out.flush();
    }

    private static String words(Change change, Alliance alliance) {
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
