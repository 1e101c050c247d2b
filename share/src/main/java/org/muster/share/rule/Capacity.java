package org.muster.share.rule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muster.alliance.figure.Figure;
import org.muster.input.Refusal;
import org.muster.share.explain.Explanation;
import org.muster.share.key.KeyFromBase;
import org.muster.share.key.UnRegularScale;
import org.muster.share.key.UnScaleInput;

/// Every ally bears the bill by capacity to pay: income with relief for low income per head, a floor and a ceiling.
///
/// The steps of the United Nations' regular scale ([UnRegularScale]) on one year's income and people, without debt and
/// without a list of the least developed.
final class Capacity implements SharingRule {
    private static final BigDecimal CEILING = new BigDecimal("22");

    @Override
    public String id() {
        return "capacity";
    }

    @Override
    public String title() {
        return "By capacity to pay";
    }

    @Override
    public String description() {
        return "Every ally bears the bill by income, with relief for low income per head, a floor and a ceiling.";
    }

    @Override
    public String source() {
        return "UN regular scale, A/RES/79/249, paragraph 7, on one year and without debt relief";
    }

    @Override
    public Map<String, String> parameters(SharingCase sharing) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("gradient", "0.80");
        parameters.put("floor", "0.001 %");
        parameters.put("ceiling", CEILING.toPlainString() + " %");
        return parameters;
    }

    @Override
    public Basis basis() {
        return Basis.WEIGHTS;
    }

    @Override
    public Staying staying() {
        return Staying.SAME_KEY;
    }

    @Override
    public Outcome share(SharingCase sharing) {
        List<String> without = new ArrayList<>(Weights.without(sharing.income(), sharing.allies()));
        Weights.without(sharing.population(), sharing.allies()).stream()
                .filter(member -> !without.contains(member))
                .forEach(without::add);
        if (!without.isEmpty()) {
            return new Outcome.NotApplicable(
                    "no income or no population is on record for " + String.join(", ", without));
        }
        Optional<String> unusable = Weights.unusable(sharing.income(), sharing.allies())
                .or(() -> Weights.unusable(sharing.population(), sharing.allies()));
        if (unusable.isPresent()) {
            return new Outcome.NotApplicable(unusable.get());
        }
        UnRegularScale.Scale scale;
        try {
            scale = UnRegularScale.of(UnScaleInput.of2025(
                            List.of(new UnScaleInput.Period("one year", economies(sharing))), Set.of(), Set.of())
                    .withCeiling(CEILING));
        } catch (Refusal impossible) {
            return new Outcome.NotApplicable(impossible.sentence());
        }
        Weights weights =
                new Weights("capacity to pay", scale.key().shares(), member -> explain(scale, sharing, member));
        Ledger ledger = new Ledger(sharing);
        sharing.bill().lines().forEach(line -> ledger.byWeights(weights, line));
        return ledger.shared(this);
    }

    private static Map<String, UnScaleInput.Economy> economies(SharingCase sharing) {
        Map<String, UnScaleInput.Economy> economies = new LinkedHashMap<>();
        for (String ally : sharing.allies()) {
            Figure income = sharing.income().get(ally);
            Figure people = sharing.population().get(ally);
            if (income != null && people != null) {
                economies.put(ally, new UnScaleInput.Economy(income.value(), people.value(), BigDecimal.ZERO));
            }
        }
        return economies;
    }

    private static Explanation explain(UnRegularScale.Scale scale, SharingCase sharing, String member) {
        Explanation why = scale.key()
                .explanations()
                .getOrDefault(member, Explanation.input("capacity of " + member, "none", "", ""));
        Figure income = sharing.income().get(member);
        Figure people = sharing.population().get(member);
        return income == null || people == null
                ? why
                : why.plus(KeyFromBase.input(income)).plus(KeyFromBase.input(people));
    }
}
