package org.muster.lab.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.muster.alliance.Alliance;
import org.muster.alliance.mission.Mission;
import org.muster.plan.atlas.AskedCoalitions;
import org.muster.solve.SolveOptions;

/// What a mission costs, and whom, as a mean over all coalitions of willing members, each with the best plan out of it:
/// exact, where few members matter.
///
/// Safe for several threads.
final class ExpectedMoney {
    /// Members that matter up to which every coalition has its plan.
    static final int MOST_PLAYERS = 8;

    /// Tables that are remembered at most.
    private static final int MOST_TABLES = 500;

    private final Settler settler;
    private final SolveOptions options;
    private final Map<Key, Optional<Table>> tables = new ConcurrentHashMap<>();

    private final Map<String, Boolean> had = new ConcurrentHashMap<>();

    private record Key(String reforms, Circumstances circumstances) {}

    /// By coalition of those that matter what it comes to; empty where it does not run.
    ///
    /// @param allyOf of each that matters, where it stands among the allies
    private record Table(List<Integer> allyOf, List<Optional<Settlement>> settlements) {}

    /// Means over all coalitions, those counted as nothing in which the mission does not run.
    ///
    /// @param chance    with which chance it runs
    /// @param netMinor  the bill less what members receive, in minor units
    /// @param goersPay  what those who go bear of it
    /// @param drawn     units of pools that are drawn
    /// @param freeRide  what allies that stay get above what they bear
    /// @param pays      what each member bears, in the alliance's order
    /// @param goes      with which chance each goes and it runs
    /// @param left      what each is left with: what it is worth to it less what it bears and what units of pools that
    ///                  are drawn of it would be worth to it outside missions
    record Means(
            double chance,
            double netMinor,
            double goersPay,
            double drawn,
            double freeRide,
            List<Double> pays,
            List<Double> goes,
            List<Double> left) {
        Means {
            pays = List.copyOf(pays);
            goes = List.copyOf(goes);
            left = List.copyOf(left);
        }
    }

    ExpectedMoney(Settler settler, SolveOptions options) {
        this.settler = settler;
        this.options = options.silentlyOn(1);
    }

    /// Whether so few members matter for a mission.
    static boolean isHad(Alliance alliance, String mission) {
        return alliance.mission(mission)
                .map(one -> AskedCoalitions.mattering(alliance, one).size() <= MOST_PLAYERS)
                .orElse(false);
    }

    /// The means.
    ///
    /// @param willing by ally
    /// @param benefit what the mission's worth is multiplied by
    /// @param ally    by member, whether it is an ally
    /// @return        empty where more members matter
    Optional<Means> of(
            Reformed reformed, Circumstances circumstances, double[] willing, double benefit, boolean[] ally) {
        // looked at once a mission: to look at each of its circumstances takes longer than all else of a row
        boolean isHad = had.computeIfAbsent(
                reformed.name() + " " + circumstances.mission(),
                name -> isHad(reformed.alliance(), circumstances.mission()));
        if (!isHad) {
            return Optional.empty();
        }
        Key key = new Key(reformed.name(), circumstances);
        Optional<Table> table = tables.get(key);
        if (table == null) {
            table = table(reformed, circumstances);
            if (tables.size() < MOST_TABLES) {
                tables.put(key, table);
            }
        }
        return table.map(one -> means(one, willing, benefit, ally));
    }

    private Optional<Table> table(Reformed reformed, Circumstances circumstances) {
        Alliance alliance = circumstances.in(reformed.alliance());
        Mission mission = alliance.mission(circumstances.mission()).orElseThrow();
        if (AskedCoalitions.mattering(alliance, mission).size() > MOST_PLAYERS) {
            return Optional.empty();
        }
        ReplyPlans plans = new ReplyPlans(alliance, reformed, mission.id(), settler, options);
        List<String> allies = Settler.allies(alliance);
        List<Optional<Settlement>> settlements = new ArrayList<>();
        for (long c = (1L << plans.players().size()) - 1; c >= 0; c--) {
            settlements.add(
                    plans.isKnownIdle(c)
                            ? Optional.empty()
                            : Optional.of(plans.settlement(c)).filter(Settlement::covers));
        }
        return Optional.of(
                new Table(plans.players().stream().map(allies::indexOf).toList(), settlements.reversed()));
    }

    private static Means means(Table table, double[] willing, double benefit, boolean[] ally) {
        double nobody = 1;
        for (double one : willing) {
            nobody *= 1 - one;
        }
        double[] pays = new double[ally.length];
        double[] goes = new double[ally.length];
        double[] left = new double[ally.length];
        double chance = 0;
        double net = 0;
        double goersPay = 0;
        double drawn = 0;
        double freeRide = 0;
        for (int c = 0; c < table.settlements().size(); c++) {
            if (table.settlements().get(c).isEmpty()) {
                continue;
            }
            Settlement settled = table.settlements().get(c).get();
            double weight = c == 0 ? -nobody : 0; // where nobody is willing nothing runs
            double likely = 1;
            for (int i = 0; i < table.allyOf().size(); i++) {
                double one = willing[table.allyOf().get(i)];
                likely *= ((c >>> i) & 1) != 0 ? one : 1 - one;
            }
            weight += likely;
            chance += weight;
            net += weight * settled.netMinor();
            goersPay += weight * settled.goersPay();
            drawn += weight * settled.drawnInAll();
            for (int i = 0; i < ally.length; i++) {
                double one = benefit * settled.benefits().get(i)
                        - settled.pays().get(i)
                        - settled.gives().get(i);
                pays[i] += weight * settled.pays().get(i);
                goes[i] += settled.goes().get(i) ? weight : 0;
                left[i] += weight * one;
                if (ally[i] && !settled.goes().get(i)) {
                    freeRide += weight * Math.max(0, one);
                }
            }
        }
        return new Means(chance, net, goersPay, drawn, freeRide, list(pays), list(goes), list(left));
    }

    private static List<Double> list(double[] some) {
        return Arrays.stream(some).boxed().toList();
    }
}
