package org.muster.share;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.muster.alliance.bill.Bill;
import org.muster.alliance.bill.CostLine;
import org.muster.alliance.figure.Figure;
import org.muster.alliance.key.Apportionment;
import org.muster.alliance.key.Key;
import org.muster.alliance.mission.Mission;
import org.muster.alliance.pool.Access;
import org.muster.alliance.pool.Pool;
import org.muster.alliance.sharing.MissionTerms;
import org.muster.alliance.source.Provenance;
import org.muster.games.cost.CoverGame;
import org.muster.share.game.MissionGame;
import org.muster.share.rule.SharingCase;

/// Sharing cases drawn from a seed: random bills of random missions.
final class Cases {
    static final LocalDate DAY = LocalDate.of(2014, 9, 5);
    static final Provenance INVENTED = Provenance.illustrative("");

    private final SplittableRandom random;
    private final List<String> members = new ArrayList<>();
    private final int allies;

    Cases(long seed, int most) {
        random = new SplittableRandom(seed);
        int n = 1 + random.nextInt(most);
        for (int i = 0; i < n + 1; i++) {
            members.add("M" + i);
        }
        allies = n; // the last is a partner
    }

    /// The mission of a seed, small seeds small missions.
    static SharingCase of(long seed, int most) {
        return new Cases(seed, most).sharing();
    }

    private SharingCase sharing() {
        CoverGame cover = cover();
        List<String> players = members.subList(0, allies);
        MissionTerms terms = terms(players);
        long interested = 0;
        for (int i = 0; i < allies; i++) {
            interested |= terms.hasInterest(players.get(i)) ? 1L << i : 0;
        }
        long interest = interested;
        org.muster.games.Game covering = cover.costGame();
        org.muster.games.Game costs = org.muster.games.Game.streamedWhole(
                allies, covering.wholeBound(), mask -> (mask & interest) == 0 ? 0 : covering.value(mask));
        MissionGame game =
                new MissionGame(players, costs, MissionGame.Method.ATLAS, "A cover of every line in merit order.");
        List<String> participants = new ArrayList<>();
        members.stream().filter(m -> random.nextBoolean()).forEach(participants::add);
        Map<String, Key> keys = new LinkedHashMap<>();
        keys.put("old", key("old", players, DAY.minusYears(4)));
        keys.put("key", key("key", players, DAY.minusYears(1)));
        Map<String, Figure> income = new LinkedHashMap<>();
        Map<String, Figure> population = new LinkedHashMap<>();
        for (String member : members) {
            income.put(member, figure(member, "gni"));
            population.put(member, figure(member, "population"));
        }
        return new SharingCase(
                bill(game),
                new SharingCase.Company(members, players, participants, List.of(players.getFirst())),
                new SharingCase.AgreedKeys(Optional.of(key("key", players, DAY.minusYears(1))), keys),
                new SharingCase.Means(income, population),
                new SharingCase.Setting(
                        List.of(pool(players)),
                        Optional.of(new Mission.CommonFund(
                                "fund",
                                "Fund",
                                "key",
                                Set.of("running"),
                                random.nextBoolean() ? Optional.of(random.nextLong(1_000_000L)) : Optional.empty())),
                        terms),
                new SharingCase.Games(Optional.of(game)),
                1 + random.nextInt(2));
    }

    /// Lines that add up to the cost for all, or (one case in three) to another total.
    private Bill bill(MissionGame game) {
        long total = random.nextInt(3) == 0 ? random.nextLong(1_000_000L) : game.costOfAll();
        int n = 1 + random.nextInt(6);
        List<BigDecimal> weights = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            weights.add(BigDecimal.valueOf(1 + random.nextInt(9)));
        }
        List<Long> parts = Apportionment.byLargestRemainder(total, weights);
        List<CostLine> lines = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            String category = List.of("running", "deployment", "headquarters", "pool-draw", "compensation")
                    .get(random.nextInt(5));
            CostLine.Incurrer by = switch (category) {
                case "running", "deployment" ->
                    new CostLine.Incurrer.OfMember(members.get(random.nextInt(members.size())));
                case "headquarters" -> new CostLine.Incurrer.OfAll();
                default -> new CostLine.Incurrer.OfPool("pool", Map.of("M0", 3L));
            };
            lines.add(new CostLine(
                    "l" + i,
                    DAY,
                    category,
                    "line " + i,
                    parts.get(i),
                    by,
                    category.equals("running") ? Optional.of("fund") : Optional.empty(),
                    false));
        }
        return new Bill("EUR", lines);
    }

    private CoverGame cover() {
        List<CoverGame.Line> lines = new ArrayList<>();
        for (int l = 0; l < 1 + random.nextInt(3); l++) {
            List<CoverGame.Offer> offers = new ArrayList<>();
            for (int i = 0; i < allies; i++) {
                if (random.nextInt(3) > 0) {
                    offers.add(new CoverGame.Offer(i, random.nextInt(6), random.nextInt(5_000)));
                }
            }
            lines.add(new CoverGame.Line(random.nextInt(12), 1 + random.nextInt(9_000), offers));
        }
        return new CoverGame(allies, lines);
    }

    private MissionTerms terms(List<String> players) {
        List<MissionTerms.Benefit> benefits = new ArrayList<>();
        if (random.nextBoolean()) {
            List<BigDecimal> weights = new ArrayList<>();
            players.forEach(p -> weights.add(BigDecimal.valueOf(random.nextInt(4))));
            weights.set(0, BigDecimal.ONE);
            List<Long> parts = Apportionment.byLargestRemainder(1000, weights);
            for (int i = 0; i < players.size(); i++) {
                benefits.add(new MissionTerms.Benefit(players.get(i), BigDecimal.valueOf(parts.get(i), 1), INVENTED));
            }
        }
        String last = players.getLast();
        return new MissionTerms(
                "mission",
                benefits,
                List.of(new MissionTerms.OptOut(last, Set.of("headquarters"), INVENTED)),
                List.of(new MissionTerms.Credit(last, "base", random.nextLong(1_000_000L), INVENTED)),
                BigDecimal.valueOf(random.nextInt(101)),
                List.of(new MissionTerms.Agreement(
                        "hq", DAY.minusYears(2), Set.of("headquarters"), List.of("old", "key"), INVENTED)));
    }

    private Key key(String id, List<String> players, LocalDate from) {
        List<BigDecimal> weights = new ArrayList<>();
        players.forEach(p -> weights.add(BigDecimal.valueOf(random.nextInt(100))));
        weights.set(0, BigDecimal.ONE);
        List<Long> parts = Apportionment.byLargestRemainder(1_000_000, weights);
        Map<String, BigDecimal> shares = new LinkedHashMap<>();
        for (int i = 0; i < players.size(); i++) {
            shares.put(players.get(i), BigDecimal.valueOf(parts.get(i), 4));
        }
        return new Key(id, id, from, shares, INVENTED);
    }

    private Figure figure(String member, String measure) {
        return new Figure(
                member, measure, 2013, BigDecimal.valueOf(1 + random.nextInt(1_000_000)), "units", "v", INVENTED);
    }

    private Pool pool(List<String> players) {
        Map<String, Long> entitlements = new LinkedHashMap<>();
        players.forEach(p -> entitlements.put(p, (long) random.nextInt(20)));
        return new Pool(
                "pool",
                "Pool",
                "hours",
                new Pool.Size(Pool.Period.YEAR, 1000, BigDecimal.ZERO),
                new Pool.Shares(
                        entitlements, Optional.empty(), new Access.OwnersPlusReleased(Set.of(), random.nextInt(2_000))),
                new Pool.Crewing(Map.of(), Set.of()),
                new Pool.Draw(0, random.nextInt(2_000), Optional.empty()),
                new Pool.Sources(INVENTED, INVENTED, Optional.empty(), Map.of(), Map.of()));
    }
}
