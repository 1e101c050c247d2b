package org.muster.plan.need;

import java.util.List;
import java.util.TreeSet;

/// Units in common that may serve every line of a demand.
///
/// @param units     how many, not negative
/// @param drawPrice what each costs when it is drawn, in minor units
public record Pool(long units, long drawPrice) {
    /// @throws IllegalArgumentException where a number is negative
    public Pool {
        if (units < 0 || drawPrice < 0) {
            throw new IllegalArgumentException(
                    "units %d and draw price %d are not negative".formatted(units, drawPrice));
        }
    }

    /// Units of all pools whose draw costs at most `price`.
    static long units(List<Pool> pools, long price) {
        return pools.stream()
                .filter(pool -> pool.drawPrice() <= price)
                .mapToLong(Pool::units)
                .sum();
    }

    /// Prices at which what is needed beyond the pools changes, ascending, up to the dearest of `prices`.
    static List<Long> prices(List<Long> prices, List<Pool> pools) {
        TreeSet<Long> all = new TreeSet<>(prices);
        pools.stream().map(Pool::drawPrice).filter(d -> d < prices.getLast()).forEach(all::add);
        return List.copyOf(all);
    }
}
