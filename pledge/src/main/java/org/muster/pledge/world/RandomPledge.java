package org.muster.pledge.world;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.muster.alliance.Alliance;
import org.muster.alliance.Member;
import org.muster.alliance.figure.Figure;
import org.muster.alliance.figure.Vintage;
import org.muster.alliance.pledge.Pledge;
import org.muster.alliance.source.Provenance;

/// A random alliance whose members made a pledge of five percent, which few reach early.
///
/// @param alliance with shares and growth of the years 2012 to 2024, in one release
/// @param pledge   due in 2039
public record RandomPledge(Alliance alliance, Pledge pledge) {
    private static final int FIRST_YEAR = 2012;
    private static final int LAST_YEAR = 2024;
    private static final Provenance DRAWN = Provenance.illustrative("drawn at random");
    private static final String RELEASE = "release";

    /// Draws one.
    ///
    /// @param members how many, at least 1
    /// @param seed    of all draws
    public static RandomPledge of(int members, long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        List<Member> all = new ArrayList<>();
        List<Figure> figures = new ArrayList<>();
        List<Pledge.Party> who = new ArrayList<>();
        for (int m = 0; m < members; m++) {
            String code = String.format(Locale.ROOT, "M%02d", m);
            all.add(new Member(code, code, Member.Kind.ALLY));
            who.add(new Pledge.Party(code, Optional.empty()));
            double share = 0.8 + random.nextDouble();
            for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
                share *= Math.exp(0.02 + 0.07 * random.nextGaussian());
                figures.add(figure(code, "share", year, share));
                figures.add(figure(code, "growth", year, 2 + 2 * random.nextGaussian()));
            }
        }
        Pledge pledge = new Pledge(
                "five",
                "Five percent",
                new Pledge.Aim("share", Pledge.Comparison.AT_LEAST, BigDecimal.valueOf(5), "percent", 2),
                new Pledge.Course(LocalDate.of(2014, 9, 5), 2014, LAST_YEAR + 15, Optional.empty(), Pledge.Path.LINEAR),
                new Pledge.Reckoning(Optional.of(new Pledge.Ratio("amount", "base", "growth")), Optional.empty()),
                new Pledge.Roll(who, List.of(), List.of()),
                DRAWN);
        return new RandomPledge(alliance(all, figures, pledge), pledge);
    }

    private static Figure figure(String member, String measure, int year, double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
        return new Figure(member, measure, year, rounded, "percent", RELEASE, DRAWN);
    }

    private static Alliance alliance(List<Member> members, List<Figure> figures, Pledge pledge) {
        Vintage release = new Vintage(RELEASE, "Release", LocalDate.of(LAST_YEAR + 1, 1, 1), "drawn at random");
        return Alliance.ofFigures(
                "random", "Random alliance", "EUR", members, List.of(release), figures, List.of(pledge));
    }
}
