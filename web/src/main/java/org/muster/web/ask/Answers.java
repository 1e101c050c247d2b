package org.muster.web.ask;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.muster.alliance.Alliance;
import org.muster.alliance.Member;
import org.muster.alliance.mission.Mission;
import org.muster.answer.JointAnswer;
import org.muster.answer.PlanAnswer;
import org.muster.answer.Variant;
import org.muster.folder.FolderSetting;
import org.muster.folder.Reading;
import org.muster.folder.TriedFolder;
import org.muster.input.Refusal;
import org.muster.plan.Plan;
import org.muster.plan.PlanOptions;
import org.muster.plan.Planner;
import org.muster.plan.together.Together;
import org.muster.report.member.MemberAnswer;
import org.muster.solve.Check;
import org.muster.solve.Choice;
import org.muster.solve.Deadline;
import org.muster.solve.Progress;
import org.muster.solve.SolveOptions;
import org.muster.solve.Stop;
import org.muster.solve.Sureness;
import org.muster.web.http.Code;
import org.muster.web.http.Fault;
import org.muster.web.shelf.Held;

/// Answers to what is worked out while somebody looks: two at a time, and each once as long as its folder does not
/// change.
///
/// Safe for use from any thread.
public final class Answers {
    private static final int AT_A_TIME = 2;
    private static final int KEPT = 48;
    private static final int SECONDS_FOR_A_TURN = 20;

    /// Seconds that a question has while somebody looks; a plan takes a fraction of one.
    private static final int SECONDS = 60;

    /// Seconds for each of the many plans that one member is asked about: what is not proven then is not known.
    private static final int SECONDS_OF_A_VARIANT = 2;

    private final Semaphore turns = new Semaphore(AT_A_TIME, true);
    private final Map<String, Object> kept = new LinkedHashMap<>(16, 0.75f, true);

    /// The plan of a mission.
    public PlanAnswer plan(Tried tried) {
        return plan(tried.key("plan"), tried.alliance(), tried.mission(), Math.min(SECONDS, tried.seconds()));
    }

    /// The plan of a mission as its folder has it.
    public PlanAnswer plan(Held held, Mission mission) {
        return plan("plan " + held.version() + " " + mission.id(), held.alliance(), mission, SECONDS);
    }

    /// A folder as it would be with other numbers. Its files are read once as long as none of them changes: what is
    /// tried next is put into what was read.
    ///
    /// @throws Fault with everything that its reader would say against them
    public Alliance read(Held held, String mission, List<FolderSetting> settings) {
        return once("read " + held.version() + " " + mission + " " + settings, Alliance.class, alliance -> true, () -> {
            Reading reading = folder(held).with(mission, settings);
            return reading.alliance()
                    .orElseThrow(() ->
                            Fault.at(Code.REFUSED, reading.problems(), "what is tried cannot stand in the folder"));
        });
    }

    private TriedFolder folder(Held held) {
        String key = "folder " + held.version();
        TriedFolder there = look(key, TriedFolder.class);
        if (there == null) {
            there = TriedFolder.of(Path.of(held.folder()));
            keep(key, there);
        }
        return there;
    }

    private PlanAnswer plan(String key, Alliance alliance, Mission mission, int seconds) {
        return once(key, PlanAnswer.class, Answers::isWhole, () -> made(alliance, mission, seconds));
    }

    private static PlanAnswer made(Alliance alliance, Mission mission, int seconds) {
        Plan plan = Planner.plan(
                alliance,
                mission,
                new PlanOptions(options(new Stop(), Progress.Listener.none(), seconds), Optional.empty()));
        return PlanAnswer.of(alliance, mission, plan);
    }

    /// What a member does in every mission, each planned alone: as it stands, without the member, and without each of
    /// its rules alone.
    public MemberAnswer member(Held held, Member member) {
        List<PlanAnswer> plans = held.alliance().missions().stream()
                .map(mission -> plan(held, mission))
                .toList();
        return once(
                "member " + held.version() + " " + member.code(),
                MemberAnswer.class,
                answer -> true,
                () -> new MemberAnswer(
                        held.alliance(),
                        member,
                        plans.stream()
                                .map(plan -> of(held.alliance(), member, plan))
                                .toList()));
    }

    private static MemberAnswer.OfMission of(Alliance alliance, Member member, PlanAnswer plan) {
        Mission mission = plan.mission();
        Optional<PlanAnswer> without = plan.plan().coalition().contains(member.code())
                ? tried(alliance, mission, new Variant(Set.of(), Set.of(member.code()), Set.of(), Optional.empty()))
                : Optional.empty();
        List<MemberAnswer.Bound> bound = MemberAnswer.rules(alliance, member, mission).stream()
                .flatMap(rule -> tried(
                        alliance, mission, new Variant(Set.of(), Set.of(), Set.of(), Optional.empty(), Set.of(rule)))
                        .map(then ->
                                new MemberAnswer.Bound(rule, MemberAnswer.Binds.of(plan.plan(), then.plan()), then))
                        .stream())
                .toList();
        return new MemberAnswer.OfMission(plan, without, bound);
    }

    /// A variant's plan; empty where it contradicts the folder.
    private static Optional<PlanAnswer> tried(Alliance alliance, Mission mission, Variant variant) {
        try {
            Alliance as = variant.in(alliance, mission);
            return Optional.of(made(as, variant.of(as, mission), SECONDS_OF_A_VARIANT));
        } catch (Refusal contradicts) {
            return Optional.empty();
        }
    }

    /// The plan as it is known already; empty where it has not been asked for.
    public Optional<PlanAnswer> known(Held held, Mission mission) {
        synchronized (kept) {
            return Optional.ofNullable((PlanAnswer) kept.get("plan " + held.version() + " " + mission.id()));
        }
    }

    private static boolean isWhole(PlanAnswer answer) {
        return answer.plan().sureness() != Sureness.BOUNDED;
    }

    /// Missions planned together.
    public JointAnswer together(Held held, List<Mission> missions) {
        String key = "together " + held.version() + " "
                + String.join(" ", missions.stream().map(Mission::id).toList());
        return once(
                key,
                JointAnswer.class,
                answer -> answer.reports().stream().allMatch(Answers::isWhole),
                () -> JointAnswer.of(
                        held.alliance(),
                        missions,
                        Together.plan(
                                held.alliance(),
                                missions,
                                List.of(),
                                options(new Stop(), Progress.Listener.none(), SECONDS))));
    }

    /// How everything is solved here. Proven answers are those of the command, whatever the time allowed.
    ///
    /// @param seconds how long at most
    public static SolveOptions options(Stop stop, Progress.Listener listener, int seconds) {
        return new SolveOptions(Choice.AUTO, true, AT_A_TIME, Deadline.in(seconds), stop, listener, Check.CERTIFIED);
    }

    /// An answer, worked out where it is not known.
    ///
    /// @param keeps whether an answer is worth keeping: one that was cut short may be better the next time
    /// @throws Fault where no turn comes in time
    public <T> T once(String key, Class<T> type, Predicate<T> keeps, Supplier<T> work) {
        T known = look(key, type);
        if (known != null) {
            return known;
        }
        take();
        try {
            T meanwhile = look(key, type);
            if (meanwhile != null) {
                return meanwhile;
            }
            T found = work.get();
            if (keeps.test(found)) {
                keep(key, found);
            }
            return found;
        } finally {
            turns.release();
        }
    }

    private <T> @Nullable T look(String key, Class<T> type) {
        synchronized (kept) {
            return type.cast(kept.get(key));
        }
    }

    private void keep(String key, Object found) {
        synchronized (kept) {
            kept.put(key, found);
            if (kept.size() > KEPT) {
                kept.remove(kept.keySet().iterator().next());
            }
        }
    }

    private void take() {
        boolean came;
        try {
            came = turns.tryAcquire(SECONDS_FOR_A_TURN, TimeUnit.SECONDS);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            came = false;
        }
        if (!came) {
            throw new Fault(Code.BUSY, "others are being answered. Come back in a moment");
        }
    }
}
