package org.muster.plan;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.muster.alliance.key.Apportionment;
import org.muster.alliance.pool.Access;
import org.muster.alliance.pool.Pool;

/// Whose units of a pool are drawn: a plan says how much is drawn and who goes, and not whose units they are.
///
/// Where owners draw what they own, those that go draw in proportion to what they own, and what they draw beyond it
/// comes from those that stay out and release, in proportion to what these own, as they are compensated. Where the pool
/// is open to anybody or drawn by a decision of its owners, all owners give in proportion to what they own. Whole
/// units, by largest remainder; the odd one goes by code.
public final class WhoseUnits {
    private WhoseUnits() {}

    /// Whether each unit of a pool is one owner's: not where it is open, or its owners decide together.
    public static boolean isOwned(Pool pool) {
        return pool.access() instanceof Access.Owners || pool.access() instanceof Access.OwnersPlusReleased;
    }

    /// Units by owner.
    ///
    /// @param going who takes part
    /// @param drawn units of one of the pool's periods, not negative
    /// @return      by owner, those left out of whom nothing is drawn; adding up to `drawn` or, where owners have less,
    ///              to what they have
    public static Map<String, Long> of(Pool pool, Collection<String> going, long drawn) {
        Set<String> withholding =
                pool.access() instanceof Access.OwnersPlusReleased access ? access.withholding() : Set.of();
        boolean owned = isOwned(pool);
        Map<String, Long> first = new LinkedHashMap<>();
        Map<String, Long> then = new LinkedHashMap<>();
        for (String owner : pool.entitlements().keySet().stream().sorted().toList()) {
            boolean goes = going.contains(owner);
            if (!owned || goes) {
                first.put(owner, pool.availableEntitlement(owner));
            } else if (!withholding.contains(owner) && pool.access() instanceof Access.OwnersPlusReleased) {
                then.put(owner, pool.availableEntitlement(owner));
            }
        }
        long own = Math.min(drawn, sum(first));
        Map<String, Long> units = new LinkedHashMap<>();
        split(first, own, units);
        split(then, Math.min(drawn - own, sum(then)), units);
        return units;
    }

    private static long sum(Map<String, Long> units) {
        return units.values().stream().reduce(0L, Math::addExact);
    }

    private static void split(Map<String, Long> owned, long drawn, Map<String, Long> into) {
        if (drawn == 0) {
            return;
        }
        List<String> owners = List.copyOf(owned.keySet());
        List<Long> parts = Apportionment.byLargestRemainder(
                drawn, owned.values().stream().map(BigDecimal::valueOf).toList());
        for (int i = 0; i < owners.size(); i++) {
            if (parts.get(i) > 0) {
                into.put(owners.get(i), parts.get(i));
            }
        }
    }
}
