package org.muster.plan.need;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.muster.games.Fraction;

/// What is needed when units in common are short, against every coalition and its cheapest cover.
class WhenShortTest {
    private static final int WORLDS = 1_000;

    /// A moment for each coalition in which somebody goes and each step of prices: what is needed beyond the price is
    /// what a cheapest cover without units in common uses above it. The last player stands for what is needed in
    /// common.
    private static List<ScarcityPricing.Moment> moments(Demand demand, CommonPool pool, List<Fraction> willing) {
        List<ScarcityPricing.Moment> moments = new ArrayList<>();
        List<Long> prices = CommonPool.prices(demand.prices(), List.of(pool));
        List<Uses.Use> uses = new Uses(demand, List.of()).inOrder();
        int n = demand.players();
        for (int s = 1; s < 1 << n; s++) {
            boolean[] coalition = new boolean[n];
            Fraction weight = Fraction.ONE;
            for (int i = 0; i < n; i++) {
                coalition[i] = (s >>> i & 1) != 0;
                weight = weight.times(coalition[i] ? willing.get(i) : Fraction.ONE.minus(willing.get(i)));
            }
            for (int j = 0; j + 1 < prices.size(); j++) {
                long price = prices.get(j);
                long[] needs = new long[n + 1];
                for (int u = 0; u < uses.size(); u++) {
                    if (uses.get(u).price() > price) {
                        long units = lacking(demand, uses.subList(0, u), coalition)
                                - lacking(demand, uses.subList(0, u + 1), coalition);
                        int player = uses.get(u).kind() == Uses.Kind.SOURCE
                                ? source(demand, uses.get(u).place()).player()
                                : -1;
                        needs[player < 0 ? n : player] += units;
                    }
                }
                moments.add(new ScarcityPricing.Moment(
                        weight.times(Fraction.of(prices.get(j + 1) - price)),
                        price >= pool.drawPrice(),
                        IntStream.range(0, n + 1).mapToObj(i -> needs[i]).toList()));
            }
        }
        return moments;
    }

    private static Demand.Source source(Demand demand, int place) {
        return demand.groups().stream()
                .flatMap(group -> group.sources().stream())
                .toList()
                .get(place);
    }

    /// Groups of one line: what is asked less what members that go and everybody have among the sources used.
    private static long lacking(Demand demand, List<Uses.Use> done, boolean[] coalition) {
        long sum = 0;
        int place = 0;
        for (int g = 0; g < demand.groups().size(); g++) {
            int group = g;
            long open = demand.groups().get(g).asked().getFirst();
            for (Demand.Source source : demand.groups().get(g).sources()) {
                int here = place++;
                boolean isUsed = done.stream().anyMatch(u -> u.kind() == Uses.Kind.SOURCE && u.place() == here);
                open -= isUsed && (source.player() < 0 || coalition[source.player()]) ? source.units() : 0;
            }
            boolean isClosed = done.stream().anyMatch(u -> u.kind() == Uses.Kind.GAP && u.place() == group);
            sum += isClosed ? 0 : Math.max(0, open);
        }
        return sum;
    }

    private static Demand random(SplittableRandom random, int players) {
        List<Demand.Group> groups = new ArrayList<>();
        for (int g = 1 + random.nextInt(2); g > 0; g--) {
            List<Demand.Source> sources = new ArrayList<>();
            for (int s = random.nextInt(6); s > 0; s--) {
                sources.add(new Demand.Source(random.nextInt(-1, players), random.nextInt(4), random.nextInt(9), 1));
            }
            groups.add(new Demand.Group(List.of((long) random.nextInt(7)), 3 + random.nextInt(8), sources));
        }
        return new Demand(players, groups);
    }

    @Test
    void sharesAreThoseOfEveryCoalitionAndAddUpToThePrice() {
        SplittableRandom random = new SplittableRandom(11);
        int inTheCore = 0;
        for (int world = 0; world < WORLDS; world++) {
            int n = 1 + random.nextInt(4);
            Demand demand = random(random, n);
            CommonPool pool = new CommonPool(1 + random.nextInt(5), random.nextInt(6));
            List<Fraction> willing = IntStream.range(0, n)
                    .mapToObj(i -> Fraction.of(random.nextInt(6), 5))
                    .toList();
            WhenShort read = WhenShort.of(demand, pool, willing);
            List<ScarcityPricing.Moment> moments = moments(demand, pool, willing);
            Fraction isShort = sum(moments, pool.units(), 1);
            Fraction isEven = sum(moments, pool.units(), 0);
            assertThat(read.isShort()).as("world %d", world).isEqualTo(isShort);
            assertThat(read.isEven()).as("world %d", world).isEqualTo(isEven);
            if (isEven.isZero()) {
                continue;
            }
            // A price at which so many units are the cheapest, somewhere between the two.
            Fraction part = Fraction.of(1 + random.nextInt(4), 5);
            Fraction price = isShort.plus(isEven.times(part));
            ScarcityPricing pricing = new ScarcityPricing(n + 1, price, 1, moments);
            List<Fraction> shares = pricing.shares();
            List<Fraction> paid = new ArrayList<>();
            read.players().forEach(one -> paid.add(one.paid(part)));
            paid.add(read.common().paid(part));
            assertThat(paid.stream().reduce(Fraction.ZERO, Fraction::plus))
                    .as("world %d", world)
                    .isEqualTo(pricing.cost((1L << n + 1) - 1));
            if (pricing.units((1L << n + 1) - 1) == pool.units()) {
                inTheCore++;
                assertThat(paid).as("world %d", world).isEqualTo(shares);
            }
        }
        assertThat(inTheCore).isGreaterThan(WORLDS / 6);
    }

    /// How much of prices at which units serve the need of all is above (1) or at (0) so many.
    private static Fraction sum(List<ScarcityPricing.Moment> moments, long units, int sign) {
        Fraction sum = Fraction.ZERO;
        for (ScarcityPricing.Moment moment : moments) {
            long all = moment.needs().stream().mapToLong(Long::longValue).sum();
            if (moment.draws() && Long.compare(all, units) == sign) {
                sum = sum.plus(moment.weight());
            }
        }
        return sum;
    }

    /// Of two lines that compete, one of which a member alone can serve.
    @Test
    void linesThatCompeteAndConditionsAreWalkedTogether() {
        Demand.Source own = new Demand.Source(0, 2, 4, 0b01);
        Demand.Source both = new Demand.Source(1, 2, 2, 0b11);
        Demand demand = new Demand(2, List.of(new Demand.Group(List.of(2L, 1L), 10, List.of(own, both))));
        WhenShort read = WhenShort.of(demand, new CommonPool(1, 0), List.of(Fraction.ONE, Fraction.ONE));
        // Below 2 three units are lacking, from 2 to 4 one, which is the first player's; from 4 on none.
        assertThat(read.isShort()).isEqualTo(Fraction.of(2));
        assertThat(read.isEven()).isEqualTo(Fraction.of(2));
        assertThat(read.players().get(0))
                .isEqualTo(new WhenShort.Beyond(Fraction.ZERO, Fraction.of(2), Fraction.of(2)));
        assertThat(read.players().get(1)).isEqualTo(new WhenShort.Beyond(Fraction.ZERO, Fraction.of(4), Fraction.ZERO));
        assertThat(read.common()).isEqualTo(WhenShort.Beyond.NOTHING);
    }
}
