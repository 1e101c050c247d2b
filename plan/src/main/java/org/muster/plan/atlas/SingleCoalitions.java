package org.muster.plan.atlas;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private final Asker asking;
    private int asked;
    private final List<long[]> enough = new ArrayList<>();
    private final List<long[]> tooFew = new ArrayList<>();
    private final Map<BitSet, Boolean> known = new HashMap<>();

    /// Who is asked for a coalition.
    public interface Asker {
        /// The allies, in the alliance's order.
        List<String> players();

        /// Those that matter, in the same order.
        List<String> matter();

        /// Whether those who may join can do it.
        ///
        /// @throws OutOfTime where it was not proven in the time allowed
        boolean can(Set<String> present);

        /// Of those who may join, some who are enough: nobody of them may stay at home with the same plan; empty where
        /// they cannot do it.
        ///
        /// @throws OutOfTime where it was not proven in the time allowed
        Optional<Set<String>> enough(Set<String> present);
    }

    /// Nothing is asked yet.
    public SingleCoalitions(Asker asking) {
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
        return asked;
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
        Boolean answer = known.get(coalition);
        if (answer == null) {
            answer = learnt(coalition);
            known.put((BitSet) coalition.clone(), answer);
        }
        return answer;
    }

    private boolean learnt(BitSet coalition) {
        long[] here = words(coalition);
        if (enough.stream().anyMatch(some -> isWithin(some, here))) {
            return true;
        }
        if (tooFew.stream().anyMatch(all -> isWithin(here, all))) {
            return false;
        }
        Set<String> present = new TreeSet<>();
        coalition.stream().forEach(i -> present.add(matter().get(i)));
        asked++;
        Optional<Set<String>> some = asking.enough(present);
        if (some.isEmpty()) {
            tooFew.removeIf(all -> isWithin(all, here));
            tooFew.add(here);
            return false;
        }
        BitSet members = new BitSet();
        some.get().stream().filter(matter()::contains).forEach(member -> members.set(matter().indexOf(member)));
        long[] needed = words(members);
        enough.removeIf(more -> isWithin(needed, more));
        enough.add(needed);
        return true;
    }

    /// As many words as there are for all that matter: sets are held against one another very often.
    private long[] words(BitSet coalition) {
        return Arrays.copyOf(coalition.toLongArray(), Math.ceilDiv(matter().size(), Long.SIZE));
    }

    private static boolean isWithin(long[] some, long[] all) {
        for (int w = 0; w < some.length; w++) {
            if ((some[w] & ~all[w]) != 0) {
                return false;
            }
        }
        return true;
    }
}
