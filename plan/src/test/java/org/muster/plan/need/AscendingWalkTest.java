package org.muster.plan.need;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Prices one after the other against each by itself.
class AscendingWalkTest {
    private static final int PLAYERS = 5;

    @Test
    void whatIsLackingAtEveryPriceIsAsWalkedByItself() {
        SplittableRandom random = new SplittableRandom(7);
        for (int world = 0; world < 2_000; world++) {
            Demand demand = random(random, random.nextInt(3) == 0);
            List<BigInteger> ins = new ArrayList<>();
            List<BigInteger> outs = new ArrayList<>();
            for (int i = 0; i < PLAYERS; i++) {
                int in = random.nextInt(11);
                ins.add(BigInteger.valueOf(in));
                outs.add(BigInteger.valueOf(10 - in));
            }
            AscendingWalk walk = new AscendingWalk(ins, outs);
            List<Long> prices = demand.prices();
            for (int j = 0; j + 1 < prices.size(); j++) {
                Need need = demand.at(prices.get(j));
                assertThat(chances(walk.next(need)))
                        .as("world %d at %d", world, prices.get(j))
                        .isEqualTo(chances(need.walked(Weights.WHOLE, ins, outs)));
            }
        }
    }

    /// @param once whether each player has one price
    private static Demand random(SplittableRandom random, boolean once) {
        List<Demand.Source> sources = new ArrayList<>();
        for (int s = 0; s < 6; s++) {
            int player = once ? s % PLAYERS : random.nextInt(-1, PLAYERS);
            sources.add(new Demand.Source(
                    once && s == PLAYERS ? -1 : player,
                    random.nextInt(6),
                    random.nextInt(9),
                    1 + random.nextInt(4) / 3));
        }
        int lines = random.nextInt(8) == 0 ? 2 : 1;
        return new Demand(
                PLAYERS,
                List.of(new Demand.Group(random.longs(lines, 0, 12).boxed().toList(), 9, sources)));
    }

    /// Without what never happens.
    private static NavigableMap<Long, BigInteger> chances(NavigableMap<Long, BigInteger> weights) {
        NavigableMap<Long, BigInteger> some = new TreeMap<>(weights);
        some.values().removeIf(weight -> weight.signum() == 0);
        return some;
    }
}
