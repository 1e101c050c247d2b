package org.muster.plan.need;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/// Units in common that may serve every line of a demand.
///
/// @param units     how many, not negative
/// @param drawPrice what each costs when it is drawn, in minor units
public record CommonPool(long units, long drawPrice) {
    /// @throws IllegalArgumentException where a number is negative
    public CommonPool {
        if (units < 0 || drawPrice < 0) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "units %d and draw price %d are not negative", units, drawPrice));
        }
    }

    /// Units of all pools whose draw costs at most `price`.
    static long units(List<CommonPool> pools, long price) {
        return pools.stream()
                .filter(pool -> pool.drawPrice() <= price)
                .mapToLong(CommonPool::units)
                .sum();
    }

    /// Prices at which what is needed beyond the pools changes, ascending, up to the dearest of `prices`.
    static List<Long> prices(List<Long> prices, List<CommonPool> pools) {
        TreeSet<Long> all = new TreeSet<>(prices);
        pools.stream()
                .map(CommonPool::drawPrice)
                .filter(d -> d < prices.getLast())
                .forEach(all::add);
        return List.copyOf(all);
    }
}
