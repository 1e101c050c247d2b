package org.muster.lab.run;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.muster.alliance.Alliance;
import org.muster.alliance.mission.Mission;
import org.muster.alliance.mission.Phase;
import org.muster.alliance.mission.Requirement;
import org.muster.alliance.offer.MarketOffer;
import org.muster.alliance.offer.Offer;
import org.muster.alliance.pool.Pool;

/// Under which circumstances a mission is settled: all that a settlement hangs on beside the reform, so that equal ones
/// are settled once.
///
/// @param mission   its id
/// @param quantity  what its lines' quantities are multiplied by
/// @param longer    days that its last phase lasts longer
/// @param notice    what its lines' notice is multiplied by
/// @param prices    what prices of a capability are multiplied by; those of 1 are left out
/// @param pools     what a pool's units are multiplied by; those of 1 are left out
/// @param used      units of a pool, an offer or a charter that are gone, by its id; none is left out
/// @param left      members that have left
/// @param growth    what a member's offers are multiplied by; those of 1 are left out
record Circumstances(
        String mission,
        double quantity,
        long longer,
        double notice,
        Map<String, Double> prices,
        Map<String, Double> pools,
        Map<String, Long> used,
        Set<String> left,
        Map<String, Double> growth) {
    Circumstances {
        prices = Collections.unmodifiableMap(new TreeMap<>(prices));
        pools = Collections.unmodifiableMap(new TreeMap<>(pools));
        used = Collections.unmodifiableMap(new TreeMap<>(used));
        left = Collections.unmodifiableSet(new TreeSet<>(left));
        growth = Collections.unmodifiableMap(new TreeMap<>(growth));
    }

    /// Those in which everything is as the folder has it.
    static Circumstances usual(String mission) {
        return new Circumstances(mission, 1, 0, 1, Map.of(), Map.of(), Map.of(), Set.of(), Map.of());
    }

    /// The same at the prices of the folder: no coalition can more or less for a price.
    Circumstances atAnyPrice() {
        return prices.isEmpty()
                ? this
                : new Circumstances(mission, quantity, longer, notice, Map.of(), pools, used, left, growth);
    }

    /// The alliance with its mission under these circumstances.
    Alliance in(Alliance alliance) {
        List<Offer> offers = new ArrayList<>();
        alliance.offers().forEach(offer -> offers.add(offer(offer)));
        List<MarketOffer> market = new ArrayList<>();
        alliance.market().forEach(charter -> market.add(charter(charter)));
        List<Pool> pooled = new ArrayList<>();
        alliance.pools().forEach(pool -> pooled.add(pool(pool)));
        List<Mission> missions = new ArrayList<>();
        alliance.missions().forEach(one -> missions.add(one.id().equals(mission) ? mission(one) : one));
        return alliance.withOffers(offers, alliance.sharing())
                .withMeans(market, alliance.caveats(), alliance.policies(), pooled, missions);
    }

    private Offer offer(Offer offer) {
        double price = prices.getOrDefault(offer.capability(), 1.0);
        double grown = growth.getOrDefault(offer.member(), 1.0);
        long gone = used.getOrDefault(offer.id(), 0L);
        if (price == 1 && grown == 1 && gone == 0) {
            return offer;
        }
        return new Offer(
                offer.id(),
                offer.member(),
                offer.capability(),
                Math.max(0, down(offer.units(), grown) - gone),
                offer.stage(),
                offer.noticeDays(),
                priced(offer.deploymentCostMinor(), price),
                priced(offer.runningCostMinorPerDay(), price),
                offer.mission(),
                offer.availableFrom(),
                offer.availableTo(),
                offer.quantityProvenance(),
                offer.costProvenance());
    }

    private MarketOffer charter(MarketOffer charter) {
        double price = prices.getOrDefault(charter.capability(), 1.0);
        long gone = used.getOrDefault(charter.id(), 0L);
        if (price == 1 && gone == 0) {
            return charter;
        }
        return new MarketOffer(
                charter.id(),
                charter.capability(),
                Math.max(0, charter.units() - gone),
                charter.noticeDays(),
                priced(charter.unitCostMinor(), price),
                priced(charter.dailyCostMinor(), price),
                charter.provenance());
    }

    /// What is gone of a pool is gone of every owner's hours and every member's crews in proportion, after the levy.
    private Pool pool(Pool pool) {
        double price = prices.getOrDefault(pool.capability(), 1.0);
        double more = pools.getOrDefault(pool.id(), 1.0);
        long gone = used.getOrDefault(pool.id(), 0L);
        Pool priced = price == 1 ? pool : PoolOf.priced(pool, priced(pool.drawCostMinor(), price));
        if (more != 1) {
            long capacity = down(pool.capacity(), more);
            priced = PoolOf.with(
                    priced,
                    capacity,
                    Reformed.scaled(pool.entitlements(), pool.capacity(), capacity),
                    Reformed.scaled(pool.crews(), pool.capacity(), capacity),
                    pool.levyPercent(),
                    pool.access());
        }
        if (gone == 0) {
            return priced;
        }
        long there = priced.availableCapacity();
        long stays = Math.max(0, there - gone);
        return PoolOf.with(
                priced,
                stays,
                Reformed.scaled(priced.entitlements(), priced.capacity(), stays),
                Reformed.scaled(priced.crews(), priced.capacity(), stays),
                BigDecimal.ZERO,
                priced.access());
    }

    private Mission mission(Mission one) {
        List<Phase> phases = new ArrayList<>();
        for (Phase phase : one.phases()) {
            boolean isLast = phase.equals(one.phases().getLast());
            phases.add(new Phase(
                    phase.id(),
                    phase.title(),
                    phase.from(),
                    isLast ? phase.to().plusDays(longer) : phase.to(),
                    phase.followUp(),
                    phase.requirements().stream().map(this::line).toList()));
        }
        Mission changed = MissionOf.with(one, one.mode(), one.fund(), phases);
        if (left.isEmpty()) {
            return changed;
        }
        Set<String> join = new TreeSet<>(one.pins().mustJoin());
        join.removeAll(left);
        Set<String> not = new TreeSet<>(one.pins().mustNot());
        not.addAll(left);
        return changed.with(new Mission.Pins(join, not, one.pins().assignments()));
    }

    private Requirement line(Requirement line) {
        return new Requirement(
                line.id(),
                line.capability(),
                quantity == 1 ? line.quantity() : Math.max(1, up(line.quantity(), quantity)),
                line.place(),
                line.kind(),
                (int) down(line.noticeDays(), notice),
                line.priority(),
                line.provenance());
    }

    private static long down(long units, double factor) {
        return rounded(units, factor, RoundingMode.FLOOR);
    }

    private static long up(long units, double factor) {
        return rounded(units, factor, RoundingMode.CEILING);
    }

    private static long priced(long minor, double factor) {
        return rounded(minor, factor, RoundingMode.HALF_EVEN);
    }

    /// A factor is the decimal that people would write for it, so that 10 times 1.1 is 11 and not a little more.
    private static long rounded(long units, double factor, RoundingMode mode) {
        return factor == 1
                ? units
                : BigDecimal.valueOf(units)
                        .multiply(BigDecimal.valueOf(factor))
                        .setScale(0, mode)
                        .longValueExact();
    }
}
