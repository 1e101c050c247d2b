package org.muster.plan.spare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import org.muster.alliance.Alliance;
import org.muster.alliance.mission.Mission;
import org.muster.input.Counted;
import org.muster.plan.Plan;
import org.muster.plan.PlanOptions;
import org.muster.plan.Planner;
import org.muster.solve.SolveOptions;

/// Plans a mission again without each member that goes, and without pairs of them where these are few.
///
/// A member is pinned out: it is not there, which is no objection and breaks no consensus. What was pinned on it is
/// lifted. Stance and caveats of the others are as they were.
public final class Sparing {
    /// Up to so many pairs the planner is asked; a fixed number, so that the answer does not depend on the machine.
    public static final int MOST_PAIRS = 45;

    private final Alliance alliance;
    private final Mission mission;
    private final Plan plan;
    private final SolveOptions options;

    private Sparing(Alliance alliance, Mission mission, Plan plan, SolveOptions options) {
        this.alliance = alliance;
        this.mission = mission;
        this.plan = plan;
        this.options = options;
    }

    /// Asks for every member that goes.
    ///
    /// @param plan    the mission's plan; where nobody goes there is nobody to spare
    /// @param options time for all of it together, and threads: as many members are asked about at once
    /// @param done    told how many members and pairs have been asked about; from any thread
    public static Spares of(Alliance alliance, Mission mission, Plan plan, SolveOptions options, IntConsumer done) {
        return new Sparing(alliance, mission, plan, options).run(done);
    }

    private Spares run(IntConsumer done) {
        Counter counter = new Counter(done);
        List<Spare> singles = all(plan.coalition().stream().map(List::of).toList(), counter);
        List<Spare> kept =
                singles.stream().filter(s -> s.kept() == Spare.Kept.YES).toList();
        int count = kept.size() * (kept.size() - 1) / 2;
        if (count > MOST_PAIRS) {
            return new Spares(
                    singles,
                    List.of(),
                    0,
                    "Each member was left out once and the others planned again; the " + count
                            + " pairs of members that can be spared were not (up to " + MOST_PAIRS
                            + " are), so several at once may be too many.");
        }
        List<List<String>> pairs = new ArrayList<>();
        for (int i = 0; i < kept.size(); i++) {
            for (int j = i + 1; j < kept.size(); j++) {
                pairs.add(List.of(kept.get(i).member(), kept.get(j).member()));
            }
        }
        List<Spare> both = all(pairs, counter);
        return new Spares(
                singles,
                both.stream().filter(s -> s.kept() != Spare.Kept.YES).toList(),
                count,
                "Each member was left out once and the others planned again"
                        + (count == 0
                                ? "; no two of them can be spared one by one."
                                : ", and so was every pair of members that can be spared (" + count
                                        + "); three and more at once were not."));
    }

    private static final class Counter {
        private final IntConsumer told;
        private int count;

        Counter(IntConsumer told) {
            this.told = told;
        }

        synchronized void oneMore() {
            told.accept(++count);
        }
    }

    private List<Spare> all(List<List<String>> absent, Counter counter) {
        ExecutorService threads = Executors.newFixedThreadPool(
                Math.max(1, options.threads()), Thread.ofPlatform().daemon().factory());
        try {
            List<Future<Spare>> asked = absent.stream()
                    .map(members -> threads.submit(() -> {
                        Spare spare = without(members);
                        counter.oneMore();
                        return spare;
                    }))
                    .toList();
            List<Spare> spares = new ArrayList<>();
            for (Future<Spare> one : asked) {
                spares.add(one.get());
            }
            return spares;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking who can be spared", e);
        } finally {
            threads.shutdownNow();
        }
    }

    private Plan replan(Mission variant) {
        return Planner.plan(alliance, variant, new PlanOptions(options.silentlyOn(1), Optional.empty()));
    }

    private Spare without(List<String> absent) {
        if (options.isOver()) {
            return lost(absent, Spare.Kept.UNKNOWN, "not found out in the time allowed");
        }
        Mission variant = mission.with(pinnedOut(absent));
        Plan other = replan(variant);
        if (other.coalition().isEmpty()
                && other.status() == Plan.Status.REFUSED
                && other.assignments().isEmpty()
                && other.bill().lines().isEmpty()) {
            return other.proven()
                    ? lost(absent, Spare.Kept.NO, whyNobody(variant, other))
                    : lost(absent, Spare.Kept.UNKNOWN, "not found out in the time allowed");
        }
        List<String> essential = new ArrayList<>();
        List<String> less = new ArrayList<>();
        Map<String, Long> before = missing(plan);
        for (Plan.Gap gap : other.gaps()) {
            long was = before.getOrDefault(gap.lineKey(), 0L);
            if (gap.missing() > was) {
                (gap.essential() && was == 0 ? essential : less)
                        .add("line " + gap.lineKey() + " is short of " + gap.missing() + " of "
                                + Counted.of(gap.quantity(), gap.capability()));
            }
        }
        if (!other.proven() && !(essential.isEmpty() && less.isEmpty())) {
            return lost(absent, Spare.Kept.UNKNOWN, "not found out in the time allowed");
        }
        if (!essential.isEmpty()) {
            return lost(absent, Spare.Kept.NO, String.join("; ", essential));
        }
        if (!less.isEmpty()) {
            return lost(absent, Spare.Kept.LESS, String.join("; ", less));
        }
        return new Spare(
                absent,
                Spare.Kept.YES,
                other.proven() ? "" : "the bill without it is not proven least: stopped early",
                OptionalLong.of(Math.subtractExact(
                        other.bill().totalMinor(), plan.bill().totalMinor())),
                asked(variant, other),
                Optional.of(other));
    }

    private static Spare lost(List<String> absent, Spare.Kept kept, String why) {
        return new Spare(absent, kept, why, OptionalLong.empty(), List.of(), Optional.empty());
    }

    private Mission.Pins pinnedOut(List<String> absent) {
        Set<String> must = new TreeSet<>(mission.pins().mustJoin());
        absent.forEach(must::remove);
        Set<String> not = new TreeSet<>(mission.pins().mustNot());
        not.addAll(absent);
        Set<String> offers = new TreeSet<>();
        alliance.offers().stream()
                .filter(offer -> absent.contains(offer.member()))
                .forEach(offer -> offers.add(offer.id()));
        return new Mission.Pins(
                must,
                not,
                mission.pins().assignments().stream()
                        .filter(pinned -> !offers.contains(pinned.source()))
                        .toList());
    }

    private static Map<String, Long> missing(Plan plan) {
        Map<String, Long> missing = new LinkedHashMap<>();
        plan.gaps().forEach(gap -> missing.put(gap.lineKey(), gap.missing()));
        return missing;
    }

    /// Which of the mission's own conditions no coalition meets: those that, lifted by themselves, let one go.
    private String whyNobody(Mission variant, Plan refused) {
        List<String> causes = new ArrayList<>();
        if (!variant.lead().isEmpty() && isPossible(conditions(variant, variant.floor(), List.of(), variant.pins()))) {
            causes.add("no member that may lead is left (" + String.join(", ", variant.lead()) + ")");
        }
        Mission.Floor floor = variant.floor();
        if (!floor.equals(Mission.Floor.NONE)
                && isPossible(conditions(variant, Mission.Floor.NONE, variant.lead(), variant.pins()))) {
            causes.add("the floor is not reached (" + words(floor) + ")");
        }
        Mission.Pins open = new Mission.Pins(Set.of(), variant.pins().mustNot(), List.of());
        if (!open.equals(variant.pins()) && isPossible(variant.with(open))) {
            causes.add("what is pinned cannot be met");
        }
        return causes.isEmpty() ? refused.reason() : String.join("; or: ", causes);
    }

    private static String words(Mission.Floor floor) {
        List<String> words = new ArrayList<>();
        if (floor.members() > 0) {
            words.add("at least " + Counted.of(floor.members(), "allies"));
        }
        if (floor.sharePercent().signum() > 0) {
            words.add("at least " + floor.sharePercent().toPlainString() + " percent of the key");
        }
        return String.join(", ", words);
    }

    private boolean isPossible(Mission variant) {
        Plan other = replan(variant);
        return other.status() != Plan.Status.REFUSED || !other.coalition().isEmpty();
    }

    private static Mission conditions(Mission m, Mission.Floor floor, List<String> lead, Mission.Pins pins) {
        return m.with(new Mission.Company(floor, lead, pins));
    }

    /// Who joins, or brings more than in the plan.
    private List<Spare.Asked> asked(Mission variant, Plan other) {
        Map<String, Map<String, Long>> before = brought(plan);
        Map<String, Map<String, Long>> after = brought(other);
        Map<String, Optional<String>> numbers = new LinkedHashMap<>();
        EmptyHanded.of(alliance, variant, other).forEach(one -> numbers.put(one.member(), one.numberOf()));
        List<Spare.Asked> asked = new ArrayList<>();
        for (String member : other.coalition()) {
            boolean joins = !plan.coalition().contains(member);
            Map<String, Long> was = before.getOrDefault(member, Map.of());
            Set<String> more = new LinkedHashSet<>();
            after.getOrDefault(member, Map.of()).forEach((line, units) -> {
                long rise = units - was.getOrDefault(line, 0L);
                if (rise > 0) {
                    more.add(rise + " on " + line);
                }
            });
            if (joins || !more.isEmpty()) {
                asked.add(new Spare.Asked(
                        member, joins, String.join(", ", more), numbers.getOrDefault(member, Optional.empty())));
            }
        }
        return asked;
    }

    /// Units of its own by member and line.
    private static Map<String, Map<String, Long>> brought(Plan plan) {
        Map<String, Map<String, Long>> brought = new LinkedHashMap<>();
        for (Plan.Assignment a : plan.assignments()) {
            a.member()
                    .ifPresent(member -> brought.computeIfAbsent(member, m -> new LinkedHashMap<>())
                            .merge(a.lineKey(), a.units(), Long::sum));
        }
        return brought;
    }
}
