package org.muster.plan.atlas;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.muster.alliance.Alliance;
import org.muster.alliance.mission.Mission;
import org.muster.solve.SolveOptions;

/// Whether single coalitions of the allies can do a mission, by the planner: for missions of which so many members
/// matter that not all coalitions can be asked for ([AskedCoalitions]).
///
/// Whoever joins a coalition that can may stay at home. So a coalition can that has all of one that can, and cannot
/// where all of it is in one that cannot: what is learnt answers for most that are asked later.
public final class SingleCoalitions {
    private final AskedCoalitions.Asking asking;
    private final List<BitSet> enough = new ArrayList<>();
    private final List<BitSet> tooFew = new ArrayList<>();

    private SingleCoalitions(AskedCoalitions.Asking asking) {
        this.asking = asking;
    }

    /// Nothing is asked yet.
    public static SingleCoalitions of(Alliance alliance, Mission mission, SolveOptions options) {
        return new SingleCoalitions(new AskedCoalitions.Asking(alliance, mission, options));
    }

    /// The allies, in the alliance's order.
    public List<String> players() {
        return asking.players();
    }

    /// Those that matter, in the same order: a coalition is a set of their numbers.
    public List<String> matter() {
        return asking.matter();
    }

    /// Coalitions that the planner was asked for.
    public int asked() {
        return asking.asked();
    }

    /// Takes over what is known of a mission that is harder: what can do that can do this.
    public void learnFromHarder(SingleCoalitions harder) {
        if (harder.matter().equals(matter())) {
            enough.addAll(harder.enough);
        }
    }

    /// Takes over what is known of a mission that is easier: what cannot do that cannot do this.
    public void learnFromEasier(SingleCoalitions easier) {
        if (easier.matter().equals(matter())) {
            tooFew.addAll(easier.tooFew);
        }
    }

    /// Whether a coalition can do it.
    ///
    /// @throws OutOfTime where it was not proven in the time allowed
    public boolean can(BitSet coalition) {
        if (enough.stream().anyMatch(some -> isWithin(some, coalition))) {
            return true;
        }
        if (tooFew.stream().anyMatch(all -> isWithin(coalition, all))) {
            return false;
        }
        Set<String> present = new TreeSet<>();
        coalition.stream().forEach(i -> present.add(matter().get(i)));
        Optional<Set<String>> some = asking.enough(present);
        if (some.isEmpty()) {
            tooFew.removeIf(all -> isWithin(all, coalition));
            tooFew.add((BitSet) coalition.clone());
            return false;
        }
        BitSet needed = new BitSet();
        some.get().stream().filter(matter()::contains).forEach(member -> needed.set(matter().indexOf(member)));
        enough.removeIf(more -> isWithin(needed, more));
        enough.add(needed);
        return true;
    }

    private static boolean isWithin(BitSet some, BitSet all) {
        for (int i = some.nextSetBit(0); i >= 0; i = some.nextSetBit(i + 1)) {
            if (!all.get(i)) {
                return false;
            }
        }
        return true;
    }
}
