package org.muster.lab.run;

import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muster.alliance.Alliance;
import org.muster.alliance.Member;
import org.muster.alliance.invest.Rate;
import org.muster.alliance.invest.World;
import org.muster.alliance.lab.Factor;
import org.muster.alliance.lab.Futures;
import org.muster.alliance.mission.Mission;
import org.muster.lab.draw.Draws;

/// One drawn path of the world: the same for every reform.
///
/// @param number      from 0
/// @param values      the value of every factor, by its id
/// @param world       the world of `invest.yaml` that is true; empty where the folder draws from none
/// @param occurrences missions that come, by year and then by day; of one day in the order of the file
/// @param chance      the number under which what is no factor is drawn
public record Future(
        int number, Map<String, Double> values, Optional<World> world, List<Occurrence> occurrences, int chance) {
    /// Most times that a mission comes in one year.
    static final int MOST_A_YEAR = 8;

    private static final int DAYS_A_YEAR = 365;

    /// A mission that comes.
    ///
    /// @param year    the year
    /// @param day     of the year, from 0; a mission that is drawn to overlap may begin in the next year's first days
    /// @param mission its id
    /// @param days    how long it lasts, its day after included
    public record Occurrence(int year, int day, String mission, long days) {
        /// Whether it still runs when another of the same year begins, which does not begin before it.
        boolean runsInto(Occurrence later) {
            return later.day() < day + days;
        }
    }

    public Future {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        occurrences = List.copyOf(occurrences);
    }

    static List<String> streamsOf(String mission) {
        return List.of("occurs/" + mission, "day/" + mission, "overlap/" + mission);
    }

    static List<String> streamsOfMember(String member) {
        return List.of("willing/" + member, "growth/" + member, "width/" + member, "compliance/" + member);
    }

    /// Draws a future.
    ///
    /// @param values of the factors
    /// @param chance the number under which the rest is drawn; usually that of the future
    public static Future of(Alliance alliance, long seed, int number, Map<String, Double> values, int chance) {
        Futures setting = alliance.lab().futures().orElseThrow();
        Draws draws = new Draws(seed);
        Optional<World> world = setting.worlds() ? Optional.of(world(alliance, draws, chance)) : Optional.empty();
        Drawing drawing = new Drawing(alliance, setting, draws, chance, values, world);
        List<Occurrence> occurrences = new ArrayList<>();
        for (int y = 0; y < setting.years(); y++) {
            occurrences.addAll(drawing.year(setting.firstYear() + y));
        }
        return new Future(number, values, world, occurrences, chance);
    }

    private static World world(Alliance alliance, Draws draws, int chance) {
        double draw = draws.uniform(chance, Draws.hash("world"), 0);
        BigDecimal below = BigDecimal.ZERO;
        for (World world : alliance.investments().worlds()) {
            below = below.add(world.probability());
            if (draw < below.doubleValue()) {
                return world;
            }
        }
        return alliance.investments().worlds().getLast();
    }

    private record Drawing(
            Alliance alliance,
            Futures setting,
            Draws draws,
            int chance,
            Map<String, Double> values,
            Optional<World> world) {
        List<Occurrence> year(int year) {
            List<Occurrence> coming = new ArrayList<>();
            for (Futures.Template template : setting.templates()) {
                Mission mission = alliance.mission(template.mission()).orElseThrow();
                int times = times(template, year);
                for (int k = 0; k < times; k++) {
                    int step = year * MOST_A_YEAR + k;
                    int day = (int) (draws.uniform(chance, Draws.hash("day/" + mission.id()), step) * DAYS_A_YEAR);
                    coming.add(new Occurrence(year, day, mission.id(), days(mission)));
                }
            }
            coming.sort(Comparator.comparingInt(Occurrence::day));
            return overlapping(coming, year);
        }

        /// The mission before one that is drawn to overlap still runs when it begins.
        private List<Occurrence> overlapping(List<Occurrence> coming, int year) {
            List<Occurrence> drawn = new ArrayList<>();
            for (Occurrence one : coming) {
                double overlap = of(Factor.Target.OVERLAP, one.mission()).orElse(0.0);
                int stream = Draws.hash("overlap/" + one.mission());
                if (!drawn.isEmpty() && draws.uniform(chance, stream, 2 * year) < overlap) {
                    Occurrence before = drawn.getLast();
                    int day = before.day() + (int) (draws.uniform(chance, stream, 2 * year + 1) * before.days());
                    drawn.add(new Occurrence(year, day, one.mission(), one.days()));
                } else {
                    drawn.add(one);
                }
            }
            drawn.sort(Comparator.comparingInt(Occurrence::day));
            return drawn;
        }

        private long days(Mission mission) {
            long days = ChronoUnit.DAYS.between(
                            mission.phases().getFirst().from(),
                            mission.phases().getLast().to())
                    + 1;
            return days + Math.round(of(Factor.Target.DURATION, mission.id()).orElse(0.0));
        }

        /// How often a mission comes: at most once where it comes less than once a year on average, else a
        /// Poisson count.
        private int times(Futures.Template template, int year) {
            Rate usual = template.perYear();
            Rate rate = world.map(one -> one.perYear(template.mission(), usual)).orElse(usual);
            double mean = rate.numerator()
                    / (double) rate.denominator()
                    * of(Factor.Target.OCCURS, template.mission()).orElse(1.0);
            double draw = draws.uniform(chance, Draws.hash("occurs/" + template.mission()), year);
            if (mean <= 1) {
                return draw < mean ? 1 : 0;
            }
            double term = StrictMath.exp(-mean);
            double below = term;
            int times = 0;
            while (draw >= below && times < MOST_A_YEAR) {
                times++;
                term *= mean / times;
                below += term;
            }
            return times;
        }

        private Optional<Double> of(Factor.Target target, String name) {
            return valueOf(setting, values, target, name);
        }
    }

    /// The value of the factor that changes this of that; of two that fit the later counts.
    static Optional<Double> valueOf(Futures setting, Map<String, Double> values, Factor.Target target, String name) {
        Optional<Double> last = Optional.empty();
        for (Factor factor : setting.factors()) {
            if (factor.target() == target && factor.isAbout(name)) {
                last = Optional.ofNullable(values.get(factor.id()));
            }
        }
        return last;
    }

    /// The chance with which each ally is willing to go on a mission, in the alliance's order.
    ///
    /// By a factor where there is one, else by the world: within its range by a draw of the member's own. Who has left
    /// is not willing.
    public double[] willing(Alliance alliance, long seed, String mission) {
        Futures setting = alliance.lab().futures().orElseThrow();
        Draws draws = new Draws(seed);
        List<Member> allies = alliance.members().stream().filter(Member::isAlly).toList();
        double[] willing = new double[allies.size()];
        for (int i = 0; i < willing.length; i++) {
            String code = allies.get(i).code();
            willing[i] = hasLeft(setting, code)
                    ? 0
                    : valueOf(setting, values, Factor.Target.WILLING, code)
                            .orElseGet(() -> byWorld(draws, code, mission));
        }
        return willing;
    }

    /// Whether everybody is as willing in every future of the same world: nothing of it is drawn.
    boolean isWillingnessKnown(Futures setting) {
        return world.map(one -> one.willing().stream()
                                .allMatch(some -> some.from().compareTo(some.to()) == 0))
                        .orElse(false)
                && setting.factors().stream()
                        .noneMatch(
                                one -> one.target() == Factor.Target.WILLING || one.target() == Factor.Target.LEAVES);
    }

    private double byWorld(Draws draws, String code, String mission) {
        World.Willing some =
                world.flatMap(one -> one.willingnessOf(code, mission)).orElseThrow();
        double from = some.from().doubleValue();
        double width = some.to().doubleValue() - from;
        return width == 0 ? from : from + width * draws.uniform(chance, Draws.hash("willing/" + code), 0);
    }

    /// How often a mission comes while another of the same year still runs.
    public int overlaps() {
        int overlaps = 0;
        for (int i = 1; i < occurrences.size(); i++) {
            Occurrence one = occurrences.get(i);
            boolean any = false;
            for (int j = 0; j < i; j++) {
                Occurrence before = occurrences.get(j);
                any |= before.year() == one.year() && before.runsInto(one);
            }
            overlaps += any ? 1 : 0;
        }
        return overlaps;
    }

    /// Whether a member has left.
    boolean hasLeft(Futures setting, String member) {
        return valueOf(setting, values, Factor.Target.LEAVES, member).orElse(0.0) >= 0.5;
    }
}
