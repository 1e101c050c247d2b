package org.muster.share.rule;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muster.alliance.figure.Figure;
import org.muster.alliance.key.Key;
import org.muster.games.Fraction;
import org.muster.share.key.PeacekeepingScale;
import org.muster.share.key.PeacekeepingScale.Level;

/// Every member of the agreed key bears the bill by it, with discounts for low income per head that those who lead take
/// over.
///
/// The levels of the United Nations' peacekeeping scale by income per head against the average of the key's members
/// (2.0, 1.8, 1.6, 1.4, 1.2 and 1.0 times); the mission's lead members stand for level A. The levels that go by a
/// list (C and J) are not used.
final class Peacekeeping implements SharingRule {
    private static final List<Level> BY_INCOME = List.of(Level.I, Level.H, Level.G, Level.F, Level.E, Level.D);

    @Override
    public String id() {
        return "peacekeeping";
    }

    @Override
    public String title() {
        return "In the manner of UN peacekeeping";
    }

    @Override
    public String description() {
        return "Every member bears the bill by the agreed key, with discounts for low income per head that the members named as lead take over.";
    }

    @Override
    public String source() {
        return "A/RES/55/235 (levels as recalled), applied to the agreed key";
    }

    @Override
    public Map<String, String> parameters(SharingCase sharing) {
        Map<String, String> parameters = new LinkedHashMap<>();
        sharing.key().ifPresent(key -> parameters.put("key", key.id()));
        parameters.put("level A", String.join(", ", sharing.lead()));
        return parameters;
    }

    @Override
    public Basis basis() {
        return Basis.WEIGHTS;
    }

    @Override
    public Outcome share(SharingCase sharing) {
        if (sharing.key().isEmpty()) {
            return new Outcome.NotApplicable("the alliance has no agreed key");
        }
        Key key = sharing.key().get();
        if (sharing.lead().stream().noneMatch(lead -> key.shareOf(lead).signum() > 0)) {
            return new Outcome.NotApplicable("no member of the key is named as lead, to take over the discounts");
        }
        List<String> bearers = List.copyOf(key.shares().keySet());
        List<String> without = bearers.stream()
                .filter(m -> !sharing.income().containsKey(m)
                        || value(sharing.population(), m).sign() <= 0)
                .toList();
        if (!without.isEmpty()) {
            return new Outcome.NotApplicable(
                    "no income or no population is on record for " + String.join(", ", without));
        }
        Optional<String> unusable = Weights.unusable(sharing.income(), bearers);
        if (unusable.isPresent()) {
            return new Outcome.NotApplicable(unusable.get());
        }
        PeacekeepingScale.Scale scale = PeacekeepingScale.of(key.shares(), levels(sharing, bearers), 6);
        Weights weights = new Weights(
                "peacekeeping scale",
                scale.key().shares(),
                member -> scale.key()
                        .explanations()
                        .getOrDefault(
                                member,
                                org.muster.share.explain.Explanation.input("rate of " + member, "none", "", "")));
        Ledger ledger = new Ledger(sharing);
        sharing.bill().lines().forEach(line -> ledger.byWeights(weights, line));
        return ledger.shared(this);
    }

    private static Map<String, Level> levels(SharingCase sharing, List<String> bearers) {
        Fraction income = Fraction.ZERO;
        Fraction people = Fraction.ZERO;
        for (String member : bearers) {
            income = income.plus(value(sharing.income(), member));
            people = people.plus(value(sharing.population(), member));
        }
        Map<String, Level> levels = new LinkedHashMap<>();
        for (String member : bearers) {
            // (income_i / people_i) / (income / people)
            Fraction times = value(sharing.income(), member)
                    .times(people)
                    .over(value(sharing.population(), member).times(income));
            levels.put(member, sharing.lead().contains(member) ? Level.A : level(times));
        }
        return levels;
    }

    private static Fraction value(Map<String, Figure> figures, String member) {
        Figure figure = figures.get(member);
        return figure == null ? Fraction.ZERO : Fraction.of(figure.value());
    }

    /// The level of an income per head that is so many times the average.
    static Level level(Fraction times) {
        BigDecimal below = new BigDecimal("1.0");
        for (Level level : BY_INCOME) {
            if (times.compareTo(Fraction.of(below)) < 0) {
                return level;
            }
            below = below.add(new BigDecimal("0.2"));
        }
        return Level.B;
    }
}
