package org.muster.lab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muster.alliance.Alliance;
import org.muster.alliance.invest.Rate;
import org.muster.alliance.lab.Futures;
import org.muster.alliance.lab.Lab;
import org.muster.alliance.lab.Measure;
import org.muster.alliance.lab.Stakes;
import org.muster.alliance.mission.Mission;
import org.muster.alliance.mission.Phase;
import org.muster.alliance.pool.Pool;
import org.muster.alliance.sharing.MissionTerms;
import org.muster.alliance.source.Provenance;
import org.muster.folder.AllianceFolder;
import org.muster.input.Refusal;
import org.muster.lab.design.Design;
import org.muster.lab.join.Choices;
import org.muster.lab.join.Groups;
import org.muster.lab.join.SelfEnforcing;
import org.muster.lab.join.Settle;
import org.muster.lab.study.Chunks;
import org.muster.plan.Plan;
import org.muster.plan.PlanOptions;
import org.muster.plan.Planner;
import org.muster.plan.atlas.AskedCoalitions;
import org.muster.plan.world.RandomWorld;
import org.muster.share.WhoPays;
import org.muster.share.rule.Rules;
import org.muster.share.rule.SharingRule;
import org.muster.solve.SolveOptions;

/// Members that reply, against the definition: every coalition is planned on its own, and nothing of the lab is asked.
class RepliesTest {
    private static final Alliance POOL =
            AllianceFolder.read(Path.of("../examples/wildfire-pool")).alliance().orElseThrow();
    private static final Alliance WALES =
            AllianceFolder.read(Path.of("../examples/wales-2014")).alliance().orElseThrow();
    private static final Provenance INVENTED = Provenance.illustrative("invented for this test");
    private static final List<String> ALL = POOL.memberCodes().stream().toList();

    /// Costs lie where they fall, so that a payoff can be read off a bill.
    private static Alliance pool(String mission, long worth, Map<String, Long> going, long veto) {
        return pool(mission, worth, going, veto, List.of(new Stakes.Hour("bombers", 0, INVENTED)));
    }

    private static Alliance pool(
            String mission, long worth, Map<String, Long> going, long veto, List<Stakes.Hour> hours) {
        List<Mission> missions = new ArrayList<>();
        POOL.missions().forEach(one -> missions.add(MissionOf.with(one, one.mode(), Optional.empty(), one.phases())));
        return pool(POOL.withMissions(missions), mission, worth, going, veto, hours);
    }

    private static Alliance pool(
            Alliance of, String mission, long worth, Map<String, Long> going, long veto, List<Stakes.Hour> hours) {
        List<MissionTerms.Benefit> benefits = new ArrayList<>();
        List<Integer> shares = List.of(20, 30, 15, 5, 10, 10, 5, 5);
        for (int i = 0; i < ALL.size(); i++) {
            benefits.add(new MissionTerms.Benefit(ALL.get(i), BigDecimal.valueOf(shares.get(i)), INVENTED));
        }
        MissionTerms terms = new MissionTerms(
                mission,
                benefits,
                Optional.of(new MissionTerms.Worth(worth, INVENTED)),
                List.of(),
                List.of(),
                List.of(),
                MissionTerms.WHOLE,
                List.of());
        List<Stakes.Going> stakes = new ArrayList<>();
        ALL.forEach(one -> stakes.add(new Stakes.Going(one, going.getOrDefault(one, 0L), veto, INVENTED)));
        Futures futures = new Futures(
                2027,
                1,
                List.of(new Futures.Template(mission, new Rate(1, 1))),
                true,
                List.of(),
                List.of(),
                new Stakes(stakes, List.of(terms), hours),
                INVENTED);
        return of.withLab(new Lab(Optional.of(futures), List.of()));
    }

    private static Question question(Alliance alliance, Settle settle) {
        return new Question(
                alliance,
                List.of(Stack.of(alliance.lab(), "as-was")),
                Design.MC,
                1,
                1,
                Question.Reaction.REPLY,
                settle);
    }

    /// What everybody is left with where exactly these are available, by the plan and its bill alone.
    private record Left(boolean runs, Set<String> going, Map<String, Long> left) {}

    private static Left left(
            Alliance alliance,
            Mission mission,
            List<String> players,
            int available,
            long worth,
            Map<String, Long> going) {
        Set<String> not = new TreeSet<>(mission.pins().mustNot());
        not.addAll(players);
        not.removeAll(names(players, available));
        Plan plan = Planner.plan(
                alliance,
                mission.with(new Mission.Pins(
                        mission.pins().mustJoin(), not, mission.pins().assignments())),
                new PlanOptions(SolveOptions.defaults().silentlyOn(1), Optional.empty()));
        boolean runs = plan.status() == Plan.Status.COVERED || plan.status() == Plan.Status.WAIVED;
        Map<String, Long> left = new LinkedHashMap<>();
        MissionTerms terms =
                alliance.lab().futures().orElseThrow().stakes().worth().getFirst();
        for (String member : ALL) {
            long gets = terms.benefitOf(member).longValueExact() * worth / 100;
            long pays = runs ? pays(alliance, mission, plan).getOrDefault(member, 0L) : 0;
            long gives = runs ? gives(alliance, mission, plan).getOrDefault(member, 0L) : 0;
            long beyond = plan.coalition().contains(member) ? going.getOrDefault(member, 0L) : 0;
            left.put(member, runs ? gets - pays - gives + beyond : 0);
        }
        return new Left(runs, Set.copyOf(plan.coalition()), left);
    }

    private static Map<String, Long> pays(Alliance alliance, Mission mission, Plan plan) {
        List<SharingRule> rule = Rules.of(alliance.sharing()).stream()
                .filter(one -> one.id().equals(Reformed.usualRule(mission)))
                .toList();
        return WhoPays.of(WhoPays.caseOf(alliance, mission, plan.coalition(), plan.bill(), Optional.empty(), 1), rule)
                .columns()
                .getFirst()
                .amounts();
    }

    /// What hours of bombers would be worth to their owners: what is released comes from those that stay out, all else
    /// from those that go.
    private static Map<String, Long> gives(Alliance alliance, Mission mission, Plan plan) {
        Pool bombers = alliance.pool("bombers").orElseThrow();
        long worth = alliance.lab().futures().orElseThrow().stakes().hours().stream()
                .mapToLong(Stakes.Hour::worthMinor)
                .findFirst()
                .orElse(bombers.drawCostMinor());
        Map<String, Long> gives = new LinkedHashMap<>();
        for (int year : mission.phases().stream()
                .map(phase -> phase.from().getYear())
                .distinct()
                .toList()) {
            Set<String> phases = mission.phases().stream()
                    .filter(phase -> phase.from().getYear() == year)
                    .map(Phase::id)
                    .collect(Collectors.toSet());
            long drawn = plan.assignments().stream()
                    .filter(one -> one.id().equals("bombers") && phases.contains(one.phase()))
                    .mapToLong(Plan.Assignment::units)
                    .sum();
            long released = plan.releases().stream()
                    .filter(one -> one.pool().equals("bombers") && one.period().equals(String.valueOf(year)))
                    .mapToLong(Plan.Release::units)
                    .sum();
            split(bombers, plan.coalition(), drawn - released).forEach((k, v) -> gives.merge(k, v * worth, Long::sum));
            List<String> stay = bombers.entitlements().keySet().stream()
                    .filter(one -> !plan.coalition().contains(one) && !one.equals("GOR"))
                    .toList();
            split(bombers, stay, released).forEach((k, v) -> gives.merge(k, v * worth, Long::sum));
        }
        return gives;
    }

    /// In proportion to what they own, by largest remainder; the odd hour goes by code.
    private static Map<String, Long> split(Pool pool, List<String> owners, long hours) {
        long all = owners.stream().mapToLong(pool::availableEntitlement).sum();
        Map<String, Long> units = new TreeMap<>();
        long left = hours;
        for (String owner : hours == 0 ? List.<String>of() : owners) {
            units.put(owner, hours * pool.availableEntitlement(owner) / all);
            left -= hours * pool.availableEntitlement(owner) / all;
        }
        List<String> order = new ArrayList<>(units.keySet());
        order.sort(Comparator.comparingLong(owner -> -(hours * pool.availableEntitlement(owner) % all)));
        for (String owner : order.subList(0, (int) left)) {
            units.merge(owner, 1L, Long::sum);
        }
        return units;
    }

    /// By the definition: nobody gains by switching alone, and no group of those outside gains, each, by coming.
    private static boolean holds(Left[] all, List<String> players, int coalition) {
        for (int i = 0; i < players.size(); i++) {
            if (gains(all, players, coalition, 1 << i)) {
                return false;
            }
        }
        for (int group = 1; group < all.length; group++) {
            if ((group & coalition) == 0 && gains(all, players, coalition, group)) {
                return false;
            }
        }
        return true;
    }

    private static boolean gains(Left[] all, List<String> players, int coalition, int group) {
        for (int i = 0; i < players.size(); i++) {
            String player = players.get(i);
            if (((group >> i) & 1) == 1
                    && all[coalition ^ group].left().get(player)
                            <= all[coalition].left().get(player)) {
                return false;
            }
        }
        return true;
    }

    @ParameterizedTest
    @CsvSource({
        "HEAT,4000000000,0,0,3",
        "HEAT,4000000000,90000000,0,3",
        "HEAT,60000000,0,0,0",
        "HEAT,60000000,90000000,0,0",
        "FIRE,9000000000,40000000,0,11",
        "FIRE,9000000000,40000000,-1,11",
        "FIRE,9000000000,40000000,4000000,5",
        "FIRE,9000000000,40000000,8000000,0"
    })
    void coalitionsThatHoldAreThoseOfBruteForceWithTheRealPlanner(
            String id, long worth, long beyond, long hour, int holding) {
        Map<String, Long> going = Map.of("CED", beyond, "ELM", -beyond / 2, "DOG", beyond / 3);
        List<Stakes.Hour> hours = hour < 0 ? List.of() : List.of(new Stakes.Hour("bombers", hour, INVENTED));
        Alliance alliance = pool(id, worth, going, Long.MAX_VALUE, hours);
        Mission mission = alliance.mission(id).orElseThrow();
        List<String> players = AskedCoalitions.mattering(alliance, mission);
        Left[] all = new Left[1 << players.size()];
        for (int c = 0; c < all.length; c++) {
            all[c] = left(alliance, mission, players, c, worth, going);
        }
        List<List<String>> expected = new ArrayList<>();
        for (int c = 0; c < all.length; c++) {
            if (all[c].runs() && holds(all, players, c)) {
                expected.add(names(players, c));
            }
        }
        Question question = question(alliance, Settle.TOP);
        Replies replies = new Replies(
                question, new Settler(question.setting().stakes(), SolveOptions.defaults()), SolveOptions.defaults());
        Reformed asWas = Reformed.in(alliance, question.stacks().getFirst(), 2027);
        Replies.Answer answer = replies.outcomes(asWas, Circumstances.usual(id), 1);
        Outcome outcome = answer.settled().getFirst();
        assertThat(expected).hasSize(holding);
        assertThat(outcome.holding()).isEqualTo(expected);
        // what else could come is what comes of these, by who goes and by how many hold it up
        assertThat(answer.holding().stream()
                        .map(one -> List.of(Set.copyOf(one.settlement().going()), one.hung()))
                        .collect(Collectors.toSet()))
                .isEqualTo(
                        expected.isEmpty()
                                ? Set.of(List.of(Set.copyOf(outcome.settlement().going()), 0.0))
                                : expected.stream()
                                        .map(names -> bits(players, names))
                                        .map(c -> List.of(all[c].going(), (double) decisive(all, c)))
                                        .collect(Collectors.toSet()));
        groupsAreThoseOfBruteForce(alliance, asWas, id, all, players);
        // from what is declared members reply in turn until nobody alone gains
        int stated = bits(
                players,
                players.stream()
                        .filter(one -> alliance.positionOf(one, id).mayJoin())
                        .toList());
        assertThat(outcome(alliance, id, Settle.STATED).joins())
                .isEqualTo(names(players, replied(all, players, stated)));
        if (expected.isEmpty()) {
            return;
        }
        assertThat(outcome.joins())
                .hasSize(expected.stream().mapToInt(List::size).max().orElseThrow())
                .isIn(expected);
        int taken = bits(players, outcome.joins());
        assertThat(outcome.settlement().going()).containsExactlyInAnyOrderElementsOf(all[taken].going());
        // what going would have to be worth more to those that stay out
        Map<String, Long> lacking = new LinkedHashMap<>();
        for (int i = 0; i < players.size(); i++) {
            String player = players.get(i);
            Left with = all[taken | (1 << i)];
            if (((taken >> i) & 1) == 0 && with.going().contains(player)) {
                lacking.put(player, all[taken].left().get(player) - with.left().get(player));
            }
        }
        assertThat(outcome.lacking()).isEqualTo(lacking);
        assertThat(lacking.values()).allMatch(minor -> minor >= 0);
    }

    /// As they are looked for where too many members matter for a table of all coalitions.
    private static void groupsAreThoseOfBruteForce(
            Alliance alliance, Reformed asWas, String mission, Left[] all, List<String> players) {
        Stakes stakes = alliance.lab().futures().orElseThrow().stakes();
        ReplyPlans plans = new ReplyPlans(
                Replies.staked(alliance, stakes),
                asWas,
                mission,
                new Settler(stakes, SolveOptions.defaults()),
                SolveOptions.defaults().silentlyOn(1));
        ReplyGame game = new ReplyGame(plans, stakes, 1);
        int looked = 0;
        for (int c = 0; c < all.length; c++) {
            int now = c;
            if (!all[c].runs() || IntStream.range(0, players.size()).anyMatch(i -> gains(all, players, now, 1 << i))) {
                continue;
            }
            Groups.Found found = game.groups(c);
            if (found.group() != 0) {
                assertThat(gains(all, players, c, (int) found.group())).isTrue();
            } else if (found.isNone()) {
                assertThat(holds(all, players, c)).isTrue();
            }
            looked += found.all() ? 1 : 0;
        }
        assertThat(looked > 0 || IntStream.range(0, all.length).noneMatch(c -> all[c].runs() && holds(all, players, c)))
                .isTrue();
    }

    /// More members than are planned one by one: random worlds, every coalition planned and judged by the definition.
    @Test
    void coalitionsOfTenMembersThatHoldAreThoseOfBruteForceWithTheRealPlanner() {
        int worlds = 0;
        int holding = 0;
        for (long seed = 1; worlds < 3; seed++) {
            RandomWorld.World world = RandomWorld.of(new RandomWorld.Size(10, 16, 3, 2, 1, 2, 3, 5, 4, 6, true), seed);
            List<MissionTerms.Benefit> benefits = new ArrayList<>();
            List<String> allies = Settler.allies(world.alliance());
            allies.forEach(one ->
                    benefits.add(new MissionTerms.Benefit(one, BigDecimal.valueOf(100 / allies.size()), INVENTED)));
            MissionTerms terms = new MissionTerms(
                    "M",
                    benefits,
                    Optional.of(new MissionTerms.Worth(40_000_000L * seed, INVENTED)),
                    List.of(),
                    List.of(),
                    List.of(),
                    MissionTerms.WHOLE,
                    List.of());
            Futures futures = new Futures(
                    2027,
                    1,
                    List.of(new Futures.Template("M", new Rate(1, 1))),
                    true,
                    List.of(),
                    List.of(),
                    new Stakes(List.of(), List.of(terms), List.of()),
                    INVENTED);
            Alliance alliance = world.alliance().withLab(new Lab(Optional.of(futures), List.of()));
            List<String> players = AskedCoalitions.mattering(alliance, world.mission());
            if (players.size() < 9 || players.size() > 10 || !runs(alliance, world.mission())) {
                continue;
            }
            worlds++;
            Question question = question(alliance, Settle.TOP);
            Reformed asWas = Reformed.in(alliance, question.stacks().getFirst(), 2027);
            ReplyPlans plans = new ReplyPlans(
                    Replies.staked(alliance, futures.stakes()),
                    asWas,
                    "M",
                    new Settler(futures.stakes(), SolveOptions.defaults()),
                    SolveOptions.defaults().silentlyOn(1));
            Choices all =
                    new ReplyGame(plans, futures.stakes(), 1).everyCoalition().orElseThrow();
            // the same, every coalition planned anew
            Left[] each = new Left[1 << players.size()];
            for (int c = 0; c < each.length; c++) {
                each[c] = plainly(alliance, world.mission(), players, c, terms);
                assertThat(all.runs(c)).as("seed %s, coalition %s", seed, c).isEqualTo(each[c].runs());
                for (int i = 0; i < players.size(); i++) {
                    assertThat(all.payoff(c, i)).isEqualTo(each[c].left().get(players.get(i)));
                }
            }
            assertThat(all.asked()).isLessThan(each.length / 2);
            List<Long> expected = new ArrayList<>();
            for (int c = 0; c < each.length; c++) {
                if (each[c].runs() && holds(each, players, c)) {
                    expected.add((long) c);
                }
            }
            assertThat(SelfEnforcing.split(all).running().stream()
                            .filter(one -> !all.groupGains(one))
                            .toList())
                    .isEqualTo(expected);
            holding += expected.size();
        }
        assertThat(holding).isPositive();
    }

    /// What spares plans of coalitions that cannot: the fold says of a coalition that it can exactly where the best
    /// plan out of its members covers.
    @Test
    void aPlanCoversWhereTheFoldSaysThatTheCoalitionCan() {
        SplittableRandom random = new SplittableRandom(11);
        List<Alliance> alliances = new ArrayList<>(List.of(WALES, POOL));
        for (long seed = 1; seed <= 40; seed++) {
            alliances.add(RandomWorld.of(new RandomWorld.Size(8, 14, 3, 2, 1, 2, 3, 5, 4, 6, seed % 2 == 0), seed)
                    .alliance());
        }
        int can = 0;
        int cannot = 0;
        for (Alliance alliance : alliances) {
            for (Mission mission : alliance.missions()) {
                if (ReplyPlans.fold(alliance, mission).isEmpty()) {
                    continue;
                }
                ReplyPlans plans = new ReplyPlans(
                        alliance,
                        new Reformed("", "", alliance, Map.of(), Map.of(), Map.of(), Map.of()),
                        mission.id(),
                        new Settler(Stakes.NONE, SolveOptions.defaults()),
                        SolveOptions.defaults().silentlyOn(1));
                for (int draw = 0; draw < 8; draw++) {
                    long available = random.nextLong() | (draw < 4 ? random.nextLong() | random.nextLong() : 0);
                    available &= (1L << plans.players().size()) - 1;
                    boolean covers = plans.settlement(available).covers();
                    assertThat(plans.isKnownIdle(available))
                            .as("%s %s %s", alliance.id(), mission.id(), plans.names(available))
                            .isEqualTo(!covers);
                    can += covers ? 1 : 0;
                    cannot += covers ? 0 : 1;
                }
            }
        }
        assertThat(can).isGreaterThan(30);
        assertThat(cannot).isGreaterThan(30);
    }

    private static boolean runs(Alliance alliance, Mission mission) {
        Plan plan = Planner.plan(alliance, mission, PlanOptions.defaults());
        return plan.status() == Plan.Status.COVERED || plan.status() == Plan.Status.WAIVED;
    }

    private static Left plainly(
            Alliance alliance, Mission mission, List<String> players, int available, MissionTerms terms) {
        Set<String> not = new TreeSet<>(players);
        not.removeAll(names(players, available));
        Set<String> must = new TreeSet<>(mission.pins().mustJoin());
        must.removeAll(not);
        not.addAll(mission.pins().mustNot());
        Plan plan = Planner.plan(
                alliance,
                mission.with(new Mission.Pins(must, not, mission.pins().assignments())),
                PlanOptions.defaults());
        boolean runs = plan.status() == Plan.Status.COVERED || plan.status() == Plan.Status.WAIVED;
        Map<String, Long> left = new LinkedHashMap<>();
        for (String player : players) {
            long gets = terms.benefitOf(player)
                    .multiply(BigDecimal.valueOf(terms.worth().orElseThrow().amountMinor()))
                    .movePointLeft(2)
                    .longValueExact();
            left.put(player, runs ? gets - pays(alliance, mission, plan).getOrDefault(player, 0L) : 0);
        }
        return new Left(runs, Set.copyOf(plan.coalition()), left);
    }

    private static List<String> names(List<String> players, int coalition) {
        return IntStream.range(0, players.size())
                .filter(i -> ((coalition >> i) & 1) == 1)
                .mapToObj(players::get)
                .toList();
    }

    private static int replied(Left[] all, List<String> players, int from) {
        int now = from;
        for (int sweep = 0, before = -1; before != now; sweep++) {
            before = now;
            assertThat(sweep).isLessThan(50);
            for (int i = 0; i < players.size(); i++) {
                now ^= gains(all, players, now, 1 << i) ? 1 << i : 0;
            }
        }
        return now;
    }

    private static int decisive(Left[] all, int coalition) {
        return (int) IntStream.range(0, 31)
                .filter(i -> ((coalition >> i) & 1) == 1 && !all[coalition ^ (1 << i)].runs())
                .count();
    }

    private static int bits(List<String> players, List<String> names) {
        return IntStream.range(0, players.size())
                .filter(i -> names.contains(players.get(i)))
                .map(i -> 1 << i)
                .sum();
    }

    private static Outcome outcome(Alliance alliance, String mission, Settle settle) {
        Question question = question(alliance, settle);
        return new Replies(
                        question,
                        new Settler(question.setting().stakes(), SolveOptions.defaults()),
                        SolveOptions.defaults())
                .outcomes(Reformed.in(alliance, question.stacks().getFirst(), 2027), Circumstances.usual(mission), 1)
                .settled()
                .getFirst();
    }

    @Test
    void theSmallestIsTakenFromTheBottomAndTheLargestFromTheTop() {
        Alliance alliance = pool("HEAT", 4_000_000_000L, Map.of(), 0);
        assertThat(outcome(alliance, "HEAT", Settle.BOTTOM).joins()).containsExactly("BIR", "CED", "ELM");
        assertThat(outcome(alliance, "HEAT", Settle.TOP).joins()).containsExactly("CED", "DOG", "ELM", "HAZ");
    }

    /// A fund that makes those who stay pay makes them object, unless an objection costs them more than the fund.
    @Test
    void whoWouldLoseObjectsUnlessAnObjectionCostsItMore() {
        Map<String, Long> going = new LinkedHashMap<>();
        ALL.stream().filter(one -> !one.equals("DOG")).forEach(one -> going.put(one, 900_000_000L));
        Outcome free = outcome(pool(POOL, "FIRE", 1_000, going, 0, List.of()), "FIRE", Settle.TOP);
        Outcome dear = outcome(pool(POOL, "FIRE", 1_000, going, 1_000_000_000L, List.of()), "FIRE", Settle.TOP);
        assertThat(free.vetoes()).isPositive();
        assertThat(dear.vetoes()).isZero();
        assertThat(dear.chance()).isEqualTo(1);
    }

    /// What settlements of coalitions lean on: the best plan out of many, where it takes none but some, is the best out
    /// of these.
    @Test
    void aPlanOutOfMoreThatTakesOnlyFewerIsThePlanOfThese() {
        SplittableRandom random = new SplittableRandom(5);
        int tried = 0;
        for (Mission mission : WALES.missions()) {
            List<String> matter = AskedCoalitions.mattering(WALES, mission);
            for (int draw = 0; draw < 2; draw++) {
                Set<String> out = new TreeSet<>(mission.pins().mustNot());
                matter.stream().filter(one -> random.nextInt(4) == 0).forEach(out::add);
                out.removeAll(mission.pins().mustJoin());
                Plan more = planned(mission, out);
                Set<String> fewer = new TreeSet<>(out);
                matter.stream()
                        .filter(one -> !more.coalition().contains(one) && random.nextBoolean())
                        .filter(one -> !mission.pins().mustJoin().contains(one))
                        .forEach(fewer::add);
                tried += fewer.size() - out.size();
                Plan alone = planned(mission, fewer);
                assertThat(alone.assignments()).isEqualTo(more.assignments());
                assertThat(alone.coalition()).isEqualTo(more.coalition());
                assertThat(alone.bill()).isEqualTo(more.bill());
                assertThat(alone.status()).isEqualTo(more.status());
                assertThat(alone.gaps()).isEqualTo(more.gaps());
            }
        }
        assertThat(tried).isGreaterThan(20);
    }

    private static Plan planned(Mission mission, Set<String> out) {
        Mission tried = mission.with(
                new Mission.Pins(mission.pins().mustJoin(), out, mission.pins().assignments()));
        return Planner.plan(WALES, tried, PlanOptions.defaults());
    }

    /// What is written of rows in which members react is read as the same rows.
    @Test
    void rowsAreReadAsTheyAreWritten() {
        Question question = question(pool("HEAT", 4_000_000_000L, Map.of(), 0), Settle.BOTH);
        Chunks chunks = new Chunks(question);
        Runs runs = new Runs(question, SolveOptions.defaults());
        Row row = runs.row(question.stacks().getFirst(), 0);
        assertThat(chunks.rows(chunks.header(chunks.parts().getLast())
                        + chunks.lines(runs, chunks.parts().getLast())))
                .containsExactly(row);
        assertThat(row.replied().lacking()).isNotEmpty();
        assertThat(row.replied().holding()).containsKey("HEAT:CED+DOG+ELM+HAZ").hasSize(3);
        assertThat(row.value(Measure.RAN)).isEqualTo(1);
    }

    @Test
    void whoRepliesNeedsToKnowWhatMissionsAreWorth() {
        Alliance alliance = pool("HEAT", 1, Map.of(), 0);
        Futures told = alliance.lab().futures().orElseThrow();
        Futures silent = new Futures(
                told.firstYear(),
                told.years(),
                told.templates(),
                told.worlds(),
                told.factors(),
                told.thresholds(),
                Stakes.NONE,
                INVENTED);
        assertThatThrownBy(() -> new Runs(
                        question(alliance.withLab(new Lab(Optional.of(silent), List.of())), Settle.TOP),
                        SolveOptions.defaults()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("HEAT have no worth or no benefits in sharing.yaml or futures.yaml");
    }

    /// Every mission of the example's futures has its worth, marked as invented.
    @Test
    void walesSaysWhatItsMissionsAreWorth() {
        Alliance staked =
                Replies.staked(WALES, WALES.lab().futures().orElseThrow().stakes());
        WALES.lab().futures().orElseThrow().templates().forEach(one -> {
            MissionTerms terms = staked.sharing().termsOf(one.mission());
            assertThat(terms.hasBenefits()).as(one.mission()).isTrue();
            assertThat(terms.worth().orElseThrow().provenance().isIllustrative())
                    .as(one.mission())
                    .isTrue();
        });
    }
}
